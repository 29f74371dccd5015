import {
  type MatchedFields,
  type PortOutDetail,
  type RejectionReason,
  type recordPortOut,
  maskPin,
  portOutClocks,
  portOutStatuses,
  recordedPinProblems,
} from '@numberdesk/core/portouts';
import { toInstant, toMillis } from '@numberdesk/core/time';
import { actorOf } from '../http/caller.ts';
import { invalid } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { tellLeaving } from '../numbers/number-change.ts';
import { placeOf } from '../numbers/number-place.ts';
import { portOutDetail } from './portout-detail.ts';
import { portOutHappened } from './portout-happenings.ts';
import { portOutHistoryStore } from './portout-history.store.ts';
import { shownPortOut } from './portout-rows.store.ts';
import { portOutEvent } from './portout-silence.ts';
import { portOutStore } from './portout.store.ts';
import { serviceRecordStore } from './service-record.store.ts';

/**
 * Writes down a request as it was received, with the clocks that run from then on (POR-1, POR-3, POR-9).
 *
 * @throws Refusal `not-found` for the account, `invalid`.
 */
export async function record(request: HandlerRequest<typeof recordPortOut>): Promise<PortOutDetail> {
  const { tx, caller, body, now, audit, tell } = request;
  const { account, policy } = await placeOf(tx, caller, body.account);
  requireRecordable(body, now, (await serviceRecordStore(tx).get(account.id)) ?? {});
  const receivedAt = toInstant(body.receivedAt ?? now);
  const { numbers, submitted, reasons, timeZone, silenceHours, status, portType } = body;
  const { request: number, requestedFocDate, winningCarrier } = body;
  const clocked = { receivedAt, portType, requestedFocDate, timeZone, silenceHours };
  const calendar = { timeZone: account.timeZone, holidays: policy.holidays };
  const facts = {
    request: number,
    status,
    receivedAt,
    portType,
    requestedFocDate,
    focDate: null,
    winningCarrier,
    ...portOutClocks(clocked, calendar, policy.portouts),
  };
  const own = { timeZone, silenceHours, submitted, reasons: reasons as RejectionReason[] | null };
  const portout = { ...own, account, facts, numbers };
  const after = await portOutStore(tx).insert(portout, new Date(now));
  const { id } = after.facts;
  await portOutHistoryStore(tx).addEvent({
    portout: id,
    at: receivedAt,
    kind: 'received',
    actor: actorOf(caller),
    to: status,
  });
  const masked = { ...submitted, pin: maskPin(submitted.pin) };
  const shown = { ...shownPortOut(after, now), submitted: masked, timeZone, reasons, numbers };
  await audit({ action: 'portout.recorded', subject: `portout:${id}`, before: null, after: shown });
  await portOutHappened(tx, { event: 'received', before: null, after, now });
  await tellLeaving(request, numbers, account.id);
  tell(portOutEvent(after, now));
  return portOutDetail(tx, after, { caller, now });
}

/** @throws Refusal `invalid`. */
function requireRecordable(
  body: HandlerRequest<typeof recordPortOut>['body'],
  now: number,
  onFile: MatchedFields,
): void {
  const { receivedAt, status } = body;
  const isEarned = status !== 'pending' && (portOutStatuses as readonly string[]).includes(status);
  const errors = [
    ...(receivedAt !== undefined && toMillis(receivedAt) > now
      ? [{ path: '/receivedAt', code: 'in-future', detail: 'It cannot have been received in the future.' }]
      : []),
    ...(isEarned
      ? [
          {
            path: '/status',
            code: 'not-at-first',
            detail: `A request becomes ${status} by what is done to it.`,
          },
        ]
      : []),
    ...recordedPinProblems(body, onFile),
  ];
  if (errors.length > 0) throw invalid(errors);
}
