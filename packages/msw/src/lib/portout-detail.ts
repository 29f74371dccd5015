import { changedBy, isInScope } from '@numberdesk/core/access';
import {
  type PortOutDetail,
  type PortOutDoer,
  answerTiming,
  maskPin,
  matchSubmitted,
  offeredReasons,
  portOutDoneBy,
  portOutSide,
} from '@numberdesk/core/portouts';
import { type Caller, actingIn } from './caller.ts';
import { zoneOf } from './portout-acts.ts';
import type { PortOutRecord } from './portout-book.ts';
import type { Tenant } from './tenant.ts';

/** A request with all that the caller may know of it; a PIN is masked for everybody (POR-3). */
export function portOutDetail(tenant: Tenant, caller: Caller, record: PortOutRecord): PortOutDetail {
  const { portouts, accounts, feed } = tenant;
  const { submitted, numbers, rejections, history, notes, reasons } = record;
  const portout = portouts.shown(record);
  const path = accounts.pathOf(portout.account);
  return {
    ...portout,
    timeZone: zoneOf({ tenant, record }),
    submitted: { ...submitted, pin: maskPin(submitted.pin) },
    numbers: numbers.map((number) => ({ ...number })),
    matches: matchSubmitted(submitted, portouts.onFile.get(portout.account) ?? {}),
    rejections,
    reasons: offeredReasons(reasons) as PortOutDetail['reasons'],
    history: history.map(({ doer, answerDueAt, ...event }, index) => ({
      id: `${portout.id}.${history.length - index}`,
      ...event,
      ...answerTiming(event, answerDueAt),
      by: portOutDoneBy(event.kind, doer, actingIn(caller), path),
    })),
    notes: notes
      .filter(({ doer }) => isOfSide(caller, doer))
      .map(({ at, doer, text }, index) => ({
        id: `${portout.id}.n${notes.length - index}`,
        at,
        by: { name: changedBy(doer, actingIn(caller), path).name },
        text,
      })),
    feed: feed.position,
  };
}

/** A note is read by the side that wrote it: the account's people, or the provider's. */
function isOfSide(caller: Caller, doer: PortOutDoer): boolean {
  return (actingIn(caller) === null) === (portOutSide(doer) === 'provider');
}

/** A request that the caller may see. */
export function isVisiblePortOut({ accounts }: Tenant, caller: Caller, { facts }: PortOutRecord): boolean {
  return isInScope(actingIn(caller), accounts.pathOf(facts.account));
}
