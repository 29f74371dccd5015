import { type InstantLike, toMillis } from '@numberdesk/core/time';
import { sql } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import { type DisabledReason, type StoredWebhook, toWebhook } from './webhook-endpoint.store.ts';

const moment = (at: InstantLike) => new Date(toMillis(at));

/** One endpoint, as it is set. */
export function webhookSettingStore({ db, tenant }: TenantTransaction, id: string) {
  const update = () =>
    db.updateTable('webhook_endpoints').where('tenant_id', '=', tenant).where('id', '=', id);

  return {
    /** A new version; with a reason it is disabled, with `null` it is enabled. */
    async change(to: {
      url: string;
      types: readonly string[];
      disabledReason: DisabledReason | null;
    }): Promise<StoredWebhook> {
      const row = await update()
        .set({
          url: to.url,
          types: JSON.stringify(to.types),
          status: to.disabledReason === null ? 'enabled' : 'disabled',
          disabled_reason: to.disabledReason,
          version: sql<number>`version + 1`,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toWebhook(row);
    },

    /** Its past failures count no more, and what waits is sent as soon as it can be. */
    async startAfresh(at: InstantLike): Promise<void> {
      await update()
        .set({ failures: 0, failing_since: null, rests_until: null, due_at: moment(at) })
        .execute();
    },

    /** Goes back in the feed; what lies ahead stays ahead. */
    async rewind(position: number): Promise<void> {
      await update()
        .set({ position: sql<string>`least(position, ${position})` })
        .execute();
    },

    /** Something waits now, and it is worth a try at once. */
    async wake(at: InstantLike): Promise<void> {
      await update()
        .set({ rests_until: null, due_at: moment(at) })
        .execute();
    },

    async rotate(secret: string, previousUntil: InstantLike): Promise<void> {
      await update()
        .set({
          secret,
          previous_secret: sql<string>`secret`,
          previous_until: moment(previousUntil),
        })
        .execute();
    },

    async remove(): Promise<void> {
      await db.deleteFrom('webhook_endpoints').where('tenant_id', '=', tenant).where('id', '=', id).execute();
    },
  };
}
