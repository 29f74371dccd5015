import * as z from 'zod/mini';
import { defaultPortOutPolicy, portOutReminders } from './portout-policy.ts';

const clockTime = z
  .string()
  .check(z.regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'Not a time of day, such as "08:00".'));
const hours = z.number().check(z.gt(0), z.lte(1000));
const days = z.int().check(z.gte(0), z.lte(100));

/** An amount in the smallest unit of its currency. */
export const moneySchema = z.strictObject({
  amountMinor: z.int().check(z.gte(-100_000_000), z.lte(100_000_000)),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Not a currency, such as "USD".')),
});

const fallback = defaultPortOutPolicy;

/** What a tenant may set about port-outs; a field left out keeps its default (POR-5, POR-8, POR-9). */
export const portOutPolicyInputSchema = z.strictObject({
  businessHours: z._default(
    z
      .strictObject({ opens: clockTime, closes: clockTime })
      .check(z.refine(({ opens, closes }) => opens < closes, { error: 'Closes before it opens.' })),
    fallback.businessHours,
  ),
  simpleAnswerHours: z._default(hours, fallback.simpleAnswerHours),
  answerHours: z._default(hours, fallback.answerHours),
  simplePortDays: z._default(days, fallback.simplePortDays),
  portDays: z._default(days, fallback.portDays),
  simplePortCutoff: z._default(clockTime, fallback.simplePortCutoff),
  silenceHours: z._default(z.nullable(hours), fallback.silenceHours),
  afterInvalidRejection: z._default(z.enum(['authorized', 'pending']), fallback.afterInvalidRejection),
  fee: z._default(
    moneySchema.check(z.refine(({ amountMinor }) => amountMinor >= 0, { error: 'A fee is not below zero.' })),
    fallback.fee,
  ),
  reminders: z._default(z.array(z.enum(portOutReminders)).check(z.maxLength(2)), () => [
    ...fallback.reminders,
  ]),
});
