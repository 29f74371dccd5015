import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portOutAfter, portOutEnd, portOutNumberStatuses } from './portout-numbers.ts';
import { portOutStatuses } from './portout-status.ts';
import { nextPortOutStatus, portOutEvents } from './portout-transitions.ts';

const tn = (index: number) => `+1501333${4000 + index}`;
const numbers = (...statuses: string[]) => statuses.map((status, index) => ({ tn: tn(index), status }));

describe('the end that numbers bring a request to', () => {
  it.each([
    [['ported-out'], 'ported-out'],
    [['ported-out', 'canceled'], 'ported-out'],
    [['canceled', 'canceled'], 'canceled'],
    [['ported-out', 'pending'], null],
    [['pending'], null],
    [['ported-out', 'snapped-back'], null],
    [[], null],
  ])('POR-6: of numbers %j is %s', (statuses, end) => {
    expect(portOutEnd(numbers(...statuses))).toBe(end);
  });
});

describe('a request after an event', () => {
  it('POR-6: numbers are pending, ported out or canceled', () => {
    expect(portOutNumberStatuses).toEqual(['pending', 'ported-out', 'canceled']);
  });

  it.each([
    ['pending', 'accept', 'authorized', ['pending', 'pending']],
    ['pending', 'reject', 'rejection-in-review', ['pending', 'pending']],
    ['pending', 'cancel', 'canceled', ['canceled', 'canceled']],
    ['rejection-in-review', 'find-valid', 'rejected', ['canceled', 'canceled']],
    ['rejection-in-review', 'find-invalid', 'authorized', ['pending', 'pending']],
    ['authorized', 'port', 'ported-out', ['ported-out', 'ported-out']],
  ])('POR-6: in %s, %s makes it %s and its numbers %j', (from, event, status, expected) => {
    const before = { status: from, numbers: numbers('pending', 'pending') };
    expect(portOutAfter(before, event)).toEqual({ status, numbers: numbers(...expected) });
    expect(before.numbers).toEqual(numbers('pending', 'pending'));
  });

  it('POR-6: a partial port marks numbers singly, and the last of them ends the request', () => {
    const first = portOutAfter({ status: 'authorized', numbers: numbers('pending', 'pending') }, 'port', {
      only: [tn(1)],
    });
    expect(first).toEqual({ status: 'authorized', numbers: numbers('pending', 'ported-out') });
    expect(portOutAfter(first as { status: string; numbers: [] }, 'port', { only: [tn(0)] })).toEqual({
      status: 'ported-out',
      numbers: numbers('ported-out', 'ported-out'),
    });
  });

  it('POR-6: a request whose numbers are not known goes by its events alone', () => {
    expect(portOutAfter({ status: 'authorized', numbers: [] }, 'port')).toEqual({
      status: 'ported-out',
      numbers: [],
    });
  });

  it('POR-5: a rejection that is found valid is about all numbers', () => {
    const rejected = { status: 'rejection-in-review', numbers: numbers('pending', 'pending') };
    expect(portOutAfter(rejected, 'find-valid', { only: [tn(0)] })).toEqual({
      status: 'rejected',
      numbers: numbers('canceled', 'canceled'),
    });
  });

  it('POR-6: canceling what is left of a port that is half done leaves it ported out', () => {
    const half = { status: 'authorized', numbers: numbers('ported-out', 'pending') };
    expect(portOutAfter(half, 'cancel')).toEqual({
      status: 'ported-out',
      numbers: numbers('ported-out', 'canceled'),
    });
  });

  it('POR-6: canceling some numbers leaves the request where it is', () => {
    const asked = { status: 'pending', numbers: numbers('pending', 'pending') };
    expect(portOutAfter(asked, 'cancel', { only: [tn(0)] })).toEqual({
      status: 'pending',
      numbers: numbers('canceled', 'pending'),
    });
  });

  it('POR-6: no number is ported before the request is authorized', () => {
    const asked = { status: 'pending', numbers: numbers('pending') };
    expect(portOutAfter(asked, 'port', { only: [tn(0)] })).toEqual({
      code: 'transition-not-allowed',
      from: 'pending',
      event: 'port',
      allowed: ['accept', 'reject', 'cancel'],
    });
  });

  it.each([
    [[], { code: 'numbers-needed' }],
    [['+15013339999'], { code: 'number-not-in-request', number: '+15013339999' }],
    [[tn(0), tn(1)], { code: 'number-not-pending', number: tn(1), status: 'ported-out' }],
  ])('POR-6: numbers %j are refused', (only, problem) => {
    const half = { status: 'authorized', numbers: numbers('pending', 'ported-out', 'canceled') };
    expect(portOutAfter(half, 'port', { only })).toEqual(problem);
  });

  it('POR-5: the policy on invalid rejections is heeded', () => {
    const rejected = { status: 'rejection-in-review', numbers: numbers('pending') };
    expect(
      portOutAfter(rejected, 'find-invalid', { policy: { afterInvalidRejection: 'pending' } }),
    ).toMatchObject({ status: 'pending' });
  });

  it('POR-6: whatever happens, no final number changes, and none is added or lost', () => {
    const some = fc.array(fc.constantFrom(...portOutNumberStatuses, 'snapped-back'), { maxLength: 6 });
    const event = fc.constantFrom(...portOutEvents);
    fc.assert(
      fc.property(
        fc.constantFrom(...portOutStatuses),
        some,
        event,
        fc.nat(63),
        (status, each, what, mask) => {
          const before = numbers(...each);
          const only = before.filter((_, index) => mask & (1 << index)).map((number) => number.tn);
          const after = portOutAfter({ status, numbers: before }, what, { only });
          if ('code' in after) return;
          expect(after.numbers.map((number) => number.tn)).toEqual(before.map((number) => number.tn));
          for (const [index, number] of after.numbers.entries()) {
            if (each[index] !== 'pending') expect(number.status).toBe(each[index]);
          }
          expect([status, portOutEnd(after.numbers), nextPortOutStatus(status, what)]).toContain(
            after.status,
          );
        },
      ),
    );
  });
});
