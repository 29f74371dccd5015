import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';
import type { PortOutStatus } from './portout-status.ts';

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
