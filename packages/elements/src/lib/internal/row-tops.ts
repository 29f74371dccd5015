/** Where each item of a list begins, and the last ends, in pixels from its top. */
export function topsOf<Item>(items: readonly Item[], heightOf: (item: Item) => number): Float64Array {
  const tops = new Float64Array(items.length + 1);
  let top = 0;
  for (let at = 0; at < items.length; at++) tops[at + 1] = top += heightOf(items[at] as Item);
  return tops;
}

/** Moves what comes after items that are higher or lower than was thought, from the first of them on. */
export function shiftTops(tops: Float64Array, changes: readonly { index: number; by: number }[]): void {
  let [next, by] = [0, 0];
  for (let at = (changes[0]?.index ?? 0) + 1; at < tops.length; at++) {
    for (; next < changes.length && (changes[next]?.index ?? at) < at; next++) by += changes[next]?.by ?? 0;
    if (by === 0 && next === changes.length) return;
    tops[at] = (tops[at] as number) + by;
  }
}

/** The first item that begins so far from the top, or how many there are and one. */
export function firstWhere(tops: Float64Array, isFar: (top: number) => boolean): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFar(tops[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether items are those that were there, each in its place, whatever else has changed of them. */
export function areCalledLike<Item>(
  items: readonly Item[],
  before: readonly Item[],
  keyOf: (item: Item) => string,
): boolean {
  if (items.length !== before.length) return false;
  for (let at = 0; at < items.length; at++) {
    const [is, was] = [items[at] as Item, before[at] as Item];
    if (is !== was && keyOf(is) !== keyOf(was)) return false;
  }
  return true;
}
