import { type ListPage, type PageWish, largestListPage } from './list-page.ts';
import { type LiveItem, type LiveList, withPage } from './live-list.ts';

/** Loads as much of a list as was there before, which nobody waits for who comes to it. */
export async function withMorePages<Item extends LiveItem>(
  begun: LiveList<Item>,
  wanted: number,
  page: (wish: PageWish) => Promise<ListPage<Item>>,
): Promise<LiveList<Item>> {
  let list = begun;
  while (list.next !== null && list.items.length < wanted)
    list = withPage(list, await page({ limit: largestListPage, cursor: list.next }));
  return list;
}
