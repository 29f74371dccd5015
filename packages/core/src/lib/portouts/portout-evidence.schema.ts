import * as z from 'zod/mini';
import { portOutDetailSchema } from './portout-detail.schema.ts';

const mailSchema = z.looseObject({
  id: z.string(),
  /** What it told of: `received`, `half-time`, `last-hour`, `overdue`, `answered`, `verdict`, `completed`, … */
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  queuedAt: z.string(),
  /** `null` while no mail server has taken it. */
  sentAt: z.nullable(z.string()),
  /** Why the last attempt failed; `null` where none has. */
  problem: z.nullable(z.string()),
});

/** All that proves what became of a request: as it came, who decided what, when and why, and what was mailed. */
export const portOutEvidenceSchema = z.looseObject({
  madeAt: z.string(),
  account: z.looseObject({ id: z.string(), name: z.string(), timeZone: z.string() }),
  portout: portOutDetailSchema,
  mails: z.array(mailSchema),
});

export type PortOutEvidence = z.infer<typeof portOutEvidenceSchema>;
