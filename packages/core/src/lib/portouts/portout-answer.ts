import { type AccessProblem, missingPermission } from '../access/missing-permission.ts';
import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import { portOutStatusAt } from './portout-deadlines.ts';
import type { PortOutStatus } from './portout-status.ts';

/** Why a request cannot be answered in a status; `null` is that it can (POR-4, POR-5). */
export const answerRefusals = {
  pending: null,
  authorized: { code: 'already-decided', reason: 'authorized' },
  'rejection-in-review': { code: 'already-decided', reason: 'rejection-in-review' },
  rejected: { code: 'already-decided', reason: 'rejected' },
  'ported-out': { code: 'already-decided', reason: 'ported-out' },
  canceled: { code: 'transition-not-allowed', reason: 'canceled' },
} as const satisfies Record<
  PortOutStatus,
  { code: 'already-decided' | 'transition-not-allowed'; reason: PortOutStatus } | null
>;

/** Why somebody cannot answer a request; `reason` tells what to say, `status` what it is by now. */
export type AnswerProblem =
  | AccessProblem
  | {
      code: 'already-decided' | 'transition-not-allowed';
      reason: Exclude<PortOutStatus, 'pending'> | 'silence' | 'status-unknown';
      status: string;
    };

/**
 * Why the holder of a session cannot accept or reject a request at `now`; `null` means that they can. The permission is
 * looked at first, so that who may not act learns no more (POR-4, POR-5, POR-10, ACC-4).
 */
export function canAnswer(
  portout: { status: string; silenceAt?: InstantLike | null | undefined },
  session: { permissions: readonly string[] },
  now: InstantLike,
): AnswerProblem | null {
  const missing = missingPermission(session, 'portouts:modify');
  if (missing) return missing;
  const status = portOutStatusAt(portout, now);
  if (status !== portout.status) return { code: 'already-decided', reason: 'silence', status };
  if (!Object.hasOwn(answerRefusals, status)) {
    return { code: 'transition-not-allowed', reason: 'status-unknown', status };
  }
  const refusal = answerRefusals[status as PortOutStatus];
  return refusal && { ...refusal, status };
}

/** The events that answer a request (POR-4, POR-5). */
const answerEvents: readonly string[] = ['accept', 'reject'];

/**
 * When an answer was due, by the clock that ran when it came, and whether it came before that moment; nothing of what is
 * no answer, or had no time to come in (POR-9).
 */
export function answerTiming(
  { kind, at }: { kind: string; at: InstantLike },
  dueAt: InstantLike | null | undefined,
): { answerDueAt: Instant; wasInTime: boolean } | Record<string, never> {
  if (dueAt == null || !answerEvents.includes(kind)) return {};
  return { answerDueAt: toInstant(dueAt), wasInTime: toMillis(at) < toMillis(dueAt) };
}
