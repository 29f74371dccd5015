import type { CsvProfile } from '@numberdesk/core/csv';
import type { Order } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import { largestPage, orderPage } from './order-page.ts';
import { printOrders } from './order-print.ts';
import { ordersCsv } from './order-sheet.ts';
import type { OpenTool, ToolsContext } from './order-tool.ts';

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly count: number; readonly stop: AbortController }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void };

/** Hands over the whole list, as far as the filters let it through: as a file, or to the printer. */
export class OrderExport implements OpenTool {
  #stage: Stage = { kind: 'idle' };

  close(): void {
    if (this.#stage.kind === 'reading') this.#stage.stop.abort();
    this.#stage = { kind: 'idle' };
  }

  render(context: ToolsContext): TemplateResult {
    const { texts } = context.view;
    const stage = this.#stage;
    if (stage.kind === 'reading') {
      return html`<p>${texts.say('orders.export.reading', { count: stage.count })}</p>
        <button class="button" @click=${() => this.#stop(context)}>${texts.say('cancel')}</button>`;
    }
    const save = (profile: CsvProfile) => () =>
      this.#run(context, (orders) => saveFile(ordersCsv(orders, profile, context.view), context));
    const print = () => this.#run(context, (orders) => printOrders(orders, context.view));
    const choice = (word: 'spreadsheet' | 'machine' | 'print', act: () => void) =>
      html`<button class="button" @click=${act}>${texts.say(`orders.export.${word}`)}</button>`;
    return html`${stage.kind === 'failed' ? failure(stage, context) : nothing}
      <p class="sub">${texts.say('orders.export.about')}</p>
      ${choice('spreadsheet', save('spreadsheet'))} ${choice('machine', save('machine'))}
      ${choice('print', print)}`;
  }

  #stop(context: ToolsContext): void {
    this.close();
    this.#show({ kind: 'idle' }, context);
  }

  async #run(
    context: ToolsContext,
    deliver: (orders: readonly Order[]) => void | Promise<void>,
  ): Promise<void> {
    const { texts } = context.view;
    const stop = new AbortController();
    const orders: Order[] = [];
    this.#show({ kind: 'reading', count: 0, stop }, context);
    try {
      for await (const page of allOrders(context, stop.signal)) {
        if (stop.signal.aborted) return;
        orders.push(...page);
        this.#show({ kind: 'reading', count: orders.length, stop }, context);
      }
      await deliver(orders);
      context.say(texts.say('orders.export.done', { count: orders.length }));
      this.#show({ kind: 'idle' }, context);
    } catch (error) {
      if (stop.signal.aborted) return;
      this.#show({ kind: 'failed', error, again: () => void this.#run(context, deliver) }, context);
    }
  }

  #show(stage: Stage, { update }: ToolsContext): void {
    this.#stage = stage;
    update();
  }
}

/** All orders that are asked for, page by page, whether they have been loaded or not. */
async function* allOrders(
  { connection, ask, orders }: ToolsContext,
  signal: AbortSignal,
): AsyncGenerator<readonly Order[]> {
  if (orders) yield orders;
  for (let cursor: string | null | undefined; connection && ask && cursor !== null;) {
    const page = await orderPage({ connection, ask, signal, limit: largestPage, cursor });
    yield page.data;
    cursor = page.next;
  }
}

function failure(
  { error, again }: { error: unknown; again: () => void },
  { view: { texts } }: ToolsContext,
): TemplateResult {
  const { text, count, requestId } = problemWords(error);
  return html`<p class="failed" role="alert">
      ${icon('alert')}<span>${texts.say('orders.export.failed')} ${texts.say(text, { count })}</span>
    </p>
    ${requestNote(requestId, texts)} <button class="button" @click=${again}>${texts.say('retry')}</button>`;
}

/** Hands a file to the browser, which puts it where its user wants downloads. */
function saveFile(text: string, { state, view: { now } }: ToolsContext): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `orders-${state.view}-${new Date(now).toISOString().slice(0, 10)}.csv`;
  link.click();
  // The browser reads the file only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
