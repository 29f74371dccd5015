import type { Policy } from '@numberdesk/core/access';
import { answerEndsAt, portOutLetterKind, reminderTimes } from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import { tenantStore } from '../access/tenant.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type Deadline, type DeadlineKind, deadlineStore } from '../deadlines/deadline.store.ts';
import { mailPortOut } from './portout-mail.ts';
import type { NoteSide } from './portout-note.store.ts';
import type { StoredPortOut } from './portout-rows.store.ts';

/** A change of a request, as it is committed. */
export interface PortOutHappening {
  /** In the history. */
  event: string;
  /** `null` for a request that has just come. */
  before: StoredPortOut | null;
  after: StoredPortOut;
  /** Whose people did it, where somebody did. */
  side?: NoteSide;
  /** The numbers that it was about, where it was not about all of them. */
  numbers?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** What runs while a request waits for its answer (POR-9). */
const answerKinds: readonly DeadlineKind[] = ['portout-silence', 'portout-reminder', 'portout-overdue'];

/**
 * All that follows from a change of a request, in its very transaction: every change comes by here. While a request
 * waits for its answer its deadlines stand; with the answer, whoever's it is, they go (POR-9).
 */
export async function portOutHappened(tx: TenantTransaction, happening: PortOutHappening): Promise<void> {
  await replaceDeadlines(tx, happening);
  const { event, before, after, side, now } = happening;
  const from = before?.facts.status ?? null;
  const kind = portOutLetterKind({ event, from, to: after.facts.status, side });
  if (kind !== null) await mailPortOut(tx, { kind, portout: after, now });
}

async function replaceDeadlines(tx: TenantTransaction, happening: PortOutHappening): Promise<void> {
  const { before, after } = happening;
  const waits = after.facts.status === 'pending';
  const isNew = waits && (before?.facts.status !== 'pending' || happening.event === 'find-invalid');
  if (!isNew && (waits || before?.facts.status !== 'pending')) return;
  const deadlines = waits ? answerDeadlines(happening, (await tenantStore(tx).get()).policy) : [];
  await deadlineStore(tx).replace(after.facts.id, answerKinds, deadlines);
}

function answerDeadlines(
  { event, after: { facts }, now }: PortOutHappening,
  { portouts: { reminders } }: Policy,
): Omit<Deadline, 'subject'>[] {
  const { answerDueAt, silenceAt, receivedAt } = facts;
  const from = event === 'find-invalid' ? toInstant(now) : receivedAt;
  return [
    ...(silenceAt === null ? [] : [{ kind: 'portout-silence' as const, part: '', at: silenceAt }]),
    ...(answerDueAt === null ? [] : [{ kind: 'portout-overdue' as const, part: '', at: answerDueAt }]),
    ...reminderTimes({ from, answerDueAt: answerEndsAt(facts) }, reminders).map(({ kind: part, at }) => {
      return { kind: 'portout-reminder' as const, part, at };
    }),
  ];
}
