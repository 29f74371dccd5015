import { actingIn, holds, requireNeeds } from './caller.ts';
import { eventStream } from './event-stream.ts';
import { Refusal } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/**
 * `GET /v1/events`: what happens from now on, or after `Last-Event-ID` or `?after=`, as far as the caller may see it.
 *
 * @throws Refusal `unauthenticated`, `session-expired`, `bad-request`.
 */
export function watch(
  { tokens, feed }: Tenant,
  request: Request,
  mode: 'live' | 'whole',
  now: number,
): Response {
  const caller = tokens.callerOf(request.headers);
  requireNeeds(caller, 'caller', now);
  const after = readPosition(request);
  const reader = {
    account: actingIn(caller),
    may: (permission: Parameters<typeof holds>[1]) => holds(caller, permission),
  };
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(eventStream(feed, { after, reader, signal: request.signal, mode }), { headers });
}

function readPosition(request: Request): number | null {
  const last = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  if (last === null) return null;
  if (/^[0-9]{1,15}$/.test(last)) return Number(last);
  throw new Refusal('bad-request', 'Last-Event-ID is not a position in the feed.');
}
