import type { BatchReport } from '@numberdesk/core/numbers';
import { type ReactiveController, type ReactiveElement, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import type { ImportFlow } from './batch-flow.ts';
import type { FlowContext } from './batch-flow-context.ts';
import type { NumberEntry } from './number-entry-list.ts';
import type { ImporterView } from './number-importer-view.ts';

type Later = typeof import('./number-importer-later.ts');

let loaded: Later | null = null;

/** Loads review, saving and result; once they are here, without a turn of the browser's own. */
export const loadFlow = async (): Promise<Later> => (loaded ??= await import('./number-importer-later.ts'));

/** Review, saving and result: loaded when somebody gets that far. */
export class NumberImporterFlow implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #context: FlowContext;
  #later: Later | null = null;
  #flow: ImportFlow | null = null;
  #trouble: 'part' | string | null = null;
  #hasEnded = false;

  constructor(host: ReactiveElement, context: Omit<FlowContext, 'host'>) {
    this.#host = host;
    this.#context = {
      ...context,
      host,
      onEnd: (end) => {
        context.onEnd(end);
        this.#flow = null;
        this.#trouble = end.refusal;
        this.#hasEnded = true;
        host.requestUpdate();
      },
    };
    host.addController(this);
  }

  /** Whether it stands in place of the tabs. */
  get isOpen(): boolean {
    return this.#flow !== null;
  }

  /** Whether the account cannot be changed any more. */
  get isFixed(): boolean {
    return this.#flow?.stage.kind === 'saving';
  }

  /** Whether all is said and done. */
  get isOver(): boolean {
    return this.#flow?.stage.kind === 'result';
  }

  get failure(): unknown {
    return this.#flow?.failure ?? null;
  }

  hostConnected(): void {
    this.#flow?.wake();
  }

  hostDisconnected(): void {
    this.#flow?.rest();
  }

  hostUpdated(): void {
    if (!this.#hasEnded) return;
    this.#hasEnded = false;
    this.#host.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  }

  body(view: ImporterView) {
    return this.#later && this.#flow ? this.#later.flowBody(this.#flow, view) : nothing;
  }

  /** What kept the numbers from being sent. */
  trouble(texts: Localizer) {
    if (this.#trouble === null) return nothing;
    const words = this.#trouble === 'part' ? texts.say('import.part.failed') : this.#trouble;
    return html`<p class="notice trouble" role="alert">${icon('alert')}${words}</p>`;
  }

  /** Loads it while a file is being looked for; a failure is told once there is one. */
  async prepare(): Promise<void> {
    (await loadFlow().catch(() => null))?.bringStyles(this.#host);
  }

  async review(report: BatchReport, name: string): Promise<void> {
    await (await this.#open(name))?.review(report);
  }

  /** Saves a list that was typed in. */
  async save(entries: readonly NumberEntry[], name: string): Promise<void> {
    if (!this.#context.account()) return;
    const at = (index: number) => {
      const { number, purpose } = entries[index] as NumberEntry;
      return { line: null, text: number, number, purpose };
    };
    (await this.#open(name))?.save({ length: entries.length, at });
  }

  async #open(name: string): Promise<ImportFlow | null> {
    const later = await loadFlow().catch(() => null);
    this.#trouble = later ? null : 'part';
    this.#later = later;
    if (later && this.#host.isConnected) {
      later.bringStyles(this.#host);
      this.#flow?.end();
      this.#flow = new later.ImportFlow(this.#context, name);
    } else this.#host.requestUpdate();
    return this.#flow;
  }
}
