import { chargeMonth, monthClosesAt } from '@numberdesk/core/portouts';
import { toMillis } from '@numberdesk/core/time';

/** How far the desk can move the demonstration's clock at a time. */
export const clockSteps = ['hour', 'day', 'month'] as const;

export type ClockStep = (typeof clockSteps)[number];

/** A clock that runs as the machine's does, and can be moved forward, so that deadlines can be watched. */
export interface DemoClock {
  now: () => number;
  /** Milliseconds that it is ahead of the machine's. */
  readonly ahead: number;
  /** By an hour, a day, or to just after the end of the month in a time zone. */
  forward: (step: ClockStep) => void;
}

const hour = 3_600_000;

/** Makes a clock on top of another; a restart sets it back. */
export function demoClock(clock: () => number, timeZone: string): DemoClock {
  let ahead = 0;
  const now = () => clock() + ahead;
  return {
    now,
    get ahead() {
      return ahead;
    },
    forward(step) {
      if (step === 'hour') ahead += hour;
      else if (step === 'day') ahead += 24 * hour;
      else ahead += toMillis(monthClosesAt(chargeMonth(now(), timeZone), timeZone)) - now() + 60_000;
    },
  };
}
