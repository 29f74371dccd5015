import {
  type AnswerProblem,
  type PortOutClocks,
  type PortOutDetail,
  type RejectionProblem,
  type acceptPortOut,
  canAnswer,
  confirmedWarnings,
  fallbackFocDate,
  focDateProblem,
  nextPortOutStatus,
  offeredReasons,
  portOutAfter,
  portDueAfterReview,
  portDueBy,
  portOutClocks,
  rejectionProblemTexts,
  rejectionProblems,
  unknownStatusText,
  type judgeRejection,
  type rejectPortOut,
} from '@numberdesk/core/portouts';
import { type Policy, permissions } from '@numberdesk/core/access';
import { calendarDateAt } from '@numberdesk/core/time';
import { tenantStore } from '../access/tenant.store.ts';
import { Refusal, invalid } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { tellLeaving } from '../numbers/number-change.ts';
import { type Changing, changed, holdPortOut } from './portout-changing.ts';
import { portOutDetail } from './portout-detail.ts';
import { pinsOf, requireNoPin } from './portout-pin.ts';
import { portOutRejectionStore } from './portout-rejection.store.ts';
import { type StoredPortOut, zoneOf } from './portout-rows.store.ts';
import { portOutStore } from './portout.store.ts';

/**
 * Accepts a request for a date, the requested one unless given (POR-4).
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `transition-not-allowed`, `invalid`.
 */
export async function accept(request: HandlerRequest<typeof acceptPortOut>): Promise<PortOutDetail> {
  const { params, body, now } = request;
  const known = await answerable(request, params.id);
  const { focDate = known.facts.requestedFocDate } = body;
  const problem = focDateProblem(focDate, now, zoneOf(known));
  if (problem) {
    const detail = `The numbers cannot leave on ${focDate}: name ${problem.today} or a later date.`;
    throw invalid([{ path: '/focDate', code: problem.code, detail }]);
  }
  const { portDueAt } = known.facts;
  const clocks = { portDueAt: portDueAt && portDueBy(portDueAt, focDate, zoneOf(known)) };
  return changed(request, known, {
    event: 'accept',
    action: 'portout.accepted',
    change: { status: nextStatus(known, 'accept'), focDate, clocks },
  });
}

/**
 * Rejects a request for a valid reason (POR-5).
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `transition-not-allowed`, `invalid`, `confirmation-needed`.
 */
export async function reject(request: HandlerRequest<typeof rejectPortOut>): Promise<PortOutDetail> {
  const { tx, params, body, now } = request;
  const known = await answerable(request, params.id);
  const { portType } = known.facts;
  const numbers = (await portOutStore(tx).numbers(params.id)).map(({ tn }) => tn);
  const pins = await pinsOf(tx, known);
  const today = calendarDateAt(now, zoneOf(known));
  const [reasons, rejected] = [offeredReasons(known.reasons), { portType, numbers, today, pins }];
  requireValid(rejectionProblems(body, reasons, rejected));
  const { reason, details } = body;
  const confirmed = confirmedWarnings(body, reasons, rejected);
  await portOutRejectionStore(tx).insert({ portout: params.id, reason, details, confirmed, at: now });
  return changed(request, known, {
    event: 'reject',
    action: 'portout.rejected',
    change: { status: nextStatus(known, 'reject') },
    more: { rejection: { reason, details, confirmed } },
  });
}

/**
 * Writes down what the provider finds of a rejection: valid, it ends the request; invalid, the port goes on, or the
 * request is to be answered anew, as the policy says (POR-5).
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `transition-not-allowed`, `invalid`.
 */
export async function judge(request: HandlerRequest<typeof judgeRejection>): Promise<PortOutDetail> {
  const { tx, params, body, now } = request;
  const known = await holdPortOut(request, params.id);
  const { policy } = await tenantStore(tx).get();
  const { valid, note } = body;
  const event = valid ? 'find-valid' : 'find-invalid';
  const numbers = await portOutStore(tx).numbers(params.id);
  const after = portOutAfter({ status: known.facts.status, numbers }, event, { policy: policy.portouts });
  if ('code' in after) throw await notInReview(request, known, valid);
  await requireNoPin(tx, known, [['/note', note]]);
  await portOutRejectionStore(tx).judge(params.id, { valid, note: note ?? null, at: now });
  const ended = after.numbers.filter(({ status }, index) => status !== numbers[index]?.status);
  const canceled = { numbers: ended.map(({ tn }) => tn), status: 'canceled' as const };
  await portOutStore(tx).changeNumbers(params.id, canceled);
  await tellLeaving(request, canceled.numbers, known.accountId);
  const { status } = after;
  const { requestedFocDate, focDate: agreed } = known.facts;
  const focDate = status === 'authorized' ? fallbackFocDate(requestedFocDate, now, zoneOf(known)) : agreed;
  return changed(request, known, {
    event,
    action: 'portout.judged',
    change: { status, focDate, clocks: clocksAfter(known, { status, policy, now }) },
    note,
    more: { valid },
  });
}

/** A request that waits for its answer. @throws Refusal. */
async function answerable(request: Changing, id: string): Promise<StoredPortOut> {
  const known = await holdPortOut(request, id);
  // That the caller may answer has been looked at already; a secret key may do everything.
  const problem = canAnswer(known.facts, { permissions }, request.now);
  if (problem) throw await notAnswerable(request, known, problem);
  return known;
}

async function notAnswerable(
  { tx, caller, now }: Changing,
  known: StoredPortOut,
  { code }: AnswerProblem,
): Promise<Refusal> {
  const current = await portOutDetail(tx, known, { caller, now });
  const { status } = current;
  const detail =
    code === 'already-decided'
      ? `The request has been decided already: it is ${status}.`
      : (unknownStatusText(status) ?? `A request that is ${status} cannot be answered.`);
  return new Refusal(code === 'already-decided' ? code : 'transition-not-allowed', detail, { current });
}

async function notInReview(
  { tx, caller, now }: Changing,
  known: StoredPortOut,
  valid: boolean,
): Promise<Refusal> {
  const current = await portOutDetail(tx, known, { caller, now });
  const {
    rejections: [last],
    status,
  } = current;
  if (last?.verdict) {
    return new Refusal(
      'already-decided',
      `The rejection has been judged already: the request is ${status}.`,
      {
        current,
      },
    );
  }
  const detail =
    unknownStatusText(status) ??
    `There is no rejection to find ${valid ? 'valid' : 'invalid'}: the request is ${status}.`;
  return new Refusal('transition-not-allowed', detail, { current });
}

/** What stands against a rejection is to be changed or, where that is enough, to be confirmed. @throws Refusal. */
function requireValid(problems: readonly RejectionProblem[]): void {
  if (problems.length === 0) return;
  const errors = problems.map(({ path, code, confirm }) => {
    const how = confirm === null ? '' : ` Send confirm: ["${confirm}"] along.`;
    return { path, code, detail: rejectionProblemTexts[code] + how };
  });
  if (problems.some(({ confirm }) => confirm === null)) throw invalid(errors);
  throw new Refusal('confirmation-needed', errors.map(({ detail }) => detail).join(' '), { errors });
}

/** Where an event leads that is known to be possible. */
function nextStatus({ facts: { status } }: StoredPortOut, event: 'accept' | 'reject'): string {
  const next = nextPortOutStatus(status, event);
  return typeof next === 'string' ? next : status;
}

/** The clocks that a verdict changes: those of a request that is to be answered anew, or of a port that goes on (POR-9). */
function clocksAfter(
  { facts, timeZone, accountTimeZone, silenceHours }: StoredPortOut,
  { status, policy: { portouts, holidays }, now }: { status: string; policy: Policy; now: number },
): Partial<PortOutClocks> {
  const calendar = { timeZone: accountTimeZone, holidays };
  const clocked = { ...facts, timeZone, silenceHours };
  if (status === 'pending') return portOutClocks({ ...clocked, sentBackAt: now }, calendar, portouts);
  if (status !== 'authorized') return {};
  return { portDueAt: portDueAfterReview(clocked, now, calendar, portouts) };
}
