import { type Account, isInScope } from '@numberdesk/core/access';
import {
  type Month,
  bookingMonth,
  chargeMonth,
  monthKeptClosed,
  monthStatus,
} from '@numberdesk/core/portouts';
import type { Tenant } from './tenant.ts';

const named = (account: string, month: Month) => `${account} ${month}`;

/** The time zones by which it is judged whether a month takes lines of an account and those below it. */
function bookingZones(
  { accounts, portouts }: Tenant,
  account: string,
  month: Month,
  zoneOf = ({ timeZone }: Account): string | undefined => timeZone,
): string[] {
  return accounts
    .list()
    .filter(({ id }) => isInScope(account, accounts.pathOf(id)))
    .filter(({ id }) => !portouts.closedMonths.has(named(id, month)))
    .flatMap((each) => zoneOf(each) ?? []);
}

/** Whether a month takes lines of an account, or of one below it (POR-8). */
export const shownMonthStatus = (tenant: Tenant, account: string, month: Month, now: number) =>
  monthStatus(month, now, bookingZones(tenant, account, month));

/** The month that takes an account's own lines: the running one, or the next where that stays closed (POR-8). */
export function openMonth({ accounts, portouts }: Tenant, account: string, now: number): Month {
  const timeZone = accounts.find(account)?.timeZone ?? 'UTC';
  for (let month = bookingMonth(now, timeZone); ; month = bookingMonth(now, timeZone, month)) {
    if (!portouts.closedMonths.has(named(account, month))) return month;
  }
}

/** An account that is new, or has moved, to where a closed month still lasts takes no lines in that month (POR-8). */
export function keepMonthsClosed(
  tenant: Tenant,
  { before, after }: { before: Account | null; after: Account },
  now: number,
): void {
  const { id, timeZone } = after;
  const month = chargeMonth(now, timeZone);
  const wasZone = (each: Account) => (each.id === id ? before?.timeZone : each.timeZone);
  const counted = tenant.accounts
    .pathOf(id)
    .filter((account) => account !== id || before !== null)
    .map((account) => bookingZones(tenant, account, month, wasZone));
  if (monthKeptClosed(now, timeZone, counted) === null) return;
  tenant.portouts.closedMonths.add(named(id, month));
}
