import * as z from 'zod/mini';

// Control characters, and the marks that turn the direction of text around for whoever reads it.
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
