/** The value in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The value that such a share of all does not exceed; not a number without values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Prints a line of a table: a name and its figures. */
export function row(...cells: string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(14))).join(''));
}
