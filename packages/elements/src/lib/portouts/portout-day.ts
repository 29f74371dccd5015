import { addDays, dayStart } from '@numberdesk/core/time';

/** The moment at which a day of the account's calendar is over (TIM-4). */
export const dayEnd = (day: string, timeZone: string): string => dayStart(addDays(day, 1), timeZone);
