/** What a list needs to know of its items. */
export interface LiveItem {
  readonly version: number;
  readonly status: string;
}

/** How to tell items apart, which belong in a list, and in which order. */
export interface LiveRule<Item> {
  readonly keyOf: (item: Item) => string;
  readonly compare: (a: Item, b: Item) => number;
  readonly belongs: (item: Item) => boolean;
}

/** What live events told last of an item: how it is now, or that it is gone from where `isMeant` finds it. */
type Told<Item> = { readonly item: Item } | { readonly isMeant: (item: Item) => boolean };

/** The part of a list that has been loaded, in its order, kept right by live events. */
export interface LiveList<Item> {
  readonly rule: LiveRule<Item>;
  readonly items: readonly Item[];
  /** Where the next page begins, `null` when everything is here. */
  readonly next: string | null;
  /** The last item of the last page while there is more: what sorts after it comes with the next page. */
  readonly boundary: Item | null;
  /** For pages that were on their way meanwhile. */
  readonly told: ReadonlyMap<string, Told<Item>>;
}

/** A list of which nothing has been loaded. */
export function emptyLiveList<Item>(rule: LiveRule<Item>): LiveList<Item> {
  return { rule, items: [], next: null, boundary: null, told: new Map() };
}

/** Leaves in a list what belongs in it by its rule, in its order: a rule may have come to be known later than the list. */
export function settled<Item>(list: LiveList<Item>): LiveList<Item> {
  const { rule, items } = list;
  return { ...list, items: items.filter((item) => rule.belongs(item)).sort(rule.compare) };
}

/** Puts a page behind what is there already; an item that live events know better stays as they told it. */
export function withPage<Item extends LiveItem>(
  list: LiveList<Item>,
  page: { readonly data: readonly Item[]; readonly next: string | null },
): LiveList<Item> {
  const { rule, told } = list;
  const byKey = new Map(list.items.map((item) => [rule.keyOf(item), item]));
  for (const item of page.data) {
    const newest = newestOf(told.get(rule.keyOf(item)), item);
    if (newest && rule.belongs(newest)) byKey.set(rule.keyOf(item), newest);
  }
  return {
    ...list,
    items: [...byKey.values()].sort(rule.compare),
    next: page.next,
    boundary: page.next === null ? null : (page.data.at(-1) ?? list.boundary),
  };
}

function newestOf<Item extends LiveItem>(told: Told<Item> | undefined, item: Item): Item | null {
  if (!told) return item;
  if ('isMeant' in told) return told.isMeant(item) ? null : item;
  return told.item.version >= item.version ? told.item : item;
}
