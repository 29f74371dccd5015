import { within } from '../internal/within.ts';
import { PortalError } from './portal-error.ts';

/** A token and when it ends, as `POST /v1/embed-sessions` answers it. */
export interface SessionToken {
  token: string;
  /** Moment in UTC. */
  expiresAt: string;
}

/** Gets a fresh token from the host's own server. */
export type FetchSession = (signal: AbortSignal) => Promise<SessionToken>;

/** Hands out a token that is good now. */
export interface SessionSource {
  /**
   * A token. When four fifths of its life are over the next one is fetched, once for all who ask; while the old
   * one is good nobody waits for that, and nobody fails with it.
   */
  token(): Promise<string>;
  /** Says that the server did not take a token: the next call fetches another, unless that has happened already. */
  refuse(token: string): void;
}

/** How long the host's own server may take. */
const fetchTimeout = 30_000;

interface Held {
  token: string;
  refreshAt: number;
  endsAt: number;
}

/** Keeps one token in memory, and never anywhere else. */
export function createSessionSource(fetchSession: FetchSession, now: () => number): SessionSource {
  let current: Held | null = null;
  let pending: Promise<string> | null = null;

  async function fetchNext(): Promise<string> {
    const askedAt = now();
    current = hold(await fetchInTime(fetchSession), askedAt);
    return current.token;
  }

  function renew(): Promise<string> {
    pending ??= fetchNext().finally(() => {
      pending = null;
    });
    return pending;
  }

  return {
    token() {
      const at = now();
      if (current && at < current.refreshAt) return Promise.resolve(current.token);
      const next = renew();
      if (!current || at >= current.endsAt) return next;
      next.catch(() => undefined);
      return Promise.resolve(current.token);
    },
    refuse(token) {
      if (current?.token === token) current = null;
    },
  };
}

async function fetchInTime(fetchSession: FetchSession): Promise<SessionToken> {
  const late = () => new DOMException('fetchSession took too long.', 'TimeoutError');
  try {
    return await within({ millis: fetchTimeout, late }, async (signal) => fetchSession(signal));
  } catch (cause) {
    // What `fetch` rejects with when there is no network: the host has not said no, it was not reached.
    const name = (cause as { name?: unknown } | null)?.name;
    const isLost = name === 'TypeError' || name === 'TimeoutError';
    if (isLost) {
      throw new PortalError('unreachable', "The page's own server could not be reached.", {
        status: 0,
        cause,
      });
    }
    throw new PortalError('session-expired', 'The page could not renew the session.', { status: 401, cause });
  }
}

function hold(session: SessionToken, askedAt: number): Held {
  const { token, expiresAt } = (session as SessionToken | null) ?? { token: null, expiresAt: NaN };
  const life = new Date(expiresAt).getTime() - askedAt;
  if (typeof token !== 'string' || token === '' || Number.isNaN(life)) {
    throw new PortalError('session-expired', 'fetchSession must give a token and when it ends.', {
      status: 401,
    });
  }
  // An end in the past is more often a clock that is wrong here than a session that is over: the server knows.
  if (life <= 0) return { token, refreshAt: Infinity, endsAt: Infinity };
  return { token, refreshAt: askedAt + life * 0.8, endsAt: askedAt + life };
}

/** A source that always hands out the same secret, for the reseller's own server. */
export function fixedToken(secret: string): SessionSource {
  return { token: () => Promise.resolve(secret), refuse: () => undefined };
}
