import * as z from 'zod/mini';
import { portOutSchema } from './portout.schema.ts';

/** The data of `portout.changed`: a request as it is now. */
export const portOutChangedSchema = z.looseObject({ at: z.string(), portout: portOutSchema });

export type PortOutChanged = z.infer<typeof portOutChangedSchema>;

/**
 * The data of `portout-charges.closed`: a month that is over for an account, with what its own charges come to in each
 * currency. Each account has its own, so that those of several are summed up without counting anything twice (POR-8).
 */
export const portOutChargesClosedSchema = z.looseObject({
  at: z.string(),
  account: z.string(),
  /** `YYYY-MM`, in the account's time zone. */
  month: z.string(),
  /** When the month was over; `at` is when that was written down. */
  closedAt: z.string(),
  totals: z.array(z.looseObject({ amountMinor: z.number(), currency: z.string() })),
});

export type PortOutChargesClosed = z.infer<typeof portOutChargesClosedSchema>;
