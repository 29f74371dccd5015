import { changedBy } from '@numberdesk/core/access';
import {
  type PortOutDetail,
  type PortOutDoer,
  answerTiming,
  maskPin,
  matchSubmitted,
  offeredReasons,
  portOutDoneBy,
  portOutSide,
  portOutStatusAt,
  providersKey,
} from '@numberdesk/core/portouts';
import { accountStore } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { eventStore } from '../events/event.store.ts';
import { type Caller, actingIn, actorOf } from '../http/caller.ts';
import { type StoredPortOutEvent, portOutHistoryStore } from './portout-history.store.ts';
import { type NoteSide, type StoredNote, portOutNoteStore } from './portout-note.store.ts';
import { portOutRejectionStore } from './portout-rejection.store.ts';
import { type StoredPortOut, shownPortOut, zoneOf } from './portout-rows.store.ts';
import { type StoredPortOutNumber, portOutStore } from './portout.store.ts';
import { serviceRecordStore } from './service-record.store.ts';

/** Whoever reads, and when. */
export interface PortOutReader {
  caller: Caller;
  /** Milliseconds since 1970. */
  now: number;
}

type Shown = PortOutDetail['history'][number];

/** Whose people read what the caller writes down: the account's, or the provider's. */
export const sideOf = (caller: Caller): NoteSide => portOutSide(doerOf(actorOf(caller)));

/** All that a reader may know of a request; nobody is told a PIN (POR-3). */
export async function portOutDetail(
  tx: TenantTransaction,
  stored: StoredPortOut,
  { caller, now }: PortOutReader,
): Promise<PortOutDetail> {
  const { id, account } = stored.facts;
  const { submitted, accountId } = stored;
  const reader = actingIn(caller);
  const path = (await accountStore(tx).find(account))?.path ?? [];
  const record = await serviceRecordStore(tx).get(accountId);
  const rejections = await portOutRejectionStore(tx).of(id);
  const events = await portOutHistoryStore(tx).events(id);
  const notes = await portOutNoteStore(tx).of(id, sideOf(caller));
  return {
    ...shownPortOut(stored, now),
    timeZone: zoneOf(stored),
    submitted: { ...submitted, pin: maskPin(submitted.pin) },
    numbers: (await portOutStore(tx).numbers(id)).map(shownNumber),
    matches: matchSubmitted(submitted, record ?? {}),
    rejections: rejections.map(({ id: _, ...rejection }) => rejection),
    reasons: offeredReasons(stored.reasons).map(({ needs, ...reason }) => ({ ...reason, needs: [...needs] })),
    history: [...silentEvents(stored, now), ...events.map((event) => shownEvent(event, reader, path))],
    notes: notes.map((note) => shownNote(note, reader, path)),
    feed: await eventStore(tx).position(),
  };
}

const shownNumber = ({ tn, status, portedOn }: StoredPortOutNumber) =>
  portedOn === null ? { tn, status } : { tn, status, portedOn };

/** That silence has authorized a request holds from that moment on, whether or not it has been written down (POR-9). */
function silentEvents({ facts: { status, silenceAt } }: StoredPortOut, now: number): Shown[] {
  const to = portOutStatusAt({ status, silenceAt }, now);
  if (to === status || silenceAt === null) return [];
  const by = portOutDoneBy('silence', null, null, []);
  return [{ id: 'silence', at: silenceAt, kind: 'silence', by, from: status, to }];
}

function shownEvent(
  { id, at, kind, actor, from, to, note, answerDueAt, numbers }: StoredPortOutEvent,
  reader: string | null,
  path: readonly string[],
): Shown {
  return {
    id,
    at,
    kind,
    by: portOutDoneBy(kind, doerOf(actor), reader, path),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(note === null ? {} : { note }),
    ...answerTiming({ kind, at }, answerDueAt),
    ...(numbers ? { numbers: [...numbers] } : {}),
  };
}

function shownNote({ id, at, actor, text }: StoredNote, reader: string | null, path: readonly string[]) {
  return { id, at, by: { name: changedBy(doerOf(actor), reader, path).name }, text };
}

/** Who did something, by how the audit log names them. */
function doerOf(actor: Record<string, unknown>): PortOutDoer {
  if (actor['kind'] === 'key') return providersKey;
  if (actor['kind'] !== 'session') return null;
  const { account, user } = actor as { account: string | null; user: { name: string } };
  return { account, name: user.name };
}
