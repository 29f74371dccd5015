import type { CalendarDate } from '../time/calendar-date.ts';
import { neverValidGrounds } from './never-valid-grounds.ts';
import type { NeverValidGround } from './never-valid-phrases.ts';
import { holdsPinText, pinProblems } from './pin-in-text.ts';
import {
  type RejectionDetail,
  type RejectionDetails,
  freeTexts,
  missingDetails,
} from './rejection-details.ts';
import type { RejectionReason } from './rejection-reasons.ts';

/** What stands against a rejection, in English, for whoever reads a problem's `detail` (POR-5). */
export const rejectionProblemTexts = {
  'reason-unknown': 'This reason is not on the list of reasons for this request.',
  'detail-missing': 'This reason needs a detail that is missing or says nothing.',
  'date-in-future': 'The customer’s word cannot be dated in the future.',
  'holds-pin': holdsPinText,
  'pin-told': 'A PIN is never told, not even a wrong one: leave the value out.',
  'number-not-in-request': 'This number is not in the request.',
  'number-in-request': 'This number is in the request already, so it is not missing from it.',
  'never-valid': 'This is never a valid reason to keep a number.',
  'never-valid-ground':
    'This reads like a ground that is never valid. If it is not what is meant, confirm it.',
  'not-for-simple-port':
    'A name or an address is no ground to reject a simple port. If it is to be sent, confirm it.',
} as const;

export type RejectionProblemCode = keyof typeof rejectionProblemTexts;

/** One thing that stands against a rejection; `path` is a JSON Pointer into the rejection. */
export interface RejectionProblem {
  path: string;
  code: RejectionProblemCode;
  /** What to confirm so that it no longer stands against it; `null` where nothing helps but a change. */
  confirm: NeverValidGround | 'not-for-simple-port' | null;
  detail?: RejectionDetail;
  ground?: NeverValidGround;
  number?: string;
}

/** A rejection as somebody is about to send it. */
export interface Rejection {
  reason: string;
  details: RejectionDetails;
  /** What the sender was asked once more, and confirmed: the `confirm` of problems shown before. */
  confirm?: readonly string[] | undefined;
}

/** What of the request a rejection is held against; what is not known is not asked about. */
export interface RejectedPortOut {
  portType?: string | null | undefined;
  /** The numbers of the request, in E.164. */
  numbers?: readonly string[] | undefined;
  /** Today, by the account's calendar. */
  today?: CalendarDate | undefined;
  /** The PIN that was submitted and the one on file, which no text may hold; only a server knows them. */
  pins?: readonly (string | null | undefined)[] | undefined;
}

/**
 * All that stands against a rejection; none means that it can be sent. Free text that amounts to a ground which is never
 * valid stops the reason `other`; with any other reason it is asked about once more, as is the name or address as a
 * reason to reject a simple port (POR-5).
 */
export function rejectionProblems(
  rejection: Rejection,
  reasons: readonly RejectionReason[],
  portout: RejectedPortOut = {},
): RejectionProblem[] {
  const { confirm: confirmed = [] } = rejection;
  return allProblems(rejection, reasons, portout).filter(
    ({ confirm }) => confirm === null || !confirmed.includes(confirm),
  );
}

/** What its sender had to be asked about once more and confirmed, each once; what nobody asked about is none (POR-5). */
export function confirmedWarnings(
  rejection: Rejection,
  reasons: readonly RejectionReason[],
  portout: RejectedPortOut = {},
): string[] {
  const asked = allProblems(rejection, reasons, portout).map(({ confirm }) => confirm);
  return [...new Set(rejection.confirm)].filter((code) => asked.some((each) => each === code));
}

function allProblems(
  rejection: Rejection,
  reasons: readonly RejectionReason[],
  portout: RejectedPortOut,
): RejectionProblem[] {
  const { details } = rejection;
  const reason = reasons.find(({ code }) => code === rejection.reason);
  if (!reason) return [{ path: '/reason', code: 'reason-unknown', confirm: null }];
  const missing = missingDetails(reason.needs, details);
  return [
    ...missing.map((detail) => ({
      path: `/details/${detail}`,
      code: 'detail-missing' as const,
      confirm: null,
      detail,
    })),
    ...dateProblems(details, portout),
    ...toldPinProblems(reason, details),
    ...heldPinProblems(rejection, portout),
    ...(missing.includes('numbers') ? [] : numberProblems(reason, details, portout)),
    ...simplePortProblems(reason, portout),
    ...groundProblems(reason, details),
  ];
}

function dateProblems({ evidence }: RejectionDetails, { today }: RejectedPortOut): RejectionProblem[] {
  if (!evidence || today === undefined || !(evidence.date > today)) return [];
  return [{ path: '/details/evidence/date', code: 'date-in-future', confirm: null, detail: 'evidence' }];
}

/** Whether the numbers told with a reason stand in the request; what a carrier's own reasons mean is not known. */
const areRequested: Record<string, boolean> = {
  'number-not-on-account': true,
  'number-inactive': true,
  'number-already-ported': true,
  'numbers-incomplete': false,
};

function numberProblems(
  { code: reason }: RejectionReason,
  { numbers = [] }: RejectionDetails,
  { numbers: requested }: RejectedPortOut,
): RejectionProblem[] {
  if (!requested || !Object.hasOwn(areRequested, reason)) return [];
  const code = areRequested[reason] ? 'number-not-in-request' : 'number-in-request';
  return numbers.flatMap((number, index) => {
    if (requested.includes(number) === areRequested[reason]) return [];
    return [{ path: `/details/numbers/${index}`, code, confirm: null, detail: 'numbers' as const, number }];
  });
}

function heldPinProblems(
  { details, confirm = [] }: Rejection,
  { pins = [] }: RejectedPortOut,
): RejectionProblem[] {
  const confirmed = confirm.map((text, index) => [`/confirm/${index}`, text] as const);
  const problems = pinProblems([...freeTexts(details), ...confirmed], pins);
  return problems.map(({ path, code }) => ({ path, code, confirm: null }));
}

function toldPinProblems({ code }: RejectionReason, { field, value }: RejectionDetails): RejectionProblem[] {
  if (value === undefined || (code !== 'pin-mismatch' && field?.toLowerCase() !== 'pin')) return [];
  return [{ path: '/details/value', code: 'pin-told', confirm: null, detail: 'value' }];
}

function simplePortProblems(reason: RejectionReason, { portType }: RejectedPortOut): RejectionProblem[] {
  if (!reason.isNotForSimplePorts || portType !== 'simple') return [];
  return [{ path: '/reason', code: 'not-for-simple-port', confirm: 'not-for-simple-port' }];
}

function groundProblems(reason: RejectionReason, details: RejectionDetails): RejectionProblem[] {
  const isStopped = reason.code === 'other';
  const first = new Map<NeverValidGround, string>();
  for (const [path, text] of freeTexts(details)) {
    for (const ground of neverValidGrounds(text)) if (!first.has(ground)) first.set(ground, path);
  }
  return [...first].map(([ground, path]) => ({
    path,
    code: isStopped ? 'never-valid' : 'never-valid-ground',
    confirm: isStopped ? null : ground,
    ground,
  }));
}
