import {
  type CheckedRow,
  type PhoneNumber,
  type RejectedRow,
  checkNumberRows,
  doNotOriginateCount,
  newNumberStatus,
  numberRowProblems,
  reassignProblem,
} from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import type { Policy } from '@numberdesk/core/access';
import { type StoredAccount, accountStore } from '../access/account.store.ts';
import { type Caller, actingIn } from '../http/caller.ts';
import { Refusal } from '../http/refusal.ts';
import { numberAddingStore } from './number-adding.store.ts';
import { type Changing, accountOf, settleNumbers, tellNumbers } from './number-change.ts';
import { type StoredNumber, shownNumber } from './number-rows.store.ts';
import { rejectedNumberStore } from './rejected-number.store.ts';

/** A row as it was sent. */
export interface SentRow {
  number: string;
  purpose: string;
  reassign?: boolean | undefined;
  /** With `reassign`: the account that is to lose it. */
  from?: string | undefined;
}

/** Rows for an account, and what somebody has confirmed of them. */
export interface RowsRequest extends Changing {
  caller: Caller;
  policy: Policy;
  account: StoredAccount;
  rows: readonly SentRow[];
  confirm: { doNotOriginate: number } | undefined;
}

/** What became of rows: each is in one of the first two. */
export interface RowsAnswer {
  added: PhoneNumber[];
  rejected: RejectedRow[];
  /** Those of the added that were taken out of another account, as they were there. */
  moved: StoredNumber[];
}

type Good = CheckedRow & { ok: true };

/** The good rows of a batch, by number, and who has these numbers. */
interface Candidates {
  rows: Map<string, { row: Good; sent: SentRow }>;
  /** What the tenant has of them. */
  held: Map<string, StoredNumber>;
  /** Accounts that hold some, by id. */
  holders: Map<string, StoredAccount>;
}

/**
 * Adds each row or says why not, and tells those who watch (NUM-7). Whoever else adds the same numbers at this moment
 * is waited for: one of the two has each, and nothing fails.
 *
 * @throws Refusal `confirmation-needed`.
 */
export async function addRows(request: RowsRequest): Promise<RowsAnswer> {
  const { tx, rows, policy, confirm, account, now } = request;
  const checked = checkNumberRows(rows, policy);
  requireConfirmed(doNotOriginateCount(checked), confirm);
  const good = checked.flatMap((row, index) =>
    row.ok ? [[row.number, { row, sent: rows[index]! }] as const] : [],
  );
  const found = await lookUp(request, new Map(good));
  const moved = await moveHeld(request, found);
  const come = await numberAddingStore(tx).held(moved.map(({ facts }) => facts.number));
  const added = await insertFree(request, found);
  for (const [number, stored] of come) added.set(number, shownNumber(stored, now));
  const answer = { ...(await sorted(request, checked, found, added)), moved };
  for (const left of Map.groupBy(moved, ({ accountId }) => accountId).values())
    tellNumbers(request, accountOf(left[0]!), { removed: left.map(({ facts }) => facts) });
  tellNumbers(request, account, { numbers: answer.added });
  return answer;
}

/**
 * Each row in its list. A number that somebody else has added or moved since it was looked up is looked up once more, and
 * added where it is free by then; where another tenant has it, it is not found, and held elsewhere.
 */
async function sorted(
  request: RowsRequest,
  checked: readonly CheckedRow[],
  found: Candidates,
  added: Map<string, PhoneNumber>,
): Promise<Omit<RowsAnswer, 'moved'>> {
  const { rows } = request;
  const raced = [...found.rows].filter(
    ([number, { sent }]) => !added.has(number) && (!found.held.has(number) || sent.reassign === true),
  );
  const again = raced.length > 0 ? await lookUp(request, new Map(raced)) : null;
  if (again) for (const [number, late] of await insertFree(request, again)) added.set(number, late);
  const answer: Omit<RowsAnswer, 'moved'> = { added: [], rejected: [] };
  for (const [index, row] of checked.entries()) {
    const sent = rows[index]!;
    const { number, purpose } = sent;
    const come = row.ok && added.get(row.number);
    if (come) answer.added.push(come);
    else if (row.ok) {
      const candidates = again?.rows.has(row.number) ? again : found;
      answer.rejected.push({ index, number, purpose, ...heldProblem(request, candidates, row.number) });
    } else {
      const { ok: _, ...problem } = row;
      answer.rejected.push({ index, number, purpose, ...problem, canReassign: false });
    }
  }
  return answer;
}

/** Somebody has to have seen how many numbers will be unable to place calls (NUM-6). @throws Refusal. */
export function requireConfirmed(count: number, confirm: { doNotOriginate: number } | undefined): void {
  if (count === 0 || confirm?.doNotOriginate === count) return;
  const [numbers, them] = count === 1 ? ['1 number is', 'it'] : [`${count} numbers are`, 'them'];
  const detail =
    `${numbers} for Do Not Originate: other carriers will block calls from ${them}. ` +
    `If that is meant, send confirm: { "doNotOriginate": ${count} } along.`;
  throw new Refusal('confirmation-needed', detail, {
    errors: [{ path: '/confirm/doNotOriginate', code: 'confirmation-needed', detail }],
  });
}

async function lookUp({ tx }: RowsRequest, rows: Candidates['rows']): Promise<Candidates> {
  const held = await numberAddingStore(tx).held([...rows.keys()]);
  const ids = [...new Set([...held.values()].map(({ accountId }) => accountId))];
  const accounts = ids.length === 0 ? [] : await accountStore(tx).byIds(ids);
  return { rows, held, holders: new Map(accounts.map((account) => [account.id, account])) };
}

/** Takes the numbers that are to be reassigned, and may be, out of their accounts (NUM-8). */
async function moveHeld(request: RowsRequest, { rows, held, holders }: Candidates): Promise<StoredNumber[]> {
  const { tx, account, now, tell } = request;
  const isWanted = ({ accountId }: StoredNumber, { reassign, from }: SentRow) =>
    reassign === true && (from === undefined || from === holders.get(accountId)?.externalId);
  const wanted = [...held.values()].filter(
    (stored) =>
      isWanted(stored, rows.get(stored.facts.number)!.sent) && canReassign(request, stored, holders),
  );
  if (wanted.length === 0) return [];
  // What has been approved by itself meanwhile comes along as approved.
  const { events } = await settleNumbers(tx, now, { ids: wanted.map(({ facts }) => facts.id) });
  for (const event of events) tell(event);
  const moves = wanted.map(({ accountId, facts: { id, number } }) => {
    return { id, purpose: rows.get(number)!.row.purpose, from: accountId };
  });
  const moved = await numberAddingStore(tx).move(account, moves, new Date(now));
  return wanted.filter(({ facts }) => moved.has(facts.id));
}

async function insertFree(
  { tx, account, policy, now }: RowsRequest,
  { rows, held }: Candidates,
): Promise<Map<string, PhoneNumber>> {
  const at = toInstant(now);
  const free = [...rows.values()].filter(({ row: { number } }) => !held.has(number));
  const rejected = await rejectedNumberStore(tx).among(free.map(({ row: { number } }) => number));
  const fresh = free.map(({ row: { number, purpose, warning: found } }) => {
    const warning = rejected.has(number) ? ('rejected-before' as const) : found;
    return { id: tx.newId(), number, purpose, warning, ...newNumberStatus({ warning }, policy, now) };
  });
  const inserted = await numberAddingStore(tx).insert(account, fresh, new Date(now));
  return new Map(
    fresh
      .filter(({ number }) => inserted.has(number))
      .map(({ id, number, purpose, status, warning }) => [
        number,
        {
          id,
          number,
          account: account.externalId,
          purpose,
          status,
          statusChangedAt: at,
          note: null,
          warning,
          order: null,
          addedAt: at,
          leaving: inserted.get(number) === true,
          version: 1,
        },
      ]),
  );
}

/** Why a good row was not added: its number is in the account, or in another, of which as little is said as may be. */
function heldProblem(request: RowsRequest, { held, holders }: Candidates, number: string) {
  const stored = held.get(number);
  const isHere = stored?.accountId === request.account.id;
  const code = isHere ? ('already-here' as const) : ('held-elsewhere' as const);
  const holder = stored && holders.get(stored.accountId);
  const offer =
    stored && holder && canReassign(request, stored, holders)
      ? { canReassign: true, holder: { id: holder.externalId, name: holder.name } }
      : { canReassign: false };
  return { code, detail: numberRowProblems[code], ...offer };
}

/** A number whose port-out is open stays: it leaves the account that has it with the port (POR-7). */
function canReassign(
  { caller, account }: RowsRequest,
  { accountId, isLeaving }: StoredNumber,
  holders: Candidates['holders'],
): boolean {
  const holder = holders.get(accountId);
  if (!holder || holder.id === account.id || isLeaving) return false;
  return reassignProblem(actingIn(caller), holder, account) === null;
}
