import * as z from 'zod/mini';

/** The name of a time zone, such as `America/New_York`. */
export const timeZoneName = z.string().check(
  z.maxLength(64),
  z.refine(
    (name) => {
      try {
        return new Intl.DateTimeFormat('en', { timeZone: name }) !== null && !/^[+-]/.test(name);
      } catch {
        return false;
      }
    },
    { error: 'Not a time zone name, such as "America/New_York".' },
  ),
);
