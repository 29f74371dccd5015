import type { PortalEvent } from '@numberdesk/core/http';
import type { ReactiveElement } from 'lit';
import { addStyles } from './add-styles.ts';
import type { Clock } from './clock.ts';
import { CopyController } from './copy-controller.ts';
import { FocusKeeper } from './focus-keeper.controller.ts';
import { type ListNotice, listNotice } from './list-freshness.template.ts';
import { type ListFeed, ListFollower } from './list-follower.controller.ts';
import { listLaterStyles } from './list-later.styles.ts';
import type { LiveChange, LiveOutcome } from './live-changes.ts';
import type { LiveItem, LiveList } from './live-list.ts';
import type { MessageKey } from './locales/en.ts';
import { NewsController, type NewsOptions } from './news.controller.ts';
import { OnlineController } from './online-controller.ts';
import { RowKeysController } from './row-keys.controller.ts';
import { RowWindow } from './row-window.ts';
import { type TipContent, TipController } from './tip-controller.ts';
import { tipStyles } from './tip.styles.ts';

/** What there is of a list from the beginning, and what is told of it. */
export interface ListParts<Item extends LiveItem> extends NewsOptions<Item> {
  feed: ListFeed<Item>;
  clock: () => Clock;
  /** Key of an item that must not vanish under somebody's hands. */
  held: () => string | null;
  take: (event: PortalEvent, list: LiveList<Item>) => LiveOutcome<Item> | null;
  /** Told of what has just changed; what it gives back is news. */
  onChanges?: (changes: readonly LiveChange<Item>[]) => readonly LiveChange<Item>[];
  /** What is said where the next page did not come. */
  moreFailed?: MessageKey;
  /** What is to stand in the tip of a trigger, where the list's template does not say. */
  tip?: TipContent;
}

/** What nobody needs in order to read a list: it follows changes and says when it does not, scrolls far, copies, tells, and is used by keys. */
export interface ListLater<Item extends LiveItem> {
  readonly rows: RowWindow<Item>;
  readonly follower: ListFollower<Item>;
  readonly news: NewsController<Item>;
  readonly copies: CopyController;
  /** Loads the next page, says how much there is then, and keeps the focus where the way to more was. */
  readonly more: (shown: (count: number) => string) => Promise<void>;
  /** What of the list is not fresh any more. */
  readonly notice: ListNotice;
}

/** Brings a list that is read to life. */
export function listLater<Item extends LiveItem>(
  host: ReactiveElement,
  { feed, held, take, onChanges, moreFailed, tip, ...told }: ListParts<Item>,
): ListLater<Item> {
  addStyles(host, tipStyles);
  addStyles(host, listLaterStyles);
  const news = new NewsController<Item>(host, told);
  const follower = new ListFollower<Item>(host, {
    feed,
    held,
    take,
    moreFailed,
    onChanges: (changes) => news.add(onChanges?.(changes) ?? changes),
  });
  const rows = new RowWindow<Item>(host, told.keyOf, told.clock);
  const copies = new CopyController(host, told.clock);
  new TipController(host, told.clock, tip);
  new FocusKeeper(host);
  new RowKeysController(host, rows);
  const more = async (shown: (count: number) => string) => {
    await follower.loadMore();
    await host.updateComplete;
    const { data } = feed.value;
    if (!data || follower.more.state === 'error') return;
    told.say(shown(data.items.length));
    if (data.next === null) host.renderRoot.querySelector<HTMLElement>('.count')?.focus();
  };
  return { rows, follower, news, copies, more, notice: listNotice(follower, new OnlineController(host)) };
}
