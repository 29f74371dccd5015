import * as z from 'zod/mini';

/** An e-mail address of at most 254 characters. */
export const emailAddress = z.email().check(z.maxLength(254));

/** A date without a time, `YYYY-MM-DD` (TIM-4). */
export const calendarDate = z.iso.date();

/** A moment in UTC or with an offset; read as milliseconds by whoever takes it (TIM-1). */
export const instant = z.iso.datetime({ offset: true });
