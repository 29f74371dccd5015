import { toInstant, toMillis } from '@numberdesk/core/time';
import { auditStore } from '../access/audit.store.ts';
import { accountStore } from '../access/account.store.ts';
import { scopeOf } from '../access/account-chain.ts';
import type { CrossTenant } from '../db/cross-tenant.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import type { Deadline } from '../deadlines/deadline.store.ts';
import { dueDeadlineStore } from '../deadlines/due-deadline.store.ts';
import { type NewEvent, eventStore } from '../events/event.store.ts';
import { portOutChargeStore } from './portout-charge.store.ts';
import { lockPortOuts } from './portout-due.store.ts';
import { mailPortOut } from './portout-mail.ts';
import type { StoredPortOut } from './portout-rows.store.ts';
import { writeSilence } from './portout-silence.ts';

/** What the sweep of the deadlines takes from outside. */
export interface DeadlinePorts {
  database: Pick<Database, 'read' | 'write'> & { crossTenant: Pick<CrossTenant, 'tenantsWithDueDeadlines'> };
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Told after a commit that the tenant's feed has grown, or that there is mail. */
  onEvents: (tenant: TenantId) => void;
  /** Told of what could not be done; it is tried again with the next sweep. */
  onFailure: (error: unknown) => void;
}

/** Requests and accounts that one transaction does: more would keep the tenant's other writers waiting. */
const atOnce = 25;

/**
 * Does what is due: reminds, tells that an answer is overdue, authorizes by silence, closes months. Each once, by
 * whichever process comes first, in the order in which it was due, also after days in which none ran; what has come too
 * late to help anybody is left out (POR-8, POR-9). Answers how many deadlines it took.
 */
export async function sweepDeadlines(ports: DeadlinePorts): Promise<number> {
  const now = ports.clock();
  let taken = 0;
  for (const tenant of await ports.database.crossTenant.tenantsWithDueDeadlines(now)) {
    taken += await sweepTenant(ports, tenant, now);
  }
  return taken;
}

async function sweepTenant(ports: DeadlinePorts, tenant: TenantId, now: number): Promise<number> {
  const { database, onEvents, onFailure } = ports;
  const failed: string[] = [];
  let taken = 0;
  const act = async (subjects: readonly string[]) => {
    const done = await database.write(tenant, (tx) => doDue(tx, subjects, now));
    taken += done;
    if (done > 0) onEvents(tenant);
  };
  for (;;) {
    const limit = atOnce + failed.length;
    const due = await database.read(tenant, (tx) => dueDeadlineStore(tx).subjects(now, limit));
    const subjects = due.filter((subject) => !failed.includes(subject));
    if (subjects.length === 0) return taken;
    await act(subjects).catch(async () => {
      // Each by itself, so that the one that fails holds up no other: it is tried again with the next sweep.
      for (const subject of subjects) {
        await act([subject]).catch((error: unknown) => {
          failed.push(subject);
          onFailure(error);
        });
      }
    });
  }
}

async function doDue(tx: TenantTransaction, subjects: readonly string[], now: number): Promise<number> {
  const portouts = await lockPortOuts(tx, subjects);
  const due = await dueDeadlineStore(tx).take(subjects, now);
  const events: NewEvent[] = [];
  for (const [subject, deadlines] of Map.groupBy(due, (deadline) => deadline.subject)) {
    const portout = portouts.get(subject);
    const event = portout && (await answerLate(tx, portout, deadlines, now));
    if (event) events.push(event);
    if (portout) continue;
    for (const deadline of deadlines) {
      const closed = await closeMonth(tx, deadline, now);
      if (closed) events.push(closed);
    }
  }
  for (const event of events) await eventStore(tx).append(event);
  return due.length;
}

/** What is due about a request that waits for its answer: of several, the latest makes up for the others (POR-9). */
async function answerLate(
  tx: TenantTransaction,
  portout: StoredPortOut,
  deadlines: readonly Deadline[],
  now: number,
): Promise<NewEvent | null> {
  const { facts } = portout;
  if (facts.status !== 'pending') return null;
  const silent = await writeSilence(tx, portout, now);
  if (silent) return silent.event;
  const due = deadlines.map(({ kind, part }) => (kind === 'portout-overdue' ? 'overdue' : part));
  const isOverdue = facts.answerDueAt !== null && toMillis(facts.answerDueAt) <= now;
  const told = lateness.find((kind) => due.includes(kind) && (kind === 'overdue') === isOverdue);
  if (told) await mailPortOut(tx, { kind: told, portout, now });
  return null;
}

/** What is told of a request that nobody answers, the latest first. */
const lateness = ['overdue', 'last-hour', 'half-time'] as const;

/**
 * A month that is over is written down and told as closed, with what it came to for the account itself: nothing of its own is
 * booked in it any more, while for those below it the month may last (POR-8).
 */
async function closeMonth(
  tx: TenantTransaction,
  { kind, subject, part, at }: Deadline,
  now: number,
): Promise<NewEvent | null> {
  const account = kind === 'charge-month-end' ? await accountStore(tx).byId(subject) : null;
  if (!account) return null;
  const own = { accountId: account.id, month: part };
  const sums = await portOutChargeStore(tx).sums(scopeOf(account), own);
  const totals = sums.map(({ total }) => total);
  await auditStore(tx).append({
    at: now,
    actor: { kind: 'server' },
    action: 'portout-charges.closed',
    subject: `account:${account.externalId}`,
    before: { month: part, status: 'open' },
    after: { month: part, status: 'closed', closedAt: at, totals },
  });
  return {
    type: 'portout-charges.closed',
    at: now,
    permission: 'portouts:view',
    chain: account.chain,
    data: { account: account.externalId, month: part, closedAt: toInstant(at), totals },
  };
}
