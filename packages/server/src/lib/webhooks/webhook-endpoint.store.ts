import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { Selectable } from 'kysely';
import { validate as isUuid } from 'uuid';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** Why an endpoint is sent nothing. */
export type DisabledReason = 'by-request' | 'gone' | 'failing';

/** An endpoint with its secrets. */
export interface StoredWebhook {
  id: string;
  url: string;
  types: string[];
  status: 'enabled' | 'disabled';
  disabledReason: DisabledReason | null;
  secret: string;
  /** Signs too until a moment. */
  previous: { secret: string; until: Instant } | null;
  /** How far in the feed its deliveries have been made. */
  position: number;
  /** Failed attempts in a row. */
  failures: number;
  failingSince: Instant | null;
  restsUntil: Instant | null;
  createdAt: Instant;
  version: number;
}

const moment = (at: InstantLike) => new Date(toMillis(at));
const maybe = (date: Date | null) => date && toInstant(date);

/** The endpoints of a tenant. */
export function webhookEndpointStore({ db, tenant, newId }: TenantTransaction) {
  const rows = () => db.selectFrom('webhook_endpoints').selectAll().where('tenant_id', '=', tenant);

  return {
    /** The oldest first, those after `after`. */
    async list({ limit, after }: { limit: number; after?: string | undefined }): Promise<StoredWebhook[]> {
      const found = await rows()
        .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute();
      return found.map(toWebhook);
    },

    async get(id: string): Promise<StoredWebhook | null> {
      if (!isUuid(id)) return null;
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row ? toWebhook(row) : null;
    },

    /** Waits for whoever is writing it. */
    async forUpdate(id: string): Promise<StoredWebhook | null> {
      if (!isUuid(id)) return null;
      const row = await rows().where('id', '=', id).forUpdate().executeTakeFirst();
      return row ? toWebhook(row) : null;
    },

    /** It is sent what comes after `position`. */
    async insert(webhook: {
      url: string;
      types: readonly string[];
      secret: string;
      position: number;
      at: InstantLike;
    }): Promise<StoredWebhook> {
      const { url, types, secret, position, at } = webhook;
      const row = await db
        .insertInto('webhook_endpoints')
        .values({
          tenant_id: tenant,
          id: newId(),
          url,
          types: JSON.stringify(types),
          status: 'enabled',
          secret,
          position,
          failures: 0,
          due_at: 'infinity',
          created_at: moment(at),
          version: 1,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toWebhook(row);
    },
  };
}

type Row = Selectable<Tables['webhook_endpoints']>;

/** A row as the rest of the server knows it. */
export function toWebhook(row: Row): StoredWebhook {
  const { previous_secret: previous, previous_until: until } = row;
  return {
    id: row.id,
    url: row.url,
    types: row.types,
    status: row.status as StoredWebhook['status'],
    disabledReason: row.disabled_reason as DisabledReason | null,
    secret: row.secret,
    previous: previous !== null && until ? { secret: previous, until: toInstant(until) } : null,
    position: Number(row.position),
    failures: row.failures,
    failingSince: maybe(row.failing_since),
    restsUntil: maybe(row.rests_until),
    createdAt: toInstant(row.created_at),
    version: row.version,
  };
}
