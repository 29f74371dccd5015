import { changedBy, isInScope } from '@numberdesk/core/access';
import {
  type PortOutDetail,
  answerTiming,
  maskPin,
  matchSubmitted,
  offeredReasons,
} from '@numberdesk/core/portouts';
import { type Caller, actingIn } from './caller.ts';
import { zoneOf } from './portout-acts.ts';
import type { PortOutDoer, PortOutRecord } from './portout-book.ts';
import type { Tenant } from './tenant.ts';

/** A request with all that the caller may know of it; a PIN is masked for everybody (POR-3). */
export function portOutDetail(tenant: Tenant, caller: Caller, record: PortOutRecord): PortOutDetail {
  const { portouts, accounts, feed } = tenant;
  const { submitted, numbers, rejections, history, notes, reasons } = record;
  const portout = portouts.shown(record);
  const path = accounts.pathOf(portout.account);
  const by = (doer: PortOutDoer) => changedBy(doer, actingIn(caller), path);
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
      by: by(doer),
    })),
    notes: notes
      .filter(({ doer }) => isOfSide(caller, doer))
      .map(({ at, doer, text }, index) => ({
        id: `${portout.id}.n${notes.length - index}`,
        at,
        by: { name: by(doer).name },
        text,
      })),
    feed: feed.position,
  };
}

/** A note is read by the side that wrote it: the account's people, or the provider's. */
function isOfSide(caller: Caller, doer: PortOutDoer): boolean {
  return (actingIn(caller) === null) === ((doer?.account ?? null) === null);
}

/** A request that the caller may see. */
export function isVisiblePortOut({ accounts }: Tenant, caller: Caller, { facts }: PortOutRecord): boolean {
  return isInScope(actingIn(caller), accounts.pathOf(facts.account));
}
