import {
  type PortOutDetail,
  type cancelPortOut,
  type confirmPort,
  leavingProblem,
  leavingProblemTexts,
  portOutAfter,
  unknownStatusText,
} from '@numberdesk/core/portouts';
import { calendarDateAt } from '@numberdesk/core/time';
import { tenantStore } from '../access/tenant.store.ts';
import { Refusal, invalid, notFound } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { tellLeaving } from '../numbers/number-change.ts';
import { takeOut } from '../numbers/number-changing.ts';
import { type Changing, changed, holdPortOut } from './portout-changing.ts';
import { portOutChargeStore } from './portout-charge.store.ts';
import { portOutDetail } from './portout-detail.ts';
import { openMonth } from './portout-months.ts';
import { requireNoPin } from './portout-pin.ts';
import { type StoredPortOut, shownPortOut, zoneOf } from './portout-rows.store.ts';
import { type StoredPortOutNumber, portOutStore } from './portout.store.ts';

/**
 * Writes down that the winning carrier took a request back, whole or some numbers of it (POR-6).
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `transition-not-allowed`, `invalid`.
 */
export async function cancel(request: HandlerRequest<typeof cancelPortOut>): Promise<PortOutDetail> {
  const { tx, params, body, now } = request;
  const known = await holdPortOut(request, params.id);
  const numbers = await portOutStore(tx).numbers(params.id);
  const { status } = shownPortOut(known, now);
  const after = portOutAfter({ status, numbers }, 'cancel', { only: body.numbers });
  if ('code' in after && after.code === 'number-not-in-request') {
    const index = body.numbers?.indexOf(after.number) ?? 0;
    const detail = 'This number is not in the request.';
    throw invalid([{ path: `/numbers/${index}`, code: after.code, detail }]);
  }
  if ('code' in after) {
    const decided = 'status' in after ? after.status : status;
    throw await impossible(request, known, { verb: 'canceled', is: decided, sameAs: 'canceled' });
  }
  await requireNoPin(tx, known, [['/note', body.note]]);
  const gone = changedNumbers(numbers, after.numbers);
  await portOutStore(tx).changeNumbers(params.id, { numbers: gone, status: 'canceled' });
  await tellLeaving(request, gone, known.accountId);
  return changed(request, known, {
    event: 'cancel',
    action: 'portout.canceled',
    change: { status: after.status },
    note: body.note,
    numbers: gone.length < numbers.length ? gone : undefined,
  });
}

/**
 * Writes down that a number is ported: it leaves the inventory, and its charge is booked in the open month, all in the
 * same transaction (POR-6, POR-7, POR-8).
 *
 * @throws Refusal `not-found`, `stale`, `already-decided`, `transition-not-allowed`, `invalid`.
 */
export async function port(request: HandlerRequest<typeof confirmPort>): Promise<PortOutDetail> {
  const { tx, params, body, now } = request;
  const { id, tn } = params;
  const known = await holdPortOut(request, id);
  const numbers = await portOutStore(tx).numbers(id);
  const number = numbers.find((each) => each.tn === tn);
  if (!number) throw notFound('number in this port-out request');
  const { status } = shownPortOut(known, now);
  const after = portOutAfter({ status, numbers }, 'port', { only: [tn] });
  if ('code' in after) {
    const is = number.status === 'pending' ? status : number.status;
    throw await impossible(request, known, { verb: 'ported', is, sameAs: 'ported-out' });
  }
  const today = calendarDateAt(now, zoneOf(known));
  const { portedOn = today } = body;
  if (portedOn > today) {
    const detail = `A number cannot have been ported on a day to come: today is ${today}.`;
    throw invalid([{ path: '/portedOn', code: 'date-in-future', detail }]);
  }
  const hasLeft = await portOutStore(tx).hasLeft(tn, id);
  await portOutStore(tx).changeNumbers(id, { numbers: [tn], status: 'ported-out', portedOn });
  const isHeld = await takeOut(request, tn, known.accountId);
  const problem = leavingProblem({ hasLeft, isHeld });
  if (problem) throw cannotLeave(problem.code);
  const charge = await bookCharge(request, known, tn);
  return changed(request, known, {
    event: 'port',
    action: 'portout.ported',
    change: { status: after.status },
    numbers: [tn],
    more: { portedOn, charge },
  });
}

/** The number has left already: what has been written down so far of its port is not kept. */
function cannotLeave(code: keyof typeof leavingProblemTexts): Refusal {
  const detail = leavingProblemTexts[code];
  return new Refusal('transition-not-allowed', detail, { errors: [{ path: '/tn', code, detail }] });
}

/** Books what a number costs in the open month (POR-8). */
async function bookCharge({ tx, now }: Changing, known: StoredPortOut, tn: string) {
  const { fee: amount } = (await tenantStore(tx).get()).policy.portouts;
  const { accountId, chain } = known;
  const month = await openMonth({ tx, now }, accountId);
  const line = { kind: 'port-out', month, tn, portout: known.facts.id, amount, at: now };
  const { id } = await portOutChargeStore(tx).insert({ id: accountId, chain }, line);
  return { id, month, amount };
}

function changedNumbers(
  before: readonly StoredPortOutNumber[],
  after: readonly StoredPortOutNumber[],
): string[] {
  return after.filter(({ status }, index) => status !== before[index]?.status).map(({ tn }) => tn);
}

/** What is so already has been decided; all else that cannot be is no transition (POR-6). */
async function impossible(
  { tx, caller, now }: Changing,
  known: StoredPortOut,
  { verb, is, sameAs }: { verb: string; is: string; sameAs: string },
): Promise<Refusal> {
  const current = await portOutDetail(tx, known, { caller, now });
  const code = is === sameAs ? 'already-decided' : 'transition-not-allowed';
  const detail = unknownStatusText(current.status) ?? `What is ${is} cannot be ${verb}.`;
  return new Refusal(code, detail, { current });
}
