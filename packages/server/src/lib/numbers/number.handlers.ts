import type { FieldProblem } from '@numberdesk/core/http';
import { operationInputs } from '@numberdesk/core/inputs';
import {
  type NumberBatch,
  type PhoneNumber,
  type RejectedRow,
  type addNumber,
  type addNumberBatch,
  type startNumberImport,
  numberApi,
} from '@numberdesk/core/numbers';
import { scopeOf } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import { eventStore } from '../events/event.store.ts';
import { scopeOfCaller } from '../http/caller.ts';
import { badCursor, invalid, notFound } from '../http/refusal.ts';
import { type HandlerRequest, type Route, handlersFor } from '../http/route.ts';
import { type RowsAnswer, addRows } from './number-adding.ts';
import type { Changing } from './number-change.ts';
import { change, judge, remove } from './number-changing.ts';
import { numberImportStore } from './number-import.store.ts';
import { doPiece, requireRoom } from './number-pieces.ts';
import { placeOf, visibleAccount } from './number-place.ts';
import { shownNumber } from './number-rows.store.ts';
import { numberStore } from './number.store.ts';

/** Numbers of the inventory. One that the caller must not see does not exist for them (ACC-1). */
export function numberHandlers(): Route[] {
  return handlersFor('numbers', numberApi, operationInputs.numbers, {
    async list({ tx, caller, query, now }) {
      const { account } = query;
      const scope =
        account === undefined ? scopeOfCaller(caller) : scopeOf(await visibleAccount(tx, caller, account));
      const page = await numberStore(tx).list({ ...query, scope, now });
      if (!page.ok) throw badCursor();
      return { data: page.data, next: page.next, feed: await eventStore(tx).position() };
    },

    async get({ tx, caller, params: { id }, now }) {
      const number = await numberStore(tx).get(id, scopeOfCaller(caller));
      if (!number) throw notFound('number');
      return shownNumber(number, now);
    },

    add,
    addBatch,
    startImport,

    async import({ tx, caller, params: { id } }) {
      const found = await numberImportStore(tx).get(id, scopeOfCaller(caller));
      if (!found) throw notFound('import');
      return found.body;
    },

    change,
    remove,
    judge,
  });
}

async function add(request: HandlerRequest<typeof addNumber>): Promise<PhoneNumber> {
  const { tx, caller, body, audit } = request;
  const { policy, account } = await placeOf(tx, caller, body.account);
  const { number, purpose, reassign, from, confirm } = body;
  const rows = [{ number, purpose, reassign, from }];
  const { added, rejected, moved } = await addRows({ ...request, policy, account, rows, confirm });
  const [after] = added;
  if (!after) throw invalid(rejected.map(fieldProblemOf));
  const action = moved.length > 0 ? 'number.moved' : 'number.added';
  const before = moved[0] ? shownNumber(moved[0], request.now) : null;
  await audit({ action, subject: `number:${after.id}`, before, after });
  return after;
}

async function addBatch(request: HandlerRequest<typeof addNumberBatch>): Promise<NumberBatch> {
  const { tx, caller, body } = request;
  const { policy, account } = await placeOf(tx, caller, body.account);
  const { rows, confirm, import: piece } = body;
  const act = async (): Promise<NumberBatch> => {
    const answer = await addRows({ ...request, policy, account, rows, confirm });
    const { added, rejected } = answer;
    const totals = { rows: rows.length, added: added.length, rejected: rejected.length };
    const id = tx.newId();
    await auditBatch(request, `batch:${id}`, account, { ...answer, totals });
    return { id, added, rejected, totals };
  };
  if (piece) return doPiece(request, account, { rows, import: piece }, act);
  requireRoom(policy, rows.length);
  return act();
}

async function startImport(request: HandlerRequest<typeof startNumberImport>) {
  const { tx, caller, body, now, audit } = request;
  const { policy, account } = await placeOf(tx, caller, body.account);
  const { rows, name = null } = body;
  requireRoom(policy, rows);
  const at = new Date(now);
  const { body: after } = await numberImportStore(tx).start({ account, name, rows, at });
  await audit({ action: 'numbers.import-started', subject: `import:${after.id}`, before: null, after });
  return after;
}

/** One row for a batch: who, how many, and which (ACC-5). */
async function auditBatch(
  { audit }: Changing,
  subject: string,
  account: StoredAccount,
  { added, moved, totals }: RowsAnswer & Pick<NumberBatch, 'totals'>,
): Promise<void> {
  const left = moved.map(({ facts: { id, account, purpose } }) => ({ id, account, purpose }));
  const before = left.length === 0 ? null : { moved: left };
  const after = { account: account.externalId, ...totals, ids: added.map(({ id }) => id) };
  await audit({ action: 'numbers.added', subject, before, after });
}

function fieldProblemOf({ code, detail, suggestion, holder }: RejectedRow): FieldProblem {
  const path = code === 'purpose-unknown' ? '/purpose' : '/number';
  const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  const moves = holder
    ? ` It sits in ${holder.name} (${holder.id}): with reassign it moves from there to here.`
    : '';
  return { path, code, detail: detail + meant + moves };
}
