import type { CallOptions, Connection, EventOptions, Operation, PortalEvent } from '@numberdesk/core/http';

type Answer = (input: Record<string, unknown>) => unknown;

/** A server in memory: answers by path, holds answers back when asked to, and tells what happens. */
export class MemoryConnection implements Connection {
  /** What was asked for, as path and input. */
  readonly calls: { path: string; input: Record<string, unknown> }[] = [];
  /** What belonged to each call that changes something: `patch numbers/{id}`, what was sent, which version was seen. */
  readonly acts: { name: string; input: Record<string, unknown>; ifMatch: number | undefined }[] = [];
  /** The key of each of those acts, where it was given one. */
  readonly keys: (string | undefined)[] = [];
  /** Positions after which the event feed was followed. */
  readonly followed: (number | null)[] = [];
  /** Signals of the feeds that were followed. */
  readonly feeds: AbortSignal[] = [];
  readonly #answers = new Map<string, Answer>();
  #gate: Promise<void> | null = null;
  #listener: ((next: PortalEvent | Error) => void) | null = null;
  #onLive: (isLive: boolean) => void = () => {};
  #nextId = 100;

  /** Sets what a path answers, or one method of it, as `patch numbers/{id}`; an error that is returned is thrown. */
  answer(path: string, answer: Answer): this {
    this.#answers.set(path, answer);
    return this;
  }

  /** Holds all answers back until what it returns is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#gate = promise;
    return () => {
      this.#gate = null;
      resolve();
    };
  }

  /** Tells whoever follows that something happened, or that the feed is refused. */
  tell(what: Omit<PortalEvent, 'id'> | Error): void {
    this.#listener?.(what instanceof Error ? what : { id: this.#nextId++, ...what });
  }

  /** Says that events stop coming, or come again. */
  setLive(isLive: boolean): void {
    this.#onLive(isLive);
  }

  async call<O extends Operation>(
    operation: O,
    input: object,
    { signal, ifMatch, idempotencyKey }: CallOptions = {},
  ): Promise<never> {
    const sent = input as Record<string, unknown>;
    const name = `${operation.method} ${operation.path}`;
    this.calls.push({ path: operation.path, input: sent });
    if (operation.method !== 'get') {
      this.acts.push({ name, input: sent, ifMatch });
      this.keys.push(idempotencyKey);
    }
    await this.#gate;
    await Promise.resolve();
    signal?.throwIfAborted();
    const answer = (this.#answers.get(name) ?? this.#answers.get(operation.path))?.(sent);
    if (answer instanceof Error) throw answer;
    return answer as never;
  }

  async *events({ after, signal, onLive }: EventOptions) {
    this.followed.push(after ?? null);
    this.#onLive = onLive ?? this.#onLive;
    this.feeds.push(signal);
    const waiting: (PortalEvent | Error)[] = [];
    let wake = () => {};
    this.#listener = (next) => {
      waiting.push(next);
      wake();
    };
    signal.addEventListener('abort', () => wake());
    while (!signal.aborted) {
      const next = waiting.shift();
      if (next instanceof Error) throw next;
      if (next) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
}
