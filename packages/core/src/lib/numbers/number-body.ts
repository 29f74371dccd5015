import { type Instant, toInstant, toMillis } from '../time/instant.ts';
import { type NumberStatus, numberStatus } from './number-status.ts';
import type { PhoneNumber } from './number.schema.ts';

/** What is written down of a number; what is shown of it follows from this and the moment. */
export interface NumberFacts {
  id: string;
  number: string;
  account: string;
  purpose: string | null;
  status: NumberStatus;
  statusChangedAt: Instant;
  /** When it is approved by itself; `null` where it waits for staff, and once it is decided (NUM-9). */
  approvesAt: Instant | null;
  note: string | null;
  warning: string | null;
  order: string | null;
  addedAt: Instant;
  version: number;
}

/**
 * A number as it is shown at `now`, in milliseconds; `leaving` says whether a port-out of it is open (POR-7). From the moment that it is approved by itself it is shown so, in
 * the version that it gets when somebody writes that down (NUM-9).
 */
export function numberBody(
  { approvesAt, ...facts }: NumberFacts,
  now: number,
  leaving: boolean,
): PhoneNumber & { leaving: boolean } {
  const due = approvesAt === null ? null : toMillis(approvesAt);
  const status = numberStatus({ status: facts.status, approvesAt: due }, now);
  if (status === facts.status || due === null) return { ...facts, leaving };
  return { ...facts, leaving, status, statusChangedAt: toInstant(due), version: facts.version + 1 };
}
