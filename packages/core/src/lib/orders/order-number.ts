const onlyDigits = /^[1-9][0-9]*$/;

/**
 * A text that sorts, character by character, as order numbers should: runs of digits by their value, letters
 * without regard to case, so that A-1000 comes after A-999 (ORD-1).
 */
export function orderNumberKey(number: string): string {
  // What most are: that of thousands takes a fraction of the time.
  if (onlyDigits.test(number)) return String(number.length).padStart(2, '0') + number;
  return number.toLowerCase().replace(/[0-9]+/g, (run) => {
    const digits = run.replace(/^0+(?=.)/, '');
    return String(digits.length).padStart(2, '0') + digits;
  });
}
