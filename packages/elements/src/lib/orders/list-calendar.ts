import { placedOnDays } from '@numberdesk/core/orders';
import { bringCalendar } from './order-list-state.ts';

/** Brings the days of a calendar, which only those load who ask for some. */
export const bringDays = (): void => bringCalendar(placedOnDays);
