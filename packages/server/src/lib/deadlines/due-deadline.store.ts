import { sql } from 'kysely';
import { type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import type { Deadline, DeadlineKind } from './deadline.store.ts';

/** Deadlines that have come, as a sweep goes through them. */
export function dueDeadlineStore({ db, tenant }: TenantTransaction) {
  return {
    /** Whom something is due about, those first for whom it has been so longest. */
    async subjects(now: InstantLike, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('deadlines')
        .select('subject_id')
        .where('tenant_id', '=', tenant)
        .where('done_at', 'is', null)
        .where('due_at', '<=', new Date(toMillis(now)))
        .groupBy('subject_id')
        .orderBy(sql`min(due_at)`)
        .limit(limit)
        .execute();
      return rows.map((row) => row.subject_id);
    },

    /**
     * Takes all that is due about these, the earliest first: in one statement, so that of two who take the same just one
     * gets it, whatever they have read before.
     */
    async take(subjects: readonly string[], now: InstantLike): Promise<Deadline[]> {
      const at = new Date(toMillis(now));
      const rows = await db
        .updateTable('deadlines')
        .set({ done_at: at })
        .where('tenant_id', '=', tenant)
        .where('done_at', 'is', null)
        .where('due_at', '<=', at)
        .where(sql<boolean>`subject_id = any(${[...subjects]}::uuid[])`)
        .returning(['kind', 'subject_id', 'part', 'due_at'])
        .execute();
      return rows
        .map(({ kind, subject_id: subject, part, due_at }) => {
          return { kind: kind as DeadlineKind, subject, part, at: toInstant(due_at) };
        })
        .sort((a, b) => toMillis(a.at) - toMillis(b.at));
    },
  };
}
