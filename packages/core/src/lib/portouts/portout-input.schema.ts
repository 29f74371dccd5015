import * as z from 'zod/mini';
import { accountId } from '../access/account-input.schema.ts';
import { moneySchema } from '../access/portout-policy-input.schema.ts';
import { timeZoneName } from '../access/time-zone.schema.ts';
import { calendarDate, instant } from '../internal/formats.schema.ts';
import { identifier, textLine } from '../internal/text.schema.ts';
import { portTypes } from './portout.schema.ts';

/** Numbers that one request is about at most. */
export const portOutNumbersAtMost = 10_000;

/** A phone number in E.164. */
export const e164 = z
  .string()
  .check(z.regex(/^\+[1-9][0-9]{6,14}$/, 'Not a phone number in E.164, such as "+15013334444".'));

const e164List = z.array(e164).check(
  z.minLength(1),
  z.maxLength(portOutNumbersAtMost),
  z.refine((numbers) => new Set(numbers).size === numbers.length, {
    error: 'The same number stands there twice.',
  }),
);

const orNone = (max: number) => z._default(z.nullable(textLine(max)), null);

/** A letter of authorization: whose name stands under it, the day that it bears, and the name of its file (POR-3). */
const letter = z.strictObject({ name: textLine(200), date: calendarDate, file: orNone(200) });

/** What was submitted with a request; a PIN is stored for the comparison and never shown (POR-3). */
const submitted = z.strictObject({
  name: orNone(200),
  address: orNone(500),
  zip: orNone(20),
  accountNumber: orNone(64),
  pin: orNone(64),
  authorizedPerson: orNone(200),
  /** None where the carrier sent none along. */
  loa: z._default(z.nullable(letter), null),
});

/** A reason of the carrier's own list for this very request (POR-5). */
const carriersReason = z.strictObject({
  code: textLine(64),
  label: z.optional(textLine(200)),
  needs: z._default(
    z
      .array(z.enum(['field', 'value', 'numbers', 'evidence', 'reference', 'date', 'text']))
      .check(z.maxLength(7)),
    [],
  ),
  fault: z._default(textLine(64), 'winning-carrier'),
  source: z._default(textLine(200), 'carrier'),
  isNotForSimplePorts: z.optional(z.boolean()),
});

/** A request as the carrier's feed or the provider's staff records it (POR-1, POR-3). */
export const portOutInputSchema = z.strictObject({
  account: accountId,
  /** The carrier's own number of it; two carriers can have the same. */
  request: textLine(64),
  /** When the provider received it; now unless given, and not in the future. */
  receivedAt: z.optional(instant),
  /** A port is not simple unless told otherwise (POR-9). */
  portType: z._default(z.enum(portTypes), 'non-simple'),
  /** The request's own time zone; the account's counts unless given (POR-9). */
  timeZone: z._default(z.nullable(timeZoneName), null),
  requestedFocDate: calendarDate,
  winningCarrier: orNone(200),
  submitted: z.prefault(submitted, {}),
  numbers: e164List,
  /** The reasons that the carrier names for this request; the built-in ones unless given (POR-5). */
  reasons: z._default(z.nullable(z.array(carriersReason).check(z.maxLength(100))), null),
  /** Clock hours after which silence authorizes; `null`: never; the policy's unless given (POR-9). */
  silenceHours: z.optional(z.nullable(z.number().check(z.gt(0), z.lte(1000)))),
  /** A status of the carrier's that the kit does not know is kept and shown as it is (POR-6). */
  status: z._default(textLine(40), 'pending'),
});

export type PortOutInput = z.input<typeof portOutInputSchema>;

/** The same once it is read, what was left out filled in. */
export type ReadPortOut = z.output<typeof portOutInputSchema>;

/** An acceptance: the date that is agreed to, the requested one unless given (POR-4). */
export const portOutAcceptanceSchema = z.strictObject({ focDate: z.optional(calendarDate) });

/** What the provider finds of a rejection; that it is not valid says why (POR-5). */
export const portOutVerdictSchema = z
  .strictObject({ valid: z.boolean(), note: z.optional(textLine(1000)) })
  .check(
    z.refine(({ valid, note }) => valid || note !== undefined, {
      path: ['note'],
      error: 'A reason that is found invalid needs a note that says why.',
    }),
  );

/** The winning carrier takes a request back, whole or some numbers of it (POR-6). */
export const portOutCancellationSchema = z.strictObject({
  note: z.optional(textLine(1000)),
  /** None means all that are not final yet. */
  numbers: z.optional(e164List),
});

/** The losing side confirms that a number is ported; on which day, today unless given (POR-6). */
export const portedNumberSchema = z.strictObject({ portedOn: z.optional(calendarDate) });

/** A note that only one's own side reads: the account's people, or the provider's. */
export const portOutNoteInputSchema = z.strictObject({ text: textLine(2000) });

/** What a charge should have been, and why (POR-8). */
export const chargeCorrectionInputSchema = z.strictObject({ amount: moneySchema, note: textLine(500) });

/** What is on file of an account, which a request is held against (POR-5). */
export const serviceRecordInputSchema = z.strictObject({
  name: orNone(200),
  address: orNone(500),
  zip: orNone(20),
  accountNumber: orNone(64),
  pin: orNone(64),
});

export type ServiceRecordInput = z.input<typeof serviceRecordInputSchema>;

/** Which request is meant, by our id. */
export const portOutParams = z.strictObject({ id: identifier(64) });

/** Which number of a request is meant. */
export const portOutNumberParams = z.strictObject({ id: identifier(64), tn: e164 });

/** Which line of the charges is meant. */
export const chargeParams = z.strictObject({ id: identifier(64) });
