import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zones } from '../../../test/zones.ts';
import { toInstant } from '../time/instant.ts';
import { chargeCorrection } from './charge-correction.ts';
import { bookingMonth, chargeMonth, monthClosesAt } from './charge-month.ts';
import { type ChargeLine, chargeTotal, chargesByMonth } from './port-charges.ts';

const newYork = 'America/New_York';
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

function line(id: string, month: string, amountMinor: number, at = `${month}-15T12:00:00.000Z`): ChargeLine {
  return { id, month, kind: 'port-out', tn: '+15013334444', portout: 'p-1', amount: usd(amountMinor), at };
}

describe('the charges', () => {
  const now = '2026-12-02T15:00:00.000Z';
  const lines = [line('1', '2026-11', 150), line('2', '2026-10', 150), line('3', '2026-11', 200)];

  it('POR-8: are the running total of the open month and the closed months, the latest first', () => {
    expect(chargesByMonth(lines, 'USD', now, newYork)).toEqual([
      { month: '2026-12', status: 'open', total: usd(0), lines: [] },
      { month: '2026-11', status: 'closed', total: usd(350), lines: [lines[0], lines[2]] },
      { month: '2026-10', status: 'closed', total: usd(150), lines: [lines[1]] },
    ]);
  });

  it('POR-8: a month closes at the first of the next in the account’s time zone, to the millisecond', () => {
    const statusAt = (at: string) =>
      chargesByMonth(lines, 'USD', at, newYork).find(({ month }) => month === '2026-11')?.status;
    expect(statusAt('2026-12-01T04:59:59.999Z')).toBe('open');
    expect(statusAt('2026-12-01T05:00:00.000Z')).toBe('closed');
  });

  it('POR-8: a month that still lasts for an account below is open, and closed once it is over for all', () => {
    const below = ['America/Los_Angeles', 'Pacific/Auckland'];
    const statusAt = (at: string) =>
      chargesByMonth(lines, 'USD', at, newYork, below).find(({ month }) => month === '2026-11')?.status;
    expect(statusAt('2026-12-01T05:00:00.000Z')).toBe('open');
    expect(statusAt('2026-12-01T07:59:59.999Z')).toBe('open');
    expect(statusAt('2026-12-01T08:00:00.000Z')).toBe('closed');
    // What begins earlier in the east is ahead of the account's own month, and open.
    const early = [...lines, line('4', '2026-12', 50, '2026-11-30T12:00:00.000Z')];
    expect(chargesByMonth(early, 'USD', '2026-11-30T12:00:00.000Z', newYork, below)).toMatchObject([
      { month: '2026-12', status: 'open' },
      { month: '2026-11', status: 'open' },
      { month: '2026-10', status: 'closed' },
    ]);
  });

  it('POR-8: what an account sees as closed never changes, wherever those below it book', () => {
    const zonesOf = fc.array(fc.constantFrom(...zones), { minLength: 1, maxLength: 4 });
    const step = fc.record({ wait: fc.nat(86_400_000), zone: fc.nat(3) });
    fc.assert(
      fc.property(zonesOf, fc.array(step, { minLength: 1, maxLength: 12 }), (all, steps) => {
        const [own = newYork, ...below] = all;
        const booked: ChargeLine[] = [];
        const closed = new Map<string, string>();
        let at = Date.UTC(2026, 10, 29);
        for (const { wait, zone } of steps) {
          at += wait;
          const month = chargeMonth(at, all[zone % all.length]!);
          booked.push(line(String(booked.length), month, 100, toInstant(at)));
          for (const { month, status, ...rest } of chargesByMonth(booked, 'USD', at, own, below)) {
            const shown = JSON.stringify(rest);
            expect(closed.get(month) ?? shown).toBe(shown);
            if (status === 'closed') closed.set(month, shown);
          }
        }
      }),
    );
  });

  it('POR-8: a total is of one currency and exact', () => {
    expect(chargeTotal([], 'EUR')).toEqual({ amountMinor: 0, currency: 'EUR' });
    expect(chargeTotal([line('1', '2026-11', 10), line('2', '2026-11', -30)], 'USD')).toEqual(usd(-20));
    expect(() => chargeTotal(lines, 'EUR')).toThrow(RangeError);
    const most = line('1', '2026-11', Number.MAX_SAFE_INTEGER);
    expect(() => chargeTotal([most, line('2', '2026-11', 1)], 'USD')).toThrow(RangeError);
    expect(() => chargeTotal([line('1', '2026-11', 0.5)], 'USD')).toThrow(RangeError);
  });

  it('POR-8: a correction is a new line in the month that takes lines, over the difference', () => {
    const first = chargeCorrection(lines[0]!, usd(0), { id: '4', now, month: '2026-12' });
    expect(first).toEqual({
      id: '4',
      month: '2026-12',
      kind: 'correction',
      tn: '+15013334444',
      portout: 'p-1',
      amount: usd(-150),
      at: now,
      corrects: '1',
    });
    const earlier = [first, chargeCorrection(lines[1]!, usd(0), { id: '5', now, month: '2026-12' })];
    expect(chargeCorrection(lines[0]!, usd(100), { id: '6', now, month: '2026-12', earlier }).amount).toEqual(
      usd(100),
    );
    expect(() =>
      chargeCorrection(lines[0]!, { amountMinor: 0, currency: 'EUR' }, { id: '7', now, month: '2026-12' }),
    ).toThrow(RangeError);
  });

  it('POR-8: a month once closed never changes, whatever is booked and corrected later', () => {
    const start = Date.UTC(2026, 0, 15);
    const day = 86_400_000;
    const step = fc.record({
      wait: fc.nat(40 * day),
      amount: fc.integer({ min: 0, max: 500 }),
      corrects: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(newYork, 'Pacific/Chatham'),
        (steps, timeZone) => {
          const booked: ChargeLine[] = [];
          const closed = new Map<string, string>();
          let at = start;
          for (const { wait, amount, corrects } of steps) {
            at += wait;
            const month = bookingMonth(at, timeZone);
            const id = String(booked.length);
            const wrong = corrects ? booked.findLast(({ kind }) => kind === 'port-out') : undefined;
            booked.push(
              wrong
                ? chargeCorrection(wrong, usd(amount), { id, now: at, month, earlier: booked })
                : line(id, month, amount, toInstant(at)),
            );
            for (const { month, status, ...rest } of chargesByMonth(booked, 'USD', at, timeZone)) {
              const shown = JSON.stringify(rest);
              expect(closed.get(month) ?? shown).toBe(shown);
              if (status === 'closed') closed.set(month, shown);
              expect(status).toBe(month === chargeMonth(at, timeZone) ? 'open' : 'closed');
            }
          }
          expect(monthClosesAt(booked.at(-1)!.month, timeZone) > toInstant(at)).toBe(true);
        },
      ),
    );
  });
});
