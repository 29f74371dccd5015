import type { TenantId } from './database.ts';

/** The statements that look beyond one tenant. They run as the owner of the tables and belong to no request. */
export interface CrossTenant {
  tenantExists(tenant: TenantId): Promise<boolean>;
  /** All tenants, by name. */
  tenants(): Promise<{ id: TenantId; name: string }[]>;
  /** `id` is a fresh one unless given. */
  createTenant(tenant: { name: string; id?: TenantId }): Promise<TenantId>;
  /** Keeps the hash of a new secret key, beside those that are there; the answer is the key's id. */
  createApiKey(key: { tenant: TenantId; secretHash: string }): Promise<{ id: string }>;
  /** Ends a key; `false` when there is no such key or it has ended already. */
  revokeApiKey(key: { tenant: TenantId; id: string }): Promise<boolean>;
  /** Whether any tenant lets pages of this origin in. */
  isOriginListed(origin: string): Promise<boolean>;
  /** How far the event feeds of these tenants have got; a tenant that does not exist is left out. */
  feedPositions(tenants: readonly TenantId[]): Promise<Map<TenantId, number>>;
  /** Removes what is kept no longer: old events, idempotency keys, ended sessions, origins nobody uses. */
  purge(): Promise<void>;
}
