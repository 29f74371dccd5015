import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import type { PortOutNumberStatus } from './portout-numbers.ts';
import type { PortOutStatus } from './portout-status.ts';
import type { PortOutEvent } from './portout-transitions.ts';
import type { RejectionDetail } from './rejection-details.ts';
import type { FieldMatch } from './submitted-match.ts';

/** Kinds of ports by the work that they are (47 CFR 52.35); one of any other kind is treated as not simple (POR-9). */
export const portTypes = ['simple', 'non-simple'] as const;

export type PortType = (typeof portTypes)[number];

type Open<Known extends string> = Known | (string & {});
const open = <Known extends string>() => z.string() as unknown as z.ZodMiniType<Open<Known>, Open<Known>>;
const orNull = z.nullable(z.string());

/** A port-out request as a list shows it; unknown fields, statuses and types are kept (POR-2, POR-6). */
export const portOutSchema = z.looseObject({
  /** Ours, and unique; links carry it. */
  id: z.string(),
  /** The carrier's own number of the request, such as `PO_624719`; two carriers can have the same. */
  request: z.string(),
  account: z.string(),
  status: open<PortOutStatus>(),
  receivedAt: z.string(),
  portType: open<PortType>(),
  requestedFocDate: z.string(),
  /** The date that was agreed to; `null` before. */
  focDate: orNull,
  winningCarrier: orNull,
  /** How many numbers it is about. */
  quantity: z.number(),
  /** `null` where nothing is due any more, or never was (POR-9). */
  answerDueAt: orNull,
  portDueAt: orNull,
  silenceAt: orNull,
  version: z.number(),
});

export type PortOut = z.infer<typeof portOutSchema>;

/** One page of port-out requests. */
export const portOutPageSchema = z.looseObject({
  ...pageShape(portOutSchema),
  /** The position in the event feed that this answer shows: follow the events after it and nothing is missed. */
  feed: z.number(),
});

export type PortOutPage = z.infer<typeof portOutPageSchema>;

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
  /** The letter of authorization by name; `null` where none came. */
  loa: orNull,
});

const rejectionSchema = z.looseObject({
  reason: z.string(),
  details: z.looseObject({}),
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
  /** The numbers it was about, where it was not about all of them. */
  numbers: z.optional(z.array(z.string())),
});

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
export const portOutDetailSchema = z.extend(portOutSchema, {
  /** The request's own time zone; `null` where the account's counts. */
  timeZone: orNull,
  submitted: submittedSchema,
  numbers: z.array(z.looseObject({ tn: z.string(), status: open<PortOutNumberStatus>() })),
  /** How what was submitted stands to what is on file. */
  matches: z.looseObject({ name: match, address: match, accountNumber: match, pin: match, zip: match }),
  /** The rejections of the request, the latest first. */
  rejections: z.array(rejectionSchema),
  /** What it can be rejected for (POR-5). */
  reasons: z.array(reasonSchema),
  /** What happened to it, the latest first. */
  history: z.array(eventSchema),
});

export type PortOutDetail = z.infer<typeof portOutDetailSchema>;
