import type { PortalEvent } from '@numberdesk/core/http';
import type { ReactiveElement } from 'lit';
import { addStyles } from './add-styles.ts';
import type { Clock } from './clock.ts';
import { CopyController } from './copy-controller.ts';
import { FocusKeeper } from './focus-keeper.controller.ts';
import { type ListFeed, ListFollower } from './list-follower.controller.ts';
import type { LiveChange, LiveOutcome } from './live-changes.ts';
import type { LiveItem, LiveList } from './live-list.ts';
import { NewsController, type NewsOptions } from './news.controller.ts';
import { RowKeysController } from './row-keys.controller.ts';
import { RowWindow } from './row-window.ts';
import { TipController } from './tip-controller.ts';
import { tipStyles } from './tip.styles.ts';

/** What there is of a list from the beginning, and what is told of it. */
export interface ListParts<Item extends LiveItem> extends NewsOptions<Item> {
  feed: ListFeed<Item>;
  clock: () => Clock;
  /** Key of an item that must not vanish under somebody's hands. */
  held: () => string | null;
  take: (event: PortalEvent, list: LiveList<Item>) => LiveOutcome<Item> | null;
  /** Told of what has just changed; what it gives back is news. */
  onChanges: (changes: readonly LiveChange<Item>[]) => readonly LiveChange<Item>[];
}

/** What nobody needs in order to read a list: it follows changes, scrolls far, copies, tells, and is used by keys. */
export interface ListLater<Item extends LiveItem> {
  readonly rows: RowWindow<Item>;
  readonly follower: ListFollower<Item>;
  readonly news: NewsController<Item>;
  readonly copies: CopyController;
}

/** Brings a list that is read to life. */
export function listLater<Item extends LiveItem>(
  host: ReactiveElement,
  { feed, held, take, onChanges, ...told }: ListParts<Item>,
): ListLater<Item> {
  addStyles(host, tipStyles);
  const news = new NewsController<Item>(host, told);
  const follower = new ListFollower<Item>(host, {
    feed,
    held,
    take,
    onChanges: (changes) => news.add(onChanges(changes)),
  });
  const rows = new RowWindow<Item>(host, told.keyOf);
  const copies = new CopyController(host, told.clock);
  new TipController(host);
  new FocusKeeper(host);
  new RowKeysController(host, rows);
  return { rows, follower, news, copies };
}
