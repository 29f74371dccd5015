import type { ReachableAccount } from '@numberdesk/core/access';
import { type PortOut, comparePortOuts, matchesPortOutQuery, portOutBody } from '@numberdesk/core/portouts';
import type { LiveRule } from '../internal/live-list.ts';
import { dayEnd } from './portout-day.ts';
import type { PortOutAsk } from './portout-list-state.ts';

/** What a rule has to go by, besides what is asked for. */
export interface PortOutRuleGround {
  now: () => number;
  timeZone: string;
  /** None while they are not known. */
  accounts: () => readonly ReachableAccount[];
}

/** What belongs in the list that is asked for, and in which order (POR-2, POR-6, POR-9). */
export function portOutRule(
  { choice: { q, ...choice }, dueBy, sort, found }: PortOutAsk,
  { now, timeZone, accounts }: PortOutRuleGround,
): Omit<LiveRule<PortOut>, 'keyOf'> {
  const query = { ...choice, ...(dueBy ? { dueBefore: dayEnd(dueBy, timeZone) } : {}) };
  const isWithin = (own: string | null | undefined, wanted: string): boolean =>
    own === wanted ||
    accounts().length === 0 ||
    Boolean(own && isWithin(accounts().find(({ id }) => id === own)?.parent, wanted));
  return {
    compare: comparePortOuts(sort, now()),
    belongs: (portout) => {
      const looked = q === undefined || found.has(portout.id) ? query : { ...query, q };
      return matchesPortOutQuery(portOutBody(portout, now(), timeZone), looked, now(), isWithin);
    },
  };
}
