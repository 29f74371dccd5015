import type { TenantTransaction } from '../db/database.ts';

/** The tenant's secret keys; two may be valid at once. */
export function apiKeyStore({ db, tenant }: TenantTransaction) {
  return {
    /** The key with this hash, unless it was revoked. */
    async findByHash(secretHash: string): Promise<{ id: string } | null> {
      const row = await db
        .selectFrom('api_keys')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('secret_hash', '=', secretHash)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
