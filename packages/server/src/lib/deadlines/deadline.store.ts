import { sql } from 'kysely';
import { type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

/** What happens by itself at a moment: to a port-out that nobody has answered, or to an account's month (POR-8, POR-9). */
export const deadlineKinds = [
  'portout-silence',
  'portout-reminder',
  'portout-overdue',
  'charge-month-end',
] as const;

export type DeadlineKind = (typeof deadlineKinds)[number];

/** A moment at which something is to happen once. */
export interface Deadline {
  kind: DeadlineKind;
  /** The port-out or the account that it is about. */
  subject: string;
  /** Which of several of one kind, such as `half-time` or `2026-11`; empty where there is one. */
  part: string;
  at: InstantLike;
}

/** Moments at which something is to happen by itself, each kept once. */
export function deadlineStore({ db, tenant }: TenantTransaction) {
  return {
    /** Puts these in the place of all that a subject has of these kinds. */
    async replace(
      subject: string,
      kinds: readonly DeadlineKind[],
      deadlines: readonly Omit<Deadline, 'subject'>[],
    ): Promise<void> {
      await db
        .deleteFrom('deadlines')
        .where('tenant_id', '=', tenant)
        .where('subject_id', '=', subject)
        .where(sql<boolean>`kind = any(${[...kinds]}::text[])`)
        .execute();
      if (deadlines.length === 0) return;
      const rows = deadlines.map(({ kind, part, at }) => {
        return { tenant_id: tenant, kind, subject_id: subject, part, due_at: new Date(toMillis(at)) };
      });
      await db.insertInto('deadlines').values(rows).execute();
    },

    /** Adds one that may be there already, and then stays as it is. */
    async keep({ kind, subject, part, at }: Deadline): Promise<void> {
      await db
        .insertInto('deadlines')
        .values({ tenant_id: tenant, kind, subject_id: subject, part, due_at: new Date(toMillis(at)) })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'subject_id', 'part']).doNothing())
        .execute();
    },

    /** Sees to it that one comes at this moment at the latest; where there is none yet, nothing is left to do of it. */
    async bringForward({ kind, subject, part, at }: Deadline): Promise<void> {
      const moment = new Date(toMillis(at));
      await db
        .insertInto('deadlines')
        .values({ tenant_id: tenant, kind, subject_id: subject, part, due_at: moment, done_at: moment })
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'kind', 'subject_id', 'part'])
            .doUpdateSet({ due_at: sql`least(deadlines.due_at, excluded.due_at)` })
            .where('deadlines.done_at', 'is', null),
        )
        .execute();
    },

    /** Whether one has come by `now`, done or not; with `hold`, nobody does it until the transaction ends. */
    async hasCome(
      { kind, subject, part }: Omit<Deadline, 'at'>,
      now: InstantLike,
      { hold = false }: { hold?: boolean } = {},
    ): Promise<boolean> {
      const row = await db
        .selectFrom('deadlines')
        .select(['due_at', 'done_at'])
        .where('tenant_id', '=', tenant)
        .where('kind', '=', kind)
        .where('subject_id', '=', subject)
        .where('part', '=', part)
        .$if(hold, (query) => query.forShare())
        .executeTakeFirst();
      return row !== undefined && (row.done_at !== null || row.due_at.getTime() <= toMillis(now));
    },

    /** Those that a subject has and that are not done, the earliest first. */
    async of(subject: string): Promise<Deadline[]> {
      const rows = await db
        .selectFrom('deadlines')
        .select(['kind', 'part', 'due_at'])
        .where('tenant_id', '=', tenant)
        .where('subject_id', '=', subject)
        .where(sql<boolean>`kind = any(${[...deadlineKinds]}::text[])`)
        .where('done_at', 'is', null)
        .orderBy('due_at')
        .orderBy('kind')
        .execute();
      return rows.map(({ kind, part, due_at }) => {
        return { kind: kind as DeadlineKind, subject, part, at: toInstant(due_at) };
      });
    },
  };
}
