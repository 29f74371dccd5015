/**
 * Takes text line by line. A line ends in a line feed and in nothing else; `readline` would end one at U+2028 too,
 * which a name may contain.
 */
export class LineReader {
  readonly #chunks: AsyncIterator<string>;
  #lines: string[] = [];
  #taken = 0;
  #begun: string[] = [];

  constructor(chunks: AsyncIterable<string>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line; `null` after the last, and where the text ends within one. */
  async line(): Promise<string | null> {
    while (this.#taken === this.#lines.length) if (!(await this.#readOn())) return null;
    return this.#lines[this.#taken++] ?? null;
  }

  /** Lets go of what the text comes from. */
  async stop(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #readOn(): Promise<boolean> {
    const { value, done } = await this.#chunks.next();
    if (done) return false;
    const [first = '', ...others] = value.split('\n');
    this.#begun.push(first);
    const rest = others.pop();
    if (rest === undefined) return true;
    this.#lines = [this.#begun.join(''), ...others];
    this.#taken = 0;
    this.#begun = [rest];
    return true;
  }
}
