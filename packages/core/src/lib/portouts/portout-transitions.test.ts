import { describe, expect, it } from 'vitest';
import { portOutStatuses } from './portout-status.ts';
import {
  nextPortOutStatus,
  portOutEvents,
  portOutTransitions,
  unknownStatusText,
} from './portout-transitions.ts';

/** Every way there is, by hand; what is not here is refused. */
const ways: Record<string, Record<string, string>> = {
  pending: { accept: 'authorized', reject: 'rejection-in-review', cancel: 'canceled' },
  authorized: { port: 'ported-out', cancel: 'canceled' },
  'rejection-in-review': { 'find-valid': 'rejected', 'find-invalid': 'authorized', cancel: 'canceled' },
  rejected: {},
  'ported-out': {},
  canceled: {},
};

describe('the lifecycle of a port-out request', () => {
  it('POR-6: knows six events', () => {
    expect(portOutEvents).toEqual(['accept', 'reject', 'find-valid', 'find-invalid', 'port', 'cancel']);
  });

  for (const from of portOutStatuses) {
    for (const event of portOutEvents) {
      const to = ways[from]?.[event];
      it(`POR-6: ${event} of a request in ${from} leads ${to ? `to ${to}` : 'nowhere'}`, () => {
        expect(nextPortOutStatus(from, event)).toEqual(
          to ?? { code: 'transition-not-allowed', from, event, allowed: Object.keys(ways[from]!) },
        );
      });
    }
  }

  it('POR-4: accepting is for a pending request alone', () => {
    expect(portOutStatuses.filter((status) => nextPortOutStatus(status, 'accept') === 'authorized')).toEqual([
      'pending',
    ]);
  });

  it('POR-5: a policy may send back what was rejected for an invalid reason', () => {
    const after = (afterInvalidRejection: 'authorized' | 'pending') =>
      nextPortOutStatus('rejection-in-review', 'find-invalid', { afterInvalidRejection });
    expect(after('authorized')).toBe('authorized');
    expect(after('pending')).toBe('pending');
    expect(nextPortOutStatus('rejection-in-review', 'find-invalid', {})).toBe('authorized');
  });

  it('POR-5: that policy turns nothing else back', () => {
    const policy = { afterInvalidRejection: 'pending' } as const;
    expect(nextPortOutStatus('rejection-in-review', 'find-valid', policy)).toBe('rejected');
    expect(nextPortOutStatus('pending', 'accept', policy)).toBe('authorized');
    expect(nextPortOutStatus('authorized', 'reject', policy)).toMatchObject({
      code: 'transition-not-allowed',
    });
  });

  it('POR-6: reaches every status from Pending', () => {
    const reached = new Set<string>(['pending']);
    for (const status of reached) {
      const row: Record<string, readonly string[]> =
        portOutTransitions[status as keyof typeof portOutTransitions];
      for (const target of Object.values(row).flat()) reached.add(target);
    }
    expect([...reached].sort()).toEqual([...portOutStatuses].sort());
  });

  it('POR-6: ends in Rejected, Ported Out and Canceled and nowhere else', () => {
    const ends = portOutStatuses.filter((status) => Object.keys(portOutTransitions[status]).length === 0);
    expect(ends).toEqual(['rejected', 'ported-out', 'canceled']);
  });

  it('POR-6: the winning carrier may cancel from every open status', () => {
    for (const status of ['pending', 'authorized', 'rejection-in-review']) {
      expect(nextPortOutStatus(status, 'cancel')).toBe('canceled');
    }
  });

  it.each(['on-hold', 'constructor', '__proto__', ''])(
    'POR-6: "%s" is not known, so it is open: it can be canceled, and nothing else',
    (from) => {
      expect(nextPortOutStatus(from, 'cancel')).toBe('canceled');
      for (const event of ['accept', 'reject', 'find-valid', 'find-invalid', 'port', 'toString']) {
        expect(nextPortOutStatus(from, event)).toEqual({
          code: 'transition-not-allowed',
          from,
          event,
          allowed: ['cancel'],
        });
      }
      expect(unknownStatusText(from)).toContain(`“${from}”`);
    },
  );

  it('POR-6: of a status that is known nothing is said', () => {
    for (const status of portOutStatuses) expect(unknownStatusText(status)).toBeNull();
  });

  it.each(['toString', 'authorize', ''])('POR-6: the event "%s" is not known and leads nowhere', (event) => {
    expect(nextPortOutStatus('pending', event)).toEqual({
      code: 'transition-not-allowed',
      from: 'pending',
      event,
      allowed: ['accept', 'reject', 'cancel'],
    });
  });
});
