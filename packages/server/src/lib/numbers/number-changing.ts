import type { Operation, OperationOutput } from '@numberdesk/core/http';
import {
  type PhoneNumber,
  type VerdictProblem,
  type changeNumber,
  type judgeNumber,
  type removeNumber,
  moveProblem,
  numberVerdict,
} from '@numberdesk/core/numbers';
import type { StoredAccount } from '../access/account.store.ts';
import { scopeOfCaller } from '../http/caller.ts';
import { requireMatch } from '../http/if-match.ts';
import { Refusal, invalid, notFound } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { requireConfirmed } from './number-adding.ts';
import { numberAddingStore } from './number-adding.store.ts';
import { type Changing, accountOf, settleNumbers, tellNumbers } from './number-change.ts';
import { visibleAccount } from './number-place.ts';
import { type StoredNumber, shownNumber } from './number-rows.store.ts';
import { numberStore } from './number.store.ts';
import { rejectedNumberStore } from './rejected-number.store.ts';

/**
 * Gives a number another purpose, another account, or both. What is so already changes nothing.
 *
 * @throws Refusal `not-found`, `stale`, `invalid` for a move to anything but a program, `confirmation-needed`,
 * `transition-not-allowed` for a move of a number that has to stay.
 */
export async function change(request: HandlerRequest<typeof changeNumber>): Promise<PhoneNumber> {
  const { tx, caller, params, body, now, audit } = request;
  const known = await hold(request, params.id);
  const before = shownNumber(known, now);
  const target = body.account === undefined ? null : await visibleAccount(tx, caller, body.account);
  const { purpose = before.purpose } = body;
  const isMoved = target !== null && target.id !== known.accountId;
  const problem = isMoved ? moveProblem(target) : null;
  if (problem) throw invalid([problem]);
  if (isMoved) requireFree(known);
  const silences = purpose === 'do-not-originate' && before.purpose !== purpose;
  requireConfirmed(silences ? 1 : 0, body.confirm);
  if (!isMoved && purpose === before.purpose) return before;
  const changed = isMoved
    ? await moveOne(request, known, target, purpose)
    : await numberStore(tx).change(known, { purpose }, new Date(now));
  const after = shownNumber(changed, now);
  const action = isMoved ? 'number.moved' : 'number.changed';
  await audit({ action, subject: `number:${params.id}`, before, after });
  if (isMoved) tellNumbers(request, accountOf(known), { removed: [known.facts] });
  tellNumbers(request, accountOf(changed), { numbers: [after] });
  return after;
}

/**
 * Takes a number out of the inventory.
 *
 * @throws Refusal `not-found`, `stale`, `transition-not-allowed` with the reason for which it has to stay.
 */
export async function remove(
  request: HandlerRequest<typeof removeNumber>,
): Promise<OperationOutput<typeof removeNumber>> {
  const { tx, params, now, audit } = request;
  const known = await hold(request, params.id);
  const { id, number } = known.facts;
  requireFree(known);
  await numberStore(tx).remove(known);
  const before = shownNumber(known, now);
  if (before.status === 'rejected') await rejectedNumberStore(tx).keep(number);
  await audit({ action: 'number.removed', subject: `number:${id}`, before, after: null });
  tellNumbers(request, accountOf(known), { removed: [known.facts] });
  return { id, number };
}

/**
 * Takes a number that has gone to another carrier out of the inventory of an account and of those below it; where it is
 * not there, nothing is done, and the answer is `false` (POR-7).
 */
export async function takeOut(request: Changing, number: string, accountId: string): Promise<boolean> {
  const { tx, now, audit } = request;
  const known = await numberStore(tx).holdIn(number, accountId);
  if (!known) return false;
  const before = shownNumber(known, now);
  await numberStore(tx).remove(known);
  await audit({ action: 'number.ported-out', subject: `number:${before.id}`, before, after: null });
  tellNumbers(request, accountOf(known), { removed: [known.facts] });
  return true;
}

/** A number stays in the inventory while a port-out of it is open: it leaves with the port (POR-7). @throws Refusal. */
function requireFree({ isLeaving }: StoredNumber): void {
  if (!isLeaving) return;
  const detail = 'A port-out of this number is open: it leaves the inventory once it is ported.';
  throw new Refusal('transition-not-allowed', detail);
}

/**
 * Writes down what staff finds of a number (NUM-9).
 *
 * @throws Refusal `not-found`, `stale`, `transition-not-allowed`.
 */
export async function judge(request: HandlerRequest<typeof judgeNumber>): Promise<PhoneNumber> {
  const { tx, params, body, now, audit } = request;
  const known = await hold(request, params.id);
  const before = shownNumber(known, now);
  const verdict = numberVerdict(before, body.valid);
  if (!verdict.ok) throw noSuchVerdict(verdict);
  const { status } = verdict;
  const { note = null } = body;
  const judged = await numberStore(tx).change(known, { status, note }, new Date(now));
  const after = shownNumber(judged, now);
  if (body.valid) await rejectedNumberStore(tx).forget(after.number);
  await audit({ action: 'number.judged', subject: `number:${params.id}`, before, after });
  tellNumbers(request, accountOf(judged), { numbers: [after] });
  return after;
}

/** A number as it is now, held until the transaction ends, if the caller has seen it so. */
async function hold(
  { tx, caller, ifMatch, now, tell }: Omit<HandlerRequest<Operation>, 'params' | 'body' | 'query'>,
  id: string,
): Promise<StoredNumber> {
  const scope = scopeOfCaller(caller);
  const store = numberStore(tx);
  const known = await store.forUpdate(id, scope);
  if (!known) throw notFound('number');
  requireMatch(ifMatch, shownNumber(known, now));
  const { settled, events } = await settleNumbers(tx, now, { ids: [known.facts.id] });
  for (const event of events) tell(event);
  return settled === 0 ? known : ((await store.get(id, scope)) ?? known);
}

async function moveOne(
  { tx, now }: Pick<HandlerRequest<Operation>, 'tx' | 'now'>,
  known: StoredNumber,
  target: StoredAccount,
  purpose: string | null,
): Promise<StoredNumber> {
  const { id } = known.facts;
  await numberAddingStore(tx).move(target, [{ id, purpose, from: known.accountId }], new Date(now));
  return (await numberStore(tx).get(id, null)) ?? known;
}

function noSuchVerdict({ code, from, to }: VerdictProblem): Refusal {
  const detail = `A number that is ${from} cannot become ${to}.`;
  return new Refusal(code, detail, { errors: [{ path: '/valid', code, detail }] });
}
