import type { PortOutPolicy } from '../access/portout-policy.ts';
import type { PortOutStatus } from './portout-status.ts';
import { type PortOutTransitionProblem, nextPortOutStatus } from './portout-transitions.ts';

/** What a number of a port-out request can be; each goes its own way (POR-6). */
export const portOutNumberStatuses = ['pending', 'ported-out', 'canceled'] as const;

export type PortOutNumberStatus = (typeof portOutNumberStatuses)[number];

/** One number of a request, in E.164. */
export interface PortOutNumber {
  tn: string;
  status: PortOutNumberStatus | (string & {});
}

/** Why an event cannot happen to the numbers that it names (POR-6). */
export type PortOutNumbersProblem =
  | { code: 'numbers-needed' }
  | { code: 'number-not-in-request'; number: string }
  | { code: 'number-not-pending'; number: string; status: string };

/** What an event does to the numbers it is about; other events leave them alone. */
const numberTargets: Record<string, PortOutNumberStatus> = {
  port: 'ported-out',
  cancel: 'canceled',
  'find-valid': 'canceled',
};

/** Events that may be about some of the numbers only. */
const partial: readonly string[] = ['port', 'cancel'];

/**
 * The end that a request's numbers have brought it to: Ported Out once every number is final and one was ported,
 * Canceled once all are; `null` while a number is on its way, or none is known (POR-6).
 */
export function portOutEnd(
  numbers: readonly { status: string }[],
): Extract<PortOutStatus, 'ported-out' | 'canceled'> | null {
  const are = (status: PortOutNumberStatus) => numbers.filter((number) => number.status === status).length;
  const ported = are('ported-out');
  if (numbers.length === 0 || ported + are('canceled') < numbers.length) return null;
  return ported > 0 ? 'ported-out' : 'canceled';
}

/**
 * A request after an event: its status and its numbers, or the problem that it cannot happen. `port` and `cancel` may
 * name some of the pending numbers (`only`); the request ends with the last of them (POR-4, POR-5, POR-6).
 */
export function portOutAfter<Numbered extends PortOutNumber>(
  portout: { status: string; numbers: readonly Numbered[] },
  event: string,
  options: { policy?: Partial<PortOutPolicy>; only?: readonly string[] | undefined } = {},
): { status: string; numbers: Numbered[] } | PortOutTransitionProblem | PortOutNumbersProblem {
  const status = nextPortOutStatus(portout.status, event, options.policy);
  if (typeof status !== 'string') return status;
  const target = Object.hasOwn(numberTargets, event) ? numberTargets[event] : undefined;
  if (target === undefined) return { status, numbers: [...portout.numbers] };
  const only = partial.includes(event) ? options.only : undefined;
  const problem = only && onlyProblem(portout.numbers, only);
  if (problem) return problem;
  const numbers = portout.numbers.map((number) =>
    number.status === 'pending' && (only?.includes(number.tn) ?? true)
      ? { ...number, status: target }
      : number,
  );
  if (!partial.includes(event) || numbers.length === 0) return { status, numbers };
  // Whole or in part, the numbers decide: canceling the rest of a port that is half done leaves it ported out.
  return { status: portOutEnd(numbers) ?? portout.status, numbers };
}

function onlyProblem(
  numbers: readonly PortOutNumber[],
  only: readonly string[],
): PortOutNumbersProblem | null {
  if (only.length === 0) return { code: 'numbers-needed' };
  for (const number of only) {
    const status = numbers.find(({ tn }) => tn === number)?.status;
    if (status === undefined) return { code: 'number-not-in-request', number };
    if (status !== 'pending') return { code: 'number-not-pending', number, status };
  }
  return null;
}
