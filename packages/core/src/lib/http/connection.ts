import ky, { type Options, isHTTPError } from 'ky';
import { within } from '../internal/within.ts';
import { parseAnswer, toPortalError } from './answer.ts';
import type { PortalEvent } from './event-stream.ts';
import { fetchStream, fetchWhole } from './fetch-whole.ts';
import type { Operation, OperationInput, OperationOutput } from './operation.ts';
import { fillPath, searchParams } from './operation-request.ts';
import { isPortalError } from './portal-error.ts';
import { defaultMaxRetryAfter, lateError, retryOptions } from './retry-options.ts';
import { type FetchSession, type SessionSource, createSessionSource, fixedToken } from './session-source.ts';

/** How to reach a server. Give `fetchSession` in a page, `secretKey` on the reseller's own server. */
export interface ConnectionOptions {
  /** Where the server is mounted, without `/v1`; relative to the page if relative. */
  baseUrl: string | URL;
  fetchSession?: FetchSession;
  secretKey?: string;
  /** A stand-in for the global `fetch`. */
  fetch?: typeof fetch;
  /** Times a failed request is tried again; 3 unless given. */
  retries?: number;
  /** The longest wait that a server may ask for, in milliseconds; 20 s unless given. */
  maxRetryAfter?: number;
  /** The longest that one call may take with all its attempts, in milliseconds; 60 s unless given. */
  totalTimeout?: number;
  /** The longest silence of the event stream, heartbeats included, in milliseconds; 60 s unless given. */
  maxSilence?: number;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** A number from 0 up to 1, by which waits differ between clients. */
  random?: () => number;
  /** A new key for each act of a user, so that a retried request does not act twice. */
  newKey?: () => string;
}

/** What belongs to one call. */
export interface CallOptions {
  signal?: AbortSignal;
  /** The `version` that the caller has seen. */
  ifMatch?: number;
  /** The key of this act; a new one unless given. The same for every attempt. */
  idempotencyKey?: string;
}

/** From where on events are wanted, and until when. */
export interface EventOptions {
  /** The last event seen; without it, whatever happens from now on. */
  after?: number | null;
  signal: AbortSignal;
  /** Told when events stop coming because the server cannot be reached, and when they come again. */
  onLive?: (isLive: boolean) => void;
}

/** A way to one server, as one person or one reseller. */
export interface Connection {
  /**
   * Calls one operation and validates the answer; unknown fields and values survive.
   *
   * @throws PortalError for a refusal or a lost request; the signal's reason when aborted.
   */
  call<O extends Operation>(
    operation: O,
    input: OperationInput<O>,
    options?: CallOptions,
  ): Promise<OperationOutput<O>>;
  /**
   * What happens from now on, or after an event; goes on by itself over broken connections and ended sessions.
   *
   * @throws PortalError when the server refuses for good.
   */
  events(options: EventOptions): AsyncGenerator<PortalEvent, void>;
}

/** The longest that one attempt may take, in milliseconds. */
const attemptTimeout = 15_000;

/** Connects to a server. Nothing is sent until something is called. */
export function connect(options: ConnectionOptions): Connection {
  const fetch: Fetch = (request, init) => (options.fetch ?? globalThis.fetch)(request, init);
  const http = ky.create({
    prefixUrl: apiUrl(options.baseUrl),
    cache: 'no-store',
    credentials: 'omit',
    timeout: attemptTimeout,
    retry: 0,
  });
  const send = sender(sessionSource(options), http);
  return { call: calling(send, fetch, options), events: following(send, fetch, options) };
}

type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;
type Send = (path: string, init: Options & { signal: AbortSignal }) => Promise<Response>;

function calling(send: Send, fetch: Fetch, options: ConnectionOptions): Connection['call'] {
  const { totalTimeout = 60_000, newKey = randomKey } = options;
  const retry = retryOptions(options);
  return async (operation, input, { signal, ifMatch, idempotencyKey } = {}) => {
    const { path, rest } = fillPath(operation, input as Record<string, unknown>);
    const hasKey = operation.idempotency !== undefined;
    const isSafe = operation.method === 'get' || operation.method === 'put' || hasKey;
    let seen: unknown;
    const note = (error: unknown) => (seen = error);
    const late = () => lateError(seen);
    try {
      return await within({ millis: totalTimeout, signal, late }, async (signal) => {
        const response = await send(path, {
          method: operation.method,
          ...(operation.body ? { json: rest } : { searchParams: searchParams(rest) }),
          signal,
          fetch: fetchWhole(fetch) as NonNullable<Options['fetch']>,
          ...(isSafe ? { retry: retry(note) } : {}),
          headers: {
            ...(hasKey ? { 'idempotency-key': idempotencyKey ?? newKey() } : {}),
            ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          },
        });
        const text = await response.text();
        return parseAnswer(operation.output, text, response) as OperationOutput<typeof operation>;
      });
    } catch (error) {
      throw signal?.aborted ? signal.reason : await toPortalError(error);
    }
  };
}

function following(send: Send, fetch: Fetch, options: ConnectionOptions): Connection['events'] {
  const { now = Date.now, random = Math.random } = options;
  const { maxRetryAfter = defaultMaxRetryAfter, maxSilence = 60_000 } = options;
  return async function* ({ after = null, signal, onLive }) {
    const read = async (last: number | null) => {
      try {
        const response = await send('events', {
          signal,
          fetch: fetchStream(fetch) as NonNullable<Options['fetch']>,
          headers: {
            accept: 'text/event-stream',
            ...(last === null ? {} : { 'last-event-id': String(last) }),
          },
        });
        return response.body;
      } catch (error) {
        throw await toPortalError(error);
      }
    };
    const delay = (failures: number, error: unknown) => {
      const backoff = Math.min(30_000, 500 * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2);
      const asked = isPortalError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
      return Math.max(backoff, Math.min(asked, maxRetryAfter));
    };
    // A page shows what there is before it follows what comes: this part is not waited for.
    const { followEvents } = await import('./event-stream.ts');
    yield* followEvents(read, { after, signal, delay, now, maxSilence, onLive });
  };
}

/** Sends with a token; one that the server does not take is replaced once. */
function sender(source: SessionSource, http: typeof ky): Send {
  return async (path, init) => {
    const attempt = async (token: string) => {
      init.signal.throwIfAborted();
      return http(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    };
    const token = await source.token();
    try {
      return await attempt(token);
    } catch (error) {
      if (!isHTTPError(error) || error.response.status !== 401) throw error;
      source.refuse(token);
      const renewed = await source.token();
      if (renewed === token) throw error;
      return attempt(renewed);
    }
  };
}

function apiUrl(baseUrl: string | URL): URL {
  const base = new URL(baseUrl, globalThis.document?.baseURI ?? globalThis.location?.href);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return new URL('v1/', base);
}

function sessionSource({ fetchSession, secretKey, now = Date.now }: ConnectionOptions): SessionSource {
  if (fetchSession) return createSessionSource(fetchSession, now);
  if (secretKey) return fixedToken(secretKey);
  throw new TypeError('Give fetchSession (in a page) or secretKey (on your own server).');
}

/** 128 bits by chance; `crypto.randomUUID` is missing on pages without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
