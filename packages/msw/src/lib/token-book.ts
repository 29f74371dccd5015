import type { Caller, SessionCaller } from './caller.ts';
import { Refusal } from './refusal.ts';

/** The tokens that the mock takes. */
export interface TokenBook {
  /** Makes a token that stands for a session. */
  mint(session: SessionCaller): string;
  /**
   * Who sends a request.
   *
   * @throws Refusal `unauthenticated`, `session-expired`.
   */
  callerOf(headers: Headers): Caller;
  /** Ends every session that has been seen so far; a token that is fetched after this is good again. */
  end(): void;
}

const unauthenticated = () =>
  new Refusal('unauthenticated', 'Send a valid key or session token: Authorization: Bearer ….');

/** `anyone` is whom a token stands for that the mock has not made itself; `null` refuses such a token. */
export function createTokenBook(secretKey: string, anyone: () => SessionCaller | null): TokenBook {
  const minted = new Map<string, SessionCaller>();
  const seen = new Set<string>();
  const ended = new Set<string>();
  return {
    mint(session) {
      const token = `nds_mock_${minted.size + 1}`;
      minted.set(token, session);
      return token;
    },

    callerOf(headers) {
      const token = /^Bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
      if (token === undefined) throw unauthenticated();
      if (token === secretKey) return { kind: 'key' };
      const caller = minted.get(token) ?? (token.startsWith('sk_') ? null : anyone());
      if (!caller) throw unauthenticated();
      seen.add(token);
      if (!ended.has(token)) return caller;
      throw new Refusal('session-expired', 'The session has ended: fetch a new one from your own server.');
    },

    end() {
      for (const token of seen) ended.add(token);
    },
  };
}
