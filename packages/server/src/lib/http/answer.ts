import { type Operation, type OperationOutput, problemBody, problemCodes } from '@numberdesk/core/http';
import type { Exchange } from './exchange.ts';
import type { KeptAnswer } from './idempotency.store.ts';
import type { Refusal } from './refusal.ts';

/** An answer before it is sent, in the form in which it can be kept. */
export type Answer = KeptAnswer;

/** The answer of an operation that succeeded; a body with a version carries it as its ETag too. */
export function successAnswer<O extends Operation>(operation: O, output: OperationOutput<O>): Answer {
  const { version } = output as { version?: unknown };
  return {
    status: operation.status ?? 200,
    etag: typeof version === 'number' ? `"${version}"` : null,
    body: JSON.stringify(output),
  };
}

/** The answer to a request that is refused. */
export function refusalAnswer({ code, message, extras }: Refusal, requestId: string): Answer {
  return {
    status: problemCodes[code].status,
    etag: null,
    body: JSON.stringify(problemBody(code, message, requestId, extras)),
  };
}

/** Puts an answer on the wire. */
export function send(
  { status, etag, body }: Answer,
  { headers }: Exchange,
  more: Record<string, string> = {},
): Response {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(body, {
    status,
    headers: { 'content-type': type, ...(etag === null ? {} : { etag }), ...headers, ...more },
  });
}
