import type { CrossTenant } from '../db/cross-tenant.ts';

const rememberedMs = 10_000;
const mostRemembered = 1_000;

/** Whether any tenant lets pages of an origin in. */
export type IsOriginListed = (origin: string) => Promise<boolean>;

/**
 * Asks the database, and remembers a yes for some seconds, since every request of a page has a preflight. A no is
 * not remembered: the next session may list the origin.
 */
export function createOrigins(
  crossTenant: Pick<CrossTenant, 'isOriginListed'>,
  clock: () => number,
): IsOriginListed {
  const listedUntil = new Map<string, number>();
  return async (origin) => {
    if (clock() < (listedUntil.get(origin) ?? 0)) return true;
    const isListed = origin.length <= 255 && (await crossTenant.isOriginListed(origin));
    if (!isListed) return false;
    if (listedUntil.size >= mostRemembered) listedUntil.clear();
    listedUntil.set(origin, clock() + rememberedMs);
    return true;
  };
}
