import * as z from 'zod/mini';

/** One page of a list; `next` is the cursor of the page after it, `null` on the last. */
export function pageOf<Item extends z.core.$ZodType>(item: Item) {
  return z.looseObject({ data: z.array(item), next: z.nullable(z.string()) });
}

/** The parameters that every list takes; a cursor is opaque and good only with the sort and filter it came from. */
export const pageQuery = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(200)), 50),
  cursor: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
};
