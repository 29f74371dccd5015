import type { Connection, PortalEvent } from '@numberdesk/core/http';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from './clock.ts';
import { type Resource, ResourceController } from './resource-controller.ts';

/** What tells the one that is meant, each part `null` where it is not given. */
export type DetailKey = readonly (string | null)[];

/** Which one is to be loaded, and whence; another object is another one. */
export interface DetailSource {
  readonly connection: Connection;
  readonly key: DetailKey;
}

/** What came of loading it. */
export interface LoadedDetail<Data> {
  readonly data: Data;
  /** The last event that it knows of; `null` where there is nothing to follow. */
  readonly feed: number | null;
}

/** What the feed needs of its widget, and of what it loads. */
export interface DetailFeedOptions<Data> {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  /** Which one is wanted: none as long as there is nothing in it. */
  key: () => DetailKey;
  clock: () => Clock;
  load: (source: DetailSource, signal: AbortSignal) => Promise<LoadedDetail<Data>>;
  /** What to keep of an answer, where events may know better by then. */
  newest: (loaded: Data, known: Data) => Data;
  /** What an event makes of it; `null` where that is no news of it. */
  take: (event: PortalEvent, data: Data) => Data | null;
  /** Told of a live change. */
  onChange: (data: Data, before: Data) => void;
}

/** Loads one thing with all that is known of it, and keeps it right by the events that follow. */
export class DetailFeedController<Data> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: DetailFeedOptions<Data>;
  readonly #resource: ResourceController<DetailSource, Data>;
  #source: DetailSource | null = null;
  #data: Data | null = null;
  #loadedAt = 0;
  #following: AbortController | null = null;
  #streamError: unknown = null;
  #isLive = true;

  constructor(host: ReactiveControllerHost, options: DetailFeedOptions<Data>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#resource = new ResourceController<DetailSource, Data>(host, {
      source: () => this.#source,
      load: (source, signal) => this.#load(source, signal),
    });
  }

  /** What was loaded, and whether it is being loaded. */
  get value(): Resource<Data> {
    const { value } = this.#resource;
    // It goes on changing after it was loaded.
    return value.data && this.#data ? { ...value, data: this.#data } : value;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** Whether changes come in; for now they may not, though they will again. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** When it was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew; what is there stays meanwhile. */
  readonly reload = (): void => this.#resource.reload();

  /** Puts something in the place of what is there. */
  put(data: Data): void {
    this.#data = data;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const connection = this.#options.connection();
    const key = this.#options.key();
    const next = connection && key.some(Boolean) ? { connection, key } : null;
    const own = this.#source;
    const isSame = own?.connection === next?.connection && key.every((part, at) => part === own?.key[at]);
    if (isSame || own === next) return;
    this.#source = next;
    this.#data = this.#streamError = null;
    this.#stop();
  }

  hostConnected(): void {
    if (this.#data && !this.#following) this.reload();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#following?.abort();
    this.#following = null;
  }

  async #load(source: DetailSource, signal: AbortSignal): Promise<Data> {
    const { load, newest, clock } = this.#options;
    const { data, feed } = await load(source, signal);
    signal.throwIfAborted();
    if (feed === null) return data;
    this.#data = this.#data ? newest(data, this.#data) : data;
    this.#loadedAt = clock().now();
    this.#streamError = null;
    if (!this.#following) void this.#follow(source, feed);
    return this.#data;
  }

  async #follow({ connection }: DetailSource, after: number): Promise<void> {
    const { signal } = (this.#following = new AbortController());
    const onLive = (isLive: boolean) => {
      if (signal.aborted) return;
      this.#isLive = isLive;
      this.#host.requestUpdate();
    };
    onLive(true);
    try {
      for await (const event of connection.events({ after, signal, onLive })) {
        if (signal.aborted) return;
        if (event.type === 'reset') this.reload();
        else this.#take(event);
      }
    } catch (error) {
      if (signal.aborted) return;
      this.#following = null;
      this.#streamError = error;
      this.#host.requestUpdate();
    }
  }

  /** A change shows at once; what it means, and what else there is to know, is asked for. */
  #take(event: PortalEvent): void {
    const before = this.#data;
    const data = before && this.#options.take(event, before);
    if (!data) return;
    this.#data = data;
    this.#options.onChange(data, before);
    this.reload();
  }
}
