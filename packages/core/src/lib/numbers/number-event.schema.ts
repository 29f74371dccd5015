import * as z from 'zod/mini';
import { phoneNumberSchema } from './number.schema.ts';

/**
 * The data of `numbers.changed`: numbers of one account as they are now, and those that have left it. Somebody who
 * sees both accounts of a reassigned number hears of it twice, as gone from the one and as come to the other.
 */
export const numbersChangedSchema = z.looseObject({
  account: z.string(),
  numbers: z.array(phoneNumberSchema),
  removed: z.array(z.looseObject({ id: z.string(), number: z.string() })),
});

export type NumbersChanged = z.infer<typeof numbersChangedSchema>;
