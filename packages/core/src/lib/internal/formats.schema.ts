import * as z from 'zod/mini';

/** An e-mail address of at most 254 characters. */
export const emailAddress = z.email().check(z.maxLength(254));

/** A date without a time, `YYYY-MM-DD` (TIM-4). */
export const calendarDate = z.iso.date();

const earliest = Date.UTC(1970, 0, 1);
const latest = Date.UTC(3000, 0, 1);

/** A moment in UTC or with an offset, from 1970 to 2999; read as milliseconds by whoever takes it (TIM-1). */
export const instant = z.iso.datetime({ offset: true, abort: true }).check(
  z.refine((text) => Date.parse(text) >= earliest && Date.parse(text) < latest, {
    error: 'Not a moment from 1970 to 2999.',
  }),
);
