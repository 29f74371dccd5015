import { isInScope } from '@numberdesk/core/access';
import {
  type ShownChargeLine,
  type ShownMonthCharges,
  chargeCorrection,
  chargeTotal,
  chargesByMonth,
} from '@numberdesk/core/portouts';
import { type Caller, actingIn } from './caller.ts';
import { requireNoPin } from './portout-acts.ts';
import { openMonth, shownMonthStatus } from './portout-months.ts';
import type { BookedCharge } from './portout-book.ts';
import { badCursor, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** The charges of one month, for an account and those below it, its lines by pages (POR-8). */
export function monthCharges(
  tenant: Tenant,
  account: string,
  now: number,
  { month, limit, cursor }: { month?: string | undefined; limit: number; cursor?: string | undefined },
): ShownMonthCharges {
  const { currency } = tenant.policy.portouts.fee;
  const own = tenant.portouts.charges.filter((line) =>
    isInScope(account, tenant.accounts.pathOf(line.account)),
  );
  const zone = tenant.accounts.find(account)?.timeZone ?? 'UTC';
  const running = openMonth(tenant, account, now);
  const statusOf = (of: string) => shownMonthStatus(tenant, account, of, now);
  // Any moment within the running month.
  const months = chargesByMonth(own, currency, `${running}-15T12:00:00.000Z`, zone);
  const wanted = month ?? running;
  const found = months.find((other) => other.month === wanted);
  const all = [...(found?.lines ?? [])].reverse();
  const from = cursor === undefined ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
  if (cursor !== undefined && from === 0) throw badCursor();
  const lines = all.slice(from, from + limit);
  return {
    month: wanted,
    status: statusOf(wanted),
    total: found?.total ?? chargeTotal([], currency),
    lines: lines.map((line) => shownCharge(tenant, line)),
    next: all.length > from + limit ? lines.at(-1)!.id : null,
    months: months.map(({ month: each, total }) => ({ month: each, status: statusOf(each), total })),
  };
}

/** Corrects a charge by a new line in the open month (POR-8). @throws Refusal `not-found`, `invalid`. */
export function correctCharge(
  tenant: Tenant,
  caller: Caller,
  id: string,
  { amount, note, now }: { amount: BookedCharge['amount']; note: string; now: number },
): ShownChargeLine {
  const { charges } = tenant.portouts;
  const line = charges.find((other) => other.id === id);
  if (!line || !isInScope(actingIn(caller), tenant.accounts.pathOf(line.account))) throw notFound('charge');
  if (line.kind === 'correction') throw invalid([notACharge]);
  if (amount.currency !== line.amount.currency) throw invalid([otherCurrency]);
  const record = tenant.portouts.find(line.portout);
  if (record) requireNoPin({ tenant, record }, [['/note', note]]);
  const month = openMonth(tenant, line.account, now);
  const next = { id: `charge-${charges.length + 1}`, now, month, earlier: charges };
  const correction = { ...chargeCorrection(line, amount, next), account: line.account, note };
  charges.push(correction);
  return shownCharge(tenant, correction);
}

const notACharge = { path: '/id', code: 'not-a-charge', detail: 'A correction is corrected by its charge.' };
const otherCurrency = {
  path: '/amount/currency',
  code: 'other-currency',
  detail: 'The charge is in another currency.',
};

function shownCharge({ portouts }: Tenant, line: BookedCharge): ShownChargeLine {
  return { ...line, request: portouts.find(line.portout)?.facts.request ?? '' };
}
