import { type Instant, type InstantLike, toInstant, toMillis } from '../time/instant.ts';
import type { PortOutStatus } from './portout-status.ts';

/** What of a request its deadlines follow from. */
export interface DuePortOut {
  status: string;
  answerDueAt: InstantLike | null;
  portDueAt: InstantLike | null;
  silenceAt: InstantLike | null;
}

type Clock = 'answer' | 'silence' | 'port';

/**
 * The clocks that are shown in each status. While the provider looks at a rejection none is, for nobody else can do
 * anything by then; where it is found invalid, `portDueAfterReview` says when the port is due (POR-9).
 */
const runningClocks: Record<PortOutStatus, readonly Clock[]> = {
  pending: ['silence', 'answer', 'port'],
  authorized: ['port'],
  'rejection-in-review': [],
  rejected: [],
  'ported-out': [],
  canceled: [],
};

/** What happens when each clock has run out (POR-9). */
const outcomes = {
  answer: 'overdue',
  silence: 'authorized',
  port: 'late',
} as const satisfies Record<Clock, string>;

/** A moment by which something is to happen. */
export interface PortOutDeadline {
  clock: Clock;
  at: Instant;
  /** Whether the moment has come: it is no longer within time. */
  isPassed: boolean;
  /** What happens then: the answer is overdue, silence authorizes, or the port is late. */
  outcome: (typeof outcomes)[Clock];
}

/**
 * A request's status at `now`: one that silence authorizes is so from that moment on, whether or not anybody has
 * written it down yet (POR-9). A status that is not known is handed on raw.
 */
export function portOutStatusAt(
  { status, silenceAt }: { status: string; silenceAt?: InstantLike | null | undefined },
  now: InstantLike,
): PortOutStatus | (string & {}) {
  const isSilent = status === 'pending' && silenceAt != null && toMillis(silenceAt) <= toMillis(now);
  return isSilent ? 'authorized' : status;
}

/** The deadlines that run at `now`, the earliest first, those passed among them (POR-9). */
export function portOutDeadlines(portout: DuePortOut, now: InstantLike): PortOutDeadline[] {
  const moments = { answer: portout.answerDueAt, silence: portout.silenceAt, port: portout.portDueAt };
  const status = portOutStatusAt(portout, now);
  const clocks = Object.hasOwn(runningClocks, status) ? runningClocks[status as PortOutStatus] : [];
  return clocks
    .flatMap((clock) => {
      const moment = moments[clock];
      if (moment === null) return [];
      const isPassed = toMillis(moment) <= toMillis(now);
      return [{ clock, at: toInstant(moment), isPassed, outcome: outcomes[clock] }];
    })
    .sort((a, b) => toMillis(a.at) - toMillis(b.at));
}

/** The earliest deadline of a request at `now`: what, when, and what happens then; `null` where none runs (POR-9). */
export function earliestDeadline(portout: DuePortOut, now: InstantLike): PortOutDeadline | null {
  return portOutDeadlines(portout, now)[0] ?? null;
}
