import { type Connection, isPortalError } from '@numberdesk/core/http';
import { type PhoneNumber, listNumbers, numbersChangedSchema } from '@numberdesk/core/numbers';
import type { Clock } from '../internal/clock.ts';
import { largestListPage } from '../internal/list-page.ts';

/** What statuses are asked about, and who wants to know. */
export interface StatusOptions {
  connection: Connection;
  clock: Clock;
  /** The account that the numbers are in. */
  account: string;
  /** How many of its newest numbers are of interest. */
  count: () => number;
  onNumbers: (numbers: readonly PhoneNumber[]) => void;
}

/** Milliseconds after which what has failed is tried again. */
const untilAgain = 5_000;

/**
 * Follows what becomes of numbers from before they are saved on, so that no status is missed (NUM-9); after a pause or a
 * failure it goes on where it was.
 */
export class BatchStatuses {
  readonly #options: StatusOptions;
  #stop: AbortController | null = null;
  #callOff: (() => void) | null = null;
  /** The last event that was seen; `null` before the feed was asked where it stands. */
  #after: number | null = null;

  constructor(options: StatusOptions) {
    this.#options = options;
    this.follow();
  }

  close(): void {
    this.#callOff?.();
    this.#stop?.abort();
    this.#stop = null;
  }

  /** Begins, or goes on; what goes on already is left alone. */
  readonly follow = (): void => {
    if (this.#stop) return;
    this.#callOff?.();
    this.#stop = new AbortController();
    void this.#run(this.#stop.signal);
  };

  async #run(signal: AbortSignal): Promise<void> {
    try {
      await this.#listen(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#stop = null;
      // What is refused stays so until somebody does something about it; what is shown was right when it was saved.
      const isRefused = isPortalError(error) && (error.status === 401 || error.status === 403);
      if (!isRefused) this.#callOff = this.#options.clock.after(untilAgain, this.follow);
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { connection, onNumbers } = this.#options;
    if (this.#after === null) {
      const { feed } = await connection.call(listNumbers, { limit: 1 }, { signal });
      // What was saved before that is known may have another status already.
      await this.#read(signal);
      this.#after = feed;
    }
    for await (const { id, type, data } of connection.events({ after: this.#after, signal })) {
      if (signal.aborted) return;
      if (type === 'reset') await this.#read(signal);
      const parsed = type === 'numbers.changed' ? numbersChangedSchema.safeParse(data) : null;
      if (parsed?.success) onNumbers(parsed.data.numbers);
      if (!Number.isNaN(id)) this.#after = id;
    }
  }

  /** Reads the statuses in the list itself, where the newest numbers come first. */
  async #read(signal: AbortSignal): Promise<void> {
    const { connection, account, count, onNumbers } = this.#options;
    let cursor: string | null = '';
    for (let read = 0; cursor !== null && read < count(); read += largestListPage) {
      const wish = { account, limit: largestListPage, ...(cursor ? { cursor } : {}) };
      const page: { data: PhoneNumber[]; next: string | null } = await connection.call(listNumbers, wish, {
        signal,
      });
      onNumbers(page.data);
      cursor = page.next;
    }
  }
}
