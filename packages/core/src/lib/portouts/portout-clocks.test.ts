import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { addDays, calendarDateAt, dayStart, weekday } from '../time/calendar-date.ts';
import { toMillis } from '../time/instant.ts';
import { toWallTime } from '../time/zoned-time.ts';
import { answerDueAt, portDueAfterReview, portDueAt, portDueBy, silenceAt } from './portout-clocks.ts';
import { defaultPortOutPolicy } from '../access/portout-policy.ts';

const newYork = { timeZone: 'America/New_York' };
const none = { ...newYork, holidays: [] };
const simple = (receivedAt: string) => ({ receivedAt, portType: 'simple' });
const other = (receivedAt: string) => ({ receivedAt, portType: 'non-simple' });

describe('when a request is to be answered', () => {
  it.each([
    ['on a Monday morning', '2026-11-16T10:00:00-05:00', '2026-11-16T14:00:00-05:00'],
    ['at the last moment that leaves four hours', '2026-11-16T13:00:00-05:00', '2026-11-16T17:00:00-05:00'],
    ['a millisecond later', '2026-11-16T13:00:00.001-05:00', '2026-11-17T08:00:00.001-05:00'],
    ['before the opening', '2026-11-16T05:30:00-05:00', '2026-11-16T12:00:00-05:00'],
    ['at the opening', '2026-11-16T08:00:00-05:00', '2026-11-16T12:00:00-05:00'],
    ['at the closing', '2026-11-16T17:00:00-05:00', '2026-11-17T12:00:00-05:00'],
    ['in the evening', '2026-11-16T22:00:00-05:00', '2026-11-17T12:00:00-05:00'],
    ['on a Friday afternoon', '2026-11-13T15:30:00-05:00', '2026-11-16T10:30:00-05:00'],
    ['on a Saturday', '2026-11-14T11:00:00-05:00', '2026-11-16T12:00:00-05:00'],
    ['before Thanksgiving', '2026-11-25T16:00:00-05:00', '2026-11-27T11:00:00-05:00'],
    ['on Thanksgiving', '2026-11-26T10:00:00-05:00', '2026-11-27T12:00:00-05:00'],
    ['over the weekend of a clock change', '2026-10-30T16:00:00-04:00', '2026-11-02T11:00:00-05:00'],
    ['at the year’s end', '2026-12-31T16:00:00-05:00', '2027-01-04T11:00:00-05:00'],
    ['when New Year is kept on 31 December', '2027-12-30T16:00:00-05:00', '2028-01-03T11:00:00-05:00'],
  ])('POR-9: a simple port received %s: four business hours', (_, receivedAt, due) => {
    expect(toMillis(answerDueAt(simple(receivedAt), newYork))).toBe(toMillis(due));
  });

  it.each([
    ['on a Monday', '2026-11-16T10:00:00-05:00', '2026-11-17T10:00:00-05:00'],
    ['in the night', '2026-11-16T02:15:00-05:00', '2026-11-17T02:15:00-05:00'],
    ['on a Friday afternoon', '2026-11-13T15:30:00-05:00', '2026-11-16T15:30:00-05:00'],
    ['on a Saturday', '2026-11-14T11:00:00-05:00', '2026-11-17T00:00:00-05:00'],
    ['as a Friday begins', '2026-11-13T00:00:00-05:00', '2026-11-16T00:00:00-05:00'],
    ['as a Wednesday before Thanksgiving begins', '2026-11-25T00:00:00-05:00', '2026-11-27T00:00:00-05:00'],
    ['before Thanksgiving', '2026-11-25T16:00:00-05:00', '2026-11-27T16:00:00-05:00'],
    ['over the weekend of a clock change', '2026-03-06T12:00:00-05:00', '2026-03-09T12:00:00-04:00'],
    ['at the year’s end', '2026-12-31T23:00:00-05:00', '2027-01-04T23:00:00-05:00'],
  ])('POR-9: any other port received %s: 24 hours of business days', (_, receivedAt, due) => {
    expect(toMillis(answerDueAt(other(receivedAt), newYork))).toBe(toMillis(due));
  });

  it('POR-9: holidays back to back are passed over together', () => {
    const calendar = { ...newYork, holidays: ['2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29'] };
    expect(answerDueAt(simple('2026-12-23T16:00:00-05:00'), calendar)).toBe('2026-12-30T16:00:00.000Z');
    expect(answerDueAt(other('2026-12-23T16:00:00-05:00'), calendar)).toBe('2026-12-30T21:00:00.000Z');
    expect(portDueAt(other('2026-12-23T16:00:00-05:00'), calendar)).toBe('2027-01-04T21:00:00.000Z'); // New Year is not on this list
  });

  it('POR-9: hours are real ones on a business day on which the clocks change', () => {
    // Cairo springs forward on Friday 24 April 2026, from midnight to 1:00; that day has 23 hours.
    const cairo = { timeZone: 'Africa/Cairo', holidays: [] };
    expect(answerDueAt(other('2026-04-23T12:00:00+02:00'), cairo)).toBe('2026-04-24T10:00:00.000Z');
    expect(answerDueAt(other('2026-04-24T12:00:00+03:00'), cairo)).toBe('2026-04-27T09:00:00.000Z');
    expect(answerDueAt(other('2026-04-23T18:00:00+02:00'), cairo)).toBe('2026-04-24T16:00:00.000Z');
    expect(answerDueAt(simple('2026-04-23T16:00:00+02:00'), cairo)).toBe('2026-04-24T08:00:00.000Z');
  });

  it('POR-9: business hours of a policy may lie elsewhere, and last elsewhere', () => {
    const businessHours = { opens: '09:30', closes: '12:00' };
    expect(answerDueAt(simple('2026-11-16T10:00:00-05:00'), none, { businessHours })).toBe(
      '2026-11-17T16:30:00.000Z',
    );
    expect(answerDueAt(simple('2026-11-16T10:00:00-05:00'), none, { simpleAnswerHours: 2 })).toBe(
      '2026-11-16T17:00:00.000Z',
    );
    expect(answerDueAt(other('2026-11-16T10:00:00-05:00'), none, { answerHours: 48 })).toBe(
      '2026-11-18T15:00:00.000Z',
    );
  });

  it('POR-9: business that never opens ends in an error, not in a search without end', () => {
    const businessHours = { opens: '17:00', closes: '17:00' };
    expect(() => answerDueAt(simple('2026-11-16T10:00:00Z'), none, { businessHours })).toThrow(RangeError);
    expect(() => answerDueAt(other('2026-11-16T10:00:00Z'), none, { answerHours: NaN })).toThrow(RangeError);
  });
});

describe('when a port is to be done', () => {
  it.each([
    ['on a Monday morning', '2026-11-16T10:00:00-05:00', '2026-11-17T10:00:00-05:00'],
    ['at 13:00', '2026-11-16T13:00:00-05:00', '2026-11-17T13:00:00-05:00'],
    ['a millisecond after 13:00', '2026-11-16T13:00:00.001-05:00', '2026-11-18T08:00:00-05:00'],
    ['before the opening', '2026-11-16T06:00:00-05:00', '2026-11-17T08:00:00-05:00'],
    ['on a Friday before 13:00', '2026-11-13T12:00:00-05:00', '2026-11-16T12:00:00-05:00'],
    ['on a Friday afternoon', '2026-11-13T14:00:00-05:00', '2026-11-17T08:00:00-05:00'],
    ['on a Sunday', '2026-11-15T12:00:00-05:00', '2026-11-17T08:00:00-05:00'],
    ['in the afternoon before Thanksgiving', '2026-11-25T14:00:00-05:00', '2026-11-30T08:00:00-05:00'],
    ['over the weekend of a clock change', '2026-10-30T12:00:00-04:00', '2026-11-02T12:00:00-05:00'],
    ['at the year’s end', '2026-12-31T14:00:00-05:00', '2027-01-05T08:00:00-05:00'],
  ])('POR-9: a simple port received %s: one business day', (_, receivedAt, due) => {
    expect(toMillis(portDueAt(simple(receivedAt), newYork))).toBe(toMillis(due));
  });

  it.each([
    ['on a Monday afternoon', '2026-11-16T15:00:00-05:00', '2026-11-20T15:00:00-05:00'],
    ['at the closing', '2026-11-16T17:00:00-05:00', '2026-11-20T17:00:00-05:00'],
    ['after the closing', '2026-11-16T17:00:00.001-05:00', '2026-11-23T08:00:00-05:00'],
    ['on a Friday afternoon', '2026-11-13T15:00:00-05:00', '2026-11-19T15:00:00-05:00'],
    ['on a Saturday', '2026-11-14T15:00:00-05:00', '2026-11-20T08:00:00-05:00'],
    ['before Thanksgiving', '2026-11-24T12:00:00-05:00', '2026-12-01T12:00:00-05:00'],
    ['at the year’s end', '2026-12-30T09:00:00-05:00', '2027-01-06T09:00:00-05:00'],
  ])('POR-9: any other port received %s: four business days', (_, receivedAt, due) => {
    expect(toMillis(portDueAt(other(receivedAt), newYork))).toBe(toMillis(due));
  });

  it.each([undefined, null, 'non-simple', 'complex', 'Simple'])(
    'POR-9: a port of type %s is not simple',
    (portType) => {
      const receivedAt = '2026-11-16T15:00:00.000Z';
      expect(portDueAt({ receivedAt, portType }, none)).toBe('2026-11-20T15:00:00.000Z');
      expect(answerDueAt({ receivedAt, portType }, none)).toBe('2026-11-17T15:00:00.000Z');
    },
  );

  it('POR-9: a policy may set the days and the cutoff', () => {
    const receivedAt = '2026-11-16T14:30:00-05:00';
    expect(portDueAt(simple(receivedAt), none, { simplePortCutoff: '15:00' })).toBe(
      '2026-11-17T19:30:00.000Z',
    );
    expect(portDueAt(simple(receivedAt), none, { simplePortCutoff: '15:00', simplePortDays: 2 })).toBe(
      '2026-11-18T19:30:00.000Z',
    );
    expect(portDueAt(other(receivedAt), none, { portDays: 1 })).toBe('2026-11-17T19:30:00.000Z');
  });
});

describe('when a port is to be done for which a date is named', () => {
  const friday = '2026-11-20T15:00:00.000Z'; // 10:00 in New York

  it.each([
    ['a day earlier', '2026-11-19', friday],
    ['on that very day', '2026-11-20', friday],
    ['a day later', '2026-11-21', '2026-11-22T05:00:00.000Z'],
    ['weeks later, on a holiday', '2026-12-25', '2026-12-26T05:00:00.000Z'],
    ['on the day the clocks go forward', '2027-03-14', '2027-03-15T04:00:00.000Z'],
  ])('POR-9: %s: it is due at the end of a later day, else by the rule', (_, requestedFocDate, due) => {
    expect(portDueBy(friday, requestedFocDate, newYork.timeZone)).toBe(due);
    const asked = { ...other('2026-11-16T10:00:00-05:00'), requestedFocDate };
    expect(portDueAt(asked, newYork)).toBe(due);
  });

  it('POR-9: of a date asked for and one agreed to the later one counts', () => {
    const asked = portDueBy(friday, '2026-11-25', newYork.timeZone);
    expect(portDueBy(asked, '2026-11-24', newYork.timeZone)).toBe('2026-11-26T05:00:00.000Z');
    expect(portDueBy(asked, '2026-11-25', newYork.timeZone)).toBe('2026-11-26T05:00:00.000Z');
    expect(portDueBy(asked, '2026-11-26', newYork.timeZone)).toBe('2026-11-27T05:00:00.000Z');
    expect(portDueBy(asked, null, newYork.timeZone)).toBe(asked);
  });

  it("POR-9: the day ends by the request's own time zone", () => {
    const timeZone = 'America/Los_Angeles';
    const asked = { ...other('2026-11-16T10:00:00-05:00'), timeZone, requestedFocDate: '2026-12-01' };
    expect(portDueAt(asked, newYork)).toBe('2026-12-02T08:00:00.000Z');
  });

  it('POR-9: is never late before the end of that date, in any zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: -10, max: 60 }),
        (timeZone, came, days) => {
          const asked = addDays(calendarDateAt(came, timeZone), days);
          const request = { receivedAt: came, portType: 'non-simple' };
          const calendar = { timeZone };
          const due = toMillis(portDueAt({ ...request, requestedFocDate: asked }, calendar));
          const regular = toMillis(portDueAt(request, calendar));
          expect(due).toBeGreaterThanOrEqual(regular);
          if (calendarDateAt(regular, timeZone) < asked)
            expect(due).toBe(toMillis(dayStart(addDays(asked, 1), timeZone)));
          else expect(due).toBe(regular);
        },
      ),
    );
  });
});

describe('where and from when the clocks count', () => {
  it.each([
    ['America/New_York', '10:00', '2026-11-16T19:00:00.000Z', '2026-11-17T15:00:00.000Z'],
    ['America/Los_Angeles', '07:00', '2026-11-16T20:00:00.000Z', '2026-11-17T16:00:00.000Z'],
    ['Asia/Kolkata', '20:30', '2026-11-17T06:30:00.000Z', '2026-11-18T02:30:00.000Z'],
    ['Pacific/Chatham', '04:45 of the next day', '2026-11-16T22:15:00.000Z', '2026-11-17T18:15:00.000Z'],
  ])('POR-9: in %s, 15:00 UTC is %s', (timeZone, _, answer, port) => {
    const received = simple('2026-11-16T15:00:00.000Z');
    const calendar = { timeZone, holidays: [] };
    expect([answerDueAt(received, calendar), portDueAt(received, calendar)]).toEqual([answer, port]);
  });

  it('POR-9: the request’s own time zone comes before the account’s', () => {
    const receivedAt = '2026-11-16T15:00:00.000Z';
    const own = { receivedAt, portType: 'simple', timeZone: 'America/Los_Angeles' };
    expect(answerDueAt(own, none)).toBe('2026-11-16T20:00:00.000Z');
    expect(portDueAt(own, none)).toBe('2026-11-17T16:00:00.000Z');
    expect(answerDueAt({ ...own, timeZone: null }, none)).toBe('2026-11-16T19:00:00.000Z');
  });

  it('POR-9: sent back to Pending, every clock counts anew from then', () => {
    const receivedAt = '2026-11-16T15:00:00.000Z';
    const sentBackAt = '2026-11-18T15:00:00.000Z';
    const again = { ...simple(receivedAt), sentBackAt };
    expect(answerDueAt(again, none)).toBe(answerDueAt(simple(sentBackAt), none));
    expect(portDueAt(again, none)).toBe(portDueAt(simple(sentBackAt), none));
    expect(silenceAt(again, { silenceHours: 24 })).toBe('2026-11-19T15:00:00.000Z');
    expect(answerDueAt({ ...again, sentBackAt: null }, none)).toBe(answerDueAt(simple(receivedAt), none));
  });

  it('POR-9: a port goes on after a review as it was due, and anew from the verdict where that has passed', () => {
    const due = '2026-11-17T15:00:00.000Z';
    const reviewed = { ...simple('2026-11-16T15:00:00.000Z'), portDueAt: due };
    expect(portDueAfterReview(reviewed, '2026-11-17T14:59:59.999Z', none)).toBe(due);
    expect(portDueAfterReview(reviewed, due, none)).toBe('2026-11-18T15:00:00.000Z');
    const asked = { ...reviewed, requestedFocDate: '2026-11-25' };
    expect(portDueAfterReview(asked, '2026-11-19T15:00:00.000Z', none)).toBe('2026-11-26T05:00:00.000Z');
    expect(portDueAfterReview(reviewed, '2026-11-19T15:00:00.000Z', none, { simplePortDays: 2 })).toBe(
      '2026-11-23T15:00:00.000Z',
    );
    expect(portDueAfterReview({ ...reviewed, portDueAt: null }, due, none)).toBeNull();
  });

  it('POR-9: silence authorizes nothing unless the policy says so, and then by the clock', () => {
    expect(silenceAt(simple('2026-11-13T20:00:00.000Z'))).toBeNull();
    expect(silenceAt(simple('2026-11-13T20:00:00.000Z'), { silenceHours: 24 })).toBe(
      '2026-11-14T20:00:00.000Z',
    );
    expect(silenceAt(simple('2026-10-31T20:00:00.000Z'), { silenceHours: 48 })).toBe(
      '2026-11-02T20:00:00.000Z',
    );
  });

  it('POR-9: the defaults are those of the rule', () => {
    expect(defaultPortOutPolicy).toEqual({
      businessHours: { opens: '08:00', closes: '17:00' },
      simpleAnswerHours: 4,
      answerHours: 24,
      simplePortDays: 1,
      portDays: 4,
      simplePortCutoff: '13:00',
      silenceHours: null,
      afterInvalidRejection: 'authorized',
      fee: { amountMinor: 0, currency: 'USD' },
      reminders: ['half-time', 'last-hour'],
    });
  });
});

const quarter = 900_000;
const from2026 = Date.UTC(2026, 0);
/** Quarters of an hour, so that a walk in such steps meets every opening and every change of the clocks. */
const moment = fc.nat(2 * 365 * 96).map((quarters) => from2026 + quarters * quarter);
const zone = fc.constantFrom(...zones, 'Africa/Cairo', 'UTC');
const holidays = fc.array(
  fc.nat(2 * 365).map((days) => addDays('2026-01-01', days)),
  { maxLength: 60 },
);
const portType = fc.constantFrom('simple', 'non-simple');
const clocks = fc.constantFrom(answerDueAt, portDueAt);

const isWorking = (at: number, timeZone: string, off: readonly string[]) => {
  const date = calendarDateAt(at, timeZone);
  return weekday(date) % 6 !== 0 && !off.includes(date);
};

describe('the clocks of any request', () => {
  it('POR-9: who comes later is never due earlier', () => {
    fc.assert(
      fc.property(
        moment,
        fc.nat(500),
        zone,
        holidays,
        portType,
        clocks,
        (a, more, timeZone, off, type, dueAt) => {
          const calendar = { timeZone, holidays: off };
          const due = (receivedAt: number) => toMillis(dueAt({ receivedAt, portType: type }, calendar));
          expect(due(a + more * quarter)).toBeGreaterThanOrEqual(due(a));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('POR-9: nothing is due before it came, nor on a weekend or a holiday', () => {
    fc.assert(
      fc.property(moment, zone, holidays, portType, clocks, (receivedAt, timeZone, off, type, dueAt) => {
        const due = toMillis(dueAt({ receivedAt, portType: type }, { timeZone, holidays: off }));
        expect(due).toBeGreaterThan(receivedAt);
        expect(isWorking(due, timeZone, off)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('POR-9: what is due in business hours is due within them', () => {
    fc.assert(
      fc.property(moment, zone, holidays, portType, (receivedAt, timeZone, off, type) => {
        const calendar = { timeZone, holidays: off };
        const times = [portDueAt({ receivedAt, portType: type }, calendar)];
        if (type === 'simple') times.push(answerDueAt({ receivedAt, portType: type }, calendar));
        for (const due of times) {
          const { hour, minute } = toWallTime(due, timeZone);
          expect(hour * 60 + minute).toBeGreaterThanOrEqual(8 * 60);
          expect(hour * 60 + minute).toBeLessThanOrEqual(17 * 60);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('POR-9: between coming and due lies exactly the business time allowed, walked in quarters of an hour', () => {
    fc.assert(
      fc.property(moment, zone, holidays, portType, (receivedAt, timeZone, off, type) => {
        const due = toMillis(answerDueAt({ receivedAt, portType: type }, { timeZone, holidays: off }));
        let worked = 0;
        for (let at = receivedAt; at < due; at += quarter) {
          const { hour } = toWallTime(at, timeZone);
          const isOpen = type === 'non-simple' || (hour >= 8 && hour < 17);
          if (isOpen && isWorking(at, timeZone, off)) worked += quarter;
        }
        expect(worked / 3_600_000).toBe(type === 'simple' ? 4 : 24);
      }),
      { numRuns: 60 },
    );
  });

  it('POR-9: a port has as many openings before it as it has business days', () => {
    fc.assert(
      fc.property(moment, zone, holidays, (receivedAt, timeZone, off) => {
        const due = portDueAt({ receivedAt }, { timeZone, holidays: off });
        let days = 0;
        const last = calendarDateAt(due, timeZone);
        for (
          let date = addDays(calendarDateAt(receivedAt, timeZone), 1);
          date <= last;
          date = addDays(date, 1)
        ) {
          if (isWorking(toMillis(dayStart(date, timeZone)), timeZone, off)) days++;
        }
        const { hour, minute } = toWallTime(receivedAt, timeZone);
        const isInTime = isWorking(receivedAt, timeZone, off) && hour * 60 + minute <= 17 * 60;
        expect(days).toBe(isInTime ? 4 : 5);
      }),
      { numRuns: 200 },
    );
  });

  it('POR-9: one more holiday never makes anything due earlier', () => {
    fc.assert(
      fc.property(
        moment,
        zone,
        holidays,
        fc.nat(20),
        portType,
        clocks,
        (receivedAt, timeZone, off, in_, type, dueAt) => {
          const due = (days: string[]) =>
            toMillis(dueAt({ receivedAt, portType: type }, { timeZone, holidays: days }));
          const another = addDays(calendarDateAt(receivedAt, timeZone), in_);
          expect(due([...off, another])).toBeGreaterThanOrEqual(due(off));
        },
      ),
      { numRuns: 200 },
    );
  });
});
