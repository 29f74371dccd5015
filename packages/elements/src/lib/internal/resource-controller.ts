import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that is asked for: on its way, refused or here. What was here before stays while it is asked for anew. */
export type Resource<Data> =
  | { readonly state: 'loading'; readonly data: Data | null }
  | { readonly state: 'error'; readonly data: Data | null; readonly error: unknown }
  | { readonly state: 'data'; readonly data: Data };

/** Why a resource is not here or not fresh, `null` where nothing is wrong. */
export function failureIn(resource: Resource<unknown>): unknown {
  return resource.state === 'error' ? resource.error : null;
}

/** What to load, and whence; `null` while there is nothing to ask yet. */
export interface ResourceOptions<Source, Data> {
  source: () => Source | null;
  load: (source: Source, signal: AbortSignal) => Promise<Data>;
}

/**
 * Loads when its source changes, and again when asked; lets go of the request when the widget leaves the page and
 * takes it up when it comes back. Another source drops what was here, a reload keeps it.
 */
export class ResourceController<Source, Data> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ResourceOptions<Source, Data>;
  #source: Source | null = null;
  #value: Resource<Data> = { state: 'loading', data: null };
  #request: AbortController | null = null;

  constructor(host: ReactiveControllerHost, options: ResourceOptions<Source, Data>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get value(): Resource<Data> {
    return this.#value;
  }

  /** Asks again, and keeps what is here meanwhile. */
  readonly reload = (): void => {
    this.#set({ state: 'loading', data: this.#value.data });
    void this.#load();
  };

  hostUpdate(): void {
    const source = this.#options.source() ?? null;
    if (source === this.#source) return;
    this.#source = source;
    this.#value = { state: 'loading', data: null };
    void this.#load();
  }

  hostConnected(): void {
    if (this.#source !== null && this.#value.state === 'loading') this.reload();
  }

  hostDisconnected(): void {
    this.#request?.abort();
  }

  async #load(): Promise<void> {
    this.#request?.abort();
    if (this.#source === null) return;
    const { signal } = (this.#request = new AbortController());
    const value = await this.#options.load(this.#source, signal).then(
      (data) => ({ state: 'data', data }) as const,
      (error: unknown) => ({ state: 'error', data: this.#value.data, error }) as const,
    );
    if (!signal.aborted) this.#set(value);
  }

  #set(value: Resource<Data>): void {
    this.#value = value;
    this.#host.requestUpdate();
  }
}
