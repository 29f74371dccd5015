import type { Operation } from '@numberdesk/core/http';
import { type PortOutDetail, answerTiming } from '@numberdesk/core/portouts';
import { actorOf, scopeOfCaller } from '../http/caller.ts';
import { isMatch } from '../http/if-match.ts';
import { Refusal, notFound } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { portOutDetail, sideOf } from './portout-detail.ts';
import { portOutHappened } from './portout-happenings.ts';
import { portOutHistoryStore } from './portout-history.store.ts';
import { type StoredPortOut, shownPortOut } from './portout-rows.store.ts';
import { portOutEvent, writeSilence } from './portout-silence.ts';
import type { PortOutChange } from './portout-writing.store.ts';
import { portOutStore } from './portout.store.ts';

/** What changing a request takes. */
export type Changing = Omit<HandlerRequest<Operation>, 'params' | 'body' | 'query'>;

/** What somebody did to a request. */
export interface PortOutAct {
  /** In the history. */
  event: string;
  /** In the audit log. */
  action: string;
  change: PortOutChange;
  note?: string | undefined;
  /** The numbers that it was about, where it was not about all of them. */
  numbers?: readonly string[] | undefined;
  /** What else the audit log says of it. */
  more?: Record<string, unknown>;
}

export const noSuchPortOut = () => notFound('port-out request');

/**
 * A request as it is written down, held until the transaction ends, if the caller has seen it as it is now. What silence
 * has done meanwhile counts, and is written down with whatever is done next (POR-9).
 *
 * @throws Refusal `not-found`, `stale` with what became of it.
 */
export async function holdPortOut(request: Changing, id: string): Promise<StoredPortOut> {
  const { tx, caller, ifMatch, now } = request;
  const known = await portOutStore(tx).forUpdate(id, scopeOfCaller(caller));
  if (!known) throw noSuchPortOut();
  if (!isMatch(ifMatch, shownPortOut(known, now))) throw await outrun(request, known);
  return known;
}

/** Somebody else, or silence, was faster: `current` says who and what. */
export async function outrun({ tx, caller, now }: Changing, known: StoredPortOut): Promise<Refusal> {
  return new Refusal('stale', 'It has changed since you read it: look at the present state, then decide.', {
    current: await portOutDetail(tx, known, { caller, now }),
  });
}

/**
 * Writes down what somebody did, with all that follows from it, and answers the request as it is now (ACC-5).
 *
 * @throws Refusal `stale`.
 */
export async function changed(
  request: Changing,
  known: StoredPortOut,
  { event, action, change, note, numbers, more = {} }: PortOutAct,
): Promise<PortOutDetail> {
  const { tx, caller, now, audit, tell } = request;
  const silence = await writeSilence(tx, known, now);
  if (silence) tell(silence.event);
  const before = silence?.portout ?? known;
  const after = await portOutStore(tx).change(before, change, new Date(now));
  if (!after) throw await outrun(request, before);
  const { id: portout, status: from } = before.facts;
  const to = after.facts.status;
  const actor = actorOf(caller);
  const { answerDueAt = null } = answerTiming({ kind: event, at: now }, before.facts.answerDueAt);
  const happened = { portout, at: now, kind: event, actor, from, to, note, answerDueAt, numbers };
  await portOutHistoryStore(tx).addEvent(happened);
  await audit({
    action,
    subject: `portout:${portout}`,
    before: shownPortOut(before, now),
    after: {
      ...shownPortOut(after, now),
      ...more,
      ...(note ? { note } : {}),
      ...(numbers ? { numbers } : {}),
    },
  });
  const side = sideOf(caller);
  await portOutHappened(tx, { event, before, after, side, numbers, now });
  tell(portOutEvent(after, now));
  return portOutDetail(tx, after, { caller, now });
}
