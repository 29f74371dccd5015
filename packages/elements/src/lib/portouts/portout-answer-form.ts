import { type Connection, isPortalError } from '@numberdesk/core/http';
import { type AnswerProblem, type PortOutDetail, portOutDetailSchema } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { randomKey } from '../internal/random-key.ts';
import { refusalWords } from './portout-decision.template.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';
import { type ProblemNote, problemNote, shownNote } from './portout-problem-note.ts';

/** What a form has of its widget. */
export interface AnswerFormHost {
  words: () => DeadlineWords & { timeZone: string };
  /** Why the request can no longer be answered, if so. */
  refusal: () => AnswerProblem | null;
  connection: () => Connection | null;
  /** Name of an account, else its id. */
  accountName: (id: string) => string;
  /** Takes in how the request is now. */
  take: (detail: PortOutDetail) => void;
  reload: () => void;
  /** Tells the page; `false` where it has called the answer off. */
  dispatch: (event: Event) => boolean;
  say: (text: string) => void;
  /** The form is done with, one way or the other; with `isSent`, nothing of it is kept. */
  close: (isSent?: boolean) => void;
  /** Told of what kept an answer from being sent; `null` is that nothing does any more. */
  fail: (error: unknown) => void;
  update: () => void;
  /** Puts the focus where a selector finds something, after the next update. */
  focus: (selector: string) => void;
}

/** Something that was sent. As long as no answer has come, it is sent again under the same key: it counts once. */
interface Attempt {
  content: string;
  key: string;
  version: number;
}

/** Answers that leave it open whether something was done. */
const unanswered: readonly string[] = ['unreachable', 'timed-out', 'unreadable-answer', 'in-progress'];

/** Refusals that mean: somebody else was there first. */
const overtaken: readonly string[] = ['stale', 'already-decided', 'transition-not-allowed'];

/** Refusals that say in their own words what is wrong with what was sent. */
const explained: readonly string[] = ['invalid', 'confirmation-needed'];

type Call = (
  connection: Connection,
  options: { ifMatch: number; idempotencyKey: string },
) => Promise<PortOutDetail>;

/** What the forms have in common: one request at a time, and what became of it in words. */
export abstract class AnswerForm {
  protected readonly host: AnswerFormHost;
  #attempt: Attempt | null = null;
  #isOpen = false;
  #isBusy = false;
  #note: ProblemNote | null = null;

  constructor(host: AnswerFormHost) {
    this.host = host;
  }

  abstract render(detail: PortOutDetail): TemplateResult;

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Sends; nothing is shown as done before the server has said so. @returns the request as it is then. */
  protected async send(detail: PortOutDetail, content: unknown, call: Call): Promise<PortOutDetail | null> {
    const connection = this.host.connection();
    if (this.#isBusy || !connection) return null;
    const attempt = this.#attemptOf(detail, JSON.stringify(content));
    this.#isBusy = true;
    this.#note = null;
    this.host.update();
    let answer: PortOutDetail | null = null;
    try {
      answer = await call(connection, { ifMatch: attempt.version, idempotencyKey: attempt.key });
      this.#attempt = null;
      this.#isOpen = false;
      this.host.fail(null);
      this.host.take(answer);
    } catch (error) {
      this.#note = this.#explain(error);
    }
    this.#isBusy = false;
    this.host.update();
    return answer;
  }

  #attemptOf({ version }: PortOutDetail, content: string): Attempt {
    const known = this.#isOpen && this.#attempt?.content === content ? this.#attempt : null;
    return (this.#attempt = known ?? { content, key: randomKey(), version });
  }

  /** Whether the form can be sent: also once more after an answer was lost, whatever has become known meanwhile. */
  protected get canSend(): boolean {
    return this.#isOpen || this.host.refusal() === null;
  }

  /** What there is to say: what the other did, then what became of the last attempt. */
  protected notes(detail: PortOutDetail): TemplateResult {
    const words = this.host.words();
    // Whether the other was oneself, nobody knows as long as no answer has come.
    const refusal = this.#isBusy || this.#isOpen ? null : this.host.refusal();
    const other =
      refusal &&
      html`<p class="failed">
        ${icon('alert')}<span
          >${refusalWords(refusal, detail, words)} ${words.texts.say('portout.kept')}</span
        >
      </p>`;
    return html`<div class="notes" role="alert">
      ${other}${this.#note ? shownNote(this.#note, words.texts) : nothing}
    </div>`;
  }

  /** What a form does when it is sent. */
  protected readonly onSubmit = (act: () => void) => (event: Event) => {
    event.preventDefault();
    if (!this.#isBusy && this.canSend) act();
  };

  #explain(error: unknown): ProblemNote | null {
    const { texts } = this.host.words();
    const { code } = isPortalError(error) ? error : { code: '' };
    this.#isOpen = unanswered.includes(code);
    this.host.fail(error);
    if (this.#isOpen) {
      this.host.reload();
      return { text: texts.say('portout.unknown-outcome') };
    }
    if (!overtaken.includes(code)) return this.#refusal(error);
    const current = portOutDetailSchema.safeParse(isPortalError(error) ? error.current : null);
    if (current.success) this.host.take(current.data);
    this.host.reload();
    // What the other decided is said beside this, by whom and how.
    return this.host.refusal() || code !== 'stale' ? null : { text: texts.say('portout.overtaken') };
  }

  #refusal(error: unknown): ProblemNote {
    const { texts } = this.host.words();
    const plain = problemNote(error, texts);
    if (!isPortalError(error) || !explained.includes(error.code)) return plain;
    const { errors, message, requestId } = error;
    const words = errors.map((problem) => texts.term('portout.refusal', problem.code) ?? problem.detail);
    const detail = [...new Set(words)].join(' ') || message;
    return { text: texts.say('portout.refused', { detail }), requestId };
  }
}
