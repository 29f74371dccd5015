import {
  type Month,
  bookingMonth,
  chargeMonth,
  monthClosesAt,
  monthKeptClosed,
  monthStatus,
} from '@numberdesk/core/portouts';
import type { AccountZoned } from '../access/account-zoned.ts';
import { accountStore } from '../access/account.store.ts';
import { type Scope, scopesOfChain } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import { deadlineStore } from '../deadlines/deadline.store.ts';
import { portOutChargeStore } from './portout-charge.store.ts';

/** An account, and the time zone that it books by. */
interface BookingAccount {
  accountId: string;
  timeZone: string;
}

const endOf = ({ accountId, timeZone }: BookingAccount, month: Month) => {
  const at = monthClosesAt(month, timeZone);
  return { kind: 'charge-month-end' as const, subject: accountId, part: month, at };
};

/**
 * The month that takes an account's lines, held open until the transaction ends, and sees to it that it is closed: that of
 * `now`, or the next one where that has been closed for it meanwhile, by a sweep or because it has come to lie further
 * west too late (POR-8).
 */
export async function openMonth(
  { tx, now }: { tx: TenantTransaction; now: number },
  accountId: string,
): Promise<Month> {
  const deadlines = deadlineStore(tx);
  const account = { accountId, timeZone: await accountStore(tx).heldTimeZone(accountId) };
  const { timeZone } = account;
  for (let month = bookingMonth(now, timeZone); ; month = bookingMonth(now, timeZone, month)) {
    const end = endOf(account, month);
    await deadlines.keep(end);
    if (!(await deadlines.hasCome(end, now, { hold: true }))) return month;
  }
}

/** The same month, only looked at. */
export async function runningMonth(
  { tx, now }: { tx: TenantTransaction; now: number },
  account: BookingAccount,
): Promise<Month> {
  const { timeZone } = account;
  for (let month = bookingMonth(now, timeZone); ; month = bookingMonth(now, timeZone, month)) {
    if (!(await deadlineStore(tx).hasCome(endOf(account, month), now))) return month;
  }
}

/** The months that still take lines of an account or of one below it, of those that are asked about (POR-8). */
export async function openMonths(
  { tx, now }: { tx: TenantTransaction; now: number },
  scope: Scope,
  months: readonly Month[],
): Promise<ReadonlySet<Month>> {
  const open = new Set<Month>();
  for (const month of new Set(months)) {
    // Only the zones of the last two days can tell: what is older is over everywhere.
    if (monthStatus(month, now, ['Etc/GMT+12']) === 'closed') continue;
    const zones = await portOutChargeStore(tx).bookingZones(scope, month, now);
    if (monthStatus(month, now, zones) === 'open') open.add(month);
  }
  return open;
}

/**
 * An account that is new, or has moved, to where a month still lasts that is closed already for itself or for one above
 * it, takes no lines in that month: what is closed never changes (POR-8).
 */
export const keepsMonthsClosed: AccountZoned = async ({ tx, now }, { before, after }) => {
  const { timeZone, id: subject } = after;
  const month = chargeMonth(now, timeZone);
  const store = portOutChargeStore(tx);
  const counted: string[][] = [];
  for (const scope of scopesOfChain(after.chain)) {
    // For itself a new account had no month yet.
    if (scope.id === subject && before === null) continue;
    counted.push(
      await store.bookingZones(scope, month, now, { account: subject, timeZone: before?.timeZone }),
    );
  }
  if (monthKeptClosed(now, timeZone, counted) === null) return;
  await deadlineStore(tx).bringForward({ kind: 'charge-month-end', subject, part: month, at: now });
};
