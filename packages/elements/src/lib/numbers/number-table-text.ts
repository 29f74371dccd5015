/** A number grouped for reading, such as `+1 501 333 4444`; one from elsewhere stays as it is. */
export function readableNumber(number: string): string {
  return number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1 $2 $3');
}
