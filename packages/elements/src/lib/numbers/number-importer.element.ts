import { type Contact, missingPermission } from '@numberdesk/core/access';
import type { BatchReport, NumberPolicy } from '@numberdesk/core/numbers';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { FocusKeeper } from '../internal/focus-keeper.controller.ts';
import { icon } from '../internal/icons.ts';
import { callPurposeWords } from '../internal/locales/en-call-purposes.ts';
import { numberImporterWords } from '../internal/locales/en-number-importer.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { OnlineController } from '../internal/online-controller.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { errorPanel, forbiddenPanel } from '../internal/panels.ts';
import { type ElementState, PortalElement } from '../internal/portal-element.ts';
import { refusedPermission } from '../internal/problems.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { BatchDropController } from './batch-drop.controller.ts';
import { batchDrop } from './batch-drop.template.ts';
import { NumberEntryController } from './number-entry.controller.ts';
import { pastedBatch } from './number-entry-paste.ts';
import { numberEntry } from './number-entry.template.ts';
import { NumberImporterAccounts } from './number-importer-accounts.controller.ts';
import { NumberImporterFlow, loadFlow } from './number-importer-flow.controller.ts';
import { bringNumberImporterLanguages } from './number-importer-languages.ts';
import { numberImporterStyles } from './number-importer.styles.ts';
import { type ImportWay, accountChoice, helpBar, skeletonForm, wayTabs } from './number-importer.template.ts';
import { type ImporterView, rowLimit } from './number-importer-view.ts';

bringEnglish({ ...callPurposeWords, ...numberImporterWords });
bringNumberImporterLanguages();

/** What adding takes. */
const needed = 'numbers:add';

/**
 * Adds phone numbers to an account, one by one or from a file of numbers and call purposes: each is looked at before
 * it is sent, and each is added or has its reason afterwards (NUM-1 … NUM-10). Put it into a `<numberdesk-portal>`, or
 * give it a `client`.
 *
 * @summary Adds phone numbers, one by one or from a file.
 * @fires {NumbersAddRequestEvent} numbers-add-request - Numbers are about to be sent; cancelable.
 * @fires {NumbersAddedEvent} numbers-added - Numbers have been added.
 * @fires {NumbersRejectedEvent} numbers-rejected - Numbers have not been added, each with its reason.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart toolbar - The ways to add numbers, and the account they go to.
 * @csspart notice - What somebody has to know before they go on.
 * @csspart drop - Where a file is dropped or chosen.
 * @csspart table - The rows of a batch, or what became of them.
 * @csspart row - A row of those.
 * @csspart cell - A cell of a row.
 * @csspart status - A status with its drawing.
 * @csspart contact - The way to help.
 * @csspart error - What is shown in place of the widget, or of a file that cannot be read.
 * @csspart skeleton - What is shown while the session is being loaded.
 *
 * @cssstate loading - The session is on its way.
 * @cssstate error - It cannot be had.
 * @cssstate forbidden - A permission is missing.
 */
export class NumberImporter extends PortalElement {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag: string = 'number-importer';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    account: {},
    contact: { attribute: false },
    workerUrl: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, numberImporterStyles];

  /** The account that numbers are added to, until somebody chooses another; the session's own unless given. */
  account: string | null = null;

  /** Whom to turn to for help; the session's contact unless given. */
  contact: Contact | null = null;

  /**
   * Where the script is that reads files beside the page, `number-worker.js` of this package; found by itself unless
   * given. Where the browser refuses it, files are read on the page.
   */
  workerUrl: string | URL | null = null;

  #way: ImportWay = 'manual';
  readonly #announcer = new Announcer(this);
  readonly #online = new OnlineController(this);
  readonly #accounts = new NumberImporterAccounts(this, {
    connection: () => (this.#isAllowed ? this.connection : null),
    wanted: () => this.account,
    own: () => this.session.data?.account ?? null,
  });
  readonly #entry = new NumberEntryController(this, {
    policy: () => this.#view.policy,
    texts: () => this.texts,
    say: this.#announcer.say,
  });
  readonly #drop = new BatchDropController(this, {
    policy: () => this.#view.policy,
    texts: () => this.texts,
    workerUrl: () => this.workerUrl,
    load: loadFlow,
    say: this.#announcer.say,
    onReport: (report, name) => this.#onReport(report, name),
  });
  readonly #flow = new NumberImporterFlow(this, {
    connection: () => this.connection,
    clock: () => this.clock,
    view: () => this.#view,
    say: this.#announcer.say,
    drop: this.#drop,
    account: () => this.#accounts.taken,
    onEnd: ({ saved }) => saved && this.#entry.settle(saved),
  });

  constructor() {
    super();
    new FocusKeeper(this);
  }

  protected override get failure(): unknown {
    const { session } = this;
    return (session.state === 'error' ? session.error : null) ?? this.#accounts.error ?? this.#flow.failure;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    const state = this.#state;
    return html`<div
      class="frame"
      role="group"
      lang=${texts.locale}
      dir=${texts.direction}
      tabindex="-1"
      aria-label=${texts.say('import.label')}
      aria-busy=${state === 'loading'}
    >
      ${this.#content(state)}
      <div class="unseen" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    this.showState(this.#state);
    super.updated();
  }

  get #isAllowed(): boolean {
    const { data } = this.session;
    return data !== null && missingPermission(data, needed) === null;
  }

  get #state(): ElementState | null {
    const { session } = this;
    if (!this.hasTexts) return 'loading';
    if (session.data) return this.#isAllowed ? null : 'forbidden';
    if (session.state !== 'error' || this.isLeftToPage) return 'loading';
    return refusedPermission(session.error) ? 'forbidden' : 'error';
  }

  #content(state: ElementState | null) {
    const { texts, session } = this;
    const error = session.state === 'error' ? session.error : null;
    const problem = (session.data && missingPermission(session.data, needed)) ?? refusedPermission(error);
    if (state === 'loading') return skeletonForm(texts, this.hasTexts);
    const help = helpBar(this.#view);
    if (state === 'forbidden') return [problem && forbiddenPanel(problem, texts), help];
    if (state === 'error') return [errorPanel(error, texts, this.#onRetry), help];
    return html`${this.#toolbar()} ${this.#offline()} ${this.#body()} ${help}`;
  }

  #toolbar() {
    const { texts } = this;
    if (this.#flow.isOver) return nothing;
    return html`<div class="toolbar" part="toolbar">
      ${this.#flow.isOpen ? nothing : wayTabs(this.#way, this.#onWay, texts)}
      ${accountChoice(this.#accounts, this.#flow.isFixed, texts)}
    </div>`;
  }

  #offline() {
    if (this.#online.isOnline) return nothing;
    return html`<p class="notice" part="notice">${icon('alert')}${this.texts.say('import.offline')}</p>`;
  }

  #body(): TemplateResult {
    const { texts } = this;
    if (this.#flow.isOpen) return html`<div class="body flow">${this.#flow.body(this.#view)}</div>`;
    const content =
      this.#way === 'batch'
        ? batchDrop(this.#drop, rowLimit(this.#view.policy), texts)
        : numberEntry(this.#entry, {
            texts,
            formats: this.formats,
            onSave: this.#onSave,
            onBatch: this.#onPastedBatch,
            update: () => this.requestUpdate(),
          });
    return html`${this.#flow.trouble(texts)}
      <div id="panel" class="body" role="tabpanel" aria-labelledby="tab-${this.#way}">${content}</div>`;
  }

  get #view(): ImporterView {
    const { data } = this.session;
    return {
      texts: this.texts,
      formats: this.formats,
      policy: (data?.policy ?? {}) as NumberPolicy,
      contact: this.contact ?? ((data?.contact ?? {}) as Contact),
      isOnline: this.#online.isOnline,
    };
  }

  readonly #onWay = (way: ImportWay): void => {
    this.#way = way;
    // What reads a file comes while one is being looked for; a failure is told once there is something to read.
    if (way === 'batch') for (const part of [this.#flow, this.#drop]) void part.prepare();
    this.requestUpdate();
  };

  readonly #onSave = (): void => {
    if (!this.#entry.mayBeSaved()) return;
    void this.#flow.save(this.#entry.list.entries, this.texts.say('import.list'));
  };

  readonly #onPastedBatch = (lines: readonly string[]): void => {
    const { purpose } = this.#entry.draft;
    this.#entry.dismissPaste();
    this.#way = 'batch';
    this.requestUpdate();
    void this.#drop.read(pastedBatch(lines, purpose), this.texts.say('import.paste.name'));
  };

  #onReport(report: BatchReport, name: string): void {
    void this.#flow.review(report, name);
  }

  readonly #onRetry = (): void => {
    this.retrySession();
    // The button goes away with its panel: whoever pressed it stays in the widget.
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'number-importer': NumberImporter;
  }
}
