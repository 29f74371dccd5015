import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMillis } from '../time/instant.ts';
import { earliestDeadline, portOutDeadlines, portOutStatusAt } from './portout-deadlines.ts';
import { portOutStatuses } from './portout-status.ts';

const answerDueAt = '2026-11-23T19:00:00.000Z';
const silenceAt = '2026-11-24T15:00:00.000Z';
const portDueAt = '2026-11-25T15:00:00.000Z';
const before = '2026-11-23T15:00:00.000Z';
const asked = { status: 'pending', answerDueAt, portDueAt, silenceAt: null };

describe('the deadlines of a request', () => {
  it('POR-9: an answer is awaited first, and is overdue after it', () => {
    expect(earliestDeadline(asked, before)).toEqual({
      clock: 'answer',
      at: answerDueAt,
      isPassed: false,
      outcome: 'overdue',
    });
  });

  it('POR-9: an unanswered request stays pending and stands out from the very moment on', () => {
    expect(earliestDeadline(asked, '2026-11-23T18:59:59.999Z')).toMatchObject({ isPassed: false });
    expect(earliestDeadline(asked, answerDueAt)).toMatchObject({ clock: 'answer', isPassed: true });
    expect(portOutStatusAt(asked, '2027-01-01T00:00:00.000Z')).toBe('pending');
  });

  it('POR-9: where silence authorizes, that is told too, and it wins over an answer due at the same moment', () => {
    const silent = { ...asked, silenceAt };
    expect(portOutDeadlines(silent, before).map(({ clock, outcome }) => [clock, outcome])).toEqual([
      ['answer', 'overdue'],
      ['silence', 'authorized'],
      ['port', 'late'],
    ]);
    expect(earliestDeadline({ ...asked, silenceAt: answerDueAt }, before)?.clock).toBe('silence');
    expect(earliestDeadline({ ...asked, silenceAt: before }, '2026-11-23T14:00:00.000Z')).toEqual({
      clock: 'silence',
      at: before,
      isPassed: false,
      outcome: 'authorized',
    });
  });

  it('POR-9: once silence has authorized it, only the port is awaited, though nobody has written that down', () => {
    expect(portOutDeadlines({ ...asked, silenceAt }, silenceAt)).toEqual([
      { clock: 'port', at: portDueAt, isPassed: false, outcome: 'late' },
    ]);
  });

  it.each([
    ['pending', ['answer', 'silence', 'port']],
    ['authorized', ['port']],
    ['rejection-in-review', []],
    ['rejected', []],
    ['ported-out', []],
    ['canceled', []],
    ['on-hold', []],
    ['constructor', []],
  ])('POR-9: for a request in %s these run: %j', (status, clocks) => {
    expect(portOutDeadlines({ ...asked, silenceAt, status }, before).map(({ clock }) => clock)).toEqual(
      clocks,
    );
  });

  it('POR-9: what has no moment does not run', () => {
    expect(earliestDeadline({ ...asked, answerDueAt: null, portDueAt: null }, before)).toBeNull();
  });

  it('POR-9: silence changes a pending request and no other', () => {
    for (const status of [...portOutStatuses, 'on-hold']) {
      const after = portOutStatusAt({ status, silenceAt }, silenceAt);
      expect(after).toBe(status === 'pending' ? 'authorized' : status);
    }
    expect(portOutStatusAt({ status: 'pending', silenceAt }, toMillis(silenceAt) - 1)).toBe('pending');
  });

  it('POR-9: the earliest is the earliest, and is passed exactly when it has come', () => {
    const moment = fc.option(fc.integer({ min: 0, max: 10 }));
    fc.assert(
      fc.property(moment, moment, moment, fc.integer({ min: 0, max: 10 }), (answer, port, silence, now) => {
        const portout = { status: 'pending', answerDueAt: answer, portDueAt: port, silenceAt: silence };
        const isSilent = silence !== null && silence <= now;
        const running = (isSilent ? [port] : [answer, port, silence]).filter((at) => at !== null);
        const earliest = earliestDeadline(portout, now);
        expect(earliest && toMillis(earliest.at)).toBe(running.length > 0 ? Math.min(...running) : null);
        if (earliest) expect(earliest.isPassed).toBe(toMillis(earliest.at) <= now);
      }),
    );
  });
});
