import { permissions } from '@numberdesk/core/access';
import { toMillis } from '@numberdesk/core/time';
import * as z from 'zod/mini';
import type { Database, TenantId } from '../db/database.ts';
import { type Claim, admit, identify, readClaim } from '../http/admission.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { type Caller, scopeOfCaller } from '../http/caller.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Limits } from '../http/limits.ts';
import { readParameters } from '../http/parameters.ts';
import { Refusal } from '../http/refusal.ts';
import type { EventFeed } from './event-feed.ts';
import { streamBody, streamFrames } from './event-stream.ts';
import { eventStore } from './event.store.ts';
import type { Reader } from './tenant-feed.ts';

/** What the stream stands on. */
export interface EventGround {
  database: Database;
  feed: EventFeed;
  demoTenant: TenantId | null;
  limits: Limits;
  clock: () => number;
  heartbeatMs: number;
  /** Aborted when the server closes. */
  closing: AbortSignal;
  onFailure: (error: unknown) => void;
}

const position = z.string().check(z.regex(/^[0-9]{1,15}$/, 'Not a position in the feed.'));
const afterSchema = z.strictObject({ after: z.optional(position) });
/** Held for each client that is behind until it has taken them, so not many. */
const atOnce = 20;

/**
 * `GET /v1/events`: what happens from now on, or after `Last-Event-ID` or `?after=`, as server-sent events, for as
 * long as the token is good. Each caller is sent what their permissions and their account let them see.
 */
export function eventEndpoint(ground: EventGround): Endpoint {
  const { database, demoTenant, limits } = ground;
  return {
    method: 'get',
    path: '/v1/events',
    async answer(exchange) {
      exchange.operation = 'events.follow';
      const claim = readClaim(exchange.request.headers, demoTenant);
      const { caller, after, newest } = await database.read(claim.tenant, async (tx) => ({
        caller: await admit(tx, exchange, { claim, needs: 'caller', limits }),
        after: readPosition(exchange),
        newest: await eventStore(tx).position(),
      }));
      const isKnown = after === null || after <= newest;
      const stop = new AbortController();
      stop.signal.addEventListener('abort', limits.openStream(caller));
      const frames = streamFrames({
        ...ground,
        join: () => ground.feed.join(claim.tenant, newest),
        reader: readerOf(caller),
        // A position that the feed has not reached yet is from before a restore: it means nothing here.
        position: isKnown ? (after ?? newest) : newest,
        isReset: !isKnown,
        readAfter: (position) =>
          database.read(claim.tenant, (tx) =>
            eventStore(tx).after({ ...readerOf(caller), position, limit: atOnce }),
          ),
        isWelcome: () => isWelcome(ground, claim),
        expiresAt: caller.kind === 'key' ? Infinity : toMillis(caller.session.expiresAt),
        signal: AbortSignal.any([stop.signal, ground.closing]),
      });
      const { heartbeatMs, onFailure } = ground;
      return new Response(streamBody(frames, { stop, stallMs: 2 * heartbeatMs, onFailure }), {
        headers: {
          ...exchange.headers,
          'content-type': 'text/event-stream; charset=utf-8',
          'x-accel-buffering': 'no',
        },
      });
    },
  };
}

/** `Last-Event-ID` is from a reconnection, so it is newer than what stands in the address. */
function readPosition({ url, request }: Exchange): number | null {
  const { after } = readParameters(afterSchema, url.searchParams) as z.output<typeof afterSchema>;
  const last = request.headers.get('last-event-id') ?? after;
  if (last === undefined) return null;
  if (z.safeParse(position, last).success) return Number(last);
  throw new Refusal('bad-request', 'Last-Event-ID is not a position in the feed.', {
    errors: [{ path: '/Last-Event-ID', code: 'invalid-format', detail: 'Not a position in the feed.' }],
  });
}

function readerOf(caller: Caller): Reader {
  const scope = scopeOfCaller(caller);
  return { scope, permissions: caller.kind === 'key' ? permissions : caller.session.permissions };
}

/** A key may have been revoked meanwhile, and a session too. */
async function isWelcome({ database, clock }: EventGround, claim: Claim): Promise<boolean> {
  try {
    await database.read(claim.tenant, (tx) => identify(tx, claim, clock()));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
