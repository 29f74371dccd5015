import { describe, expect, it } from 'vitest';
import { defaultPortOutPolicy } from '../access/portout-policy.ts';
import {
  type PortOutFacts,
  answerEndsAt,
  fallbackFocDate,
  focDateProblem,
  portOutBody,
  silentFocDate,
  portOutClocks,
  reminderTimes,
} from './portout-body.ts';
import { earliestDeadline } from './portout-deadlines.ts';

const calendar = { timeZone: 'America/New_York', holidays: [] };
const receivedAt = '2026-11-16T15:00:00.000Z'; // a Monday, 10:00
const facts: PortOutFacts = {
  id: 'p-1',
  request: 'PO_624719',
  account: 'acme',
  status: 'pending',
  receivedAt,
  portType: 'non-simple',
  requestedFocDate: '2026-11-20',
  focDate: null,
  winningCarrier: null,
  quantity: 1,
  version: 3,
  ...portOutClocks({ receivedAt, silenceHours: 24 }, calendar),
};

describe('the clocks of a request', () => {
  it('POR-9: are written down as the rules count them, silence by the request, else by the policy', () => {
    expect(facts).toMatchObject({
      answerDueAt: '2026-11-17T15:00:00.000Z',
      portDueAt: '2026-11-20T15:00:00.000Z',
      silenceAt: '2026-11-17T15:00:00.000Z',
    });
    const policy = { ...defaultPortOutPolicy, silenceHours: 48 };
    expect(portOutClocks({ receivedAt }, calendar, policy).silenceAt).toBe('2026-11-18T15:00:00.000Z');
    expect(portOutClocks({ receivedAt, silenceHours: null }, calendar, policy).silenceAt).toBeNull();
  });
});

describe('a request as it is shown', () => {
  it('POR-9: is authorized from the moment of silence on, in the version that this gets', () => {
    expect(portOutBody(facts, '2026-11-17T14:59:59.999Z', 'UTC')).toEqual(facts);
    expect(portOutBody(facts, '2026-11-17T15:00:00.000Z', 'UTC')).toEqual({
      ...facts,
      status: 'authorized',
      focDate: '2026-11-20',
      answerDueAt: null,
      silenceAt: null,
      version: 4,
    });
  });

  it('POR-9: is authorized by silence for the requested date, or for the day of silence where that has passed by then', () => {
    const late = { ...facts, requestedFocDate: '2026-11-16' };
    const dateOf = (now: string, timeZone: string) => portOutBody(late, now, timeZone).focDate;
    expect(dateOf('2026-11-17T14:59:59.999Z', 'UTC')).toBeNull();
    expect(dateOf('2026-11-17T15:00:00.000Z', 'UTC')).toBe('2026-11-17');
    // Read days later, it is what it was.
    expect(dateOf('2026-11-30T15:00:00.000Z', 'UTC')).toBe('2026-11-17');
    expect(dateOf('2026-11-17T15:00:00.000Z', 'Pacific/Auckland')).toBe('2026-11-18');
    expect(portOutBody(late, '2026-11-30T15:00:00.000Z', 'UTC').portDueAt).toBe(facts.portDueAt);
    expect(silentFocDate(late, 'UTC')).toBe('2026-11-17');
    expect(silentFocDate(facts, 'UTC')).toBe('2026-11-20');
    expect(silentFocDate({ ...late, silenceAt: null }, 'UTC')).toBe('2026-11-16');
  });

  it.each([
    ['authorized', facts.portDueAt],
    ['rejection-in-review', facts.portDueAt],
    ['rejected', null],
    ['ported-out', null],
    ['canceled', null],
  ])('POR-9: shows, when it is %s, only the clocks that still mean something', (status, due) => {
    expect(portOutBody({ ...facts, status }, receivedAt, 'UTC')).toMatchObject({
      answerDueAt: null,
      portDueAt: due,
      silenceAt: null,
    });
  });

  it('POR-2: is sorted by the earliest thing that is due', () => {
    expect(earliestDeadline(facts, receivedAt)?.at).toBe('2026-11-17T15:00:00.000Z');
    expect(earliestDeadline({ ...facts, status: 'authorized' }, receivedAt)?.at).toBe(facts.portDueAt);
    expect(earliestDeadline({ ...facts, status: 'rejection-in-review' }, receivedAt)).toBeNull();
    expect(earliestDeadline({ ...facts, status: 'ported-out' }, receivedAt)).toBeNull();
  });
});

describe('the date on which numbers leave', () => {
  it('POR-4: is today or later, by the calendar of the account', () => {
    const night = '2026-11-17T03:00:00.000Z'; // still the 16th in New York
    expect(focDateProblem('2026-11-16', night, 'America/New_York')).toBeNull();
    expect(focDateProblem('2026-11-15', night, 'America/New_York')).toEqual({
      code: 'date-in-past',
      today: '2026-11-16',
    });
    expect(focDateProblem('2026-11-16', night, 'UTC')).toMatchObject({ code: 'date-in-past' });
  });

  it('POR-4, POR-5: is the requested where nobody has named one, but today where that has passed', () => {
    const night = '2026-11-17T03:00:00.000Z';
    expect(fallbackFocDate('2026-11-20', night, 'UTC')).toBe('2026-11-20');
    expect(fallbackFocDate('2026-11-16', night, 'America/New_York')).toBe('2026-11-16');
    expect(fallbackFocDate('2026-11-16', night, 'UTC')).toBe('2026-11-17');
  });
});

describe('the end of the time to answer', () => {
  it('POR-9: is when the answer is due, unless silence is faster', () => {
    const [first, second] = ['2026-11-17T15:00:00.000Z', '2026-11-18T15:00:00.000Z'];
    expect(answerEndsAt({ answerDueAt: first, silenceAt: second })).toBe(first);
    expect(answerEndsAt({ answerDueAt: second, silenceAt: first })).toBe(first);
    expect(answerEndsAt({ answerDueAt: second, silenceAt: null })).toBe(second);
    expect(answerEndsAt({ answerDueAt: null, silenceAt: first })).toBe(first);
    expect(answerEndsAt({ answerDueAt: null, silenceAt: null })).toBeNull();
  });
});

describe('reminders', () => {
  const from = '2026-11-16T15:00:00.000Z';

  it('POR-9: come after half of the time and an hour before its end', () => {
    expect(
      reminderTimes({ from, answerDueAt: '2026-11-17T15:00:00.000Z' }, ['last-hour', 'half-time']),
    ).toEqual([
      { kind: 'half-time', at: '2026-11-17T03:00:00.000Z' },
      { kind: 'last-hour', at: '2026-11-17T14:00:00.000Z' },
    ]);
  });

  it('POR-9: come only as the policy has them, within the time, and where an answer is due', () => {
    expect(reminderTimes({ from, answerDueAt: '2026-11-16T16:00:00.000Z' }, ['last-hour'])).toEqual([]);
    expect(reminderTimes({ from, answerDueAt: '2026-11-17T15:00:00.000Z' }, [])).toEqual([]);
    expect(reminderTimes({ from, answerDueAt: null }, ['half-time'])).toEqual([]);
  });
});
