import { type RawBuilder, sql } from 'kysely';
import {
  type PortOutQuery,
  type PortOutStatus,
  portOutGroup,
  portOutStatuses,
} from '@numberdesk/core/portouts';
import type { TenantTransaction } from '../db/database.ts';
import type { PortOutSelection } from './portout-rows.store.ts';

/** Which requests of all, seen when. */
export interface PortOutChoice extends Pick<PortOutQuery, 'filter' | 'status'> {
  /** Those of which something is due before this moment. */
  dueBefore?: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/** Requests, and the moment by which something is next due of each: `infinity` where nothing is. */
export interface PortOutStream {
  portouts: PortOutSelection;
  due: RawBuilder<Date | number>;
}

const writtenDue = sql<Date | number>`portouts.due_at`;
/** Of one that silence has authorized, the port is due next. */
const silentDue = sql<Date | number>`coalesce(portouts.port_due_at, 'infinity')`;
const silent = ({ now }: PortOutChoice) =>
  sql<boolean>`(portouts.known_status = 'pending' and coalesce(portouts.silence_at <= ${new Date(now)}, false))`;

/** Of requests in these statuses something can be due. */
const awaited: readonly string[] = ['pending', 'authorized'];

/**
 * The requests that are chosen in parts, one for each status, of which an index has each in the order of any sort:
 * together they are read like one, a row from here and a row from there, and no more than are shown.
 */
export function portOutStreams(
  tx: TenantTransaction,
  all: PortOutSelection,
  choice: PortOutChoice,
): PortOutStream[] {
  const statuses = [...portOutStatuses, 'other'] as const;
  const written = statuses.flatMap((status) => {
    if (!wants(choice, status)) return [];
    const part = all.where('portouts.known_status', '=', status);
    if (status === 'pending') return [part.where(sql<boolean>`not ${silent(choice)}`)];
    return [status === 'other' ? ofOtherStatus(part, choice) : part];
  });
  const streams = written.map((portouts) => ({ portouts, due: writtenDue }));
  const overdue = wants(choice, 'authorized') ? [silentStream(tx, all, choice)] : [];
  return [...streams, ...overdue].map((stream) => dueInTime(stream, choice));
}

/** The same as one part, where what is looked for is little and is sorted in the end. */
export function chosenPortOuts(all: PortOutSelection, choice: PortOutChoice): PortOutStream {
  const statuses = [...portOutStatuses, 'other' as const].filter((status) => wants(choice, status));
  const chosen = all
    .where(
      sql<boolean>`case when ${silent(choice)} then 'authorized' else known_status end = any(${statuses}::text[])`,
    )
    .where((eb) => eb.or([eb('portouts.known_status', '<>', 'other'), otherStatus(choice)]));
  const due = sql<Date | number>`case when ${silent(choice)} then ${silentDue} else ${writtenDue} end`;
  return dueInTime({ portouts: chosen, due }, choice);
}

function wants({ filter, status, dueBefore }: PortOutChoice, known: PortOutStatus | 'other'): boolean {
  if (filter !== 'all' && portOutGroup(known) !== filter) return false;
  if (dueBefore !== undefined && !awaited.includes(known)) return false;
  if (status.length === 0) return true;
  return known === 'other' ? unknownOf(status).length > 0 : status.includes(known);
}

const unknownOf = (status: readonly string[]) =>
  status.filter((each) => !(portOutStatuses as readonly string[]).includes(each));

/** Of the statuses that only carriers know, those that are asked for. */
const otherStatus = ({ status }: PortOutChoice) =>
  status.length === 0
    ? sql<boolean>`true`
    : sql<boolean>`portouts.status = any(${unknownOf(status)}::text[])`;

const ofOtherStatus = (part: PortOutSelection, choice: PortOutChoice) => part.where(otherStatus(choice));

/**
 * Requests that silence has authorized and of which nobody has written it down yet: as many as that happened to since a
 * job has last looked. Behind a fence, for the index of silence finds them, and no order of the list.
 */
function silentStream(
  { db }: TenantTransaction,
  all: PortOutSelection,
  { now }: PortOutChoice,
): PortOutStream {
  const portouts = all
    .where('portouts.known_status', '=', sql.lit('pending'))
    .where('portouts.silence_at', '<=', new Date(now))
    .offset(sql.lit(0));
  return { portouts: db.selectFrom(portouts.as('portouts')).selectAll('portouts'), due: silentDue };
}

function dueInTime(stream: PortOutStream, { dueBefore }: PortOutChoice): PortOutStream {
  if (dueBefore === undefined) return stream;
  const portouts = stream.portouts.where(sql<boolean>`${stream.due} < ${new Date(dueBefore)}`);
  return { ...stream, portouts };
}
