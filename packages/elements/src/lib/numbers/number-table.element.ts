import { type AccessProblem, missingPermission } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { ListElement } from '../internal/list-element.ts';
import { ListToolsController } from '../internal/list-tools.controller.ts';
import type { LiveList } from '../internal/live-list.ts';
import { callPurposeWords } from '../internal/locales/en-call-purposes.ts';
import { listWords } from '../internal/locales/en-list.ts';
import { numberTableWords } from '../internal/locales/en-number-table.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { NumberListController } from './number-list.controller.ts';
import type { NumberToolsContext } from './number-list-tool.ts';
import { moveTargets } from './number-table-accounts.ts';
import { NumberImportController } from './number-table-import.controller.ts';
import type { NumberTableLater } from './number-table-later.ts';
import { bringNumberTableLanguages } from './number-table-languages.ts';
import { changeForbidden, numberToolbar } from './number-table-toolbar.template.ts';
import type { NumberTableView } from './number-table-view.ts';
import { numberTableStyles } from './number-table.styles.ts';
import { numberBones, numberHelp, numberTable, numbersBelow } from './number-table.template.ts';

bringNumberTableLanguages();
for (const words of [listWords, callPurposeWords, numberTableWords]) bringEnglish(words);

/**
 * The numbers of an account and of those below it: live, with their status and what calls from them are for, to be
 * searched, changed, moved, removed and taken along (NUM-1, NUM-5, NUM-6, NUM-8, NUM-9, NUM-10). Put it into a
 * `<numberdesk-portal>`, or give it a `client` of your own.
 *
 * @summary Live table of the numbers in the inventory.
 * @slot import - A `<number-importer>`, say, which "Add numbers" then opens above the table.
 * @fires {NumberImportRequestEvent} number-import-request - A person wants to add numbers; cancelable.
 * @fires {NumberChangeRequestEvent} number-change-request - A person has decided to change a number; cancelable.
 * @fires {NumberChangedEvent} number-changed - The person has changed a number, and the server has said so.
 * @fires {NumberRemoveRequestEvent} number-remove-request - A person has decided to remove a number; cancelable.
 * @fires {NumberRemovedEvent} number-removed - The person has removed a number, and the server has said so.
 * @fires {ListViewChangedEvent} view-state-changed - A person has chosen other numbers to see.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart toolbar - The line above the table, and what it opens.
 * @csspart notice - What is not fresh any more, above the table.
 * @csspart table - The table.
 * @csspart row - A row: the head's, a number's, a form's.
 * @csspart cell - A cell of a row.
 * @csspart status - A status with its drawing.
 * @csspart tip - Why a number cannot be moved.
 * @csspart action - What can be done to a number.
 * @csspart more - The bar below the table, with the way to more numbers and to whoever helps.
 * @csspart empty - What is shown in place of a table without numbers.
 * @csspart error - What is shown in place of a table that cannot be shown.
 * @csspart skeleton - The table while it is being loaded.
 *
 * @cssstate loading - The numbers are on their way.
 * @cssstate empty - There are none.
 * @cssstate error - They cannot be had.
 * @cssstate forbidden - A permission is missing.
 */
export class NumberTable extends ListElement<PhoneNumber, NumberTableLater> {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag = 'number-table';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    orderHref: { attribute: false },
    importHref: { attribute: 'import-href' },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, numberTableStyles];

  /** Where the order that brought a number is to be seen, by the order's number; without it, that is no link. */
  orderHref: ((order: string) => string | null) | null = null;

  /** Where numbers are added; without it and without an importer in the slot, there is no way there. */
  importHref: string | null = null;

  protected override readonly needs = 'numbers:view';
  readonly #list = new NumberListController(this, {
    session: () => this.session,
    connection: () => this.connection,
    clock: () => this.clock,
    onChoice: (viewState) => this.choose(viewState),
  });
  protected override readonly feed = this.#list.feed;
  protected override readonly choice = this.#list.choice;
  readonly #import = new NumberImportController(this, () => this.importHref);
  readonly #tools = new ListToolsController<NumberToolsContext>(this, () => import('./number-list-tools.ts'));

  protected override async later(): Promise<NumberTableLater> {
    const { numberTableLater } = await import('./number-table-later.ts');
    return numberTableLater(this, {
      feed: this.feed,
      clock: () => this.clock,
      focused: () => this.focusedKey,
      texts: () => this.texts,
      connection: () => this.connection,
      accounts: () => this.#list.accounts,
      actingIn: () => this.#actingIn,
      dispatch: (event) => this.dispatchEvent(event),
      say: this.announcer.say,
    });
  }

  protected override get label(): string {
    return this.texts.say('numbers.label');
  }

  protected override shown(count: number): string {
    return this.texts.say('numbers.shown', { count });
  }

  protected override bones(): TemplateResult {
    return numberBones(this.hasTexts ? this.texts : null);
  }

  protected override help() {
    return numberHelp(this.helper, this.texts);
  }

  protected override empty({ empty }: NumberTableLater): TemplateResult {
    const { applied, change } = this.choice;
    const onAdd = this.#missing === null && this.#import.isThere ? this.#import.go : null;
    return html`${empty(applied, this.texts, change, onAdd)} ${this.help()}`;
  }

  protected override table(list: LiveList<PhoneNumber>): TemplateResult {
    const { value } = this.live;
    const pieces = this.pieces(list, value?.acts.held ?? this.focusedKey);
    const below = { list, more: value?.follower.more ?? null, onMore: this.onMore };
    return html`${numberTable(list, pieces, this.#view)}
    ${numbersBelow(this.shown(list.items.length), below, this.texts)} ${this.help()}`;
  }

  protected override toolbar() {
    const { texts, feed } = this;
    const { state, change } = this.choice;
    const { open, toggle } = this.#tools;
    const missing = this.#missing;
    const context: NumberToolsContext = {
      state,
      accounts: this.#list.accounts,
      view: this.#view,
      page: feed.page,
      onState: change,
      say: this.announcer.say,
      update: () => this.requestUpdate(),
    };
    const add = missing ? nothing : this.#import.way(texts);
    return html`${numberToolbar({ texts, state, open, add, onState: change, onTool: toggle })}
    ${missing ? changeForbidden(missing, texts) : nothing} ${this.#tools.panel(context, texts)}
    ${this.#import.place(!missing)}`;
  }

  get #view(): NumberTableView {
    const { texts, formats, orderHref, helper: contact } = this;
    const { accounts } = this.#list;
    const canChange = this.#missing === null;
    const byId = this.#list.accountsById(this.session.data?.account ?? null);
    const later = this.live.value;
    return {
      texts,
      formats,
      now: this.clock.now(),
      contact,
      accounts: byId,
      canChange,
      common: [texts, formats, contact, byId, canChange, orderHref],
      canMove: ({ account }) => moveTargets(account, this.#actingIn, accounts).length > 0,
      act: (number) => later?.acts.of(number) ?? null,
      form: (number) => later?.acts.form(number),
      isFresh: ({ id }) => later?.news.isFresh(id) ?? false,
      isCopied: ({ number }) => later?.copies.hasCopied(number) ?? false,
      orderHref: ({ order }) => (order === null ? null : (orderHref?.(order) ?? null)),
      onAct: (name, number) => this.withLater(({ acts }) => acts.toggle(name, number)),
      onCopy: (number) => this.withLater(({ copy }) => copy(number)),
    };
  }

  /** Why numbers may not be changed; `null` where they may, or where it is not known yet (ACC-4). */
  get #missing(): AccessProblem | null {
    return this.session.data && missingPermission(this.session.data, 'numbers:add');
  }

  get #actingIn(): string | null {
    return this.session.data?.account?.id ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'number-table': NumberTable;
  }
}
