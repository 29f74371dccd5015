import type { CrossTenant } from '../db/cross-tenant.ts';

const rememberedMs = 10_000;
const mostRemembered = 1_000;

/** Whether any tenant lets pages of an origin in. */
export type IsOriginListed = (origin: string) => boolean | Promise<boolean>;

/** The origins of pages. */
export interface Origins {
  isListed: IsOriginListed;
  /** Whether it was, the last time that somebody asked: nothing is looked up. */
  wasListed(origin: string): boolean;
}

/**
 * Asks the database, and remembers a yes for some seconds, since every request of a page has a preflight. A no is
 * not remembered: the next session may list the origin.
 */
export function createOrigins(
  crossTenant: Pick<CrossTenant, 'isOriginListed'>,
  clock: () => number,
): Origins {
  const listedAt = new Map<string, number>();

  async function isListed(origin: string): Promise<boolean> {
    if (Math.abs(clock() - (listedAt.get(origin) ?? -Infinity)) < rememberedMs) return true;
    const isKnown = origin.length <= 255 && (await crossTenant.isOriginListed(origin));
    if (!isKnown) {
      listedAt.delete(origin);
      return false;
    }
    if (listedAt.size >= mostRemembered) listedAt.clear();
    listedAt.set(origin, clock());
    return true;
  }

  return { isListed, wasListed: (origin) => listedAt.has(origin) };
}
