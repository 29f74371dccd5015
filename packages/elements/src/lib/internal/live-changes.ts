import type { LiveItem, LiveList } from './live-list.ts';

/** What became of an item that is or was in the list. */
export interface LiveChange<Item> {
  readonly kind: 'added' | 'status' | 'updated' | 'left' | 'removed';
  readonly item: Item;
}

/** A list after something happened, and what that was. */
export interface LiveOutcome<Item> {
  readonly list: LiveList<Item>;
  readonly changes: readonly LiveChange<Item>[];
}

/** Takes in how items are now; what is no news, or belongs beyond what is loaded, changes nothing. */
export function withItems<Item extends LiveItem>(
  list: LiveList<Item>,
  items: readonly Item[],
): LiveOutcome<Item> {
  const { rule, boundary } = list;
  const known = new Map(list.items.map((item) => [rule.keyOf(item), item]));
  const told = new Map(list.told);
  const changes: LiveChange<Item>[] = [];
  const put = (item: Item) => {
    const key = rule.keyOf(item);
    const before = known.get(key);
    const last = told.get(key);
    const latest = before ?? (last && 'item' in last ? last.item : undefined);
    if (latest && latest.version >= item.version) return;
    told.set(key, { item });
    const isWithin = boundary === null || rule.compare(item, boundary) <= 0;
    if (!before && !(isWithin && rule.belongs(item))) return;
    known.set(key, item);
    changes.push({ kind: !before ? 'added' : before.status === item.status ? 'updated' : 'status', item });
  };
  items.forEach(put);
  if (changes.length === 0) return { list: { ...list, told }, changes };
  return { list: { ...list, told, items: [...known.values()].sort(rule.compare) }, changes };
}

/** Takes out what is gone; `isMeant` tells an item that is gone from one that has come back meanwhile. */
export function withoutItems<Item extends LiveItem>(
  list: LiveList<Item>,
  keys: readonly string[],
  isMeant: (item: Item) => boolean,
): LiveOutcome<Item> {
  const { rule } = list;
  const told = new Map(list.told);
  const gone = new Set(keys);
  for (const key of gone) {
    const last = told.get(key);
    if (!last || !('item' in last) || isMeant(last.item)) told.set(key, { isMeant });
  }
  const removed = list.items.filter((item) => gone.has(rule.keyOf(item)) && isMeant(item));
  if (removed.length === 0) return { list: { ...list, told }, changes: [] };
  const others = new Set(removed);
  return {
    list: { ...list, told, items: list.items.filter((item) => !others.has(item)) },
    changes: removed.map((item) => ({ kind: 'removed', item })),
  };
}

/** Lets go of what does not belong any more, but for one item that is held. */
export function withoutStrangers<Item>(list: LiveList<Item>, held: string | null): LiveOutcome<Item> {
  const { rule } = list;
  const stays = (item: Item) => rule.keyOf(item) === held || rule.belongs(item);
  const left = list.items.filter((item) => !stays(item));
  if (left.length === 0) return { list, changes: [] };
  return {
    list: { ...list, items: list.items.filter(stays) },
    changes: left.map((item) => ({ kind: 'left', item })),
  };
}
