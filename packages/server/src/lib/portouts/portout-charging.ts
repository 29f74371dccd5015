import {
  type ShownChargeLine,
  type ShownMonthCharges,
  type correctCharge,
  type listPortOutCharges,
  chargeCorrection,
} from '@numberdesk/core/portouts';
import { toMillis } from '@numberdesk/core/time';
import { scopeOf } from '../access/account-chain.ts';
import { type StoredAccount, accountStore } from '../access/account.store.ts';
import { tenantStore } from '../access/tenant.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type Caller, actingIn, scopeOfCaller } from '../http/caller.ts';
import { badCursor, invalid, notFound } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { visibleAccount } from '../numbers/number-place.ts';
import { type MonthSum, type StoredChargeLine, portOutChargeStore } from './portout-charge.store.ts';
import { decodePortOutCursor, encodePortOutCursor } from './portout-cursor.ts';
import { requireNoPin } from './portout-pin.ts';
import { openMonth, openMonths, runningMonth } from './portout-months.ts';
import { portOutStore } from './portout.store.ts';

/**
 * The charges of a month of an account and of what lies below it; a month is closed once it is over for all of them, for
 * each books by its own time zone (POR-8). Where the lines of a month are in several
 * currencies, each has its own sum, the policy's first.
 *
 * @throws Refusal `not-found`, `invalid` where whoever sees the whole tenant names no account.
 */
export async function charges({
  tx,
  caller,
  query,
  now,
}: HandlerRequest<typeof listPortOutCharges>): Promise<ShownMonthCharges> {
  const account = await chargedAccount(tx, caller, query.account);
  const running = await runningMonth({ tx, now }, { accountId: account.id, timeZone: account.timeZone });
  const { month = running, cursor, limit } = query;
  const after = cursor === undefined ? undefined : decodePortOutCursor('charges', cursor);
  if (after === null || after?.at === null) throw badCursor();
  const store = portOutChargeStore(tx);
  const scope = scopeOf(account);
  const { currency } = (await tenantStore(tx).get()).policy.portouts.fee;
  const sums = withRunning(await store.sums(scope), running, currency);
  const found = await store.lines(month, {
    scope,
    limit: limit + 1,
    after: after && { at: after.at, id: after.id },
  });
  const lines = found.slice(0, limit);
  const last = found.length > limit ? lines.at(-1) : undefined;
  const open = await openMonths({ tx, now }, scope, [month, ...sums.map((sum) => sum.month)]);
  const shown = ({ month, total }: MonthSum) => {
    return { month, status: open.has(month) ? ('open' as const) : ('closed' as const), total: { ...total } };
  };
  const months = sums.map(shown);
  const none = shown({ month, total: { amountMinor: 0, currency } });
  return {
    ...(months.find((each) => each.month === month) ?? none),
    lines: lines.map(shownLine),
    next: last ? encodePortOutCursor('charges', { at: toMillis(last.at), id: last.id }) : null,
    months,
  };
}

/**
 * Corrects a charge to what it should have been, by a new line in the open month (POR-8).
 *
 * @throws Refusal `not-found`, `invalid` for another currency, for what is a correction itself, or for a note with a PIN.
 */
export async function correct(request: HandlerRequest<typeof correctCharge>): Promise<ShownChargeLine> {
  const { tx, caller, params, body, now, audit } = request;
  const store = portOutChargeStore(tx);
  const line = await store.get(params.id, scopeOfCaller(caller));
  const account = line && (await accountStore(tx).byId(line.accountId));
  if (!line || !account) throw notFound('charge');
  requireCorrectable(line, body.amount.currency);
  // Whoever corrects the same line at this moment is waited for: lines themselves cannot be locked.
  const portout = await portOutStore(tx).forUpdate(line.portout, null);
  if (portout) await requireNoPin(tx, portout, [['/note', body.note]]);
  const earlier = await store.correctionsOf(line.id);
  const month = await openMonth(request, account.id);
  const { id: _, ...correction } = chargeCorrection(line, body.amount, { id: '', now, month, earlier });
  const { id } = await store.insert(account, { ...correction, note: body.note });
  const { request: number } = line;
  const amount = { ...correction.amount };
  const shown = { ...correction, amount, id, account: account.externalId, request: number, note: body.note };
  const before = shownLine(line);
  await audit({ action: 'charge.corrected', subject: `charge:${line.id}`, before, after: shown });
  return shown;
}

function requireCorrectable({ kind, amount }: StoredChargeLine, currency: string): void {
  if (kind === 'correction') {
    const detail = 'This line is a correction: correct the charge itself once more.';
    throw invalid([{ path: '/id', code: 'not-a-charge', detail }]);
  }
  if (currency === amount.currency) return;
  const detail = `The charge is in ${amount.currency}, and so is its correction.`;
  throw invalid([{ path: '/amount/currency', code: 'other-currency', detail }]);
}

/** Whose charges are asked for: where the caller acts, or an account below; one who sees all has to say. */
async function chargedAccount(
  tx: TenantTransaction,
  caller: Caller,
  asked: string | undefined,
): Promise<StoredAccount> {
  const id = asked ?? actingIn(caller);
  if (id !== null) return visibleAccount(tx, caller, id);
  const detail = 'Name the account whose charges you want to see.';
  throw invalid([{ path: '/account', code: 'account-needed', detail }]);
}

/** The running month stands among the others, whether or not it has lines. */
function withRunning(sums: readonly MonthSum[], month: string, currency: string): MonthSum[] {
  const isThere = sums.some((sum) => sum.month === month);
  const all = isThere ? [...sums] : [...sums, { month, total: { amountMinor: 0, currency } }];
  const rank = ({ total }: MonthSum) => (total.currency === currency ? 0 : 1);
  return all.sort((a, b) => (a.month === b.month ? rank(a) - rank(b) : a.month < b.month ? 1 : -1));
}

function shownLine({ accountId: _, amount, note, corrects, ...line }: StoredChargeLine): ShownChargeLine {
  return {
    ...line,
    amount: { ...amount },
    ...(corrects ? { corrects } : {}),
    ...(note === null ? {} : { note }),
  };
}
