import type { Connection } from '@numberdesk/core/http';
import { type PhoneNumber, listNumbers, numbersChangedSchema } from '@numberdesk/core/numbers';

/** Follows what becomes of numbers from before they are saved on, so that no status is missed (NUM-9). */
export class BatchStatuses {
  readonly #stop = new AbortController();

  constructor(connection: Connection, onNumbers: (numbers: readonly PhoneNumber[]) => void) {
    void this.#follow(connection, onNumbers);
  }

  close(): void {
    this.#stop.abort();
  }

  /** Without it the statuses stay as they were saved: nothing of a result is lost. */
  async #follow(connection: Connection, onNumbers: (numbers: readonly PhoneNumber[]) => void): Promise<void> {
    const { signal } = this.#stop;
    try {
      const { feed } = await connection.call(listNumbers, { limit: 1 }, { signal });
      for await (const { type, data } of connection.events({ after: feed, signal })) {
        if (signal.aborted) return;
        const parsed = type === 'numbers.changed' ? numbersChangedSchema.safeParse(data) : null;
        if (parsed?.success) onNumbers(parsed.data.numbers);
      }
    } catch {
      // Said nowhere: what is shown was right when it was saved.
    }
  }
}
