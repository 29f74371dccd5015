interface PieceBase {
  readonly index: number;
  /** Where it is seen, while rows are moving: in the tree they are in no order then. */
  readonly place?: number | undefined;
}

/** An item that is rendered. */
export interface RowPiece<Item> extends PieceBase {
  readonly item: Item;
  readonly gap?: undefined;
}

/** Room for items that are not rendered, in pixels. */
export interface GapPiece extends PieceBase {
  readonly gap: number;
  readonly item?: undefined;
}

/** What is rendered of a list. */
export type Piece<Item> = RowPiece<Item> | GapPiece;

/** A list that is no longer than this is rendered whole. */
export const wholeUpTo = 100;

/** Height of a row that has not been seen yet, until one has. */
export const firstGuess = 72;

/** What stands above the rows takes at least that much room. */
const above = 90;

/** Rows that one can see at most, before one has been measured. */
export const rowsInSight = (): number => Math.ceil((innerHeight - above) / firstGuess);

/** What to render of a list before its window is here: as many as one can see, or all where that never comes. */
export function firstPieces<Item>(items: readonly Item[], isWhole: boolean): Piece<Item>[] {
  const count = isWhole || items.length <= wholeUpTo ? items.length : rowsInSight();
  const pieces: Piece<Item>[] = items.slice(0, count).map((item, index) => ({ item, index }));
  const rest = items.length - pieces.length;
  if (rest > 0) pieces.push({ gap: rest * firstGuess, index: items.length });
  return pieces;
}
