import type { Caller } from './caller.ts';
import type { Exchange } from './exchange.ts';
import { createRateLimit } from './rate-limit.ts';
import { Refusal } from './refusal.ts';

/** How much one process takes from one sender. 0 sets no limit. */
export interface LimitSettings {
  /** Requests a minute from one address, but for those with a good secret key. */
  requestsPerAddress: number;
  /** Requests a minute of one session. */
  requestsPerSession: number;
  /** Requests a minute with one secret key. */
  requestsPerKey: number;
  /** Event streams that one session may have open. */
  streamsPerSession: number;
  /** Event streams that may be open with one secret key. */
  streamsPerKey: number;
}

/** Far above what widgets and imports come to; low enough to keep one sender from taking all. */
export const defaultLimits: LimitSettings = {
  requestsPerAddress: 30_000,
  requestsPerSession: 12_000,
  requestsPerKey: 300_000,
  streamsPerSession: 50,
  streamsPerKey: 1_000,
};

/** How long somebody with too many streams waits: one that is cut off takes a moment to be noticed. */
const streamRetrySeconds = 5;

/** Holds senders to the limits of this process. */
export interface Limits {
  /** Before anything is looked up: the refusal of an address that sends too much. */
  crowded(exchange: Exchange): Refusal | null;
  /** Once it is known who sends. @throws Refusal `too-many-requests`. */
  admit(caller: Caller, exchange: Exchange): void;
  /** Gives back what closes the stream. @throws Refusal `too-many-requests`. */
  openStream(caller: Caller): () => void;
}

export function createLimits(settings: Partial<LimitSettings> = {}): Limits {
  const most = { ...defaultLimits, ...settings };
  const addresses = createRateLimit(most.requestsPerAddress);
  const callers = {
    session: createRateLimit(most.requestsPerSession),
    key: createRateLimit(most.requestsPerKey),
  };
  const open = new Map<string, number>();

  return {
    crowded({ address, now }) {
      const wait = address === null ? 0 : addresses.take(address, now);
      return wait > 0 ? tooMany('from this address', wait) : null;
    },

    admit(caller, { address, now }) {
      if (caller.kind === 'key' && address !== null) addresses.giveBack(address);
      const wait = callers[caller.kind].take(nameOf(caller), now);
      if (wait > 0) throw tooMany(caller.kind === 'key' ? 'with this key' : 'of this session', wait);
    },

    openStream(caller) {
      const name = nameOf(caller);
      const limit = caller.kind === 'key' ? most.streamsPerKey : most.streamsPerSession;
      const count = open.get(name) ?? 0;
      if (limit > 0 && count >= limit) {
        throw new Refusal('too-many-requests', `There are ${count} open event streams already: close one.`, {
          retryAfter: streamRetrySeconds,
        });
      }
      open.set(name, count + 1);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const left = (open.get(name) ?? 1) - 1;
        if (left > 0) open.set(name, left);
        else open.delete(name);
      };
    },
  };
}

const nameOf = (caller: Caller) =>
  `${caller.tenant} ${caller.kind === 'key' ? caller.id : caller.session.id}`;

function tooMany(where: string, waitMs: number): Refusal {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  const seconds = retryAfter === 1 ? 'one second' : `${retryAfter} seconds`;
  return new Refusal('too-many-requests', `There are too many requests ${where}: try again in ${seconds}.`, {
    retryAfter,
  });
}
