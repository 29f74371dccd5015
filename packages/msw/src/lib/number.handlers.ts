import { type Account, isInScope } from '@numberdesk/core/access';
import type { FieldProblem } from '@numberdesk/core/http';
import {
  type NumberBatch,
  type PhoneNumber,
  type RejectedRow,
  type numberApi,
  compareNumbers,
  matchesNumberQuery,
  moveProblem,
} from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import { type Caller, actingIn } from './caller.ts';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import { decodeNumberCursor, encodeNumberCursor } from './number-cursor.ts';
import { batchPiece, requireRoom } from './number-pieces.ts';
import { addRows, movedFacts, requireConfirmed } from './number-rows.ts';
import { judgeNumber } from './number-verdict.ts';
import { Refusal, badCursor, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** Numbers of the inventory. One that the caller must not see does not exist for them. */
export const numberHandlers: Handlers<typeof numberApi> = {
  list({ tenant, caller, query }) {
    const { sort, limit, cursor, account } = query;
    const compare = compareNumbers(sort);
    const after = cursor === undefined ? null : decodeNumberCursor(sort, cursor);
    if (cursor !== undefined && after === null) throw badCursor();
    if (account !== undefined) visibleAccount(tenant, caller, account);
    const isWithin = (own: string, wanted: string) => tenant.accounts.pathOf(own).includes(wanted);
    const found = tenant.numbers
      .all()
      .filter((number) => isVisible(tenant, caller, number))
      .filter((number) => matchesNumberQuery(number, query, isWithin))
      .filter((number) => after === null || compare(after, number) < 0)
      .sort(compare);
    const data = found.slice(0, limit);
    const last = data.at(-1);
    const next = last && found.length > limit ? encodeNumberCursor(sort, last) : null;
    return { data, next, feed: tenant.feed.position };
  },

  get: ({ tenant, caller, params: { id } }) => visibleNumber(tenant, caller, id),

  add({ tenant, caller, body, now }) {
    const account = visibleAccount(tenant, caller, body.account);
    const { number, purpose, reassign, from, confirm } = body;
    const rows = [{ number, purpose, reassign, from }];
    const { added, rejected } = addRows({ tenant, caller, now, account, rows, confirm });
    const [row] = rejected;
    if (!row) return added[0]!;
    throw invalid([fieldProblemOf(row)]);
  },

  addBatch({ tenant, caller, body, now }) {
    const account = visibleAccount(tenant, caller, body.account);
    const { rows, confirm } = body;
    return batchPiece(tenant, account, body, (): NumberBatch => {
      const { added, rejected } = addRows({ tenant, caller, now, account, rows, confirm });
      const totals = { rows: rows.length, added: added.length, rejected: rejected.length };
      return { id: tenant.imports.newBatchId(), added, rejected, totals };
    });
  },

  startImport({ tenant, caller, body, now }) {
    const account = visibleAccount(tenant, caller, body.account);
    requireRoom(tenant, body.rows);
    const { name = null, rows } = body;
    return tenant.imports.start({ account: account.id, name, rows, createdAt: toInstant(now) });
  },

  import({ tenant, caller, params: { id } }) {
    const found = tenant.imports.find(id);
    if (found && isInScope(actingIn(caller), tenant.accounts.pathOf(found.account))) return found;
    throw notFound('import');
  },

  change({ tenant, caller, params: { id }, body, ifMatch, now }) {
    const known = visibleNumber(tenant, caller, id);
    requireMatch(ifMatch, known);
    const account = body.account === undefined ? null : visibleAccount(tenant, caller, body.account);
    const { purpose = known.purpose } = body;
    const isMoved = account !== null && account.id !== known.account;
    const problem = isMoved ? moveProblem(account) : null;
    if (problem) throw invalid([problem]);
    if (isMoved) requireFree(tenant, known);
    const silences = purpose === 'do-not-originate' && known.purpose !== purpose;
    requireConfirmed(silences ? 1 : 0, body.confirm);
    if (!isMoved && purpose === known.purpose) return known;
    const facts = tenant.numbers.facts(id)!;
    const changed = isMoved
      ? movedFacts(facts, known, { account: account.id, purpose, now })
      : { ...facts, purpose, version: known.version + 1 };
    const after = tenant.numbers.write(changed);
    if (isMoved) tenant.numbers.tell(known.account, { removed: [known] });
    tenant.numbers.tell(after.account, { numbers: [after] });
    return after;
  },

  remove({ tenant, caller, params: { id }, ifMatch }) {
    const known = visibleNumber(tenant, caller, id);
    requireMatch(ifMatch, known);
    requireFree(tenant, known);
    tenant.numbers.remove(id);
    if (known.status === 'rejected') tenant.numbers.rejected.add(known.number);
    tenant.numbers.tell(known.account, { removed: [known] });
    return { id, number: known.number };
  },

  judge({ tenant, caller, params: { id }, body: { valid, note = null }, ifMatch, now }) {
    const known = visibleNumber(tenant, caller, id);
    requireMatch(ifMatch, known);
    return judgeNumber(tenant, known, { valid, note }, now);
  },
};

/** While a port-out of a number is open, it stays where it is (POR-7). @throws Refusal `transition-not-allowed`. */
function requireFree({ portouts }: Tenant, { number }: PhoneNumber): void {
  if (!portouts.isLeaving(number)) return;
  const detail = 'A port-out of the number is open: it stays until that ends.';
  throw new Refusal('transition-not-allowed', detail);
}

function isVisible({ accounts }: Tenant, caller: Caller, { account }: { account: string }): boolean {
  return isInScope(actingIn(caller), accounts.pathOf(account));
}

function visibleNumber(tenant: Tenant, caller: Caller, id: string): PhoneNumber {
  const number = tenant.numbers.byId(id);
  if (number && isVisible(tenant, caller, number)) return number;
  throw notFound('number');
}

function visibleAccount({ accounts }: Tenant, caller: Caller, id: string): Account {
  const account = accounts.find(id);
  if (account && isInScope(actingIn(caller), accounts.pathOf(id))) return account;
  throw notFound('account', [{ path: '/account', code: 'not-found', detail: 'There is no such account.' }]);
}

function fieldProblemOf({ code, detail, suggestion, holder }: RejectedRow): FieldProblem {
  const path = code === 'purpose-unknown' ? '/purpose' : '/number';
  const meant = suggestion === undefined ? '' : ` Did you mean ${suggestion}?`;
  const moves = holder
    ? ` It sits in ${holder.name} (${holder.id}): with reassign it moves from there to here.`
    : '';
  return { path, code, detail: detail + meant + moves };
}
