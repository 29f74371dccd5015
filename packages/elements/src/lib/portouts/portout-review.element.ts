import { type Permission, missingPermission } from '@numberdesk/core/access';
import {
  type PortOut,
  type PortOutDetail,
  canAnswer,
  portOutBody,
  portOutDeadlines,
} from '@numberdesk/core/portouts';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { DetailElement } from '../internal/detail-element.ts';
import { LaterPart } from '../internal/later-part.controller.ts';
import { portOutReviewWords } from '../internal/locales/en-portout-review.ts';
import { portOutWords } from '../internal/locales/en-portout.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { panelStyles } from '../internal/panels.styles.ts';
import { emptyPanel } from '../internal/panels.ts';
import type { ElementState } from '../internal/portal-element.ts';
import { tokens } from '../internal/tokens.styles.ts';
import { DeadlineClock } from './deadline-clock.controller.ts';
import { numbersAtATime, numbersAtFirst } from './portout-numbers.template.ts';
import { permissionToView } from './portout-permission.ts';
import { type FoundPortOut, foundPortOut, isNewsOf, portOutReviewFeed } from './portout-review-feed.ts';
import { bringPortOutReviewLanguages } from './portout-review-languages.ts';
import type { LiveReview } from './portout-review-later.ts';
import type { AnswerName, PortOutReviewView } from './portout-review-view.ts';
import { portOutReviewStyles } from './portout-review.styles.ts';
import { portOutReview, severalHits } from './portout-review.template.ts';

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
export class PortOutReview extends DetailElement<FoundPortOut, LiveReview> {
  /** Tag that the element has unless another is chosen. */
  static override readonly tag: string = 'portout-review';
  /** What Lit follows. */
  static override properties: PropertyDeclarations = {
    portout: {},
    request: {},
    detail: { attribute: false },
  };
  /** Styles of the element. */
  static override styles = [tokens, panelStyles, portOutReviewStyles];

  /** The request's id, which is ours; links carry it. */
  portout: string | null = null;

  /** In place of an id, the carrier's number of the request; it opens only if exactly one is found. */
  request: string | null = null;

  /** A request that the page has itself, in place of one of a server. */
  detail: PortOutDetail | null = null;

  /** With `detail`: what the reader may do; `portouts:view` unless given. */
  override permissions: readonly string[] = ['portouts:view'];

  protected override readonly words = {
    loading: 'portout.loading',
    copied: 'portout.copied',
    copyFailed: 'portout.copy.failed',
  } as const;
  protected override readonly lines = 7;
  #numbersShown = numbersAtFirst;
  #shownOf: string | null = null;

  protected override readonly feed = portOutReviewFeed(this, {
    connection: () => this.origin,
    key: () => [this.portout || null, this.request || null],
    clock: () => this.clock,
    onChange: ({ detail }) => void this.#tell(detail),
  });
  protected override readonly live = new LaterPart<LiveReview>(this, {
    isTime: () => this.#detail !== null,
    load: async () => {
      const { liveReview } = await import('./portout-review-later.ts');
      return liveReview(this, {
        detail: () => this.#detail,
        refusal: () => this.#refusal,
        mayAnswer: () => !missingPermission(this.#holder, 'portouts:modify'),
        session: () => this.session.data,
        words: () => this.#words,
        headingLevel: () => this.headingLevel,
        clock: () => this.clock,
        connection: () => (this.isHosted ? null : this.connection),
        accountName: (id) => this.accountName(id),
        take: this.#onAnswered,
        reload: this.feed.reload,
        dispatch: (event) => this.dispatchEvent(event),
        say: this.announcer.say,
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
    return super.failure ?? this.live.value?.failure ?? null;
  }

  protected override needs(permissions: readonly string[]): Permission {
    return permissionToView(permissions);
  }

  protected override get own(): FoundPortOut | null {
    return this.detail && foundPortOut(this.detail);
  }

  protected override get isWanted(): boolean {
    return Boolean(this.portout || this.request);
  }

  protected override willUpdate(): void {
    const id = this.#detail?.id ?? null;
    if (id === this.#shownOf) return;
    this.#shownOf = id;
    this.#numbersShown = numbersAtFirst;
  }

  protected override get state(): ElementState | null {
    const state = super.state;
    return state === null && !this.#detail ? 'empty' : state;
  }

  protected override empty(): TemplateResult {
    const hits = this.value.data?.hits ?? [];
    if (hits.length > 1) return severalHits(hits, this.#words, this.#onOpen);
    const request = `\u2068${this.portout || this.request || ''}\u2069`;
    return emptyPanel(this.texts.say('portout.missing.title', { request }), [
      this.texts.say('portout.missing.text'),
    ]);
  }

  /** The request as it is by now: silence may have authorized it since it was last told of (POR-9). */
  protected override content({ detail }: FoundPortOut): TemplateResult | null {
    const now = detail && {
      ...detail,
      ...portOutBody(detail, this.clock.now(), detail.timeZone ?? this.zone),
    };
    return now && portOutReview(now, this.#view(now));
  }

  /** Name of an account, its id while that is all that is known. */
  protected accountName(id: string): string {
    const account = this.session.data?.account;
    return account?.id === id ? account.name : id;
  }

  /** The request as it was last told of. */
  get #detail(): PortOutDetail | null {
    return this.value.data?.detail ?? null;
  }

  get #holder() {
    return this.reader.data ?? { permissions: [] };
  }

  get #refusal() {
    const detail = this.#detail;
    return detail && canAnswer(detail, this.#holder, this.clock.now());
  }

  get #words() {
    return { texts: this.texts, formats: this.formats, now: this.clock.now(), timeZone: this.zone };
  }

  #view(detail: PortOutDetail): PortOutReviewView {
    const live = this.live.value;
    return {
      ...this.#words,
      account: this.accountName(detail.account),
      headingLevel: this.headingLevel,
      isFresh: live?.news.isFresh(detail.id) ?? false,
      numbersShown: this.#numbersShown,
      refusal: this.#refusal,
      open: live?.open ?? null,
      later: live?.parts ?? null,
      copied: this.copied,
      onCopy: this.onCopy,
      onMoreNumbers: this.#onMoreNumbers,
      onAnswer: this.#onAnswer,
    };
  }

  async #tell(portout: PortOut | null): Promise<void> {
    const live = await this.live.need();
    if (portout) live?.tell(portout);
  }

  readonly #onAnswer = async (name: AnswerName): Promise<void> => {
    if (this.#refusal) return;
    const live = this.live.value ?? (await this.live.need());
    if (live) live.toggle(name);
    else this.announcer.say(this.texts.say('portout.part.failed'));
  };

  readonly #onAnswered = (detail: PortOutDetail): void => {
    if (isNewsOf(detail, this.#detail)) this.feed.put(foundPortOut(detail));
  };

  readonly #onOpen = ({ id }: PortOut): void => {
    this.portout = id;
    this.toFrame();
  };

  readonly #onMoreNumbers = (): void => {
    this.#numbersShown += numbersAtATime;
    this.requestUpdate();
    // The button may go away: whoever pressed it stays with the numbers.
    this.renderRoot.querySelector<HTMLElement>('.numbers')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portout-review': PortOutReview;
  }
}
