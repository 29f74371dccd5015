import * as z from 'zod/mini';

const orOther = <Known extends string>() =>
  z.string() as unknown as z.ZodMiniType<Known | (string & {}), Known | (string & {})>;

const money = z.looseObject({ amountMinor: z.number(), currency: z.string() });

const monthShape = {
  /** `YYYY-MM`, in the account's time zone. */
  month: z.string(),
  status: orOther<'open' | 'closed'>(),
  total: money,
};

/** One line of the charges as the server shows it (POR-8). */
export const chargeLineSchema = z.looseObject({
  id: z.string(),
  account: z.string(),
  month: z.string(),
  kind: orOther<'port-out' | 'correction'>(),
  tn: z.string(),
  portout: z.string(),
  /** The carrier's number of the request. */
  request: z.string(),
  amount: money,
  at: z.string(),
  corrects: z.optional(z.string()),
  note: z.optional(z.string()),
});

export type ShownChargeLine = z.infer<typeof chargeLineSchema>;

/** The charges of one month, its lines by pages; unknown fields and kinds of lines are kept (POR-8). */
export const monthChargesSchema = z.looseObject({
  ...monthShape,
  lines: z.array(chargeLineSchema),
  /** The cursor of the lines after these; `null` on the last page. */
  next: z.nullable(z.string()),
  /** Every month that has lines, and the running one, the latest first. */
  months: z.array(z.looseObject(monthShape)),
});

export type ShownMonthCharges = z.infer<typeof monthChargesSchema>;
