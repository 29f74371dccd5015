import { isInScope } from '@numberdesk/core/access';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import { eventFrame } from './event-frame.ts';
import type { FeedPiece, StoredEvent } from './event.store.ts';

/** Whose eyes the events are for. */
export interface Reader {
  scope: Scope;
  permissions: readonly string[];
}

/** An event as it is sent. */
export interface FramedEvent {
  position: number;
  frame: Uint8Array;
}

const mostBytes = 4 * 1_048_576;

/** The newest events of one tenant: read once, whoever watches. */
export class TenantFeed {
  readonly #readAfter: (position: number) => Promise<FeedPiece>;
  readonly #waiting = new Set<() => void>();
  #recent: (FramedEvent & Pick<StoredEvent, 'permission' | 'chain'>)[] = [];
  #head: number;
  #reading: Promise<void> | null = null;
  #hasNews = false;

  constructor(head: number, readAfter: (position: number) => Promise<FeedPiece>) {
    this.#head = head;
    this.#readAfter = readAfter;
  }

  /** The position of the newest event that is known here. */
  get head(): number {
    return this.#head;
  }

  /** Reads what is new; called while a read is under way, it has that read once more. */
  advance(): Promise<void> {
    this.#hasNews = true;
    this.#reading ??= this.#readOn();
    return this.#reading;
  }

  async #readOn(): Promise<void> {
    try {
      while (this.#hasNews) {
        this.#hasNews = false;
        const piece = await this.#readAfter(this.#head);
        if (piece.reset || piece.position > this.#head) this.#take(piece);
      }
    } finally {
      this.#reading = null;
    }
  }

  #take({ reset, events, position: end }: FeedPiece): void {
    if (reset) this.#recent = [];
    for (const event of events) {
      const { position, permission, chain } = event;
      this.#recent.push({ position, frame: framed(event).frame, permission, chain });
    }
    this.#head = end;
    let bytes = 0;
    const first = this.#recent.findLastIndex(({ frame }) => (bytes += frame.byteLength) > mostBytes);
    if (first >= 0) this.#recent.splice(0, first + 1);
    // There may be more than one read brings.
    this.#hasNews = true;
    for (const wake of [...this.#waiting]) wake();
  }

  /** What a reader sees of the events after a position; `null` when that is too long ago to be known here. */
  after(position: number, reader: Reader): FramedEvent[] | null {
    if (position >= this.#head) return [];
    const skipped = position + 1 - (this.#recent[0]?.position ?? Infinity);
    return skipped < 0 ? null : this.#recent.slice(skipped).filter((event) => isFor(reader, event));
  }

  /** Waits until there is something after a position, at most so long; `false` when the time is up or it is over. */
  next(position: number, millis: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve(this.#head > position);
      };
      const timer = setTimeout(done, millis);
      this.#waiting.add(done);
      signal.addEventListener('abort', done);
      if (this.#head > position || signal.aborted) done();
    });
  }
}

/** An event in the form in which everybody is sent it. */
export function framed({ position, type, at, data }: StoredEvent): FramedEvent {
  return { position, frame: eventFrame(type, position, { id: position, at, ...data }) };
}

/** Whether a reader may see an event: they hold the permission and see the account (ACC-1, ACC-2). */
function isFor({ scope, permissions }: Reader, event: Pick<StoredEvent, 'permission' | 'chain'>): boolean {
  return permissions.includes(event.permission) && isInScope(scope?.id ?? null, pathOf(event.chain));
}

function pathOf({ businessId, unitId, programId }: AccountChain): string[] {
  return [businessId, unitId, programId].filter((id) => id !== null);
}
