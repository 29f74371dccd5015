import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredDelivery, deliveryRows, toDelivery } from './webhook-delivery.store.ts';

/** What waits for an endpoint, as its sender goes through it. */
export function webhookQueueStore(tx: TenantTransaction, endpointId: string) {
  const rows = () => deliveryRows(tx, endpointId);
  return {
    /** The one to be sent next: of those that are due the one that happened first. */
    async firstDue(now: InstantLike): Promise<StoredDelivery | null> {
      const row = await rows()
        .where('next_attempt_at', '<=', new Date(toMillis(now)))
        .orderBy('position', (order) => order.asc().nullsFirst())
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row ? toDelivery(row) : null;
    },

    /** When the next attempt of any is to be made. */
    async nextDue(): Promise<Instant | null> {
      const row = await rows()
        .clearSelect()
        .select((expression) => expression.fn.min('next_attempt_at').as('at'))
        .executeTakeFirst();
      return row?.at ? toInstant(row.at) : null;
    },

    /** What came of an attempt, and when the next one is made. */
    async record(
      id: string,
      to: Pick<StoredDelivery, 'status' | 'attempts' | 'answer' | 'error'> & {
        at: InstantLike;
        nextAttemptAt: InstantLike | null;
      },
    ): Promise<void> {
      const { status, attempts, answer, error, at, nextAttemptAt } = to;
      const now = new Date(toMillis(at));
      await tx.db
        .updateTable('webhook_deliveries')
        .set({
          status,
          attempts,
          answer,
          error,
          last_attempt_at: now,
          next_attempt_at: nextAttemptAt === null ? null : new Date(toMillis(nextAttemptAt)),
          updated_at: now,
        })
        .where('tenant_id', '=', tx.tenant)
        .where('id', '=', id)
        .execute();
    },

    /** It cannot be sent any more, without another attempt. */
    async giveUp(id: string, error: string, at: InstantLike): Promise<void> {
      await tx.db
        .updateTable('webhook_deliveries')
        .set({ status: 'failed', error, next_attempt_at: null, updated_at: new Date(toMillis(at)) })
        .where('tenant_id', '=', tx.tenant)
        .where('id', '=', id)
        .execute();
    },
  };
}
