import type { PortalEvent } from '@numberdesk/core/http';
import type { ReactiveController, ReactiveElement } from 'lit';
import { type LiveChange, type LiveOutcome, withoutStrangers } from './live-changes.ts';
import type { ListFeedController, ListStart } from './list-feed.controller.ts';
import { moreFailure } from './list-freshness.template.ts';
import { type NextPage, largestListPage } from './list-page.ts';
import { type LiveItem, type LiveList, settled, withPage } from './live-list.ts';
import type { MessageKey } from './locales/en.ts';

/** Of a feed, what does not depend on what is asked for. */
export type ListFeed<Item extends LiveItem> = Pick<
  ListFeedController<Item, object>,
  'value' | 'list' | 'start' | 'loadedAt' | 'reload' | 'change' | 'page'
>;

/** What the follower needs of its widget. */
export interface ListFollowerOptions<Item extends LiveItem> {
  feed: ListFeed<Item>;
  /** Key of an item that must not vanish under somebody's hands. */
  held: () => string | null;
  /** What an event does to the list; `null` where it is about something else. */
  take: (event: PortalEvent, list: LiveList<Item>) => LiveOutcome<Item> | null;
  onChanges: (changes: readonly LiveChange<Item>[]) => void;
  /** What is said where the next page did not come. */
  moreFailed?: MessageKey | undefined;
}

const nothingMore: NextPage = { state: 'data' };

/** Keeps the list that has been loaded right by the events that follow, and loads what comes after it. */
export class ListFollower<Item extends LiveItem> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ListFollowerOptions<Item>;
  #start: ListStart<Item> | null = null;
  #following = new AbortController();
  #isLive = true;
  #streamError: unknown = null;
  #more: NextPage = nothingMore;

  constructor(host: ReactiveElement, options: ListFollowerOptions<Item>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** How the next page is coming along. */
  get more(): NextPage {
    return this.#more;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** Whether changes come in as they happen. */
  get isLive(): boolean {
    return this.#isLive;
  }

  hostUpdate(): void {
    const { start } = this.#options.feed;
    // Whoever comes back to the page loads anew, and is then followed.
    if (start === this.#start || !this.#host.isConnected) return;
    this.#following.abort();
    this.#start = start;
    this.#streamError = null;
    this.#isLive = true;
    this.#more = nothingMore;
    if (!start) return;
    this.#options.feed.change(settled);
    void this.#follow(start);
  }

  hostDisconnected(): void {
    this.#following.abort();
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    const { feed, moreFailed = 'list.more.failed' } = this.#options;
    const { signal } = this.#following;
    const cursor = feed.list?.next;
    if (!this.#start || !cursor || this.#more.state === 'loading') return;
    this.#setMore({ state: 'loading' });
    try {
      const page = await this.#start.page({ limit: largestListPage, cursor }, signal);
      if (signal.aborted) return;
      feed.change((list) => withPage(list, page));
      this.#setMore(nothingMore);
    } catch (error) {
      if (!signal.aborted) this.#setMore({ state: 'error', tell: moreFailure(moreFailed, error) });
    }
  }

  /** Lets go of what does not belong in the list any more. */
  prune(): void {
    const { feed, held } = this.#options;
    if (feed.list) this.#settle(withoutStrangers(feed.list, held()));
  }

  async #follow({ connection, after }: ListStart<Item>): Promise<void> {
    const { signal } = (this.#following = new AbortController());
    const onLive = (isLive: boolean) => {
      if (signal.aborted) return;
      this.#isLive = isLive;
      this.#host.requestUpdate();
    };
    try {
      for await (const event of connection.events({ after, signal, onLive })) {
        if (signal.aborted) return;
        if (event.type === 'reset') this.#options.feed.reload();
        else this.#take(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#streamError = error;
      this.#host.requestUpdate();
    }
  }

  #take(event: PortalEvent): void {
    const { feed, take } = this.#options;
    const outcome = feed.list && take(event, feed.list);
    if (!outcome) return;
    this.#settle(outcome);
    if (outcome.changes.length > 0) this.prune();
  }

  #settle({ list, changes }: LiveOutcome<Item>): void {
    this.#options.feed.change(() => list);
    if (changes.length > 0) this.#options.onChanges(changes);
  }

  #setMore(more: NextPage): void {
    this.#more = more;
    this.#host.requestUpdate();
  }
}
