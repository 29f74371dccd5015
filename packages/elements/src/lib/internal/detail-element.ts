import { type Permission, missingPermission } from '@numberdesk/core/access';
import { type Connection, isPortalError } from '@numberdesk/core/http';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from './announcer.ts';
import type { DetailFeedController } from './detail-feed.controller.ts';
import type { DetailLater } from './detail-later.ts';
import { bones } from './detail-parts.template.ts';
import type { LaterPart } from './later-part.controller.ts';
import type { MessageKey } from './locales/en.ts';
import { errorPanel, forbiddenPanel, partNotice } from './panels.ts';
import { type ElementState, PortalElement } from './portal-element.ts';
import { refusedPermission } from './problems.ts';
import { type Resource, failureIn } from './resource-controller.ts';

/** How the server says that there is no such thing; an id that cannot be one is none either. */
const missingCodes: readonly string[] = ['not-found', 'bad-request'];

/** What every page of one thing has: its states, what is fresh of it, who may read it, and what is copied from it. */
export abstract class DetailElement<
  Data,
  Later extends Omit<DetailLater<never>, 'news'>,
> extends PortalElement {
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level' },
    loading: { type: Boolean },
    error: { attribute: false },
    permissions: { attribute: false },
  };

  /** Level of the heading with its number; the headings below it have the next one. */
  headingLevel = 2;

  /** With one of the page's own: whether it is still on its way. */
  loading = false;

  /** With one of the page's own: why it could not be had. */
  error: unknown = null;

  /** With one of the page's own: what the reader may do; to see it, unless given. */
  abstract permissions: readonly string[];

  /** What is said of its loading and its copying. */
  protected abstract readonly words: Readonly<Record<'loading' | 'copied' | 'copyFailed', MessageKey>>;
  /** Lines of the skeleton. */
  protected abstract readonly lines: number;
  protected abstract readonly feed: DetailFeedController<Data>;
  /** What nobody needs in order to read. */
  protected abstract readonly live: LaterPart<Later>;
  protected readonly announcer = new Announcer(this);

  /** What it takes to see it. */
  protected abstract needs(permissions: readonly string[]): Permission;
  /** What the page gives itself, in place of what a server has. */
  protected abstract get own(): Data | null;
  /** Whether one is asked for. */
  protected abstract get isWanted(): boolean;
  protected abstract empty(): TemplateResult;
  protected abstract content(data: Data): TemplateResult | null;

  /** What the widget is called, as a group; `nothing` is that it is none. */
  protected get label(): string | typeof nothing {
    return nothing;
  }

  protected override get failure(): unknown {
    return this.#failure ?? this.feed.streamError;
  }

  /** Whether the page gives it itself. */
  protected get isHosted(): boolean {
    return Boolean(this.own ?? this.error ?? this.loading);
  }

  /** Who reads: the session's person, or whoever the page says. */
  protected get reader(): Resource<{ readonly permissions: readonly string[] }> {
    const permissions = this.permissions ?? [];
    return this.isHosted ? { state: 'data', data: { permissions } } : this.session;
  }

  protected get value(): Resource<Data> {
    if (!this.isHosted) return this.feed.value;
    const { own: data, error } = this;
    if (error) return { state: 'error', data, error };
    return this.loading || !data ? { state: 'loading', data } : { state: 'data', data };
  }

  /** Where to ask for it; `null` while nothing may be asked for, or at all. */
  protected get origin(): Connection | null {
    return this.isHosted || !this.session.data || this.#missing ? null : this.connection;
  }

  protected override render(): TemplateResult {
    const { texts, label, state } = this;
    return html`<div
      class="frame"
      role=${label === nothing ? label : 'group'}
      lang=${texts.locale}
      dir=${texts.direction}
      tabindex="-1"
      aria-label=${label}
      aria-busy=${state === 'loading' || this.value.state === 'loading'}
    >
      ${this.#content(state)}
      <div class="unseen" role="status">${this.announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    this.showState(this.state);
    super.updated();
  }

  /** What to say where a text has just been copied, else `null`. */
  protected readonly copied = (text: string): string | null =>
    this.live.value?.copies.hasCopied(text) ? this.texts.say(this.words.copied) : null;

  protected readonly onCopy = async (text: string): Promise<void> => {
    const { copies } = this.live.value ?? (await this.live.need()) ?? {};
    const isDone = await copies?.copy(text);
    this.announcer.say(this.texts.say(this.words[isDone ? 'copied' : 'copyFailed']));
  };

  /** What was pressed goes away: whoever pressed it stays in the widget. */
  protected toFrame(): void {
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  }

  get #failure(): unknown {
    return failureIn(this.reader) ?? failureIn(this.value);
  }

  get #missing() {
    const { data } = this.reader;
    return data && missingPermission(data, this.needs(data.permissions));
  }

  /** What stands in place of it; `null` is that it is shown. */
  protected get state(): ElementState | null {
    const failure = this.#failure;
    if (!this.hasTexts) return 'loading';
    if (this.#missing || refusedPermission(failure)) return 'forbidden';
    if (isGone(failure)) return 'empty';
    const { data } = this.reader;
    if (data && this.value.data) return null;
    if (data && !this.isHosted && !this.isWanted) return 'empty';
    return failure === null || this.isLeftToPage ? 'loading' : 'error';
  }

  #content(state: ElementState | null) {
    const { texts } = this;
    const failure = this.#failure;
    switch (state) {
      case 'loading':
        return bones(this.lines, this.hasTexts ? texts.say(this.words.loading) : null);
      case 'forbidden': {
        const problem = this.#missing ?? refusedPermission(failure);
        return problem && forbiddenPanel(problem, texts);
      }
      case 'empty':
        return this.empty();
      case 'error':
        return errorPanel(failure, texts, this.isHosted ? null : this.#onRetry);
      case null:
        return this.value.data && [this.#notice(), this.content(this.value.data)];
    }
  }

  #notice() {
    if (this.live.hasFailed) return partNotice(this.texts);
    return this.isHosted || this.isLeftToPage ? null : this.live.value?.notice(this.feed);
  }

  readonly #onRetry = (): void => {
    this.forgetSessionEnd();
    if (this.session.state === 'error') this.retrySession();
    else this.feed.reload();
    this.toFrame();
  };
}

const isGone = (error: unknown) => isPortalError(error) && missingCodes.includes(error.code);
