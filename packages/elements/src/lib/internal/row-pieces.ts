/** What is rendered: an item, or room for those that are not, in pixels. */
export type Piece<Item> =
  | { readonly item: Item; readonly index: number; readonly gap?: undefined }
  | { readonly gap: number; readonly index: number; readonly item?: undefined };

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
