import ky, { HTTPError, TimeoutError, isNetworkError, type Options } from 'ky';
import * as z from 'zod/mini';
import { type PortalEvent, followEvents } from './event-stream.ts';
import type { Operation, OperationInput, OperationOutput, Schema } from './operation.ts';
import { PortalError } from './portal-error.ts';
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
  /** Milliseconds since 1970. */
  now?: () => number;
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
  events(options: { after?: number | null; signal: AbortSignal }): AsyncGenerator<PortalEvent, void>;
}

/** Connects to a server. Nothing is sent until something is called. */
export function connect(options: ConnectionOptions): Connection {
  const { now = Date.now, newKey = () => crypto.randomUUID(), totalTimeout = 60_000 } = options;
  const base = new URL(options.baseUrl, globalThis.location?.href);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  const http = ky.create({
    baseUrl: new URL('v1/', base),
    cache: 'no-store',
    credentials: 'omit',
    ...(options.fetch ? { fetch: options.fetch as NonNullable<Options['fetch']> } : {}),
    timeout: 15_000,
    totalTimeout,
  });
  const retry = {
    limit: options.retries ?? 3,
    methods: ['get', 'put', 'post', 'patch', 'delete'],
    statusCodes: [408, 429, 502, 503, 504],
    afterStatusCodes: [429, 503],
    maxRetryAfter: options.maxRetryAfter ?? 20_000,
    backoffLimit: 10_000,
    jitter: true,
    retryOnTimeout: true,
  } satisfies Options['retry'];
  const source = sessionSource(options, now);

  /** Sends with a token; one that the server does not take is replaced once. */
  async function send(path: string, init: Options): Promise<Response> {
    const attempt = async (token: string) =>
      http(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    const token = await source.token();
    try {
      return await attempt(token);
    } catch (error) {
      if (!(error instanceof HTTPError) || error.response.status !== 401) throw error;
      source.refuse(token);
      const renewed = await source.token();
      if (renewed === token) throw error;
      return attempt(renewed);
    }
  }

  return {
    async call(operation, input, { signal, ifMatch, idempotencyKey } = {}) {
      const { path, rest } = fillPath(operation, input as Record<string, unknown>);
      const hasKey = operation.idempotency !== undefined;
      const safe = operation.method === 'get' || operation.method === 'put' || hasKey;
      try {
        const response = await send(path, {
          method: operation.method,
          ...(operation.body ? { json: rest } : { searchParams: searchParams(rest) }),
          ...(signal ? { signal } : {}),
          retry: safe ? retry : 0,
          headers: {
            ...(hasKey ? { 'idempotency-key': idempotencyKey ?? newKey() } : {}),
            ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
          },
        });
        return parseAnswer(operation.output, await response.text(), response) as OperationOutput<
          typeof operation
        >;
      } catch (error) {
        throw toPortalError(error, signal);
      }
    },

    events({ after = null, signal }) {
      const read = async (last: number | null) => {
        try {
          const response = await send('events', {
            signal,
            retry: 0,
            timeout: 15_000,
            totalTimeout: false,
            headers: {
              accept: 'text/event-stream',
              ...(last === null ? {} : { 'last-event-id': String(last) }),
            },
          });
          return (
            response.body ?? new ReadableStream<Uint8Array>({ start: (controller) => controller.close() })
          );
        } catch (error) {
          throw toPortalError(error, signal);
        }
      };
      const delay = (failures: number) =>
        Math.min(30_000, 500 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
      return followEvents(read, { after, signal, delay });
    },
  };
}

function sessionSource({ fetchSession, secretKey }: ConnectionOptions, now: () => number): SessionSource {
  if (fetchSession) return createSessionSource(fetchSession, now);
  if (secretKey) return fixedToken(secretKey);
  throw new TypeError('Give fetchSession (in a page) or secretKey (on your own server).');
}

function fillPath(
  operation: Operation,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

function searchParams(input: Record<string, unknown>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(name, String(item));
  }
  return params;
}

function parseAnswer(schema: Schema, text: string, response: Response): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(response, 'it is not JSON', cause);
  }
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(response, `at /${issue?.path.join('/') ?? ''}`, parsed.error);
}

function unreadable(response: Response, why: string, cause: unknown): PortalError {
  return new PortalError(
    'unreadable-answer',
    `The server's answer does not have the expected shape: ${why}.`,
    {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      cause,
    },
  );
}

const problemAnswer = z.looseObject({
  code: z.string(),
  detail: z.string(),
  requestId: z.optional(z.string()),
  permission: z.optional(z.string()),
  current: z.optional(z.unknown()),
  errors: z.optional(z.array(z.looseObject({ path: z.string(), code: z.string(), detail: z.string() }))),
});

/** Turns whatever a request can fail with into one kind of error; an abort stays an abort. */
function toPortalError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof HTTPError) return refusal(error);
  if (error instanceof TimeoutError) {
    return new PortalError('timed-out', 'The server took too long to answer.', { cause: error });
  }
  if (isNetworkError(error)) {
    return new PortalError('unreachable', 'The server cannot be reached.', { cause: error });
  }
  return error;
}

function refusal(error: HTTPError): PortalError {
  const { response } = error;
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
  const init = {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
    cause: error,
  };
  const parsed = problemAnswer.safeParse(error.data);
  if (!parsed.success) {
    const code = response.status >= 500 ? 'unavailable' : 'unreadable-answer';
    return new PortalError(code, `The server answered with status ${response.status}.`, init);
  }
  const { code, detail, requestId = init.requestId, permission = null, current, errors = [] } = parsed.data;
  return new PortalError(code, detail, { ...init, requestId, permission, current, errors });
}
