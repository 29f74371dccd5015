import type { Account, AccountLevel } from '@numberdesk/core/access';
import {
  type CheckedRow,
  type NumberFacts,
  type PhoneNumber,
  type RejectedRow,
  checkNumberRows,
  doNotOriginateCount,
  newNumberStatus,
  numberRowProblems,
  reassignProblem,
} from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import { type Caller, actingIn } from './caller.ts';
import { Refusal } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** A row as it was sent. */
export interface SentRow {
  number: string;
  purpose: string;
  reassign?: boolean | undefined;
  /** With `reassign`: the account that is to lose it. */
  from?: string | undefined;
}

/** Rows for an account, and what somebody has confirmed of them. */
export interface RowsRequest {
  tenant: Tenant;
  caller: Caller;
  now: number;
  account: Account;
  rows: readonly SentRow[];
  confirm: { doNotOriginate: number } | undefined;
}

type Outcome = { added: PhoneNumber; from: PhoneNumber | null } | { rejected: Omit<RejectedRow, 'index'> };

/**
 * Adds each row or says why not, and tells those who watch (NUM-7).
 *
 * @throws Refusal `confirmation-needed`.
 */
export function addRows(request: RowsRequest): { added: PhoneNumber[]; rejected: RejectedRow[] } {
  const { tenant, account, rows, confirm } = request;
  const checked = checkNumberRows(rows, tenant.policy);
  requireConfirmed(doNotOriginateCount(checked), confirm);
  const outcomes = checked.map((row, index) => addRow(request, row, rows[index]!));
  const added = outcomes.flatMap((outcome) => ('added' in outcome ? [outcome.added] : []));
  const left = outcomes.flatMap((outcome) => ('from' in outcome && outcome.from ? [outcome.from] : []));
  for (const [from, removed] of Map.groupBy(left, (number) => number.account))
    tenant.numbers.tell(from, { removed });
  tenant.numbers.tell(account.id, { numbers: added });
  const rejected = outcomes.flatMap((outcome, index) =>
    'rejected' in outcome ? [{ index, ...outcome.rejected } as RejectedRow] : [],
  );
  return { added, rejected };
}

/** Somebody has to have seen how many numbers will be unable to place calls (NUM-6). @throws Refusal. */
export function requireConfirmed(count: number, confirm: { doNotOriginate: number } | undefined): void {
  if (count === 0 || confirm?.doNotOriginate === count) return;
  const detail =
    `${count} ${count === 1 ? 'number is' : 'numbers are'} for Do Not Originate: other carriers will block calls ` +
    `from ${count === 1 ? 'it' : 'them'}. Confirm with confirm: { doNotOriginate: ${count} }.`;
  throw new Refusal('confirmation-needed', detail, {
    errors: [{ path: '/confirm/doNotOriginate', code: 'confirmation-needed', detail }],
  });
}

function addRow(request: RowsRequest, row: CheckedRow, sent: SentRow): Outcome {
  const { tenant, account, now } = request;
  const { number, purpose } = sent;
  if (!row.ok) {
    const { ok: _, ...problem } = row;
    return { rejected: { number, purpose, ...problem, canReassign: false } };
  }
  const held = tenant.numbers.find(row.number);
  if (held?.account === account.id) return rejectedAs('already-here', sent);
  const facts = held && tenant.numbers.facts(held.id);
  if (!held && tenant.isHeldByOthers(row.number)) return rejectedAs('held-elsewhere', sent);
  if (!held || !facts) return { added: tenant.numbers.write(newFacts(request, row)), from: null };
  // While a port-out of it is open, it stays (POR-7).
  const isStaying = tenant.portouts.isLeaving(row.number);
  if (isStaying || !canReassign(request, held)) return rejectedAs('held-elsewhere', sent);
  if (sent.reassign !== true || (sent.from ?? held.account) !== held.account) {
    const holder = { id: held.account, name: tenant.accounts.find(held.account)?.name ?? held.account };
    return rejectedAs('held-elsewhere', sent, { canReassign: true, holder });
  }
  const moved = movedFacts(facts, held, { account: account.id, purpose: row.purpose, now });
  return { added: tenant.numbers.write(moved), from: held };
}

/** Only to a program, and only for who sees both accounts (NUM-8). */
function canReassign({ tenant, caller, account }: RowsRequest, held: PhoneNumber): boolean {
  const path = (id: string) => ({ path: tenant.accounts.pathOf(id) });
  const target = { ...path(account.id), level: account.level as AccountLevel };
  return reassignProblem(actingIn(caller), path(held.account), target) === null;
}

function rejectedAs(
  code: 'already-here' | 'held-elsewhere',
  { number, purpose }: SentRow,
  more: Partial<RejectedRow> = {},
): Outcome {
  return {
    rejected: { number, purpose, code, detail: numberRowProblems[code], canReassign: false, ...more },
  };
}

/** A new number is pending; the policy says when it is approved by itself, if that can be (NUM-9). */
function newFacts({ tenant, account, now }: RowsRequest, row: CheckedRow & { ok: true }): NumberFacts {
  const warning = tenant.numbers.rejected.has(row.number) ? 'rejected-before' : row.warning;
  return {
    id: tenant.numbers.newId(),
    number: row.number,
    account: account.id,
    purpose: row.purpose,
    ...newNumberStatus({ warning }, tenant.policy, now),
    statusChangedAt: toInstant(now),
    note: null,
    warning,
    order: null,
    addedAt: toInstant(now),
    version: 1,
  };
}

/** A number in its new account: it keeps its status, and no longer names an order of the old one. */
export function movedFacts(
  facts: NumberFacts,
  held: PhoneNumber,
  { account, purpose, now }: { account: string; purpose: string | null; now: number },
): NumberFacts {
  const version = held.version + 1;
  return { ...facts, account, purpose, order: null, addedAt: toInstant(now), version };
}
