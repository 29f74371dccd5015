import { problemCodes } from '@numberdesk/core/http';
import { toInstant } from '@numberdesk/core/time';
import { TrieRouter } from 'hono/router/trie-router';
import { isDatabaseUnavailable } from '../db/database-failure.ts';
import { refusalAnswer, send } from './answer.ts';
import { addressName } from './client-address.ts';
import { corsHeaders, isPreflight, preflightAnswer } from './cors.ts';
import type { Endpoint } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import type { Limits } from './limits.ts';
import { type Log, errorText } from './log.ts';
import type { Origins } from './origins.ts';
import type { RefusalAudit } from './refusal-audit.ts';
import { Refusal, notFound } from './refusal.ts';

/** What all endpoints have around them. */
export interface AppOptions {
  endpoints: readonly Endpoint[];
  basePath: string;
  origins: Origins;
  limits: Limits;
  clock: () => number;
  ids: () => string;
  log: Log;
  /** Aborted when the server closes: from then on it answers that it is stopping. */
  closing: AbortSignal;
  onRefusal: RefusalAudit;
}

/** The outermost function: it finds the endpoint, turns whatever is thrown into an answer and writes the log. */
export function createApp(
  options: AppOptions,
): (request: Request, address: string | null) => Promise<Response> {
  const { clock, ids, log, origins, limits, closing } = options;
  const find = createRouter(options);

  async function answer(exchange: Exchange): Promise<Response> {
    const { request, url, headers } = exchange;
    if (closing.aborted) throw unavailable('The server is stopping: try again.');
    const { path, params, methods } = find(url.pathname) ?? {};
    exchange.route = path ?? null;
    const isForPages = path === undefined || path.startsWith('/v1/');
    if (isForPages) {
      const crowd = limits.crowded(exchange);
      const isListed = crowd ? origins.wasListed : origins.isListed;
      Object.assign(headers, await corsHeaders(request.headers, isListed));
      // A page can read a refusal of the request itself, never that of its preflight.
      if (crowd && !(isPreflight(request) && headers['access-control-allow-origin'])) throw crowd;
    }
    if (isPreflight(request)) return preflightAnswer(headers);
    if (!methods) throw notFound('address');
    const endpoint = methods.get(request.method === 'HEAD' ? 'GET' : request.method);
    if (endpoint) {
      exchange.params = decodeAll(params ?? {});
      return endpoint.answer(exchange);
    }
    headers['allow'] = [...methods.keys()].join(', ');
    throw new Refusal('method-not-allowed', `This address takes ${headers['allow']}.`);
  }

  return async (request, address) => {
    const exchange = newExchange(request, address, ids(), clock());
    let failure: unknown = null;
    const response = await answer(exchange).catch((error: unknown) => {
      const refusal = toRefusal(error);
      if (refusal !== error) failure = error;
      return refuse(refusal, exchange, options);
    });
    log(record(exchange, response.status, clock() - exchange.now, failure));
    if (request.method !== 'HEAD') return response;
    await response.body?.cancel();
    return new Response(null, response);
  };
}

function newExchange(request: Request, address: string | null, requestId: string, now: number): Exchange {
  return {
    request,
    url: new URL(request.url),
    requestId,
    now,
    address: address === null ? null : addressName(address),
    headers: {
      'x-request-id': requestId,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    route: null,
    params: {},
    operation: null,
    caller: null,
  };
}

/**
 * Finds by path alone, so that a known address with another method can be told from an unknown one. An address that
 * stands there word for word comes before one with a parameter in that place.
 */
function createRouter({ endpoints, basePath }: AppOptions) {
  type Found = { path: string; methods: Map<string, Endpoint> };
  const router = new TrieRouter<Found>();
  const parameters = ({ path }: Endpoint) => path.split('{').length;
  const literalFirst = endpoints.toSorted((a, b) => parameters(a) - parameters(b));
  for (const [path, same] of Map.groupBy(literalFirst, (endpoint) => endpoint.path)) {
    const methods = new Map(same.map((endpoint) => [endpoint.method.toUpperCase(), endpoint]));
    router.add('ALL', basePath + path.replace(/\{(\w+)\}/g, ':$1'), { path, methods });
  }
  return (pathname: string): (Found & { params: Record<string, string> }) | null => {
    const [found, params] = (router.match('ALL', pathname)[0][0] ?? []) as [Found?, Record<string, string>?];
    return found ? { ...found, params: params ?? {} } : null;
  };
}

function decodeAll(params: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    throw new Refusal('bad-request', 'The address holds a broken percent sign.');
  }
}

const unavailable = (detail: string) => new Refusal('unavailable', detail, { retryAfter: 2 });

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isDatabaseUnavailable(error)) return unavailable('The database cannot be reached for now: try again.');
  return new Refusal('internal', 'Something failed on our side: give support the request id.');
}

async function refuse(refusal: Refusal, exchange: Exchange, { onRefusal }: AppOptions) {
  await onRefusal(refusal, exchange);
  const { retryAfter } = refusal.extras;
  return send(refusalAnswer(refusal, exchange.requestId), exchange, {
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(problemCodes[refusal.code].status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
  });
}

/** What the log says of a request: no person's data, no token, and of the address only its pattern. */
function record(
  { now, request, requestId, route, caller }: Exchange,
  status: number,
  ms: number,
  error: unknown,
) {
  return {
    time: toInstant(now),
    level: status < 500 ? ('info' as const) : ('error' as const),
    message: 'request',
    requestId,
    method: request.method,
    route,
    status,
    ms,
    tenant: caller?.tenant ?? null,
    subject: caller?.kind ?? null,
    ...(error === null ? {} : { error: errorText(error) }),
  };
}
