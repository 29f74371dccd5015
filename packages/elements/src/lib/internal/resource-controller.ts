import { Task, TaskStatus, initialState } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that is asked for: on its way, refused or here. What was here before stays while it is asked for anew. */
export type Resource<Data> =
  | { readonly state: 'loading'; readonly data: Data | null }
  | { readonly state: 'error'; readonly data: Data | null; readonly error: unknown }
  | { readonly state: 'data'; readonly data: Data };

/** What to load, and what it depends on; `null` while there is nothing to ask yet. */
export interface ResourceOptions<Args extends readonly unknown[], Data> {
  args: () => Args | null;
  load: (args: Args, signal: AbortSignal) => Promise<Data>;
}

/**
 * Loads when its arguments change, and again when asked; lets go of the request when the widget leaves the page and
 * takes it up when it comes back. Other arguments drop what was here, a reload keeps it.
 */
export class ResourceController<Args extends readonly unknown[], Data> implements ReactiveController {
  readonly #task: Task<readonly unknown[], Data>;
  #data: Data | null = null;
  #loadedFor: Args | null = null;
  #wasInterrupted = false;

  constructor(host: ReactiveControllerHost, { args, load }: ResourceOptions<Args, Data>) {
    host.addController(this);
    this.#task = new Task<readonly unknown[], Data>(host, {
      args: () => args() ?? [],
      task: async (given, { signal }) => {
        if (given.length === 0) {
          this.#forget(null);
          return initialState;
        }
        if (!isSame(given, this.#loadedFor)) this.#forget(given as Args);
        const data = await load(given as Args, signal);
        signal.throwIfAborted();
        return (this.#data = data);
      },
    });
  }

  get value(): Resource<Data> {
    const data = this.#data;
    if (this.#task.status === TaskStatus.ERROR && !this.#wasInterrupted) {
      return { state: 'error', error: this.#task.error, data };
    }
    return this.#task.status === TaskStatus.COMPLETE && data !== null
      ? { state: 'data', data }
      : { state: 'loading', data };
  }

  /** Asks again, and keeps what is here meanwhile. */
  readonly reload = (): void => {
    void this.#task.run();
  };

  hostConnected(): void {
    if (!this.#wasInterrupted) return;
    this.#wasInterrupted = false;
    this.reload();
  }

  hostDisconnected(): void {
    this.#wasInterrupted = this.#task.status === TaskStatus.PENDING;
    this.#task.abort();
  }

  #forget(next: Args | null): void {
    this.#data = null;
    this.#loadedFor = next;
  }
}

const isSame = (a: readonly unknown[], b: readonly unknown[] | null) =>
  b !== null && a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
