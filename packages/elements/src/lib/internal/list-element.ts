import type { Contact, Permission, Session } from '@numberdesk/core/access';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from './announcer.ts';
import { LaterPart } from './later-part.controller.ts';
import type { ListFeed } from './list-follower.controller.ts';
import type { ListLater } from './list-later.ts';
import { type ListShowing, listShowing } from './list-showing.ts';
import { ListViewChangedEvent } from './list-view.events.ts';
import type { LiveItem, LiveList } from './live-list.ts';
import { errorPanel, forbiddenPanel, partNotice } from './panels.ts';
import { PortalElement } from './portal-element.ts';
import { type Resource, failureIn } from './resource-controller.ts';
import { type Piece, firstPieces } from './row-pieces.ts';

/** Where a list comes from. */
export interface ListSource<Item> {
  /** Whether the page gives the items itself: then nothing is followed, and nothing grows old. */
  readonly isHosted: boolean;
  /** Who reads: the session's person, unless the page says who. */
  readonly reader: Resource<Pick<Session, 'permissions'>>;
  readonly items: Resource<LiveList<Item>>;
  /** Whether what could not be had can be asked for again. */
  readonly canRetry: boolean;
  readonly reload: () => void;
}

/** What every widget with a list has: its states, what is fresh of it, more of it, and what a reader chooses to see. */
export abstract class ListElement<
  Item extends LiveItem,
  Later extends ListLater<Item>,
> extends PortalElement {
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    contact: { attribute: false },
    viewState: { attribute: 'view-state' },
  };

  /** Whom to turn to; the session's contact unless given. */
  contact: Contact | null = null;

  /** What is chosen to be seen, as a query such as `status=pending`; keep it in your address, for one. */
  viewState = '';

  protected abstract readonly feed: ListFeed<Item>;
  protected abstract readonly choice: { readonly applied: { account: string }; read: (text: string) => void };
  /** What it takes to see the list. */
  protected abstract readonly needs: Permission;
  protected readonly announcer = new Announcer(this);
  /** What nobody needs in order to read. */
  protected readonly live = new LaterPart<Later>(this, {
    isTime: () => this.#showing.kind !== 'loading',
    load: () => this.later(),
  });
  #hasToSayCount = false;

  /** Loads what is not needed at once. */
  protected abstract later(): Promise<Later>;
  /** What the list is called. */
  protected abstract get label(): string;
  protected abstract shown(count: number): string;
  protected abstract toolbar(): unknown;
  protected abstract bones(): TemplateResult;
  protected abstract empty(later: Later): TemplateResult;
  protected abstract table(list: LiveList<Item>): TemplateResult;

  /** What stands below the panel of a failure. */
  protected help(): unknown {
    return nothing;
  }

  /** Where the items come from: a server, unless the page gives them itself. */
  protected get source(): ListSource<Item> {
    const { session: reader, feed } = this;
    return { isHosted: false, canRetry: true, reader, items: feed.value, reload: feed.reload };
  }

  protected override get failure(): unknown {
    const { reader, items } = this.source;
    return failureIn(reader) ?? failureIn(items) ?? this.live.value?.follower.streamError ?? null;
  }

  /** Whom a reader turns to. */
  protected get helper(): Contact {
    return this.contact ?? (this.session.data?.contact as Contact | undefined) ?? noContact;
  }

  /** Key of the row that has the focus. */
  protected get focusedKey(): string | null {
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    return focused?.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('viewState')) this.choice.read(this.viewState ?? '');
  }

  protected override render(): TemplateResult {
    const { texts, label } = this;
    const showing = this.#showing;
    const { state, data } = this.source.items;
    if (this.#hasToSayCount && state === 'data') {
      this.#hasToSayCount = false;
      this.announcer.note(this.shown(data.items.length));
    }
    return html`<div
      class="frame"
      role="group"
      lang=${texts.locale}
      dir=${texts.direction}
      tabindex="-1"
      aria-label=${label}
      aria-busy=${showing.kind === 'loading' || (data !== null && state === 'loading')}
      @focusout=${this.#onFocusOut}
    >
      ${this.#content(showing)}
      <div class="unseen" role="status">${this.announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    const { kind } = this.#showing;
    this.showState(kind === 'data' ? null : kind);
    super.updated();
  }

  /** Takes down what a person has chosen to see. */
  protected choose(viewState: string): void {
    this.viewState = viewState;
    this.#hasToSayCount = true;
    this.dispatchEvent(new ListViewChangedEvent(viewState));
  }

  /** What to render of a list; what is held is rendered wherever it is. */
  protected pieces(list: LiveList<Item>, held: string | null): Piece<Item>[] {
    const { value, hasFailed } = this.live;
    return value?.rows.pieces(list.items, held, list.rule) ?? firstPieces(list.items, hasFailed);
  }

  /** Does what takes a part that may be on its way still; at once where it is here, for a press counts only so long. */
  protected async withLater(act: (later: Later) => unknown): Promise<void> {
    const later = this.live.value ?? (await this.live.need());
    await (later ? act(later) : this.announcer.say(this.texts.say('part.failed')));
  }

  /** Loads the next page. */
  protected readonly onMore = (): Promise<void> =>
    this.withLater(({ more }) => more((count) => this.shown(count)));

  #content(showing: ListShowing<Item>) {
    const { kind } = showing;
    if (kind === 'forbidden') return forbiddenPanel(showing.problem, this.texts);
    const hasToolbar = kind === 'loading' ? this.hasTexts : kind !== 'error' || this.source.reader.data;
    // One template for all of them: whoever types a search keeps the focus, whatever the answer is.
    return html`${kind === 'loading' || kind === 'error' ? nothing : this.#notice(kind)}
    ${hasToolbar ? this.toolbar() : nothing} ${this.#body(showing)}`;
  }

  #body(showing: Exclude<ListShowing<Item>, { kind: 'forbidden' }>) {
    switch (showing.kind) {
      case 'loading':
        return this.bones();
      case 'error':
        return html`${errorPanel(showing.error, this.texts, this.source.canRetry ? this.#onRetry : null)}
        ${this.help()}`;
      case 'empty':
        return this.#empty();
      case 'data':
        return this.table(showing.list);
    }
  }

  #empty() {
    const { value, hasFailed } = this.live;
    // What is missing is said above.
    if (hasFailed) return nothing;
    return value ? this.empty(value) : this.bones();
  }

  #notice(kind: ListShowing<Item>['kind']) {
    const { value: later, hasFailed } = this.live;
    if (hasFailed) return partNotice(this.texts);
    const { value, loadedAt } = this.feed;
    // An account that is not there is no list that has grown old.
    const isRefused = kind === 'empty' && value.data === null;
    if (!later || this.source.isHosted || isRefused || this.isLeftToPage) return nothing;
    return later.notice(value, loadedAt, this.#onReload, { texts: this.texts, formats: this.formats });
  }

  get #showing(): ListShowing<Item> {
    const { reader: session, items } = this.source;
    const { account } = this.choice.applied;
    const showing = listShowing(items, { session, needs: this.needs, account });
    return !this.hasTexts || (showing.kind === 'error' && this.isLeftToPage) ? { kind: 'loading' } : showing;
  }

  readonly #onReload = (): void => {
    this.forgetSessionEnd();
    this.source.reload();
  };

  readonly #onRetry = (): void => {
    if (this.session.state === 'error') this.retrySession();
    else this.#onReload();
    // The button goes away with its panel: whoever pressed it stays in the widget.
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  };

  /** What was only held for the sake of the focus may leave now. */
  readonly #onFocusOut = (): void => {
    this.clock.after(0, () => this.live.value?.follower.prune());
  };
}

const noContact: Contact = {};
