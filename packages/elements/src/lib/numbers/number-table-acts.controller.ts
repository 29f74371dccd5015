import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type ReactiveController, type ReactiveElement, html } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { icon } from '../internal/icons.ts';
import type { NumberActContext, NumberForm } from './number-table-act.ts';
import type { NumberActName } from './number-table-view.ts';

/** Opens what can be done to a number, one at a time. The forms are loaded when somebody opens the first. */
export class NumberActsController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #context: NumberActContext;
  #open: { name: NumberActName; id: string } | null = null;
  #form: NumberForm | null = null;
  #hasFailed = false;
  /** What has to have the focus after the next update. */
  #wanted: string | null = null;

  constructor(host: ReactiveElement, context: NumberActContext) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('keydown', this.#onKey);
  }

  hostUpdated(): void {
    const wanted = this.#wanted && this.#host.renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (!wanted) return;
    this.#wanted = null;
    wanted.focus();
  }

  /** Id of the number that something is being done to. */
  get held(): string | null {
    return this.#open?.id ?? null;
  }

  /** Whether something has been sent about a number: what is told of it then is no news. */
  isBusyWith(id: string): boolean {
    return this.#open?.id === id && this.#form?.isBusy === true;
  }

  /** What is being done to a number; a row stays as it is until the form is here. */
  of({ id }: PhoneNumber): NumberActName | null {
    const isHere = this.#form !== null || this.#hasFailed;
    return this.#open?.id === id && isHere ? this.#open.name : null;
  }

  /** Opens an act on a number, or closes it. */
  async toggle(name: NumberActName, number: PhoneNumber): Promise<void> {
    const { id } = number;
    if (this.#open?.name === name && this.#open.id === id) return this.#close();
    const open = (this.#open = { name, id });
    this.#form = null;
    this.#hasFailed = false;
    this.#wanted = '[data-form] :is(select, [tabindex])';
    this.#host.requestUpdate();
    const forms = await import('./number-table-forms.ts').catch(() => null);
    if (this.#open !== open) return;
    const host = {
      ...this.#context,
      close: () => this.#close(open),
      update: () => this.#host.requestUpdate(),
    };
    if (forms) addStyles(this.#host, forms.numberFormStyles);
    this.#form = forms && forms.numberForm(name, number, host);
    this.#hasFailed = forms === null;
    this.#host.requestUpdate();
  }

  /** The form for a number. */
  form(number: PhoneNumber) {
    if (!this.#hasFailed) return html`<div data-form>${this.#form?.render(number)}</div>`;
    return html`<p class="failed" role="alert">
      ${icon('alert')}<span>${this.#context.texts().say('part.failed')}</span>
    </p>`;
  }

  /** Lets go of a number that is gone; whoever was at its form goes on from the next one. */
  forget(id: string): void {
    if (this.#open?.id !== id) return;
    this.#open = this.#form = null;
    const row = this.#host.renderRoot.querySelector(`[data-key="${CSS.escape(id)}"]`);
    const next = row?.querySelector(':focus') && (beside(row, 'next') ?? beside(row, 'previous'));
    if (next) this.#wanted = `[data-key="${CSS.escape(next)}"] .number button`;
  }

  /** Closes the form that is open, or only a certain one; whoever opened it has the focus again. */
  #close(only = this.#open): void {
    if (!this.#open || this.#open !== only) return;
    const { id, name } = this.#open;
    this.#wanted = `[data-key="${CSS.escape(id)}"] [data-act=${name}]`;
    this.#open = this.#form = null;
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: Event): void => {
    if ((event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented) return;
    if (!(event.target as Element).closest('[data-form]')) return;
    // What the table stands in, a dialog say, stays open: this Escape was the form's.
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  };
}

/** Key of the row on one side of another. */
function beside(row: Element, side: 'next' | 'previous'): string | undefined {
  const other = row[`${side}ElementSibling`];
  return other instanceof HTMLElement ? other.dataset['key'] : undefined;
}
