import { type InstantLike, toMillis } from '@numberdesk/core/time';
import { sql } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredWebhook, toWebhook } from './webhook-endpoint.store.ts';

/** One process's turn at an endpoint: while it holds the lease, nobody else sends to it. */
export interface Turn {
  endpointId: string;
  lease: string;
}

const moment = (at: InstantLike) => new Date(toMillis(at));

/** An endpoint while something is being sent to it. Every statement but the first holds only with the lease. */
export function webhookTurnStore({ db, tenant }: TenantTransaction, { endpointId, lease }: Turn) {
  const mine = () =>
    db
      .updateTable('webhook_endpoints')
      .where('tenant_id', '=', tenant)
      .where('id', '=', endpointId)
      .where('lease', '=', lease);

  return {
    /** Takes the lease unless another process holds it: one statement, so that of two just one gets it. */
    async claim({ now, until }: { now: InstantLike; until: InstantLike }): Promise<StoredWebhook | null> {
      const row = await db
        .updateTable('webhook_endpoints')
        // Due until it is given back: whoever dies meanwhile leaves something to do.
        .set({ lease, leased_until: moment(until), due_at: moment(now) })
        .where('tenant_id', '=', tenant)
        .where('id', '=', endpointId)
        .where('status', '=', 'enabled')
        .where(({ eb, or }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', moment(now))]))
        .returningAll()
        .executeTakeFirst();
      return row ? toWebhook(row) : null;
    },

    /** Holds the endpoint until the commit; `null` when somebody else has its lease meanwhile, or it is gone. */
    async renew(until: InstantLike): Promise<StoredWebhook | null> {
      const row = await mine()
        .set({ leased_until: moment(until) })
        .returningAll()
        .executeTakeFirst();
      return row ? toWebhook(row) : null;
    },

    /** Gives the lease back, saying when there is something to do again. */
    async release({ now, dueAt }: { now: InstantLike; dueAt: InstantLike | null }): Promise<void> {
      const due_at = dueAt === null ? ('infinity' as const) : moment(dueAt);
      await mine()
        .set({ lease: null, leased_until: moment(now), due_at })
        .execute();
    },

    async moveOn(position: number): Promise<void> {
      await mine().set({ position }).execute();
    },

    async recordSuccess(): Promise<void> {
      await mine().set({ failures: 0, failing_since: null, rests_until: null }).execute();
    },

    async recordFailure({ now, restsUntil }: { now: InstantLike; restsUntil: InstantLike }): Promise<void> {
      await mine()
        .set({
          failures: sql<number>`failures + 1`,
          failing_since: sql<Date>`coalesce(failing_since, ${moment(now)})`,
          rests_until: moment(restsUntil),
        })
        .execute();
    },
  };
}
