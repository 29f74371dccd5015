import * as z from 'zod/mini';
import type { PortOutNumberStatus } from './portout-numbers.ts';
import type { PortOutEvent } from './portout-transitions.ts';
import { portOutSchema } from './portout.schema.ts';
import type { RejectionDetail } from './rejection-details.ts';
import type { FieldMatch } from './submitted-match.ts';

type Open<Known extends string> = Known | (string & {});
const open = <Known extends string>() => z.string() as unknown as z.ZodMiniType<Open<Known>, Open<Known>>;
const orNull = z.nullable(z.string());

/** A letter of authorization; name and date are `null` where it was recorded by the name of its file alone. */
const letterSchema = z.looseObject({
  /** Who signed it. */
  name: orNull,
  /** The calendar date that it bears. */
  date: orNull,
  file: orNull,
});

/** What was submitted with a request; the PIN is masked (POR-3). */
const submittedSchema = z.looseObject({
  /** The end user. */
  name: orNull,
  /** Where the service is. */
  address: orNull,
  zip: orNull,
  accountNumber: orNull,
  pin: orNull,
  authorizedPerson: orNull,
  /** The letter of authorization; `null` where none came. */
  loa: z.nullable(letterSchema),
});

const rejectionSchema = z.looseObject({
  reason: z.string(),
  details: z.looseObject({}),
  /** What its sender was asked about once more, and confirmed (POR-5): a ground, or `not-for-simple-port`. */
  confirmed: z.optional(z.array(z.string())),
  at: z.string(),
  /** What the provider found; `null` while in review. An invalid reason and its overruling are both kept (POR-5). */
  verdict: z.nullable(z.looseObject({ valid: z.boolean(), note: orNull, at: z.string() })),
});

const eventSchema = z.looseObject({
  id: z.string(),
  at: z.string(),
  kind: open<PortOutEvent | 'received' | 'silence'>(),
  /** Whose doing it was: `customer`, `provider`, `carrier` or `system`; `name` only where the reader may know it. */
  by: z.nullable(z.looseObject({ side: z.string(), name: orNull })),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  note: z.optional(z.string()),
  /** With an answer: when it was due, by the clock that ran when it came, and whether it came before (POR-9). */
  answerDueAt: z.optional(z.string()),
  wasInTime: z.optional(z.boolean()),
  /** The numbers it was about, where it was not about all of them. */
  numbers: z.optional(z.array(z.string())),
});

const noteSchema = z.looseObject({
  id: z.string(),
  at: z.string(),
  by: z.looseObject({ name: orNull }),
  text: z.string(),
});

/** A reason as a list offers it (POR-5). */
const reasonSchema = z.looseObject({
  code: z.string(),
  label: z.optional(z.string()),
  needs: z.array(open<RejectionDetail>()),
  fault: z.string(),
  source: z.string(),
  isNotForSimplePorts: z.optional(z.boolean()),
});

const match = open<FieldMatch>();

/** One port-out request with all that is known of it (POR-3). */
export const portOutDetailSchema = z.looseObject({
  // A page that has no port-outs would load what z.extend is made of.
  ...portOutSchema.shape,
  /** The time zone that its days are counted in: its own, else its account's (POR-9); `null` where nobody knows. */
  timeZone: orNull,
  submitted: submittedSchema,
  numbers: z.array(
    z.looseObject({
      tn: z.string(),
      status: open<PortOutNumberStatus>(),
      /** The day on which it was ported. */
      portedOn: z.optional(orNull),
    }),
  ),
  /** How what was submitted stands to what is on file. */
  matches: z.looseObject({ name: match, address: match, accountNumber: match, pin: match, zip: match }),
  /** The rejections of the request, the latest first. */
  rejections: z.array(rejectionSchema),
  /** What it can be rejected for (POR-5). */
  reasons: z.array(reasonSchema),
  /** What happened to it, the latest first. */
  history: z.array(eventSchema),
  /** The notes of the reader's own side, the latest first. */
  notes: z.array(noteSchema),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.number(),
});

export type PortOutDetail = z.infer<typeof portOutDetailSchema>;

/** What a request can be rejected for (POR-5). */
export const rejectionReasonsSchema = z.looseObject({ reasons: z.array(reasonSchema) });
