import { describe, expect, it } from 'vitest';
import { permissionSets } from '../access/permission-sets.ts';
import { answerTiming, canAnswer } from './portout-answer.ts';

const now = '2026-11-23T15:00:00.000Z';
const admin = { permissions: permissionSets.admin };

describe('who can answer a port-out request, and when', () => {
  it('POR-4: an admin can, while it is pending', () => {
    expect(canAnswer({ status: 'pending', silenceAt: null }, admin, now)).toBeNull();
    expect(canAnswer({ status: 'pending' }, admin, now)).toBeNull();
  });

  it.each([
    ['authorized', 'already-decided', 'authorized'],
    ['rejection-in-review', 'already-decided', 'rejection-in-review'],
    ['rejected', 'already-decided', 'rejected'],
    ['ported-out', 'already-decided', 'ported-out'],
    ['canceled', 'transition-not-allowed', 'canceled'],
    ['on-hold', 'transition-not-allowed', 'status-unknown'],
    ['constructor', 'transition-not-allowed', 'status-unknown'],
  ])('POR-6: one that is %s refuses with %s, because it is %s', (status, code, reason) => {
    expect(canAnswer({ status, silenceAt: null }, admin, now)).toEqual({ code, reason, status });
  });

  it.each(['viewer', 'member'] as const)('POR-4: the set %s cannot, and is told who grants it', (set) => {
    const session = { permissions: permissionSets[set] };
    const problem = { code: 'forbidden', permission: 'portouts:modify', grantedBy: 'account-admin' };
    expect(canAnswer({ status: 'pending' }, session, now)).toEqual(problem);
    expect(canAnswer({ status: 'canceled' }, session, now), 'the permission comes first').toEqual(problem);
  });

  it('POR-9: nobody can once silence has authorized it, from that very moment on', () => {
    const portout = { status: 'pending', silenceAt: now };
    expect(canAnswer(portout, admin, '2026-11-23T14:59:59.999Z')).toBeNull();
    expect(canAnswer(portout, admin, now)).toEqual({
      code: 'already-decided',
      reason: 'silence',
      status: 'authorized',
    });
  });
});

describe('when an answer was due', () => {
  it.each([
    ['accept', '2026-11-23T14:59:59.999Z', true],
    ['reject', '2026-11-23T14:59:59.999Z', true],
    ['accept', now, false],
    ['reject', '2026-11-24T00:00:00.000Z', false],
  ])('POR-9: to %s at %s was in time: %s', (kind, at, wasInTime) => {
    expect(answerTiming({ kind, at }, now)).toEqual({ answerDueAt: now, wasInTime });
  });

  it('POR-9: is not said of what is no answer, or had no time to come in', () => {
    for (const kind of ['received', 'silence', 'find-valid', 'cancel', 'port'])
      expect(answerTiming({ kind, at: now }, now)).toEqual({});
    expect(answerTiming({ kind: 'accept', at: now }, null)).toEqual({});
    expect(answerTiming({ kind: 'accept', at: now }, undefined)).toEqual({});
  });
});
