import * as z from 'zod/mini';

const money = z.looseObject({ amountMinor: z.number(), currency: z.string() });

/** The charges of one month as the server shows them; unknown fields and kinds of lines are kept (POR-8). */
export const monthChargesSchema = z.looseObject({
  /** `YYYY-MM`, in the account's time zone. */
  month: z.string(),
  status: z.string() as unknown as z.ZodMiniType<
    'open' | 'closed' | (string & {}),
    'open' | 'closed' | (string & {})
  >,
  total: money,
  lines: z.array(
    z.looseObject({
      id: z.string(),
      month: z.string(),
      kind: z.string(),
      tn: z.string(),
      portout: z.string(),
      amount: money,
      at: z.string(),
      corrects: z.optional(z.string()),
    }),
  ),
});
