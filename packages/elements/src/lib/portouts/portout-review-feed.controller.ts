import type { Connection, PortalEvent } from '@numberdesk/core/http';
import {
  type PortOut,
  type PortOutDetail,
  getPortOut,
  portOutChangedSchema,
} from '@numberdesk/core/portouts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';
import { portOutsByRequest } from './portout-by-request.ts';

/** What came of looking for a request: it, or the several that a search has found, or none. */
export interface FoundPortOut {
  readonly detail: PortOutDetail | null;
  /** What a search has found, if not exactly one. */
  readonly hits: readonly PortOut[];
}

/** Which request is meant: by our id, else by the carrier's number. */
export interface WantedPortOut {
  id: string | null;
  request: string | null;
}

/** What the feed needs of its widget. */
export interface PortOutFeedOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  wanted: () => WantedPortOut;
  clock: () => Clock;
  /** Told of a live change. */
  onChange: (portout: PortOut, before: PortOut) => void;
}

interface Source extends WantedPortOut {
  connection: Connection;
}

/** Loads one request with all that is known of it, and keeps it right by the events that follow. */
export class PortOutFeed implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PortOutFeedOptions;
  readonly #resource: ResourceController<Source, FoundPortOut>;
  #source: Source | null = null;
  #detail: PortOutDetail | null = null;
  #loadedAt = 0;
  #following: AbortController | null = null;
  #streamError: unknown = null;
  #isLive = true;

  constructor(host: ReactiveControllerHost, options: PortOutFeedOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#resource = new ResourceController<Source, FoundPortOut>(host, {
      source: () => this.#source,
      load: (source, signal) => this.#load(source, signal),
    });
  }

  /** What was found, and whether it is being loaded. */
  get value(): Resource<FoundPortOut> {
    const { value } = this.#resource;
    // The request goes on changing after it was loaded.
    return value.data && this.#detail ? { ...value, data: { detail: this.#detail, hits: [] } } : value;
  }

  /** Why no live changes come any more, if they do not. */
  get streamError(): unknown {
    return this.#streamError;
  }

  /** Whether changes come in; for now they may not, though they will again. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** When the request was loaded, in milliseconds since 1970. */
  get loadedAt(): number {
    return this.#loadedAt;
  }

  /** Loads anew; what is there stays meanwhile. */
  readonly reload = (): void => this.#resource.reload();

  /** Takes in the request as an answer has shown it. */
  readonly take = (detail: PortOutDetail): void => {
    if (detail.id !== this.#detail?.id || detail.version < this.#detail.version) return;
    this.#detail = detail;
    this.#host.requestUpdate();
  };

  hostUpdate(): void {
    const connection = this.#options.connection();
    const { id, request } = this.#options.wanted();
    const next = connection && (id || request) ? { connection, id, request } : null;
    const own = this.#source;
    const isSame =
      own?.connection === next?.connection && own?.id === next?.id && own?.request === next?.request;
    if (isSame) return;
    this.#source = next;
    this.#detail = this.#streamError = null;
    this.#stop();
  }

  hostConnected(): void {
    if (this.#detail && !this.#following) this.reload();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    this.#following?.abort();
    this.#following = null;
  }

  async #load(source: Source, signal: AbortSignal): Promise<FoundPortOut> {
    const { connection } = source;
    const hits = source.id === null ? await portOutsByRequest(connection, source.request ?? '', signal) : [];
    const id = source.id ?? (hits.length === 1 ? hits[0]?.id : undefined);
    if (id === undefined) return { detail: null, hits };
    const loaded = await connection.call(getPortOut, { id }, { signal });
    signal.throwIfAborted();
    const known = this.#detail;
    this.#detail = known?.id === id && known.version > loaded.version ? known : loaded;
    this.#loadedAt = this.#options.clock().now();
    this.#streamError = null;
    if (!this.#following) void this.#follow(source, loaded.feed);
    return { detail: this.#detail, hits: [] };
  }

  async #follow({ connection }: Source, after: number): Promise<void> {
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

  /** A change shows at once; what else there is to know of it is asked for. */
  #take({ type, data }: PortalEvent): void {
    const told = type === 'portout.changed' ? portOutChangedSchema.safeParse(data) : null;
    const before = this.#detail;
    if (!told?.success || told.data.portout.id !== before?.id) return;
    const { portout } = told.data;
    if (portout.version <= before.version) return;
    this.#detail = { ...before, ...portout };
    this.#options.onChange(portout, before);
    this.reload();
  }
}
