import * as z from 'zod/mini';
import { shownContactSchema } from './contact.schema.ts';

/** One tenant's policy as the server shows it, every field set. */
export const policySchema = z.looseObject({
  retentionDays: z.int(),
  holidays: z.nullable(z.array(z.string())),
  contact: shownContactSchema,
  batchMaxRows: z.int(),
  numberApprovalMinutes: z.nullable(z.int()),
  areaCodes: z.array(z.string()),
  allowFictionalNumbers: z.boolean(),
});

export type Policy = z.infer<typeof policySchema>;

/** The policy of a tenant that has set none. */
export const defaultPolicy: Policy = {
  retentionDays: 7,
  holidays: null,
  contact: {},
  batchMaxRows: 500,
  numberApprovalMinutes: 5,
  areaCodes: [],
  allowFictionalNumbers: false,
};
