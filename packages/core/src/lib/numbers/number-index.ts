/** The rows of a batch by their number, to find the one that has it first: a hash table without objects. */
export class NumberIndex {
  /** Pairs: the lower 32 bits of a number, and its row + 1; 0 is free. */
  #slots: Uint32Array;
  #mask: number;
  #size = 0;

  /** @param rows - How many there will be, about; it grows when there are more. */
  constructor(rows: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, rows * 1.6)));
    this.#slots = new Uint32Array(capacity * 2);
    this.#mask = capacity - 1;
  }

  /**
   * The row that has a number of ten digits first: the given one, unless another came before.
   *
   * @param numbers - The numbers of all rows so far, to tell apart two that end in the same bits.
   */
  firstOf(number: number, row: number, numbers: Float64Array): number {
    if (this.#size * 4 > this.#mask * 3) this.#grow();
    const slots = this.#slots;
    const low = number >>> 0;
    let at = this.#place(low);
    for (let found = slots[at + 1]; found !== undefined && found !== 0; found = slots[at + 1]) {
      if (slots[at] === low && numbers[found - 1] === number) return found - 1;
      at = (at + 2) & (this.#mask * 2 + 1);
    }
    slots[at] = low;
    slots[at + 1] = row + 1;
    this.#size++;
    return row;
  }

  #place(low: number): number {
    const mixed = Math.imul(low ^ (low >>> 15), 0x9e3779b1);
    return ((mixed ^ (mixed >>> 13)) & this.#mask) * 2;
  }

  #grow(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let at = this.#place(old[from] ?? 0);
      while (this.#slots[at + 1] !== 0) at = (at + 2) & (this.#mask * 2 + 1);
      this.#slots.set(old.subarray(from, from + 2), at);
    }
  }
}
