import * as z from 'zod/mini';

/** One page of a list; `next` is the cursor of the page after it, `null` on the last. */
export function pageOf<Item extends z.core.$ZodType>(item: Item) {
  return z.looseObject({ data: z.array(item), next: z.nullable(z.string()) });
}
