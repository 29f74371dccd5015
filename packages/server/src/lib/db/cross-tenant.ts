import { type Kysely, sql } from 'kysely';
import { kept } from '../internal/kept.ts';
import type { Tables } from './tables.ts';
import type { TenantId } from './tenant-id.ts';

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
  /** Webhook endpoints to which something can be sent now and nobody does; those left alone longest come first. */
  dueWebhooks(options: { now: number; limit: number }): Promise<{ tenant: TenantId; endpointId: string }[]>;
  /** Tenants with numbers that have been approved by themselves, which nobody has written down yet. */
  tenantsWithDueNumbers(now: number): Promise<TenantId[]>;
  /** Tenants of which something is due to happen by itself. */
  tenantsWithDueDeadlines(now: number): Promise<TenantId[]>;
  /** Mails that can be sent now, the one that waits longest first; of one tenant a part only. */
  dueMails(now: number): Promise<{ tenant: TenantId; mailId: string }[]>;
  /** Removes what is kept no longer: old events, pieces of imports, webhook deliveries, idempotency keys, ended sessions, origins nobody uses. */
  purge(): Promise<void>;
}

/** The only statements that do not keep to one tenant. */
export function createCrossTenant(
  db: Kysely<Tables>,
  { clock, ids }: { clock: () => number; ids: () => string },
): CrossTenant {
  const tenants: CrossTenant['tenants'] = async () => {
    const rows = await db.selectFrom('tenants').select(['tenant_id', 'name']).orderBy('name').execute();
    return rows.map((row) => ({ id: row.tenant_id as TenantId, name: row.name }));
  };

  return {
    tenants,

    tenantExists: async (tenant) => {
      const row = await db
        .selectFrom('tenants')
        .select('name')
        .where('tenant_id', '=', tenant)
        .executeTakeFirst();
      return row !== undefined;
    },

    createTenant: async ({ name, id = ids() as TenantId }) => {
      await db.transaction().execute(async (trx) => {
        const tenant = { tenant_id: id, name, policy: '{}', created_at: new Date(clock()) };
        await trx.insertInto('tenants').values(tenant).execute();
        await trx.insertInto('event_counters').values({ tenant_id: id, last: 0, purged: 0 }).execute();
      });
      return id;
    },

    createApiKey: async ({ tenant, secretHash }) => {
      const id = ids();
      await db
        .insertInto('api_keys')
        .values({ tenant_id: tenant, id, secret_hash: secretHash, created_at: new Date(clock()) })
        .execute();
      return { id };
    },

    revokeApiKey: async ({ tenant, id }) => {
      const { numUpdatedRows } = await db
        .updateTable('api_keys')
        .set({ revoked_at: new Date(clock()) })
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    isOriginListed: async (origin) => {
      const row = await db
        .selectFrom('tenant_origins')
        .select('origin')
        .where('origin', '=', origin)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    feedPositions: async (of) => {
      const rows = await db
        .selectFrom('event_counters')
        .select(['tenant_id', 'last'])
        .where(sql<boolean>`tenant_id = any(${of}::uuid[])`)
        .execute();
      return new Map(rows.map((row) => [row.tenant_id as TenantId, Number(row.last)]));
    },

    tenantsWithDueNumbers: (now) => tenantsWithDueNumbers(db, now),
    dueWebhooks: (options) => dueWebhooks(db, options),
    tenantsWithDueDeadlines: (now) => tenantsWithDueDeadlines(db, now),
    dueMails: (now) => dueMails(db, now),

    purge: async () => {
      for (const { id } of await tenants()) await purgeTenant(db, id, clock());
    },
  };
}

/** Tenant by tenant, each by its own index: they are few, and mostly nothing is due. */
async function tenantsWithDueNumbers(db: Kysely<Tables>, now: number) {
  const { rows } = await sql<{ tenant: TenantId }>`
    select tenant_id as tenant from tenants t
    where exists (
      select from active_numbers n
      where n.tenant_id = t.tenant_id and n.status = 'pending' and n.approves_at <= ${new Date(now)}
    )`.execute(db);
  return rows.map(({ tenant }) => tenant);
}

/** As with numbers: tenant by tenant, each by its own index. */
async function tenantsWithDueDeadlines(db: Kysely<Tables>, now: number) {
  const { rows } = await sql<{ tenant: TenantId }>`
    select tenant_id as tenant from tenants t
    where exists (
      select from deadlines d
      where d.tenant_id = t.tenant_id and d.done_at is null and d.due_at <= ${new Date(now)}
    )`.execute(db);
  return rows.map(({ tenant }) => tenant);
}

/** One row for each endpoint there is, which are few: no index could find these over all tenants. */
async function dueWebhooks(db: Kysely<Tables>, { now, limit }: Parameters<CrossTenant['dueWebhooks']>[0]) {
  const at = new Date(now);
  const { rows } = await sql<{ tenant: TenantId; endpointId: string }>`
    select endpoint.tenant_id as tenant, endpoint.id as "endpointId"
    from webhook_endpoints endpoint join event_counters counter using (tenant_id)
    where status = 'enabled' and (due_at <= ${at} or position < counter.last)
      and coalesce(rests_until <= ${at}, true) and coalesce(leased_until <= ${at}, true)
    order by leased_until nulls first limit ${limit}`.execute(db);
  return rows;
}

/**
 * Tenant by tenant, each by its own index, so that one with many leaves room for others. What tells somebody of the same
 * thing later waits for what told of it before.
 */
async function dueMails(db: Kysely<Tables>, now: number) {
  const { rows } = await sql<{ tenant: TenantId; mailId: string }>`
    select t.tenant_id as tenant, due.id as "mailId"
    from tenants t cross join lateral (
      select id, next_attempt_at from mails m
      where m.tenant_id = t.tenant_id and m.status = 'waiting' and m.next_attempt_at <= ${new Date(now)}
        and not exists (
          select from mails earlier
          where earlier.tenant_id = m.tenant_id and earlier.about = m.about and earlier.id < m.id
            and earlier.address = m.address and earlier.status = 'waiting')
      order by next_attempt_at limit 200
    ) due
    order by due.next_attempt_at limit 1000`.execute(db);
  return rows;
}

/** Tenant by tenant and in short statements, so that nobody waits for long. */
async function purgeTenant(db: Kysely<Tables>, tenant: TenantId, now: number): Promise<void> {
  const before = (age: number) => new Date(now - age);
  // One statement, so that a reader sees the events or that they are gone, never neither.
  await sql`
    with gone as (
      delete from events where tenant_id = ${tenant} and at < ${before(kept.events)} returning position
    )
    update event_counters set purged = greatest(purged, (select max(position) from gone))
    where tenant_id = ${tenant} and exists (select from gone)`.execute(db);
  await db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tenant)
    .where('created_at', '<=', before(kept.idempotencyKeys))
    .execute();
  await db
    .deleteFrom('sessions')
    .where('tenant_id', '=', tenant)
    .where('expires_at', '<', before(kept.sessions))
    .execute();
  await db
    .deleteFrom('tenant_origins')
    .where('tenant_id', '=', tenant)
    .where('seen_at', '<', before(kept.origins))
    .execute();
  await db
    .deleteFrom('number_import_pieces')
    .where('tenant_id', '=', tenant)
    .where('created_at', '<', before(kept.importPieces))
    .execute();
  await db
    .deleteFrom('webhook_deliveries')
    .where('tenant_id', '=', tenant)
    .where('status', '<>', 'pending')
    .where('updated_at', '<', before(kept.deliveries))
    .execute();
}
