import type { Instant, InstantLike } from '../time/instant.ts';
import { type Month, chargeMonth, monthStatus } from './charge-month.ts';
import type { Money } from '../access/portout-policy.ts';

/** One line of the charges; it is never changed or taken away, only corrected by another (POR-8). */
export interface ChargeLine {
  id: string;
  /** The month that it is booked in. */
  month: Month;
  kind: 'port-out' | 'correction' | (string & {});
  /** The number, in E.164. */
  tn: string;
  /** Id of the port-out. */
  portout: string;
  amount: Money;
  /** When the port was confirmed, or the correction made. */
  at: Instant;
  /** With a correction: the id of the line that it corrects. */
  corrects?: string | undefined;
}

/** The charges of one month as the account sees them. */
export interface MonthCharges<Line extends ChargeLine = ChargeLine> {
  month: Month;
  status: 'open' | 'closed';
  total: Money;
  lines: Line[];
}

/**
 * What lines come to, in a currency; nothing comes to zero of it (POR-8).
 *
 * @throws RangeError for a line in another currency, or for a sum beyond what a number holds exactly.
 */
export function chargeTotal(lines: readonly { amount: Money }[], currency: string): Money {
  let amountMinor = 0;
  for (const { amount } of lines) {
    if (amount.currency !== currency) throw new RangeError(`Not ${currency}: ${amount.currency}`);
    amountMinor += amount.amountMinor;
    if (!Number.isSafeInteger(amountMinor))
      throw new RangeError('The total is no whole number that is exact.');
  }
  return { amountMinor, currency };
}

/**
 * The charges by month, the latest first: the open month always, with its running total, and every other that has lines.
 * A month is closed from the first of the next one on, in the account's time zone and in those of the accounts whose lines
 * are among these (POR-8).
 */
export function chargesByMonth<Line extends ChargeLine>(
  lines: readonly Line[],
  currency: string,
  now: InstantLike,
  timeZone: string,
  timeZonesBelow: readonly string[] = [],
): MonthCharges<Line>[] {
  const months = new Map<Month, Line[]>([[chargeMonth(now, timeZone), []]]);
  for (const line of lines) {
    const own = months.get(line.month);
    if (own) own.push(line);
    else months.set(line.month, [line]);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, own]) => ({
      month,
      status: monthStatus(month, now, [timeZone, ...timeZonesBelow]),
      total: chargeTotal(own, currency),
      lines: own,
    }));
}
