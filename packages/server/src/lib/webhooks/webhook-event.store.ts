import { type Instant, toInstant } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

/** An event as it is sent to receivers. */
export interface SentEvent {
  position: number;
  type: string;
  at: Instant;
  data: Record<string, unknown>;
}

/** The tenant's feed, as webhooks follow it: all of it, whoever may see what. */
export function webhookEventStore({ db, tenant }: TenantTransaction) {
  const events = () => db.selectFrom('events').where('tenant_id', '=', tenant);
  return {
    /** How far the feed has got, and up to where it has forgotten. */
    async bounds(): Promise<{ last: number; purged: number }> {
      const { last, purged } = await db
        .selectFrom('event_counters')
        .select(['last', 'purged'])
        .where('tenant_id', '=', tenant)
        .executeTakeFirstOrThrow();
      return { last: Number(last), purged: Number(purged) };
    },

    /** What followed a position, oldest first. */
    async after(position: number, limit: number): Promise<{ position: number; type: string }[]> {
      const rows = await events()
        .select(['position', 'type'])
        .where('position', '>', String(position))
        .orderBy('position')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ position: Number(row.position), type: row.type }));
    },

    /** How many follow a position, by type. */
    async countAfter(position: number): Promise<Map<string, number>> {
      const rows = await events()
        .select(({ fn }) => ['type', fn.countAll<string>().as('count')])
        .where('position', '>', String(position))
        .groupBy('type')
        .execute();
      return new Map(rows.map(({ type, count }) => [type, Number(count)]));
    },

    async get(position: number): Promise<SentEvent | null> {
      const row = await events()
        .select(['type', 'at', 'data'])
        .where('position', '=', String(position))
        .executeTakeFirst();
      return row ? { position, type: row.type, at: toInstant(row.at), data: row.data } : null;
    },
  };
}
