import * as z from 'zod/mini';

// Control characters, and the marks that turn the direction of text around for whoever reads it.
// eslint-disable-next-line no-control-regex -- naming them is the point
const hidden = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

/** One line of text as a person types it: 1 to `max` characters, trimmed, nothing invisible in it. */
export function textLine(max: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((text) => text.isWellFormed() && !hidden.test(text), {
      error: 'Contains characters that cannot be shown (control characters, broken Unicode).',
    }),
  );
}

/** An e-mail address of at most 254 characters. */
export const emailAddress = z.email().check(z.maxLength(254));

/** A date without a time, `YYYY-MM-DD` (TIM-4). */
export const calendarDate = z.iso.date();

/** A moment in UTC or with an offset; read as milliseconds by whoever takes it (TIM-1). */
export const instant = z.iso.datetime({ offset: true });
