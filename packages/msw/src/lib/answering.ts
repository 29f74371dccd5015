import { problemBody, problemCodes } from '@numberdesk/core/http';
import { actingIn, holds, requireNeeds } from './caller.ts';
import { eventStream } from './event-stream.ts';
import { type Answer, type KeptAnswers, createKeptAnswers } from './kept-answers.ts';
import { type Knobs, NetworkFailure } from './knobs.ts';
import { type Route, matchPath, routes } from './operation-routes.ts';
import { Refusal, notFound } from './refusal.ts';
import { readRequest } from './request-parts.ts';
import type { Tenant } from './tenant.ts';

/** What answers stand on. */
export interface AnswerGround {
  tenant: () => Tenant;
  knobs: Knobs;
  now: () => number;
}

/** Answers a request as the server would; a failing network is `Response.error()`. */
export type Answering = (request: Request, stream: 'live' | 'whole') => Promise<Response>;

export function createAnswering({ tenant, knobs, now }: AnswerGround): Answering {
  const kept = new WeakMap<Tenant, KeptAnswers>();
  let count = 0;

  async function answer(request: Request, headers: Headers, stream: 'live' | 'whole'): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^.*?\/v1\//, '');
    await knobs.wait();
    if (path === 'events') return watch(request, headers, stream);
    const found = routeOf(request.method, path);
    knobs.mayFail(found.route.name);
    const { status, body, isReplay } = await perform(found, request);
    if (isReplay) headers.set('idempotent-replayed', 'true');
    if ('version' in body) headers.set('etag', `"${String(body.version)}"`);
    return Response.json(body, { status, headers });
  }

  async function perform(
    { route, params }: Found,
    request: Request,
  ): Promise<Answer & { isReplay: boolean }> {
    const { operation, inputs, handler, name } = route;
    const here = tenant();
    const at = now();
    const caller = here.tokens.callerOf(request.headers);
    requireNeeds(caller, operation.needs, at);
    const parts = await readRequest(operation, inputs, request, params);
    const answers = kept.get(here) ?? createKeptAnswers();
    kept.set(here, answers);
    const subject = caller.kind === 'key' ? 'key' : `${caller.account}:${caller.user.id}`;
    const act = `${subject} ${name} ${parts.key}`;
    const content = { params: parts.params, body: parts.body };
    const before = parts.key === null ? null : answers.find(act, content);
    if (before) return { ...before, isReplay: true };
    const done = settle(() => ({
      status: operation.status ?? 200,
      body: handler({ ...parts, tenant: here, caller, now: at } as never) as object,
    }));
    if (parts.key !== null) answers.keep(act, content, done);
    return { ...done, isReplay: false };
  }

  function watch(request: Request, headers: Headers, mode: 'live' | 'whole'): Response {
    knobs.mayFail('events');
    const { tokens, feed } = tenant();
    const caller = tokens.callerOf(request.headers);
    requireNeeds(caller, 'caller', now());
    const last = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
    if (last !== null && !/^[0-9]{1,15}$/.test(last)) {
      throw new Refusal('bad-request', 'Last-Event-ID is not a position in the feed.');
    }
    headers.set('content-type', 'text/event-stream; charset=utf-8');
    const reader = {
      account: actingIn(caller),
      may: (permission: Parameters<typeof holds>[1]) => holds(caller, permission),
    };
    const after = last === null ? null : Number(last);
    return new Response(eventStream(feed, { after, reader, signal: request.signal, mode }), { headers });
  }

  /** A refusal of what an act does is an answer like any other, and is kept as one. */
  function settle(act: () => Answer): Answer {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: problemCodes[error.code].status, body: bodyOf(error) };
    }
  }

  const bodyOf = ({ code, message, extras }: Refusal) => problemBody(code, message, `mock-${count}`, extras);

  return async (request, stream) => {
    const headers = new Headers({ 'x-request-id': `mock-${++count}`, 'cache-control': 'no-store' });
    try {
      const response = await answer(request, headers, stream);
      if (response.status >= 400) response.headers.set('content-type', 'application/problem+json');
      return response;
    } catch (error) {
      if (error instanceof NetworkFailure) return Response.error();
      if (!(error instanceof Refusal)) throw error;
      const { retryAfter } = error.extras;
      if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
      headers.set('content-type', 'application/problem+json');
      const { status } = problemCodes[error.code];
      return new Response(JSON.stringify(bodyOf(error)), { status, headers });
    }
  };
}

interface Found {
  route: Route;
  params: Record<string, string>;
}

function routeOf(method: string, path: string): Found {
  const here = routes.flatMap((route) => {
    const params = matchPath(route.operation.path, path);
    return params ? [{ route, params }] : [];
  });
  if (here.length === 0) throw notFound('address');
  const found = here.find(({ route }) => route.operation.method === method.toLowerCase());
  if (found) return found;
  throw new Refusal('method-not-allowed', 'This address does not take that method.');
}
