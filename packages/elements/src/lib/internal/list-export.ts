import type { CsvProfile } from '@numberdesk/core/csv';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from './icons.ts';
import { type ListPage, type PageWish, largestListPage } from './list-page.ts';
import type { ListTool } from './list-tools.controller.ts';
import type { Localizer } from './localize.ts';
import type { MessageKey } from './locales/en.ts';
import { requestNote } from './panels.ts';
import { problemWords } from './problems.ts';
import { saveCsv } from './save-file.ts';

/** What an export says of itself and of how far it is. */
type ExportWords = Readonly<Record<'about' | 'reading' | 'done' | 'failed', MessageKey>>;

const rowWords: ExportWords = {
  about: 'list.export.about',
  reading: 'list.export.reading',
  done: 'list.export.done',
  failed: 'list.export.failed',
};

/** What an export reads, and what it hands over. */
export interface ExportContext<Item> {
  texts: Localizer;
  /** A page of all that is asked for, in its order. */
  page: (wish: PageWish, signal: AbortSignal) => Promise<Pick<ListPage<Item>, 'data' | 'next'>>;
  /** The file, without its ending. */
  fileName: string;
  csv: (items: readonly Item[], profile: CsvProfile) => string;
  print: (items: readonly Item[]) => void | Promise<void>;
  say: (text: string) => void;
  update: () => void;
}

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly count: number; readonly stop: AbortController }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void };

/** Hands over the whole list, as far as the filters let it through: as a file, or to the printer. */
export class ListExport<Item> implements ListTool<ExportContext<Item>> {
  readonly #words: ExportWords;
  #stage: Stage = { kind: 'idle' };

  /** Speaks of rows unless it has other words. */
  constructor(words: ExportWords = rowWords) {
    this.#words = words;
  }

  close(): void {
    if (this.#stage.kind === 'reading') this.#stage.stop.abort();
    this.#stage = { kind: 'idle' };
  }

  render(context: ExportContext<Item>): TemplateResult {
    const { texts } = context;
    const stage = this.#stage;
    if (stage.kind === 'reading') {
      return html`<p>${texts.say(this.#words.reading, { count: stage.count })}</p>
        <button class="button" @click=${() => this.#stop(context)}>${texts.say('cancel')}</button>`;
    }
    const save = (profile: CsvProfile) => () =>
      this.#run(context, (items) => saveCsv(`${context.fileName}.csv`, context.csv(items, profile)));
    const print = () => this.#run(context, context.print);
    const choice = (word: 'spreadsheet' | 'machine' | 'print', act: () => void) =>
      html`<button class="button" @click=${act}>${texts.say(`list.export.${word}`)}</button>`;
    return html`${stage.kind === 'failed' ? failure(stage, this.#words.failed, texts) : nothing}
      <p class="sub">${texts.say(this.#words.about)}</p>
      ${choice('spreadsheet', save('spreadsheet'))} ${choice('machine', save('machine'))}
      ${choice('print', print)}`;
  }

  #stop(context: ExportContext<Item>): void {
    this.close();
    context.update();
  }

  async #run(
    context: ExportContext<Item>,
    deliver: (items: readonly Item[]) => void | Promise<void>,
  ): Promise<void> {
    const stop = new AbortController();
    const items: Item[] = [];
    const show = (stage: Stage) => {
      this.#stage = stage;
      context.update();
    };
    show({ kind: 'reading', count: 0, stop });
    try {
      for (let cursor: string | null = ''; cursor !== null;) {
        const wish = { limit: largestListPage, ...(cursor ? { cursor } : {}) };
        const page: Pick<ListPage<Item>, 'data' | 'next'> = await context.page(wish, stop.signal);
        if (stop.signal.aborted) return;
        items.push(...page.data);
        cursor = page.next;
        show({ kind: 'reading', count: items.length, stop });
      }
      await deliver(items);
      context.say(context.texts.say(this.#words.done, { count: items.length }));
      show({ kind: 'idle' });
    } catch (error) {
      if (stop.signal.aborted) return;
      show({ kind: 'failed', error, again: () => void this.#run(context, deliver) });
    }
  }
}

function failure(
  { error, again }: { error: unknown; again: () => void },
  failed: MessageKey,
  texts: Localizer,
): TemplateResult {
  const { text, count, requestId } = problemWords(error);
  return html`<p class="failed" role="alert">
      ${icon('alert')}<span>${texts.say(failed)} ${texts.say(text, { count })}</span>
    </p>
    ${requestNote(requestId, texts)} <button class="button" @click=${again}>${texts.say('retry')}</button>`;
}
