import {
  type PortOutDoer,
  type PortOutNumbersProblem,
  type PortOutTransitionProblem,
  type Rejection,
  canAnswer,
  confirmedWarnings,
  fallbackFocDate,
  focDateProblem,
  leavingProblem,
  leavingProblemTexts,
  offeredReasons,
  pinProblems,
  portDueAfterReview,
  portDueBy,
  portOutAfter,
  portOutClocks,
  portOutSide,
  rejectionProblemTexts,
  rejectionProblems,
  unknownStatusText,
} from '@numberdesk/core/portouts';
import { calendarDateAt, toInstant } from '@numberdesk/core/time';
import { isInScope, permissions } from '@numberdesk/core/access';
import { type PortOutRecord, portOutZone } from './portout-book.ts';
import { withMails } from './portout-mails.ts';
import { openMonth } from './portout-months.ts';
import { Refusal, invalid } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** An act on a request: what there is, whose doing it is, and when. */
export interface PortOutAct {
  tenant: Tenant;
  record: PortOutRecord;
  doer: PortOutDoer;
  now: number;
  /** What is shown with a refusal. */
  current: unknown;
}

/** Accepts a request for a date (POR-4). @throws Refusal `already-decided`, `transition-not-allowed`, `invalid`. */
export function acceptPortOut(act: PortOutAct, focDate?: string): PortOutRecord {
  requireOpen(act);
  const { record, now } = act;
  const date = focDate ?? record.facts.requestedFocDate;
  const problem = focDateProblem(date, now, zoneOf(act));
  if (problem) {
    const detail = `The numbers cannot leave on ${date}: name ${problem.today} or a later date.`;
    throw invalid([{ path: '/focDate', code: problem.code, detail }]);
  }
  const { portDueAt } = record.facts;
  const due = portDueAt && portDueBy(portDueAt, date, zoneOf(act));
  return move(act, 'accept', { focDate: date, portDueAt: due });
}

/** Rejects a request (POR-5). @throws Refusal, also `invalid` and `confirmation-needed`. */
export function rejectPortOut(act: PortOutAct, rejection: Rejection): PortOutRecord {
  requireOpen(act);
  const { record, now } = act;
  const reasons = offeredReasons(record.reasons);
  const rejected = {
    portType: record.facts.portType,
    numbers: record.numbers.map(({ tn }) => tn),
    today: calendarDateAt(now, zoneOf(act)),
    pins: pinsOf(act),
  };
  const problems = rejectionProblems(rejection, reasons, rejected);
  if (problems.length > 0) {
    const isToConfirm = problems.every(({ confirm }) => confirm !== null);
    const errors = problems.map(({ path, code, confirm }) => ({
      path,
      code,
      detail: confirm
        ? `${rejectionProblemTexts[code]} It is confirmed by "${confirm}".`
        : rejectionProblemTexts[code],
    }));
    if (!isToConfirm) throw invalid(errors);
    throw new Refusal('confirmation-needed', 'This has to be confirmed.', { errors });
  }
  const { reason, details } = rejection;
  const confirmed = confirmedWarnings(rejection, reasons, rejected);
  const told = { reason, details: { ...details }, confirmed, at: toInstant(now), verdict: null };
  return move({ ...act, record: { ...record, rejections: [told, ...record.rejections] } }, 'reject', {});
}

/** Records what the provider finds of a rejection (POR-5). @throws Refusal `already-decided`, `transition-not-allowed`. */
export function judgeRejection(
  act: PortOutAct,
  { valid, note = null }: { valid: boolean; note?: string | null | undefined },
) {
  const { tenant, now } = act;
  const at = toInstant(now);
  const [latest, ...earlier] = act.record.rejections;
  if (latest?.verdict && act.record.facts.status !== 'rejection-in-review') {
    throw new Refusal('already-decided', 'The rejection has been judged already.', { current: act.current });
  }
  const rejections = latest ? [{ ...latest, verdict: { valid, note, at } }, ...earlier] : [];
  const policy = tenant.policy.portouts;
  const record = { ...act.record, rejections };
  const judged = move({ ...act, record }, valid ? 'find-valid' : 'find-invalid', {}, note);
  const { status } = judged.facts;
  requireNoPin(act, [['/note', note ?? undefined]]);
  const { facts, timeZone, silenceHours } = judged;
  const clocked = { ...facts, timeZone, silenceHours };
  const calendar = { timeZone: zoneOf(act), holidays: tenant.policy.holidays };
  if (status === 'authorized') {
    facts.focDate = fallbackFocDate(facts.requestedFocDate, now, zoneOf(act));
    facts.portDueAt = portDueAfterReview(clocked, now, calendar, policy);
  }
  // Sent back, a new clock starts (POR-9).
  if (status === 'pending')
    Object.assign(facts, portOutClocks({ ...clocked, sentBackAt: at }, calendar, policy));
  return judged;
}

/** The winning carrier takes a request back, or some of its numbers (POR-6). @throws Refusal. */
export function cancelPortOut(
  act: PortOutAct,
  { numbers, note }: { numbers?: string[] | undefined; note?: string | undefined },
) {
  const canceled = move(act, 'cancel', {}, note ?? null, numbers);
  requireNoPin(act, [['/note', note]]);
  return canceled;
}

/** A number is ported: it leaves the inventory and is billed (POR-6, POR-7, POR-8). @throws Refusal. */
export function portNumber(act: PortOutAct, tn: string, portedOn?: string): PortOutRecord {
  const { tenant, now } = act;
  const today = calendarDateAt(now, zoneOf(act));
  const day = portedOn ?? today;
  const ported = move(act, 'port', {}, null, [tn]);
  if (day > today) {
    const detail = `A number cannot have been ported on a day to come: today is ${today}.`;
    throw invalid([{ path: '/portedOn', code: 'date-in-future', detail }]);
  }
  const found = tenant.numbers.find(tn);
  const isHeld = found && isInScope(ported.facts.account, tenant.accounts.pathOf(found.account));
  const held = isHeld ? found : undefined;
  requireThere(act, tn, held !== undefined);
  for (const number of ported.numbers) if (number.tn === tn) number.portedOn = day;
  if (held) {
    tenant.numbers.remove(held.id);
    tenant.numbers.tell(held.account, { removed: [held] });
  }
  const { charges } = tenant.portouts;
  const { account, id } = ported.facts;
  charges.push({
    id: `charge-${charges.length + 1}`,
    account,
    month: openMonth(tenant, account, now),
    kind: 'port-out',
    tn,
    portout: id,
    amount: { ...tenant.policy.portouts.fee },
    at: toInstant(now),
  });
  return ported;
}

const pinsOf = ({ tenant, record }: Pick<PortOutAct, 'tenant' | 'record'>) => [
  record.submitted.pin,
  tenant.portouts.onFile.get(record.facts.account)?.pin,
];

/** What somebody writes about a request holds no PIN (POR-3). @throws Refusal `invalid`. */
export function requireNoPin(
  about: Pick<PortOutAct, 'tenant' | 'record'>,
  texts: Parameters<typeof pinProblems>[0],
): void {
  const problems = pinProblems(texts, pinsOf(about));
  if (problems.length > 0) throw invalid(problems);
}

/** The time zone that counts for a request: its own, else the account's (POR-9). */
export function zoneOf({ tenant, record }: Pick<PortOutAct, 'tenant' | 'record'>): string {
  return portOutZone(tenant.accounts, record);
}

/** A number leaves once, unless it has come back (POR-7, POR-8). @throws Refusal `transition-not-allowed`. */
function requireThere({ tenant, record }: PortOutAct, tn: string, isHeld: boolean): void {
  const others = tenant.portouts.all().filter(({ facts }) => facts.id !== record.facts.id);
  const left = others.flatMap(({ numbers }) => numbers).filter(({ status }) => status === 'ported-out');
  const problem = leavingProblem({ hasLeft: left.some((number) => number.tn === tn), isHeld });
  if (!problem) return;
  const detail = leavingProblemTexts[problem.code];
  const errors = [{ path: '/tn', code: problem.code, detail }];
  throw new Refusal('transition-not-allowed', detail, { errors });
}

function requireOpen({ record, now, current }: PortOutAct): void {
  // Whether the caller may is known by now.
  const problem = canAnswer(record.facts, { permissions }, now);
  if (!problem || problem.code === 'forbidden') return;
  const detail =
    unknownStatusText(problem.status) ?? `It is ${problem.status} and can no longer be answered.`;
  throw new Refusal(problem.code, detail, { current });
}

function move(
  { tenant, record, doer, now, current }: PortOutAct,
  event: string,
  change: { focDate?: string; portDueAt?: string | null },
  note: string | null = null,
  only?: string[],
): PortOutRecord {
  const { facts } = record;
  const policy = tenant.policy.portouts;
  const after = portOutAfter({ status: facts.status, numbers: record.numbers }, event, { policy, only });
  if ('code' in after) throw refusalOf(after, { event, current, only });
  const { status, numbers } = after;
  const booked = {
    at: toInstant(now),
    kind: event,
    from: facts.status,
    to: status,
    doer,
    answerDueAt: facts.answerDueAt,
    ...(note === null ? {} : { note }),
    ...(only ? { numbers: only } : {}),
  };
  const history = [booked, ...record.history];
  const moved = {
    ...record,
    numbers: numbers.map((number) => ({ ...number })),
    facts: { ...facts, ...change, status },
    history,
  };
  const lettered = { event, from: facts.status, to: status, side: portOutSide(doer) };
  return withMails(moved, lettered, { accounts: tenant.accounts, now });
}

/** Where an act leads: it has been done already where a request, or a number of it, is there. */
const decidedBy: Record<string, string> = { cancel: 'canceled', port: 'ported-out' };

function refusalOf(
  problem: PortOutTransitionProblem | PortOutNumbersProblem,
  { event, current, only = [] }: { event: string; current: unknown; only?: string[] | undefined },
): Refusal {
  if (problem.code === 'transition-not-allowed' || problem.code === 'number-not-pending') {
    const is = problem.code === 'number-not-pending' ? problem.status : problem.from;
    const code = decidedBy[event] === is ? 'already-decided' : 'transition-not-allowed';
    const from = 'from' in problem ? problem.from : 'pending';
    const detail = unknownStatusText(from) ?? `What is ${is} cannot ${event}.`;
    return new Refusal(code, detail, { current });
  }
  if (problem.code === 'numbers-needed')
    return invalid([{ path: '/numbers', code: problem.code, detail: 'Name at least one number.' }]);
  const detail = `${problem.number} is not in this request.`;
  if (event === 'port') return new Refusal('not-found', detail);
  return invalid([{ path: `/numbers/${only.indexOf(problem.number)}`, code: problem.code, detail }]);
}
