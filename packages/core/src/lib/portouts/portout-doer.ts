import { changedBy } from '../access/changed-by.ts';

/**
 * Who did something to a request, before it is known who reads it: somebody of an account, or of the provider's (no
 * account). One of the provider's secret keys has no name; `null` is nobody, such as silence.
 */
export type PortOutDoer = { account: string | null; name: string | null } | null;

/** One of the provider's secret keys. */
export const providersKey = { account: null, name: null } as const satisfies PortOutDoer;

/** Whose people somebody belongs to: those who read each other's notes, and are mailed what the others do (POR-1). */
export const portOutSide = (doer: PortOutDoer): 'customer' | 'provider' =>
  doer === null || doer.account === null ? 'provider' : 'customer';

/** What the carrier does reaches us by a feed, which has a key. */
const carriersActs: readonly string[] = ['received', 'cancel'];

/**
 * Whose doing something was, as far as a reader may know. What a secret key did is the provider's doing, but the
 * carrier's where it comes by the carrier's feed; `path` is the way from the top to the account of the request (ACC-1).
 */
export function portOutDoneBy(
  kind: string,
  doer: PortOutDoer,
  actingIn: string | null,
  path: readonly string[],
): { side: 'customer' | 'provider' | 'carrier' | 'system'; name: string | null } {
  const isKey = doer !== null && doer.name === null;
  if (isKey && carriersActs.includes(kind)) return { side: 'carrier', name: null };
  return changedBy(doer, actingIn, path);
}
