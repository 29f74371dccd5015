/**
 * For the reseller's own server: trades the secret key for a token that a page may hold.
 *
 * @module
 */
import { createEmbedSession } from './lib/access/access.api.ts';
import type { EmbedSessionInput } from './lib/access/embed-session-input.schema.ts';
import type { EmbedSession } from './lib/access/embed-session.schema.ts';
import { type ConnectionOptions, connect } from './lib/http/connection.ts';

/** The server, the key, and whom to let in. */
export type CreateSessionOptions = EmbedSessionInput &
  Pick<ConnectionOptions, 'baseUrl' | 'fetch'> & { secretKey: string };

/**
 * Lets one person's page in. Call it in the handler that answers the page's `fetchSession`, after your own login
 * has told you who is there; hand the answer on as it is.
 *
 * @throws PortalError `unauthenticated` for a wrong key, `not-found` for an unknown account, `invalid` with the fields.
 * @example
 * const session = await createSession({
 *   baseUrl: 'https://numbers.internal', secretKey: process.env.NUMBERDESK_KEY,
 *   account: 'acme', user: { id: 'u-1', name: 'Ada Byron' }, permissionSet: 'member', origins: ['https://portal.example'],
 * });
 */
export function createSession({
  baseUrl,
  secretKey,
  fetch,
  ...session
}: CreateSessionOptions): Promise<EmbedSession> {
  const connection = connect({ baseUrl, secretKey, ...(fetch ? { fetch } : {}) });
  return connection.call(createEmbedSession, session);
}
