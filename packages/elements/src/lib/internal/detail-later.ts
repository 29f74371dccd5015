import type { ReactiveElement } from 'lit';
import { addStyles } from './add-styles.ts';
import { CopyController } from './copy-controller.ts';
import { detailLaterStyles } from './detail-later.styles.ts';
import { type Freshness, type FreshnessKeys, type FreshnessWords, freshness } from './freshness.template.ts';
import { NewsController, type NewsOptions } from './news.controller.ts';
import { OnlineController } from './online-controller.ts';

/** What nobody needs in order to read the page of one thing. */
export interface DetailLater<Item> {
  readonly news: NewsController<Item>;
  readonly copies: CopyController;
  /** What is no longer fresh. */
  readonly notice: (feed: Freshness) => unknown;
}

/** Brings the page of one thing to life: it tells of changes and of what is no longer fresh, and copies. */
export function detailLater<Item>(
  host: ReactiveElement,
  notices: { keys: FreshnessKeys; words: () => FreshnessWords },
  news: NewsOptions<Item>,
): DetailLater<Item> {
  addStyles(host, detailLaterStyles);
  const online = new OnlineController(host);
  return {
    news: new NewsController<Item>(host, news),
    copies: new CopyController(host, news.clock),
    notice: (feed) => freshness(notices.keys, feed, online.isOnline, notices.words()),
  };
}
