import { v7 as uuidv7 } from 'uuid';
import { apiKeyStore } from '../access/api-key.store.ts';
import type { Config } from '../config.ts';
import { type Database, type TenantId, parseTenantId } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { hashToken, newToken } from '../http/credential.ts';

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>;

/** Makes a tenant; the answer is its id. */
export function createTenant(where: Where, name: string): Promise<string> {
  return withDatabase(where, async ({ crossTenant }) => {
    if (name.trim() === '' || name.length > 200)
      throw new Error('A tenant needs a name of 1 to 200 characters.');
    return crossTenant.createTenant({ name: name.trim() });
  });
}

/** Makes a secret key, beside those that are valid; the key itself is stored nowhere. */
export function createKey(where: Where, tenantId: string): Promise<{ id: string; key: string }> {
  return withDatabase(where, async (database) => {
    const tenant = await existingTenant(database, tenantId);
    const key = newToken('key', tenant);
    const { id } = await database.crossTenant.createApiKey({ tenant, secretHash: hashToken(key) });
    return { id, key };
  });
}

/** Ends a key, named by its id or by itself. */
export function revokeKey(where: Where, tenantId: string, key: string): Promise<void> {
  return withDatabase(where, async (database) => {
    const tenant = await existingTenant(database, tenantId);
    const found = key.startsWith('sk_')
      ? await database.read(tenant, (tx) => apiKeyStore(tx).findByHash(hashToken(key)))
      : { id: parseTenantId(key) };
    const isRevoked = found?.id && (await database.crossTenant.revokeApiKey({ tenant, id: found.id }));
    if (!isRevoked) throw new Error('This tenant has no such key, or it has been revoked already.');
  });
}

async function existingTenant({ crossTenant }: Database, text: string): Promise<TenantId> {
  const tenant = parseTenantId(text);
  if (tenant && (await crossTenant.tenantExists(tenant))) return tenant;
  throw new Error(`There is no tenant ${JSON.stringify(text)}: "numberdesk tenant create" prints the id.`);
}

async function withDatabase<T>(
  { databaseUrl, dataDir }: Where,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase({ url: databaseUrl, dataDir, clock: Date.now, ids: () => uuidv7() });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
