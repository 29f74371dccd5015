import { type Instant, toInstant } from '../time/instant.ts';
import type { NumberWarning } from './number-problems.ts';
import { type NumberStatus, numberTransitions } from './number-status.ts';

const millisPerMinute = 60_000;

/**
 * How a number begins: pending, until the policy's minutes have passed or staff has looked at it. One that is odd
 * waits for staff in any case (NUM-4, NUM-9).
 *
 * @param now - In milliseconds.
 */
export function newNumberStatus(
  { warning }: { warning: NumberWarning | null },
  { numberApprovalMinutes: minutes }: { numberApprovalMinutes: number | null },
  now: number,
): { status: NumberStatus; approvesAt: Instant | null } {
  if (warning !== null || minutes === null) return { status: 'pending', approvesAt: null };
  if (minutes === 0) return { status: 'approved', approvesAt: null };
  return { status: 'pending', approvesAt: toInstant(now + minutes * millisPerMinute) };
}

/** Why a verdict cannot be given (NUM-9). */
export interface VerdictProblem {
  code: 'transition-not-allowed';
  from: string;
  to: NumberStatus;
}

/** What becomes of a number by staff's verdict, or why nothing can: it is that already (NUM-9). */
export function numberVerdict(
  { status: from }: { status: string },
  valid: boolean,
): { ok: true; status: NumberStatus } | ({ ok: false } & VerdictProblem) {
  const to = valid ? 'approved' : 'rejected';
  const allowed: readonly NumberStatus[] = numberTransitions[from as NumberStatus] ?? [];
  return allowed.includes(to)
    ? { ok: true, status: to }
    : { ok: false, code: 'transition-not-allowed', from, to };
}
