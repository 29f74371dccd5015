import * as z from 'zod/mini';

const orNull = z.nullable(z.string());

/** What is on file of an account; the PIN is masked (POR-3). */
export const serviceRecordSchema = z.looseObject({
  account: z.string(),
  name: orNull,
  address: orNull,
  zip: orNull,
  accountNumber: orNull,
  pin: orNull,
});

export type ServiceRecord = z.infer<typeof serviceRecordSchema>;
