import type { Connection } from '@numberdesk/core/http';
import { type PhoneNumber, listNumbers, numbersChangedSchema } from '@numberdesk/core/numbers';
import { largestListPage } from '../internal/list-page.ts';

/** What statuses are asked about, and who wants to know. */
export interface StatusOptions {
  connection: Connection;
  /** The account that the numbers are in. */
  account: string;
  /** How many of its newest numbers are of interest. */
  count: () => number;
  onNumbers: (numbers: readonly PhoneNumber[]) => void;
}

/**
 * Follows what becomes of numbers from before they are saved on, so that no status is missed (NUM-9); after a pause it
 * goes on where it was.
 */
export class BatchStatuses {
  readonly #options: StatusOptions;
  #stop = new AbortController();
  /** The last event that was seen; `null` before the feed was asked where it stands. */
  #after: number | null = null;

  constructor(options: StatusOptions) {
    this.#options = options;
    void this.follow();
  }

  close(): void {
    this.#stop.abort();
  }

  /** Without it the statuses stay as they were saved: nothing of a result is lost. */
  async follow(): Promise<void> {
    this.close();
    const { signal } = (this.#stop = new AbortController());
    const { connection, onNumbers } = this.#options;
    try {
      this.#after ??= (await connection.call(listNumbers, { limit: 1 }, { signal })).feed;
      for await (const { id, type, data } of connection.events({ after: this.#after, signal })) {
        if (signal.aborted) return;
        if (type === 'reset') await this.#readAgain(signal);
        const parsed = type === 'numbers.changed' ? numbersChangedSchema.safeParse(data) : null;
        if (parsed?.success) onNumbers(parsed.data.numbers);
        if (!Number.isNaN(id)) this.#after = id;
      }
    } catch {
      // Said nowhere: what is shown was right when it was saved.
    }
  }

  /** The feed has lost its way: what has happened is in the list itself, where the newest numbers come first. */
  async #readAgain(signal: AbortSignal): Promise<void> {
    const { connection, account, count, onNumbers } = this.#options;
    let cursor: string | null = '';
    for (let read = 0; cursor !== null && read < count() && !signal.aborted; read += largestListPage) {
      const wish = { account, limit: largestListPage, ...(cursor ? { cursor } : {}) };
      const page: { data: PhoneNumber[]; next: string | null } = await connection.call(listNumbers, wish, {
        signal,
      });
      if (!signal.aborted) onNumbers(page.data);
      cursor = page.next;
    }
  }
}
