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
  /** A token; a new one is fetched when four fifths of the old one's life are over, once for all who wait. */
  token(): Promise<string>;
  /** Says that the server did not take a token: the next call fetches another, unless that has happened already. */
  refuse(token: string): void;
}

/** Keeps one token in memory, and never anywhere else. */
export function createSessionSource(fetchSession: FetchSession, now: () => number): SessionSource {
  let current: { token: string; refreshAt: number } | null = null;
  let pending: Promise<string> | null = null;

  async function refresh(): Promise<string> {
    const askedAt = now();
    let session: SessionToken;
    try {
      session = await fetchSession(AbortSignal.timeout(30_000));
    } catch (cause) {
      throw new PortalError('session-expired', 'The page could not renew the session.', {
        status: 401,
        cause,
      });
    }
    const life = new Date(session.expiresAt).getTime() - askedAt;
    if (typeof session.token !== 'string' || !(life > 0)) {
      throw new PortalError('session-expired', 'The page handed over a session that has ended.', {
        status: 401,
      });
    }
    current = { token: session.token, refreshAt: askedAt + life * 0.8 };
    return session.token;
  }

  return {
    token() {
      if (current && now() < current.refreshAt) return Promise.resolve(current.token);
      pending ??= refresh().finally(() => {
        pending = null;
      });
      return pending;
    },
    refuse(token) {
      if (current?.token === token) current = null;
    },
  };
}

/** A source that always hands out the same secret, for the reseller's own server. */
export function fixedToken(secret: string): SessionSource {
  return { token: () => Promise.resolve(secret), refuse: () => undefined };
}
