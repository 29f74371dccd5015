import type { PortOutPolicy } from '../access/portout-policy.ts';
import type { PortOutStatus } from './portout-status.ts';

/** What can happen to a port-out request (POR-4, POR-5, POR-6). Silence, where a policy knows it, is an `accept`. */
export const portOutEvents = ['accept', 'reject', 'find-valid', 'find-invalid', 'port', 'cancel'] as const;

export type PortOutEvent = (typeof portOutEvents)[number];

/**
 * Where each event leads from each status; no event is an end. Where an event has two targets, the first is the
 * default and a policy may choose the other (POR-4, POR-5, POR-6).
 */
export const portOutTransitions = {
  pending: { accept: ['authorized'], reject: ['rejection-in-review'], cancel: ['canceled'] },
  authorized: { port: ['ported-out'], cancel: ['canceled'] },
  'rejection-in-review': {
    'find-valid': ['rejected'],
    'find-invalid': ['authorized', 'pending'],
    cancel: ['canceled'],
  },
  rejected: {},
  'ported-out': {},
  canceled: {},
} as const satisfies Record<PortOutStatus, Partial<Record<PortOutEvent, readonly PortOutStatus[]>>>;

/** Where each event leads from a status that is not known: it is open, so it can be canceled, and no more (POR-6). */
const unknownTransitions: Partial<Record<string, readonly PortOutStatus[]>> = { cancel: ['canceled'] };

/** Why an event cannot happen in a status, with those that can (POR-6). */
export interface PortOutTransitionProblem {
  code: 'transition-not-allowed';
  from: string;
  event: string;
  allowed: readonly PortOutEvent[];
}

/**
 * The status that an event leads to, or the problem that it cannot happen: no other transition exists (POR-6).
 * A status that is not known can only be canceled.
 */
export function nextPortOutStatus(
  status: string,
  event: string,
  policy?: Partial<Pick<PortOutPolicy, 'afterInvalidRejection'>>,
): PortOutStatus | PortOutTransitionProblem {
  const known = Object.hasOwn(portOutTransitions, status);
  const row: Partial<Record<string, readonly PortOutStatus[]>> = known
    ? portOutTransitions[status as PortOutStatus]
    : unknownTransitions;
  const targets = Object.hasOwn(row, event) ? row[event] : undefined;
  const chosen = targets?.find((target) => target === policy?.afterInvalidRejection) ?? targets?.[0];
  if (chosen !== undefined) return chosen;
  return { code: 'transition-not-allowed', from: status, event, allowed: Object.keys(row) as PortOutEvent[] };
}

/** What can be done to a request in a status that is not known, in English, for a problem's `detail`; else `null`. */
export function unknownStatusText(status: string): string | null {
  if (Object.hasOwn(portOutTransitions, status)) return null;
  return `The carrier says that the request is “${status}”, which is not known here: it can be canceled, and nothing else.`;
}
