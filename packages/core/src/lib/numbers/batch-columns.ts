/** What is kept of a row in one byte: which problem its number has, and what else. */
export const rowMarks = { problem: 0x0f, duplicate: 0x10, warning: 0x20, plus: 0x40, text: 0x80 } as const;

/**
 * The rows of a batch in columns, as they go from a worker to a page. What can be said again is not kept: the texts of
 * a row stand here only where they are not those of its number and its purpose.
 */
export interface BatchColumns {
  rows: number;
  /** The line of each row. */
  lines: Uint32Array;
  /** The ten digits of each row; 0 where its text is kept. */
  numbers: Float64Array;
  /** Which of the purposes, from 1; 0 for none of them. */
  purposes: Uint8Array;
  /** `rowMarks`; the problem is the place among the codes, from 1. */
  marks: Uint8Array;
  /** Pairs: a row, and the row that has its number first. */
  duplicates: Uint32Array;
  /** Pairs: a row, and where its two texts begin, each ended by a zero byte. */
  places: Uint32Array;
  texts: Uint8Array;
}

/** Columns that grow. */
export class ColumnWriter {
  readonly #encoder = new TextEncoder();
  rows = 0;
  lines: Uint32Array;
  numbers: Float64Array;
  purposes: Uint8Array;
  marks: Uint8Array;
  #duplicates = new Uint32Array(64);
  #duplicatesLength = 0;
  #places = new Uint32Array(64);
  #placesLength = 0;
  #texts = new Uint8Array(4096);
  #textsLength = 0;

  /** @param rows - How many there will be at most, as far as one can tell. */
  constructor(rows: number) {
    this.lines = new Uint32Array(rows);
    this.numbers = new Float64Array(rows);
    this.purposes = new Uint8Array(rows);
    this.marks = new Uint8Array(rows);
  }

  /** Adds a row and gives its place. */
  add(line: number, number: number, purpose: number, marks: number): number {
    const row = this.rows++;
    if (row === this.lines.length) this.#grow();
    this.lines[row] = line;
    this.numbers[row] = number;
    this.purposes[row] = purpose;
    this.marks[row] = marks;
    return row;
  }

  /** Says which row has the number of the last one first. */
  addDuplicate(row: number, first: number): void {
    this.marks[row] = (this.marks[row] ?? 0) | rowMarks.duplicate;
    this.#duplicates = withRoom(this.#duplicates, this.#duplicatesLength + 2);
    this.#duplicates[this.#duplicatesLength++] = row;
    this.#duplicates[this.#duplicatesLength++] = first;
  }

  /** Keeps the texts of the last row. */
  addTexts(row: number, number: string, purpose: string): void {
    this.#places = withRoom(this.#places, this.#placesLength + 2);
    this.#places[this.#placesLength++] = row;
    this.#places[this.#placesLength++] = this.#textsLength;
    this.#addText(number);
    this.#addText(purpose);
  }

  /** The columns as they are now. */
  finish(): BatchColumns {
    const { rows } = this;
    return {
      rows,
      lines: trimmed(this.lines, rows),
      numbers: trimmed(this.numbers, rows),
      purposes: trimmed(this.purposes, rows),
      marks: trimmed(this.marks, rows),
      duplicates: trimmed(this.#duplicates, this.#duplicatesLength),
      places: trimmed(this.#places, this.#placesLength),
      texts: trimmed(this.#texts, this.#textsLength),
    };
  }

  #addText(text: string): void {
    // No character takes more than three bytes for each of its units.
    const texts = (this.#texts = withRoom(this.#texts, this.#textsLength + text.length * 3 + 1));
    let to = this.#textsLength;
    let at = 0;
    for (let unit = text.charCodeAt(0); unit < 0x80; unit = text.charCodeAt(++at)) texts[to++] = unit;
    if (at < text.length) to += this.#encoder.encodeInto(text.slice(at), texts.subarray(to)).written;
    texts[to++] = 0;
    this.#textsLength = to;
  }

  #grow(): void {
    const { rows } = this;
    this.lines = withRoom(this.lines, rows);
    this.numbers = withRoom(this.numbers, rows);
    this.purposes = withRoom(this.purposes, rows);
    this.marks = withRoom(this.marks, rows);
  }
}

/** An array with the same start and room for so many, and more to come. */
function withRoom<A extends Uint8Array | Uint32Array | Float64Array>(array: A, length: number): A {
  if (length <= array.length) return array;
  const Typed = array.constructor as new (length: number) => A;
  const larger = new Typed(Math.max(length, array.length * 2, 64));
  larger.set(array);
  return larger;
}

/** The start of an array in a buffer of its own, copied where much would be left over. */
function trimmed<A extends Uint8Array | Uint32Array | Float64Array>(array: A, length: number): A {
  return (length * 2 < array.length ? array.slice(0, length) : array.subarray(0, length)) as A;
}
