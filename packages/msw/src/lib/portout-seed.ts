import {
  type PortOutClocks,
  type RejectionReason,
  type ReadPortOut,
  portOutClocks,
} from '@numberdesk/core/portouts';
import { type BusinessCalendar, type InstantLike, calendarDateAt, toInstant } from '@numberdesk/core/time';
import type { PortOutPolicy } from '@numberdesk/core/access';
import type { OnFile, PortOutRecord } from './portout-book.ts';

/** A port-out request as a test writes it down: nothing is needed. */
export interface PortOutSeed extends Partial<PortOutClocks> {
  request?: string;
  /** The first account unless given. */
  account?: string;
  /** `pending` unless given. */
  status?: string;
  /** An hour ago unless given. */
  receivedAt?: InstantLike;
  portType?: string;
  timeZone?: string | null;
  /** In four days unless given. */
  requestedFocDate?: string;
  focDate?: string | null;
  winningCarrier?: string | null;
  silenceHours?: number | null;
  submitted?: Partial<PortOutRecord['submitted']>;
  /** One number unless given; with a status of its own, or without. */
  numbers?: readonly (string | { tn: string; status: string; portedOn?: string | null })[];
  reasons?: readonly RejectionReason[] | null;
  rejections?: PortOutRecord['rejections'];
  history?: PortOutRecord['history'];
  notes?: PortOutRecord['notes'];
}

const millisPerHour = 3_600_000;
const desk = { account: null, name: 'Desk' };

/** What a mock shows that is given none: one in each status. */
export const samplePortOuts: readonly PortOutSeed[] = [
  { request: 'PO_624719', winningCarrier: 'Northwind Mobile', numbers: ['+19735552001', '+19735552002'] },
  { request: 'PO_624702', status: 'authorized', winningCarrier: 'Contoso Voice', numbers: ['+19735552003'] },
  {
    request: 'PO_624655',
    status: 'rejection-in-review',
    winningCarrier: 'Fabrikam Tel',
    numbers: ['+19735552004'],
    rejections: [
      {
        reason: 'account-number-mismatch',
        details: { value: '4417' },
        at: '2026-01-05T15:00:00.000Z',
        verdict: null,
      },
    ],
  },
  { request: 'PO_624580', status: 'rejected', numbers: [{ tn: '+19735552005', status: 'canceled' }] },
  {
    request: 'PO_624511',
    status: 'ported-out',
    winningCarrier: 'Northwind Mobile',
    numbers: [{ tn: '+19735552006', status: 'ported-out' }],
  },
  { request: 'PO_624498', status: 'canceled', numbers: [{ tn: '+19735552007', status: 'canceled' }] },
];

/** What is on file of the first account, unless a test says otherwise. */
export const sampleOnFile: OnFile = {
  name: 'Acme Incorporated',
  address: '12 Main Street, Newark, NJ',
  zip: '07102',
  accountNumber: '4471-88',
  pin: '2580',
};

type Ground = {
  id: string;
  account: string;
  calendar: BusinessCalendar;
  policy: PortOutPolicy;
  now: number;
  newNumber: () => string;
};

/** A request from what a test has written down. */
export function growPortOut(
  seed: PortOutSeed,
  { id, account, calendar, policy, now, newNumber }: Ground,
): PortOutRecord {
  const receivedAt = toInstant(seed.receivedAt ?? now - millisPerHour);
  const {
    status = 'pending',
    portType = 'non-simple',
    timeZone = null,
    silenceHours = policy.silenceHours,
  } = seed;
  const requestedFocDate =
    seed.requestedFocDate ?? calendarDateAt(now + 96 * millisPerHour, calendar.timeZone);
  const isAgreed = status === 'authorized' || status === 'ported-out';
  const given = seed.numbers ?? [newNumber()];
  const numbers = given.map((number) =>
    typeof number === 'string'
      ? { tn: number, status: 'pending', portedOn: null }
      : { portedOn: null, ...number },
  );
  // A date that has been agreed to counts as one that is asked for.
  const latest = [requestedFocDate, seed.focDate ?? ''].sort().at(-1);
  const clocked = { receivedAt, portType, requestedFocDate: latest, timeZone, silenceHours };
  const clocks = portOutClocks(clocked, calendar, policy);
  const {
    answerDueAt = clocks.answerDueAt,
    portDueAt = clocks.portDueAt,
    silenceAt = clocks.silenceAt,
  } = seed;
  return {
    facts: {
      id,
      request: seed.request ?? `PO_${id}`,
      account: seed.account ?? account,
      status,
      receivedAt,
      portType,
      requestedFocDate,
      focDate: seed.focDate ?? (isAgreed ? requestedFocDate : null),
      winningCarrier: seed.winningCarrier ?? null,
      quantity: numbers.length,
      version: 0,
      answerDueAt,
      portDueAt,
      silenceAt,
    },
    timeZone,
    silenceHours,
    submitted: { ...sampleSubmitted, ...seed.submitted } as PortOutRecord['submitted'],
    numbers,
    reasons: seed.reasons ?? null,
    rejections: seed.rejections ?? [],
    history: seed.history ?? [{ at: receivedAt, kind: 'received', to: 'pending', doer: desk }],
    notes: seed.notes ?? [],
    mails: [],
  };
}

const sampleSubmitted = {
  name: 'ACME Inc.',
  address: '12 Main St., Newark NJ',
  zip: '07102-1234',
  accountNumber: '447188',
  pin: '2580',
  authorizedPerson: 'Ada Byron',
  loa: { name: 'Ada Byron', date: '2026-01-02', file: 'loa-acme.pdf' },
};

/** The request that the operation records. */
export function recordedPortOut(input: ReadPortOut, ground: Omit<Ground, 'newNumber'>): PortOutRecord {
  const { receivedAt = ground.now, silenceHours = ground.policy.silenceHours, ...rest } = input;
  const record = growPortOut(
    { ...rest, receivedAt, silenceHours, reasons: input.reasons as readonly RejectionReason[] | null },
    { ...ground, newNumber: () => '' },
  );
  return { ...record, submitted: input.submitted as PortOutRecord['submitted'] };
}
