import * as z from 'zod/mini';

/** The fields of one page of a list; `next` is the cursor of the page after it, `null` on the last. */
export function pageShape<Item extends z.core.$ZodType>(item: Item) {
  return { data: z.array(item), next: z.nullable(z.string()) };
}
