import { problemBody, problemCodes } from '@numberdesk/core/http';
import { type Knobs, NetworkFailure } from './knobs.ts';
import { findOperation } from './operation-routes.ts';
import { perform } from './perform.ts';
import { Refusal } from './refusal.ts';
import type { Tenant } from './tenant.ts';
import { watch } from './watch.ts';

/** What answers stand on. */
export interface AnswerGround {
  tenant: () => Tenant;
  knobs: Knobs;
  now: () => number;
}

/** Answers a request as the server would; a failing network is `Response.error()`. */
export type Answering = (request: Request, stream: 'live' | 'whole') => Promise<Response>;

export function createAnswering({ tenant, knobs, now }: AnswerGround): Answering {
  let count = 0;

  async function answer(request: Request, stream: 'live' | 'whole', requestId: string): Promise<Response> {
    const path = new URL(request.url).pathname.replace(/^.*?\/v1\//, '');
    await knobs.wait();
    tenant().numbers.settle();
    tenant().portouts.settle();
    if (path === 'events') {
      knobs.mayFail('events');
      return watch(tenant(), request, stream, now());
    }
    const found = findOperation(request.method, path);
    knobs.mayFail(found.route.name);
    return perform(tenant(), found, request, { now: now(), requestId });
  }

  return async (request, stream) => {
    const requestId = `mock-${++count}`;
    try {
      const response = await answer(request, stream, requestId);
      response.headers.set('x-request-id', requestId);
      return response;
    } catch (error) {
      if (error instanceof NetworkFailure) return Response.error();
      if (error instanceof Refusal) return refuse(error, requestId);
      throw error;
    }
  };
}

function refuse({ code, message, extras }: Refusal, requestId: string): Response {
  const { retryAfter } = extras;
  return new Response(JSON.stringify(problemBody(code, message, requestId, extras)), {
    status: problemCodes[code].status,
    headers: {
      'content-type': 'application/problem+json',
      'x-request-id': requestId,
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    },
  });
}
