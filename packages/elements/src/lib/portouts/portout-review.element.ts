import { type Session, missingPermission } from '@numberdesk/core/access';
import {
  type PortOut,
  type PortOutDetail,
  canAnswer,
  portOutBody,
  portOutDeadlines,
} from '@numberdesk/core/portouts';
import { type PropertyDeclarations, type TemplateResult, html, nothing } from 'lit';
import { Announcer } from '../internal/announcer.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { portOutReviewWords } from '../internal/locales/en-portout-review.ts';
import { portOutWords } from '../internal/locales/en-portout.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { OnlineController } from '../internal/online-controller.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel, errorPanel, forbiddenPanel } from '../internal/panels.ts';
import { type ElementState, PortalElement } from '../internal/portal-element.ts';
import { refusedPermission } from '../internal/problems.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { DeadlineClock } from './deadline-clock.controller.ts';
import { freshness } from './portout-freshness.template.ts';
import { numbersAtATime, numbersAtFirst } from './portout-numbers.template.ts';
import { type FoundPortOut, PortOutFeed } from './portout-review-feed.controller.ts';
import { bringPortOutReviewLanguages } from './portout-review-languages.ts';
import type { LiveReview } from './portout-review-later.ts';
import { failureOf, isGone, missesView, missingView } from './portout-showing.ts';
import type { AnswerName, PortOutReviewView } from './portout-review-view.ts';
import { portOutReviewStyles } from './portout-review.styles.ts';
import { portOutReview, severalHits, skeletonReview } from './portout-review.template.ts';

// Only a page that has this widget says these words.
bringEnglish({ ...portOutWords, ...portOutReviewWords });
bringPortOutReviewLanguages();

/**
 * One port-out request: until when it is to be answered and what happens if it is not, what is asked and what of it
 * matches what is on file, the answers, the verdict and what happened (POR-3 … POR-9), live. Put it into a
 * `<numberdesk-portal>`, or give it a `client` or a `detail` of your own.
 *
 * @summary One port-out request, to be accepted or rejected in time.
 * @fires {PortOutAcceptRequestEvent} portout-accept-request - A person has decided to accept; cancelable.
 * @fires {PortOutRejectRequestEvent} portout-reject-request - A person has decided to reject; cancelable.
 * @fires {PortOutAcceptedEvent} portout-accepted - The request has been accepted here.
 * @fires {PortOutRejectedEvent} portout-rejected - The request has been rejected here.
 * @fires {SessionExpiredEvent} session-expired - The session is over and could not be renewed; cancelable.
 *
 * @csspart header - The request's number and status, and what is asked in one sentence.
 * @csspart notice - What is not fresh any more, above the request, and what is warned of.
 * @csspart clock - The time that is left, and what happens then.
 * @csspart action - The answers, or why there are none.
 * @csspart form - What is filled in for an answer.
 * @csspart facts - What was submitted.
 * @csspart match - How a detail stands to what is on file.
 * @csspart status - A status with its drawing.
 * @csspart numbers - The numbers that are to leave.
 * @csspart timeline - What happened, the newest first.
 * @csspart event - One of those.
 * @csspart notes - The notes of the reader's own side.
 * @csspart toolbar - What can be done with the case as a whole.
 * @csspart empty - What is shown where there is no such request, or more than one.
 * @csspart error - What is shown in place of a request that cannot be shown.
 * @csspart skeleton - What is shown while the request is being loaded.
 *
 * @cssstate loading - The request is on its way.
 * @cssstate empty - There is no such request, or more than one.
 * @cssstate error - It cannot be had.
 * @cssstate forbidden - A permission is missing.
 */
export class PortOutReview extends PortalElement {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag: string = 'portout-review';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    portout: {},
    request: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    detail: { attribute: false },
    loading: { type: Boolean },
    error: { attribute: false },
    permissions: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, portOutReviewStyles];

  /** The request's id, which is ours; links carry it. */
  portout: string | null = null;

  /** In place of an id, the carrier's number of the request; it opens only if exactly one is found. */
  request: string | null = null;

  /** Level of the heading with the request's number; the headings below it have the next one. */
  headingLevel = 2;

  /** A request that the page has itself, in place of one of a server. */
  detail: PortOutDetail | null = null;

  /** With `detail`: whether it is still on its way. */
  loading = false;

  /** With `detail`: why it could not be had. */
  error: unknown = null;

  /** With `detail`: what the reader may do; `portouts:view` unless given. */
  permissions: readonly string[] = ['portouts:view'];

  #numbersShown = numbersAtFirst;
  #shownOf: string | null = null;

  readonly #online = new OnlineController(this);
  readonly #announcer = new Announcer(this);
  readonly #feed = new PortOutFeed(this, {
    connection: () => (this.#isHosted || missesView(this.session.data) ? null : this.connection),
    wanted: () => ({ id: this.portout || null, request: this.request || null }),
    clock: () => this.clock,
    onChange: (portout, before) => void this.#tell(portout, before),
  });
  readonly #live = new LaterPart<LiveReview>(this, {
    isTime: () => this.#detail !== null,
    load: async () => {
      const { liveReview } = await import('./portout-review-later.ts');
      return liveReview(this, {
        detail: () => this.#detail,
        refusal: () => this.#refusal,
        mayAnswer: () => !missingPermission(this.#reader.data ?? { permissions: [] }, 'portouts:modify'),
        session: () => this.session.data,
        words: () => this.#words,
        headingLevel: () => this.headingLevel,
        clock: () => this.clock,
        connection: () => (this.#isHosted ? null : this.connection),
        accountName: this.#accountName,
        take: this.#feed.take,
        reload: this.#feed.reload,
        dispatch: (event) => this.dispatchEvent(event),
        say: this.#announcer.say,
      });
    },
  });

  constructor() {
    super();
    const moments = (detail: PortOutDetail) => portOutDeadlines(detail, this.clock.now());
    new DeadlineClock(this, {
      moments: () => (this.#detail ? moments(this.#detail).map(({ at }) => Date.parse(at)) : []),
      clock: () => this.clock,
    });
  }

  protected override get failure(): unknown {
    const answering = this.#live.value?.failure ?? null;
    return this.#failure ?? this.#feed.streamError ?? answering;
  }

  protected override willUpdate(): void {
    const id = this.#detail?.id ?? null;
    if (id === this.#shownOf) return;
    this.#shownOf = id;
    this.#numbersShown = numbersAtFirst;
  }

  protected override render(): TemplateResult {
    const state = this.#state;
    return html`<div
      class="frame"
      dir=${this.texts.direction}
      lang=${this.texts.locale}
      aria-busy=${state === 'loading' || this.#value.state === 'loading'}
      tabindex="-1"
    >
      ${this.#content(state)}
      <div class="unseen" role="status">${this.#announcer.said}</div>
    </div>`;
  }

  protected override updated(): void {
    this.showState(this.#state);
    super.updated();
  }

  get #failure(): unknown {
    return failureOf(this.#reader) ?? failureOf(this.#value);
  }

  get #state(): ElementState | null {
    const failure = this.#failure;
    if (!this.hasTexts) return 'loading';
    if (this.#missing || refusedPermission(failure)) return 'forbidden';
    const found = this.#reader.data && this.#value.data;
    if (found && !isGone(failure)) return found.detail ? null : 'empty';
    const isNothingWanted = !this.#isHosted && !this.portout && !this.request;
    if (isGone(failure) || (this.#reader.data && isNothingWanted)) return 'empty';
    return failure === null || this.isLeftToPage ? 'loading' : 'error';
  }

  #content(state: ElementState | null) {
    const [texts, failure] = [this.texts, this.#failure];
    switch (state) {
      case 'loading':
        return skeletonReview(texts, this.hasTexts);
      case 'forbidden': {
        const problem = this.#missing ?? refusedPermission(failure);
        return problem && forbiddenPanel(problem, texts);
      }
      case 'empty':
        return this.#nothing();
      case 'error':
        return errorPanel(failure, texts, this.#isHosted ? null : this.#onRetry);
      case null: {
        const detail = this.#shown;
        return detail && [this.#notice(), portOutReview(detail, this.#view(detail))];
      }
    }
  }

  #nothing() {
    const hits = this.#value.data?.hits ?? [];
    if (hits.length > 1) return severalHits(hits, this.#words, this.#onOpen);
    const request = `\u2068${this.portout || this.request || ''}\u2069`;
    return emptyPanel(this.texts.say('portout.missing.title', { request }), [
      this.texts.say('portout.missing.text'),
    ]);
  }

  #notice() {
    return this.#isHosted || this.isLeftToPage
      ? nothing
      : freshness(this.#feed, this.#online.isOnline, this.#words);
  }

  /** Whether the page gives the request itself. */
  get #isHosted(): boolean {
    return Boolean(this.detail ?? this.error ?? this.loading);
  }

  /** Who reads: the session's person, or whoever the page says. */
  get #reader(): Resource<Pick<Session, 'permissions'>> {
    return this.#isHosted
      ? { state: 'data', data: { permissions: [...(this.permissions ?? [])] } }
      : this.session;
  }

  get #missing() {
    const { data } = this.#reader;
    return data && missingView(data);
  }

  get #value(): Resource<FoundPortOut> {
    if (!this.#isHosted) return this.#feed.value;
    const data = this.detail && { detail: this.detail, hits: [] };
    if (this.error) return { state: 'error', data, error: this.error };
    return this.loading || !data ? { state: 'loading', data } : { state: 'data', data };
  }

  /** The request as it was last told of. */
  get #detail(): PortOutDetail | null {
    return this.#value.data?.detail ?? null;
  }

  /** The request as it is by now: silence may have authorized it since (POR-9). */
  get #shown(): PortOutDetail | null {
    const detail = this.#detail;
    return detail && { ...detail, ...portOutBody(detail, this.clock.now()) };
  }

  get #refusal() {
    const detail = this.#detail;
    return detail && canAnswer(detail, this.#reader.data ?? { permissions: [] }, this.clock.now());
  }

  get #words() {
    return { texts: this.texts, formats: this.formats, now: this.clock.now(), timeZone: this.zone };
  }

  #view(detail: PortOutDetail): PortOutReviewView {
    const live = this.#live.value;
    return {
      ...this.#words,
      account: this.#accountName(detail.account),
      headingLevel: this.headingLevel,
      isFresh: live?.news.isFresh(detail.id) ?? false,
      numbersShown: this.#numbersShown,
      refusal: this.#refusal,
      open: live?.open ?? null,
      isCut: this.#live.hasFailed,
      later: live?.parts ?? null,
      hasCopied: (text) => live?.copies.hasCopied(text) ?? false,
      onCopy: this.#onCopy,
      onMoreNumbers: this.#onMoreNumbers,
      onAnswer: this.#onAnswer,
    };
  }

  readonly #accountName = (id: string): string => {
    const account = this.session.data?.account;
    return account?.id === id ? account.name : id;
  };

  async #tell(portout: PortOut, before: PortOut): Promise<void> {
    (await this.#live.need())?.tell(portout, before);
  }

  readonly #onAnswer = async (name: AnswerName): Promise<void> => {
    if (this.#refusal) return;
    const live = this.#live.value ?? (await this.#live.need());
    if (live) live.toggle(name);
    else this.#announcer.say(this.texts.say('portout.part.failed'));
  };

  readonly #onOpen = ({ id }: PortOut): void => {
    this.portout = id;
    this.#toFrame();
  };

  readonly #onMoreNumbers = (): void => {
    this.#numbersShown += numbersAtATime;
    this.requestUpdate();
    // The button may go away: whoever pressed it stays with the numbers.
    this.renderRoot.querySelector<HTMLElement>('.numbers')?.focus();
  };

  readonly #onCopy = async (text: string): Promise<void> => {
    const { copies } = this.#live.value ?? (await this.#live.need()) ?? {};
    const isDone = await copies?.copy(text);
    this.#announcer.say(this.texts.say(isDone ? 'portout.copied' : 'portout.copy.failed'));
  };

  readonly #onRetry = (): void => {
    this.forgetSessionEnd();
    if (this.session.state === 'error') this.retrySession();
    else this.#feed.reload();
    this.#toFrame();
  };

  /** What was pressed goes away: whoever pressed it stays in the widget. */
  #toFrame(): void {
    this.renderRoot.querySelector<HTMLElement>('.frame')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portout-review': PortOutReview;
  }
}
