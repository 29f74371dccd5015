import { type InstantLike, toMillis } from '@numberdesk/core/time';
import { sql } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredMail, toMail } from './mail.store.ts';

/** One process's hold on a mail: while it has the lease, nobody else sends it. */
export interface MailTurn {
  mailId: string;
  lease: string;
}

const moment = (at: InstantLike) => new Date(toMillis(at));

/** A mail while it is being sent. What is written after the first statement is so only while the lease is held. */
export function mailDeliveryStore({ db, tenant }: TenantTransaction, { mailId, lease }: MailTurn) {
  const mine = () =>
    db
      .updateTable('mails')
      .where('tenant_id', '=', tenant)
      .where('id', '=', mailId)
      .where('lease', '=', lease);

  return {
    /**
     * Takes a mail that is due: one statement, so that of two processes just one gets it. Whoever dies with it leaves it
     * due again at the end of the lease, and nobody knows how far it had come.
     */
    async claim(turn: {
      now: InstantLike;
      until: InstantLike;
      messageId: string;
    }): Promise<StoredMail | null> {
      const row = await db
        .updateTable('mails')
        .set({
          lease,
          next_attempt_at: moment(turn.until),
          attempts: sql<number>`attempts + 1`,
          may_have_arrived: sql<boolean>`may_have_arrived or lease is not null`,
          message_id: sql<string>`coalesce(message_id, ${turn.messageId})`,
        })
        .where('tenant_id', '=', tenant)
        .where('id', '=', mailId)
        .where('status', '=', 'waiting')
        .where('next_attempt_at', '<=', moment(turn.now))
        .returningAll()
        .executeTakeFirst();
      return row ? toMail(row) : null;
    },

    async recordSent(at: InstantLike): Promise<void> {
      await mine()
        .set({ status: 'sent', sent_at: moment(at), next_attempt_at: null, lease: null, problem: null })
        .execute();
    },

    /** Tried again at a moment, or with `null` never. */
    async recordFailure(
      { problem, mayHaveArrived }: { problem: string; mayHaveArrived: boolean },
      nextAttemptAt: InstantLike | null,
    ): Promise<void> {
      const status = nextAttemptAt === null ? 'failed' : 'waiting';
      const next_attempt_at = nextAttemptAt === null ? null : moment(nextAttemptAt);
      const may_have_arrived = sql<boolean>`may_have_arrived or ${mayHaveArrived}::boolean`;
      await mine().set({ status, next_attempt_at, lease: null, problem, may_have_arrived }).execute();
    },
  };
}
