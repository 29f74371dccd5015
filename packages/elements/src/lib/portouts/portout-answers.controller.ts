import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type ReactiveController, type ReactiveElement, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { AcceptForm } from './portout-accept-form.ts';
import type { AnswerForm, AnswerFormHost } from './portout-answer-form.ts';
import type { AnswerName, ReviewParts } from './portout-review-view.ts';

/** Opens the two answers, one at a time. What is typed into one stays until it is sent, whatever is opened or closed. */
export class AnswersController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #parts: ReviewParts;
  readonly #forms = new Map<AnswerName, AnswerForm>();
  /** What the forms have of the widget. */
  readonly formHost: AnswerFormHost;
  #open: AnswerName | null = null;
  #of: string | null = null;
  #hasFailed = false;
  #failure: unknown = null;
  /** What has to have the focus after the next update. */
  #wanted: string | null = null;

  constructor(host: ReactiveElement, parts: ReviewParts) {
    this.#host = host;
    this.#parts = parts;
    this.formHost = {
      ...parts,
      close: this.#close,
      fail: (error) => (this.#failure = error),
      update: () => host.requestUpdate(),
      focus: this.#focus,
    };
    host.addController(this);
    host.renderRoot.addEventListener('keydown', this.#onKey);
  }

  /** Which answer is being given. */
  get open(): AnswerName | null {
    return this.#open;
  }

  /** Whether an answer has been sent and nothing has come back yet. */
  get isBusy(): boolean {
    return [...this.#forms.values()].some(({ isBusy }) => isBusy);
  }

  /** What kept an answer from being sent. */
  get failure(): unknown {
    return this.#failure;
  }

  hostUpdate(): void {
    const id = this.#parts.detail()?.id ?? null;
    if (id === null || id === this.#of) return;
    this.#of = id;
    this.#open = this.#failure = null;
    this.#forms.clear();
  }

  hostUpdated(): void {
    const wanted = this.#wanted && this.#host.renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (!wanted) return;
    this.#wanted = null;
    wanted.focus();
  }

  /** Opens an answer, or closes it. */
  readonly toggle = async (name: AnswerName): Promise<void> => {
    if (this.#open === name) return this.#close();
    this.#open = name;
    this.#hasFailed = false;
    this.#focus('[data-form]');
    if (this.#forms.has(name)) return;
    const of = this.#of;
    const form = name === 'accept' ? new AcceptForm(this.formHost) : await this.#rejectForm();
    if (of !== this.#of) return;
    if (form) this.#forms.set(name, form);
    this.#hasFailed = form === null;
    this.#host.requestUpdate();
  };

  /** The answer that is being given. */
  readonly form = (detail: PortOutDetail): unknown => {
    if (!this.#open) return nothing;
    if (!this.#hasFailed) return this.#forms.get(this.#open)?.render(detail);
    return html`<p class="failed part-failed" role="alert">
      ${icon('alert')}<span>${this.#parts.words().texts.say('portout.part.failed')}</span>
    </p>`;
  };

  async #rejectForm(): Promise<AnswerForm | null> {
    const form = await import('./portout-reject-form.ts').catch(() => null);
    const policy = () => this.#parts.session()?.policy.afterInvalidRejection ?? 'authorized';
    return form && form.rejectForm(this.formHost, policy);
  }

  /** Closes what is open; whoever opened it has the focus again. */
  readonly #close = (isSent = false): void => {
    if (!this.#open) return;
    if (isSent) this.#forms.clear();
    this.#focus(`[data-answer=${this.#open}]`);
    this.#open = null;
    this.#host.requestUpdate();
  };

  readonly #focus = (selector: string): void => {
    this.#wanted = selector;
    this.#host.requestUpdate();
  };

  readonly #onKey = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented) return;
    if (!(event.target as Element).closest('[data-form]')) return;
    // What the widget stands in, a dialog say, stays open: this Escape was the form's.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };
}
