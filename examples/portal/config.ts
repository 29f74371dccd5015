import { fileURLToPath } from 'node:url';

/** What the environment says of the portal. */
export interface PortalConfig {
  port: number;
  databaseUrl: string | undefined;
  dataDir: string;
  /** How many orders a new database begins with. */
  demoOrders: number;
}

const repository = new URL('../../', import.meta.url);

/**
 * Reads the settings; an empty variable counts as not set.
 *
 * @throws Error with a sentence that says which variable is not right.
 */
export function readConfig(env: Record<string, string | undefined>): PortalConfig {
  const whole = (name: string, unless: number, most: number) => {
    const given = env[name]?.trim() || String(unless);
    const value = Number(given);
    if (/^\d+$/.test(given) && value <= most) return value;
    throw new Error(`${name} is "${given}": it must be a whole number from 0 to ${most}.`);
  };
  return {
    port: whole('PORT', 4870, 65_535),
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataDir: env['NUMBERDESK_DATA'] || fileURLToPath(new URL('.numberdesk', repository)),
    demoOrders: whole('NUMBERDESK_DEMO_ORDERS', 60, 100_000),
  };
}
