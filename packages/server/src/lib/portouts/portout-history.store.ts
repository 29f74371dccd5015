import { type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { Instant } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

type Facts = Record<string, unknown>;

/** Something that happened to a request. */
export interface NewPortOutEvent {
  portout: string;
  at: InstantLike;
  kind: string;
  /** As the audit log names who did it (ACC-5). */
  actor: Facts;
  from?: string | null;
  to?: string | null;
  note?: string | null | undefined;
  /** With an answer: when it was due, by the clock that ran when it came (POR-9). */
  answerDueAt?: InstantLike | null;
  /** Where it was not about all of them. */
  numbers?: readonly string[] | null | undefined;
}

/** An event that has been written down. */
export interface StoredPortOutEvent extends Required<
  Omit<NewPortOutEvent, 'portout' | 'at' | 'note' | 'answerDueAt'>
> {
  id: string;
  at: Instant;
  note: string | null;
  answerDueAt: Instant | null;
}

/** What happened to requests. */
export function portOutHistoryStore({ db, tenant, newId }: TenantTransaction) {
  return {
    async addEvent({
      portout,
      at,
      actor,
      from,
      to,
      note,
      answerDueAt,
      ...event
    }: NewPortOutEvent): Promise<void> {
      await db
        .insertInto('portout_events')
        .values({
          tenant_id: tenant,
          id: newId(),
          portout_id: portout,
          at: new Date(toMillis(at)),
          kind: event.kind,
          actor: JSON.stringify(actor),
          from_status: from ?? null,
          to_status: to ?? null,
          note: note ?? null,
          answer_due_at: answerDueAt == null ? null : new Date(toMillis(answerDueAt)),
          numbers: event.numbers ? JSON.stringify(event.numbers) : null,
        })
        .execute();
    },

    /** What happened to a request, the latest first. */
    async events(portout: string): Promise<StoredPortOutEvent[]> {
      const rows = await db
        .selectFrom('portout_events')
        .select(['id', 'at', 'kind', 'actor', 'from_status', 'to_status', 'note', 'answer_due_at', 'numbers'])
        .where('tenant_id', '=', tenant)
        .where('portout_id', '=', portout)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ at, from_status: from, to_status: to, answer_due_at: due, ...row }) => {
        return { ...row, at: toInstant(at), from, to, answerDueAt: due && toInstant(due) };
      });
    },
  };
}
