import { sql } from 'kysely';
import { type NumberQuery, callPurposes, numberStatuses } from '@numberdesk/core/numbers';
import type { NumberSelection } from './number-rows.store.ts';

/** Which numbers of all, seen when. */
export interface NumberChoice extends Pick<NumberQuery, 'status' | 'purpose'> {
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * The numbers that are chosen in parts, one for each status and purpose, of which an index has each in the order of any
 * sort: together they are read like one, a row from here and a row from there, and no more than are shown.
 */
export function numberStreams(all: NumberSelection, choice: NumberChoice): NumberSelection[] {
  const purposes = choice.purpose.length > 0 ? choice.purpose : [...callPurposes, null];
  const inOrder = numberStatuses.flatMap((status) => {
    const part = chosenPart(all, status, choice);
    return part ? purposes.map((purpose) => withPurpose(part, purpose)) : [];
  });
  const due = overduePart(all, choice);
  return due ? [...inOrder, due] : inOrder;
}

/** The same as one part, where what is looked for is little and is sorted in the end. */
export function chosenNumbers(all: NumberSelection, choice: NumberChoice): NumberSelection {
  const { status, purpose } = choice;
  const ofPurpose = purpose.length === 0 ? all : all.where(sql<boolean>`purpose = any(${purpose}::text[])`);
  if (status.length === 0) return ofPurpose;
  return ofPurpose.where(
    sql<boolean>`case when ${isDue(choice)} then 'approved' else status end = any(${status}::text[])`,
  );
}

type Status = (typeof numberStatuses)[number];

/** What is written down as in one status, but for pending numbers that have been approved by itself since. */
function chosenPart(all: NumberSelection, status: Status, choice: NumberChoice): NumberSelection | null {
  const wants = (each: Status) => choice.status.length === 0 || choice.status.includes(each);
  const part = all.where('active_numbers.status', '=', status);
  if (!wants(status)) return null;
  return status === 'pending' && !wants('approved') ? part.where(sql<boolean>`not ${isDue(choice)}`) : part;
}

/**
 * Pending numbers that have been approved by itself, where only approved ones are asked for: as many as came due since
 * a job has last looked. Behind a fence, for the index of what is due finds them, and no order of the list.
 */
function overduePart(all: NumberSelection, choice: NumberChoice): NumberSelection | null {
  const { status, purpose, now } = choice;
  if (!status.includes('approved') || status.includes('pending')) return null;
  const due = all
    .where('active_numbers.status', '=', sql.lit('pending'))
    .where('active_numbers.approves_at', '<=', new Date(now));
  return (purpose.length === 0 ? due : due.where(sql<boolean>`purpose = any(${purpose}::text[])`)).offset(
    sql.lit(0),
  );
}

const withPurpose = (part: NumberSelection, purpose: string | null) =>
  purpose === null
    ? part.where('active_numbers.purpose', 'is', null)
    : part.where('active_numbers.purpose', '=', purpose);

const isDue = ({ now }: NumberChoice) =>
  sql<boolean>`(status = 'pending' and coalesce(approves_at <= ${new Date(now)}, false))`;
