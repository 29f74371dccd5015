import * as z from 'zod/mini';
import { shownContactSchema } from './contact.schema.ts';
import { defaultPortOutPolicy } from './portout-policy.ts';

const portOutPolicySchema = z.looseObject({
  businessHours: z.looseObject({ opens: z.string(), closes: z.string() }),
  simpleAnswerHours: z.number(),
  answerHours: z.number(),
  simplePortDays: z.number(),
  portDays: z.number(),
  simplePortCutoff: z.string(),
  silenceHours: z.nullable(z.number()),
  afterInvalidRejection: z.enum(['authorized', 'pending']),
  fee: z.looseObject({ amountMinor: z.int(), currency: z.string() }),
  reminders: z.array(z.enum(['half-time', 'last-hour'])),
});

/** One tenant's policy as the server shows it, every field set. */
export const policySchema = z.looseObject({
  retentionDays: z.int(),
  confirmationHours: z.int(),
  holidays: z.nullable(z.array(z.string())),
  contact: shownContactSchema,
  batchMaxRows: z.int(),
  numberApprovalMinutes: z.nullable(z.int()),
  areaCodes: z.array(z.string()),
  allowFictionalNumbers: z.boolean(),
  senderName: z.nullable(z.string()),
  portalUrl: z.nullable(z.string()),
  portouts: portOutPolicySchema,
});

export type Policy = z.infer<typeof policySchema>;

/** The policy of a tenant that has set none. */
export const defaultPolicy: Policy = {
  retentionDays: 7,
  confirmationHours: 24,
  holidays: null,
  contact: {},
  batchMaxRows: 500,
  numberApprovalMinutes: 5,
  areaCodes: [],
  allowFictionalNumbers: false,
  senderName: null,
  portalUrl: null,
  portouts: { ...defaultPortOutPolicy, reminders: [...defaultPortOutPolicy.reminders] },
};

/** A policy with every field set, of what a tenant has set. */
export function wholePolicy(set: Partial<Policy>): Policy {
  const portouts = { ...defaultPolicy.portouts, ...set.portouts };
  return { ...defaultPolicy, ...set, portouts };
}

/** What of a policy a session is told: no more than what widgets go by. */
export function sessionPolicy(policy: Policy) {
  const { retentionDays, confirmationHours, batchMaxRows, areaCodes, allowFictionalNumbers } = policy;
  const { afterInvalidRejection } = policy.portouts;
  return {
    retentionDays,
    confirmationHours,
    batchMaxRows,
    areaCodes,
    allowFictionalNumbers,
    afterInvalidRejection,
  };
}
