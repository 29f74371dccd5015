import * as z from 'zod/mini';

// Control characters, what takes no room, and the marks that turn the direction of text around for whoever reads
// it. Joiners and the plain direction marks stay: Persian and Arabic names are typed with them.
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

/** One line of text as a person types it: 1 to `max` characters, trimmed, nothing hidden in it. */
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

/** What others call a thing: one line of text that stands in an address, which `.` and `..` cannot. */
export function identifier(max: number) {
  return textLine(max).check(
    z.refine((text) => text !== '.' && text !== '..', {
      error: 'Neither "." nor ".." can be in an address.',
    }),
  );
}
