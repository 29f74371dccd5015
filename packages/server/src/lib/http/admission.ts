import { missingPermission } from '@numberdesk/core/access';
import type { Operation } from '@numberdesk/core/http';
import { toMillis } from '@numberdesk/core/time';
import { apiKeyStore } from '../access/api-key.store.ts';
import { sessionStore } from '../access/session.store.ts';
import { type TenantId, type TenantTransaction, parseTenantId } from '../db/database.ts';
import type { Caller } from './caller.ts';
import { type Credential, parseCredential } from './credential.ts';
import type { Exchange } from './exchange.ts';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** The secret key of a server in demo mode; any other refuses it. */
const demoKey = 'sk_demo';

/** What a request claims to be, with the tenant in whose transaction that is looked up. */
export interface Claim extends Credential {
  tenant: TenantId;
}

/** What a request must bring along; `caller` is any token at all. */
export type Needs = Operation['needs'] | 'caller';

const unauthenticated = () =>
  new Refusal('unauthenticated', 'Send a valid key or session token: Authorization: Bearer ….');

/**
 * Reads who a request claims to be from.
 *
 * @throws Refusal `unauthenticated`, the same whatever is wrong.
 */
export function readClaim(headers: Headers, demoTenant: TenantId | null): Claim {
  const header = headers.get('authorization');
  if (demoTenant && header === `Bearer ${demoKey}`) return { kind: 'key', tenant: demoTenant, hash: demoKey };
  const credential = parseCredential(header);
  const tenant = credential && parseTenantId(credential.tenant);
  if (!tenant) throw unauthenticated();
  return { ...credential, tenant };
}

/**
 * Lets a request in: finds out who sends it, inside the tenant that the token names, whether that is too often, from
 * which page, and whether they may do this.
 *
 * @throws Refusal `unauthenticated`, `session-expired`, `too-many-requests`, `origin-not-allowed`, `forbidden`.
 */
export async function admit(
  tx: TenantTransaction,
  exchange: Exchange,
  { claim, needs, limits }: { claim: Claim; needs: Needs; limits: Limits },
): Promise<Caller> {
  const caller = await identify(tx, claim, exchange.now);
  exchange.caller = caller;
  limits.admit(caller, exchange);
  requireOrigin(caller, exchange.request.headers);
  requireNeeds(caller, needs);
  return caller;
}

/**
 * Finds out who sends a request, inside the tenant that the token names.
 *
 * @throws Refusal `unauthenticated`, `session-expired`.
 */
export async function identify(tx: TenantTransaction, claim: Claim, now: number): Promise<Caller> {
  const { kind, tenant, hash } = claim;
  if (kind === 'key') {
    const key = hash === demoKey ? { id: 'demo' } : await apiKeyStore(tx).findByHash(hash);
    if (!key) throw unauthenticated();
    return { kind, tenant, id: key.id };
  }
  const session = await sessionStore(tx).findByHash(hash);
  if (!session) throw unauthenticated();
  if (now >= toMillis(session.expiresAt)) {
    throw new Refusal('session-expired', 'The session has ended: fetch a new one from your own server.');
  }
  return { kind, tenant, session };
}

/**
 * Holds the page that a request comes from against the session; a secret key has no business in any page.
 *
 * @throws Refusal `origin-not-allowed`.
 */
function requireOrigin(caller: Caller, headers: Headers): void {
  const origin = headers.get('origin');
  if (caller.kind === 'key') {
    if (origin === null) return;
    throw new Refusal(
      'origin-not-allowed',
      'A secret key belongs on your own server, never in a page: revoke this one.',
    );
  }
  const site = headers.get('sec-fetch-site');
  const isAllowed =
    origin === null ? site === null || site === 'same-origin' : caller.session.origins.includes(origin);
  if (!isAllowed) {
    throw new Refusal('origin-not-allowed', 'The session was made for pages of other origins.');
  }
}

/**
 * Holds what an operation needs against what the caller may do (ACC-2, ACC-4).
 *
 * @throws Refusal `forbidden`, naming the permission.
 */
function requireNeeds(caller: Caller, needs: Needs): void {
  if (needs === 'caller') return;
  if (caller.kind === 'key') {
    if (needs !== 'session') return;
    throw new Refusal('forbidden', 'This is about a session: ask with its token, not with a secret key.');
  }
  if (needs === 'session') return;
  if (needs === 'secret-key') {
    throw new Refusal('forbidden', "This takes the tenant's secret key; no session may do it.");
  }
  const problem = missingPermission(caller.session, needs);
  if (!problem) return;
  const grantedBy = problem.grantedBy === 'provider' ? 'the provider' : 'an admin of the account';
  throw new Refusal('forbidden', `This needs the permission ${needs}, which ${grantedBy} can grant.`, {
    permission: needs,
  });
}
