import {
  type PortOutDetail,
  type Rejection,
  type RejectionDetail,
  type RejectionDetails,
  type RejectionProblem,
  type RejectionReason,
  portOutSearch,
  rejectionProblems,
} from '@numberdesk/core/portouts';
import type { CalendarDate } from '@numberdesk/core/time';

/** What somebody has entered so far: kept as it was typed, also what another reason would need. */
export interface RejectDraft {
  reason: string;
  field: string;
  /** By the reason that it was entered for: each compares something else. */
  values: Readonly<Record<string, string>>;
  /** Numbers of the request that were ticked. */
  picked: ReadonlySet<string>;
  /** Numbers that were typed, one a line. */
  typed: string;
  evidenceDate: string;
  evidenceText: string;
  reference: string;
  date: string;
  text: string;
  confirmed: ReadonlySet<string>;
}

/** Nothing entered yet. */
export const emptyDraft: RejectDraft = {
  reason: '',
  field: '',
  values: {},
  picked: new Set(),
  typed: '',
  evidenceDate: '',
  evidenceText: '',
  reference: '',
  date: '',
  text: '',
  confirmed: new Set(),
};

/** Fields of a request that a reason is about, by its code. */
const reasonFields: Readonly<Record<string, 'accountNumber' | 'pin' | 'zip' | 'name' | 'address'>> = {
  'account-number-mismatch': 'accountNumber',
  'pin-mismatch': 'pin',
  'zip-mismatch': 'zip',
  'name-mismatch': 'name',
  'address-mismatch': 'address',
};

/** Reasons about numbers of the request itself, which can be ticked. */
const ownNumbers: readonly string[] = ['number-not-on-account', 'number-inactive', 'number-already-ported'];

/** So many numbers are ticked; of more, those that are meant are typed. */
const tickedAtMost = 24;

/** The reasons that a mismatch of the request speaks for, before all others (POR-5). */
export function suggestedReasons({ reasons, matches }: PortOutDetail): string[] {
  const codes = reasons.map(({ code }) => code);
  return codes.filter((code) => {
    const field = Object.hasOwn(reasonFields, code) ? reasonFields[code] : undefined;
    return field !== undefined && matches[field] === 'mismatch';
  });
}

/** Whether the numbers of a reason are ticked in the request's own list. */
export const areTicked = (reason: string, { numbers }: PortOutDetail): boolean =>
  ownNumbers.includes(reason) && numbers.length <= tickedAtMost;

/** What differs, unless something else was entered: what was submitted. A PIN is never told. */
export function valueOf({ reason, values }: RejectDraft, { submitted }: PortOutDetail): string {
  const field = Object.hasOwn(reasonFields, reason) ? reasonFields[reason] : undefined;
  return values[reason] ?? (field && field !== 'pin' ? (submitted[field] ?? '') : '');
}

const line = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Typed numbers, however they are formatted, as they are sent; what is none stays as it is. */
function typedNumbers(text: string): string[] {
  const lines = text.split(/[\n,;]/).map(line);
  return [...new Set(lines.filter(Boolean))].map(
    (typed) => portOutSearch(typed).number ?? typed.replace(/[\s().-]/g, ''),
  );
}

/** The reason that was chosen; `undefined` before. */
export const chosenReason = (
  { reason }: RejectDraft,
  { reasons }: PortOutDetail,
): RejectionReason | undefined => reasons.find(({ code }) => code === reason) as RejectionReason | undefined;

/** The rejection that a draft comes to: only the details that its reason needs. */
export function rejectionOf(draft: RejectDraft, detail: PortOutDetail): Rejection {
  const numbers = areTicked(draft.reason, detail)
    ? detail.numbers.map(({ tn }) => tn).filter((tn) => draft.picked.has(tn))
    : typedNumbers(draft.typed);
  const evidence = { date: draft.evidenceDate, text: line(draft.evidenceText) };
  const all: Record<RejectionDetail, unknown> = {
    field: draft.field,
    value: line(valueOf(draft, detail)),
    numbers: numbers.length > 0 ? numbers : undefined,
    evidence: evidence.date || evidence.text ? evidence : undefined,
    reference: line(draft.reference),
    date: draft.date,
    text: line(draft.text),
  };
  const needs = chosenReason(draft, detail)?.needs ?? [];
  const told = needs.flatMap((need) => (all[need] ? [[need, all[need]] as const] : []));
  const details = Object.fromEntries(told) as RejectionDetails;
  return {
    reason: draft.reason,
    details,
    ...(draft.confirmed.size > 0 ? { confirm: [...draft.confirmed] } : {}),
  };
}

/** What stands against a draft, and what is to be confirmed, whether or not it has been (POR-5). */
export function draftProblems(
  draft: RejectDraft,
  detail: PortOutDetail,
  today: CalendarDate,
): { wrong: RejectionProblem[]; asked: RejectionProblem[] } {
  const { confirm: _, ...rejection } = rejectionOf(draft, detail);
  const problems = rejectionProblems(rejection, detail.reasons as readonly RejectionReason[], {
    portType: detail.portType,
    numbers: detail.numbers.map(({ tn }) => tn),
    today,
  });
  return {
    wrong: problems.filter(({ confirm }) => confirm === null),
    asked: problems.filter(({ confirm }) => confirm !== null),
  };
}
