import { type CalendarDate, addDays, dayStart } from '../time/calendar-date.ts';
import type { OrderFilter } from './order-list.ts';

/** The moments between which an order was placed on the days from one date to another, both included (TIM-4). */
export function placedOnDays(
  { from, to }: { from?: CalendarDate | undefined; to?: CalendarDate | undefined },
  timeZone: string,
): Pick<OrderFilter, 'placedFrom' | 'placedBefore'> {
  return {
    ...(from ? { placedFrom: dayStart(from, timeZone) } : {}),
    ...(to ? { placedBefore: dayStart(addDays(to, 1), timeZone) } : {}),
  };
}
