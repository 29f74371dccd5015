/**
 * Where each number stands in a batch, in typed arrays: a million rows take some megabytes and a blink. A number is
 * given as its ten digits; 0 stands for none. The rows of a number are linked in their order, so that its first ones
 * are known at once, however many it has.
 */
export class NumberPlaces {
  readonly #numbers: Float64Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  /** The first and the last row of each number, at the place of that number: its own, or the next one that is free. */
  readonly #heads: Int32Array;
  readonly #tails: Int32Array;

  constructor(length: number) {
    const places = 2 ** Math.ceil(Math.log2(Math.max(16, length * 2)));
    this.#numbers = new Float64Array(length);
    this.#next = new Int32Array(length).fill(-1);
    this.#previous = new Int32Array(length).fill(-1);
    this.#heads = new Int32Array(places).fill(-1);
    this.#tails = new Int32Array(places).fill(-1);
  }

  /** The row that has a number first; -1 where none has it. */
  first(number: number): number {
    return number === 0 ? -1 : at(this.#heads, this.#place(number));
  }

  /** The rows that have a number first and second, as far as there are any. */
  firstTwo(number: number): number[] {
    const first = this.first(number);
    return [first, first < 0 ? -1 : at(this.#next, first)].filter((row) => row >= 0);
  }

  /** The number that stands in a row. */
  at(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  /** Puts another number into a row. */
  set(row: number, number: number): void {
    if (this.at(row) === number) return;
    this.#takeOut(row);
    if (number !== 0) this.#putIn(row, number);
    this.#numbers[row] = number;
  }

  /** Between the rows before and after it; from the end on, for rows mostly come in their order. */
  #putIn(row: number, number: number): void {
    const place = this.#place(number);
    let before = at(this.#tails, place);
    while (before > row) before = at(this.#previous, before);
    const after = before < 0 ? at(this.#heads, place) : at(this.#next, before);
    this.#link(place, before, row);
    this.#link(place, row, after);
  }

  #takeOut(row: number): void {
    const number = this.at(row);
    if (number === 0) return;
    const place = this.#place(number);
    this.#link(place, at(this.#previous, row), at(this.#next, row));
    this.#next[row] = this.#previous[row] = -1;
    if (at(this.#heads, place) < 0) this.#close(place);
  }

  /** Lets one row of the number at a place follow another; -1 stands for both ends. */
  #link(place: number, before: number, after: number): void {
    if (before < 0) this.#heads[place] = after;
    else this.#next[before] = after;
    if (after < 0) this.#tails[place] = before;
    else this.#previous[after] = before;
  }

  /** The place of a number, or the free one that it would get. */
  #place(number: number): number {
    let place = this.#own(number);
    for (
      let head = at(this.#heads, place);
      head >= 0 && this.at(head) !== number;
      head = at(this.#heads, place)
    )
      place = this.#after(place);
    return place;
  }

  /** Moves what stands after a place that has become free, so that it is still found. */
  #close(free: number): void {
    const mask = this.#heads.length - 1;
    for (let place = this.#after(free); at(this.#heads, place) >= 0; place = this.#after(place)) {
      const way = (place - this.#own(this.at(at(this.#heads, place)))) & mask;
      if (way < ((place - free) & mask)) continue;
      this.#heads[free] = at(this.#heads, place);
      this.#tails[free] = at(this.#tails, place);
      this.#heads[place] = this.#tails[place] = -1;
      free = place;
    }
  }

  readonly #after = (place: number) => (place + 1) & (this.#heads.length - 1);

  /** Numbers that follow each other are the rule in a batch, so any mixing of the digits will do. */
  #own(number: number): number {
    return (Math.imul(number % 0x7fffffff, 0x9e3779b1) >>> 8) & (this.#heads.length - 1);
  }
}

/** What stands in an array, at a place that is in it. */
const at = (array: Int32Array, index: number) => array[index] as number;
