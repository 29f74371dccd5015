import { type InstantLike, toInstant } from '../time/instant.ts';
import type { Month } from './charge-month.ts';
import type { Money } from '../access/portout-policy.ts';
import type { ChargeLine } from './port-charges.ts';

/**
 * The line that corrects another to what it should have been: a new one in the month that takes lines now, over the
 * difference, so that the corrected one and its month stay as they are (POR-8). `earlier` are the corrections that the line has had already.
 *
 * @throws RangeError for another currency than the line's.
 */
export function chargeCorrection(
  line: ChargeLine,
  should: Money,
  {
    id,
    now,
    month,
    earlier = [],
  }: { id: string; now: InstantLike; month: Month; earlier?: readonly ChargeLine[] },
): ChargeLine {
  const { currency } = line.amount;
  if (should.currency !== currency) throw new RangeError(`Not ${currency}: ${should.currency}`);
  const booked = [line, ...earlier.filter(({ corrects }) => corrects === line.id)];
  const sum = booked.reduce((total, { amount }) => total + amount.amountMinor, 0);
  return {
    id,
    month,
    kind: 'correction',
    tn: line.tn,
    portout: line.portout,
    amount: { amountMinor: should.amountMinor - sum, currency },
    at: toInstant(now),
    corrects: line.id,
  };
}
