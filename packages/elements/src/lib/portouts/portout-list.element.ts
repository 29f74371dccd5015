import { type Permission, type ReachableAccount, missingPermission } from '@numberdesk/core/access';
import type { PortOut } from '@numberdesk/core/portouts';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { LaterPart } from '../internal/later-part.controller.ts';
import { ListElement } from '../internal/list-element.ts';
import { moreItems } from '../internal/list-parts.template.ts';
import type { LiveList } from '../internal/live-list.ts';
import { listWords } from '../internal/locales/en-list.ts';
import { portOutListWords } from '../internal/locales/en-portout-list.ts';
import { portOutWords } from '../internal/locales/en-portout.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel } from '../internal/panels.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { portOutFeed } from './portout-list-feed.ts';
import type { PortOutListLater } from './portout-list-later.ts';
import { bringPortOutListLanguages } from './portout-list-languages.ts';
import type { PortOutPlace, PortOutPlaces } from './portout-list-places.ts';
import { type PortOutToolbar, portOutToolbar, portOutViews } from './portout-list-toolbar.template.ts';
import type { PortOutListView } from './portout-list-view.ts';
import { permissionToView } from './portout-permission.ts';
import { portOutListStyles } from './portout-list.styles.ts';
import { portOutBones, portOutTable } from './portout-list.template.ts';

bringPortOutListLanguages();
for (const words of [listWords, portOutWords, portOutListWords]) bringEnglish(words);

const minute = 60_000;
const none: readonly ReachableAccount[] = [];

/**
 * The port-out requests of an account and of those below it: live, with the time that is left to answer and what happens
 * then, to be searched, opened and answered in place; and what ported numbers cost, by month (POR-2, POR-6, POR-8,
 * POR-9, POR-10). Put it into a `<numberdesk-portal>`, or give it a `client` of your own.
 *
 * @summary Live list of port-out requests, with their charges.
 * @fires {PortOutOpenRequestEvent} portout-open-request - A person wants to see a request; cancelable.
 * @fires {PortOutOpenedEvent} portout-opened - A request has been opened inside the list.
 * @fires {PortOutClosedEvent} portout-closed - The request that was open is closed.
 * @fires {ListViewChangedEvent} view-state-changed - A person has chosen to see something else.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart toolbar - The line above the table, and what it opens.
 * @csspart notice - What is not fresh any more, above the table.
 * @csspart table - The table.
 * @csspart row - A row: the head's, a request's, a charge's.
 * @csspart cell - A cell of a row.
 * @csspart status - A status with its drawing.
 * @csspart action - The way to a request.
 * @csspart more - The bar below the table, with the way to more.
 * @csspart empty - What is shown in place of a table without requests.
 * @csspart error - What is shown in place of a table that cannot be shown.
 * @csspart skeleton - The table while it is being loaded.
 *
 * @cssstate loading - The requests are on their way.
 * @cssstate empty - There are none.
 * @cssstate error - They cannot be had.
 * @cssstate forbidden - A permission is missing.
 */
export class PortOutList extends ListElement<PortOut, PortOutListLater> {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag = 'portout-list';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    portout: {},
    request: {},
    portoutHref: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, portOutListStyles];

  /** Id of the request that is open; `null` shows the list. Links in mails carry it. */
  portout: string | null = null;

  /** A carrier's number of a request, to open the one that has it; where none or several do, the list searches for it. */
  request: string | null = null;

  /** Where a request is to be seen by itself, for links that open in a new tab; without it, there are none. */
  portoutHref: ((portout: PortOut) => string | null) | null = null;

  /** What the parts of the list have of it. */
  readonly #parts = {
    connection: () => (this.#mayView ? this.connection : null),
    clock: () => this.clock,
    timeZone: () => this.zone,
    view: () => this.#view,
    say: this.announcer.say,
    onChoice: (viewState: string) => this.choose(viewState),
  };
  readonly #list = portOutFeed(this, this.#parts);
  protected override readonly feed = this.#list.feed;
  protected override readonly choice = this.#list.choice;
  readonly #places = new LaterPart<PortOutPlaces>(this, {
    isTime: () => Boolean(this.request) || this.#place !== 'requests',
    load: async () => {
      const { PortOutPlaces } = await import('./portout-list-places.ts');
      return new PortOutPlaces(this, {
        ...this.#parts,
        choice: this.choice,
        place: () => this.#place,
        waiting: this.#waiting,
      });
    },
  });

  protected override get needs(): Permission {
    return permissionToView(this.session.data?.permissions);
  }

  protected override async later(): Promise<PortOutListLater> {
    const [{ portOutListLater }, places] = await Promise.all([
      import('./portout-list-later.ts'),
      this.#places.need(),
    ]);
    return portOutListLater(this, {
      ...this.#parts,
      list: this.#list,
      held: () => this.#held,
      places,
    });
  }

  protected override get label(): string {
    return this.texts.say('portouts.label');
  }

  protected override shown(count: number): string {
    return this.texts.say('portouts.shown', { count });
  }

  protected override bones(): TemplateResult {
    return portOutBones(this.hasTexts ? this.texts : null);
  }

  protected override help() {
    return this.live.value?.help(this.helper, this.texts);
  }

  protected override empty({ empty }: PortOutListLater): TemplateResult {
    const { applied, change } = this.choice;
    return html`${empty(applied, this.texts, change)} ${this.help()}`;
  }

  protected override table(list: LiveList<PortOut>): TemplateResult {
    const pieces = this.pieces(list, this.#held);
    const end = {
      shown: this.shown(list.items.length),
      hasMore: list.next !== null,
      more: this.live.value?.follower.more ?? null,
    };
    return html`${portOutTable(list, pieces, this.#view)} ${moreItems(end, this.onMore, this.texts)}
    ${this.help()}`;
  }

  protected override toolbar() {
    const { texts } = this;
    const { state, change } = this.choice;
    const { value } = this.live;
    const bar: PortOutToolbar = {
      texts,
      state,
      open: value?.tools.open ?? null,
      onState: change,
      onTool: (name) => void this.withLater(({ tools }) => tools.toggle(name)),
    };
    return html`${portOutToolbar(bar)} ${value?.panel(texts)}`;
  }

  // Whatever is in its place, the list stays as it is: so it is there at once, and where it was.
  protected override render(): TemplateResult {
    const { texts } = this;
    const { state, change } = this.choice;
    const place = this.#place;
    const isList = place === 'requests';
    const { data, state: isKnown } = this.session;
    // The views are there before it is known who reads, so that nothing jumps.
    const hasViews = this.hasTexts && this.portout === null && (data ? this.#mayView : isKnown === 'loading');
    return html`<div class="surface" lang=${texts.locale} dir=${texts.direction}>
      ${hasViews ? portOutViews(state, change, texts) : nothing}
      <div ?hidden=${!isList}>${super.render()}</div>
      ${isList ? nothing : (this.#places.value?.render() ?? this.#waiting(this.#places))}
      <div class="unseen" role="status">${place === 'charges' ? this.announcer.said : nothing}</div>
    </div>`;
  }

  /** What is in the place of the list until that is here. */
  readonly #waiting = ({ hasFailed }: { hasFailed: boolean }): TemplateResult =>
    html`<div class="frame">
      ${hasFailed ? emptyPanel(this.texts.say('part.failed'), []) : this.bones()}
    </div>`;

  get #mayView(): boolean {
    const { data } = this.session;
    return data !== null && missingPermission(data, this.needs) === null;
  }

  /** What is to be seen: the list, the charges in its place, or the request that is open. */
  get #place(): PortOutPlace {
    if (!this.#mayView) return 'requests';
    return this.portout === null ? this.choice.state.view : 'inside';
  }

  /** Id of the request whose row stays wherever it is. */
  get #held(): string | null {
    return this.#places.value?.held ?? this.focusedKey;
  }

  get #view(): PortOutListView {
    const { texts, formats, portoutHref } = this;
    const shared = {
      texts,
      formats,
      // Rows go on by the minute, all of them at once.
      now: Math.floor(this.clock.now() / minute) * minute,
      session: this.session.data,
      accounts: this.live.value?.accounts() ?? none,
      href: portoutHref,
    };
    return {
      ...shared,
      common: Object.values(shared),
      body: (portout) => this.live.value?.body(portout, shared.now, this.zone) ?? portout,
      isFresh: ({ id }) => this.live.value?.news.isFresh(id) ?? false,
      onOpen: this.#onOpen,
    };
  }

  readonly #onOpen = (portout: PortOut, event: MouseEvent): void => {
    const isLink = (event.currentTarget as Element).localName === 'a';
    // A click that opens a new tab or window is the browser's.
    if (isLink && (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) return;
    event.preventDefault();
    void this.withLater(({ open }) => open(portout));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portout-list': PortOutList;
  }
}
