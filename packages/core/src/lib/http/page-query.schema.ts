import * as z from 'zod/mini';

/** What every list takes; a cursor is opaque and good only with the sort and filter it came from. */
export const pageQuerySchema = z.strictObject({
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});
