/**
 * Where each number stands in a batch, in typed arrays: a million rows take some megabytes and a blink. A number is
 * given as its ten digits; 0 stands for none.
 */
export class NumberPlaces {
  readonly #numbers: Float64Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  constructor(length: number) {
    this.#numbers = new Float64Array(length);
    this.#next = new Int32Array(length).fill(-1);
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, length * 2)));
    this.#heads = new Int32Array(buckets).fill(-1);
  }

  /** The row that has a number first; -1 where none has it. */
  first(number: number): number {
    let first = -1;
    this.#each(number, (row) => (first = first < 0 || row < first ? row : first));
    return first;
  }

  /** All rows that have a number. */
  rows(number: number): number[] {
    const rows: number[] = [];
    this.#each(number, (row) => rows.push(row));
    return rows;
  }

  /** The number that stands in a row. */
  at(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  /** Puts another number into a row. */
  set(row: number, number: number): void {
    if (this.at(row) === number) return;
    this.#takeOut(row);
    this.#numbers[row] = number;
    if (number === 0) return;
    const bucket = this.#bucket(number);
    this.#next[row] = this.#heads[bucket] as number;
    this.#heads[bucket] = row;
  }

  #takeOut(row: number): void {
    const number = this.at(row);
    if (number === 0) return;
    const bucket = this.#bucket(number);
    if (this.#heads[bucket] === row) this.#heads[bucket] = this.#next[row] as number;
    else {
      let before = this.#heads[bucket] as number;
      while (this.#next[before] !== row) before = this.#next[before] as number;
      this.#next[before] = this.#next[row] as number;
    }
    this.#next[row] = -1;
  }

  #each(number: number, act: (row: number) => void): void {
    if (number === 0) return;
    let row = this.#heads[this.#bucket(number)] as number;
    for (; row >= 0; row = this.#next[row] as number) if (this.#numbers[row] === number) act(row);
  }

  /** Numbers that follow each other are the rule in a batch, so any mixing of the digits will do. */
  #bucket(number: number): number {
    return (Math.imul(number % 0x7fffffff, 0x9e3779b1) >>> 8) & (this.#heads.length - 1);
  }
}
