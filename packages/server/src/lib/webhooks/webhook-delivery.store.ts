import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { Selectable } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** One event on its way to one endpoint. */
export interface StoredDelivery {
  id: string;
  /** The event's place in the feed; `null` for a ping. */
  position: number | null;
  type: string;
  status: 'pending' | 'delivered' | 'failed';
  attempts: number;
  lastAttemptAt: Instant | null;
  nextAttemptAt: Instant | null;
  answer: number | null;
  error: string | null;
  createdAt: Instant;
}

/** An event to be sent. */
export interface ToDeliver {
  position: number | null;
  type: string;
}

const maybe = (date: Date | null) => date && toInstant(date);

/** What is on its way to an endpoint, and what became of the rest. */
export function webhookDeliveryStore(tx: TenantTransaction, endpointId: string) {
  const { db, tenant, newId } = tx;
  return {
    /** The newest first, those before `before`. */
    async list({ limit, before }: { limit: number; before?: string | undefined }): Promise<StoredDelivery[]> {
      const found = await deliveryRows(tx, endpointId)
        .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return found.map(toDelivery);
    },

    /** Has events sent; one that was sent before begins anew under the id that the receiver knows. */
    async add(events: readonly ToDeliver[], at: InstantLike): Promise<StoredDelivery[]> {
      if (events.length === 0) return [];
      const now = new Date(toMillis(at));
      const added = await db
        .insertInto('webhook_deliveries')
        .values(
          events.map(({ position, type }) => ({
            tenant_id: tenant,
            id: newId(),
            endpoint_id: endpointId,
            position,
            type,
            status: 'pending',
            attempts: 0,
            next_attempt_at: now,
            created_at: now,
            updated_at: now,
          })),
        )
        .onConflict((conflict) =>
          conflict.columns(['tenant_id', 'endpoint_id', 'position']).doUpdateSet({
            status: 'pending',
            attempts: 0,
            next_attempt_at: now,
            answer: null,
            error: null,
            updated_at: now,
          }),
        )
        .returningAll()
        .execute();
      return added.map(toDelivery);
    },

    /** What waits for its next attempt is due now. */
    async hasten(at: InstantLike): Promise<void> {
      await db
        .updateTable('webhook_deliveries')
        .set({ next_attempt_at: new Date(toMillis(at)) })
        .where('tenant_id', '=', tenant)
        .where('endpoint_id', '=', endpointId)
        .where('status', '=', 'pending')
        .execute();
    },
  };
}

/** Every delivery of an endpoint. */
export function deliveryRows({ db, tenant }: TenantTransaction, endpointId: string) {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('tenant_id', '=', tenant)
    .where('endpoint_id', '=', endpointId);
}

/** A row as the rest of the server knows it. */
export function toDelivery(row: Selectable<Tables['webhook_deliveries']>): StoredDelivery {
  return {
    id: row.id,
    position: row.position === null ? null : Number(row.position),
    type: row.type,
    status: row.status as StoredDelivery['status'],
    attempts: row.attempts,
    lastAttemptAt: maybe(row.last_attempt_at),
    nextAttemptAt: maybe(row.next_attempt_at),
    answer: row.answer,
    error: row.error,
    createdAt: toInstant(row.created_at),
  };
}
