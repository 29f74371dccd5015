import { describe, expect, it } from 'vitest';
import { type Visitors, refused } from './desk.ts';
import { hour, portOutDesk } from './portout-desk.ts';

/** What ports cost, and when a month is closed (POR-8). */
export function chargingContract(visitors: Visitors): void {
  const { owner, enter, staff, newAccount, now, turn } = visitors;
  const { newPortOut, opened, accept, port } = portOutDesk(visitors);

  describe('the charges', () => {
    it('POR-8: are those of the month in which ports are confirmed, corrected by new lines', async () => {
      await owner().access.putPolicy({ portouts: { fee: { amountMinor: 150, currency: 'USD' } } });
      const { portout, clerk, desk } = await opened();
      const [first, second] = portout.numbers.map(({ tn }) => tn) as [string, string];
      const half = await port(desk, await accept(clerk, portout), first);
      const back = turn(11 * 24 * hour);
      await port(desk, half, second);
      const december = await clerk.portouts.charges();
      expect(december).toMatchObject({
        month: '2026-12',
        status: 'open',
        total: { amountMinor: 150, currency: 'USD' },
        lines: [{ kind: 'port-out', tn: second, request: portout.request, portout: portout.id }],
        next: null,
        months: [
          { month: '2026-12', status: 'open', total: { amountMinor: 150, currency: 'USD' } },
          { month: '2026-11', status: 'closed', total: { amountMinor: 150, currency: 'USD' } },
        ],
      });
      const november = await clerk.portouts.charges({ month: '2026-11' });
      const amount = { amountMinor: 100, currency: 'USD' };
      const correction = { id: november.lines[0]!.id, amount, note: 'Agreed.' };
      expect(await desk.portouts.correctCharge(correction)).toMatchObject({
        kind: 'correction',
        month: '2026-12',
        amount: { amountMinor: -50, currency: 'USD' },
        corrects: november.lines[0]!.id,
        note: 'Agreed.',
      });
      expect(await clerk.portouts.charges({ month: '2026-11' })).toEqual({
        ...november,
        months: [
          expect.objectContaining({ total: { amountMinor: 100, currency: 'USD' } }),
          november.months[1],
        ],
      });
      back();
      await owner().access.putPolicy({});
    });

    it('POR-8: of a closed month stay closed when an account comes in below, or moves, where the month still lasts', async () => {
      const account = await newAccount({ timeZone: 'America/New_York' });
      const below = (timeZone: string) => ({ level: 'business-unit', parent: account, timeZone }) as never;
      const west = await newAccount(below('America/Los_Angeles'));
      const { portout, desk } = await opened({ silenceHours: null }, west);
      const [first, second] = portout.numbers.map(({ tn }) => tn) as [string, string];
      const accepted = await accept(desk, portout);
      const at = (moment: string) => turn(Date.parse(moment) - now());
      const back = at('2026-12-01T07:30:00.000Z'); // November in Los Angeles, for half an hour more
      const half = await port(await staff(), accepted, first);
      const over = at('2026-12-01T08:30:00.000Z'); // still November in Honolulu
      const [clerk, provider] = [await enter(account), await staff()];
      const november = () => clerk.portouts.charges({ month: '2026-11' });
      const closed = await november();
      expect(closed).toMatchObject({ status: 'closed', lines: [{ tn: first }] });
      const hawaii = await newAccount(below('Pacific/Honolulu'));
      expect(await november()).toEqual(closed);
      const { version: _, ...moved } = await owner().access.getAccount({ id: west });
      await owner().access.putAccount({ ...moved, timeZone: 'Pacific/Honolulu' } as never);
      expect(await november()).toEqual(closed);
      await port(provider, half, second);
      const other = await provider.portouts.record(newPortOut(hawaii, { requestedFocDate: '2026-12-04' }));
      await port(provider, await accept(provider, other), other.numbers[0]!.tn);
      const amount = { amountMinor: 1, currency: closed.total.currency };
      await provider.portouts.correctCharge({ id: closed.lines[0]!.id, amount, note: 'Agreed.' });
      const { lines, total, status } = closed;
      expect(await november()).toMatchObject({ lines, total, status });
      const december = await clerk.portouts.charges();
      expect([december.month, december.status, december.lines.length]).toEqual(['2026-12', 'open', 3]);
      const own = await (await enter(west)).portouts.charges();
      expect([own.month, own.status, own.lines.length]).toEqual(['2026-12', 'open', 2]);
      over();
      back();
    });

    it('POR-8: of a month that still lasts for an account below are open to the account above, too', async () => {
      const account = await newAccount({ timeZone: 'America/New_York' });
      const where = { level: 'business-unit', parent: account, timeZone: 'America/Los_Angeles' };
      const west = await newAccount(where as never);
      const { portout, desk } = await opened({}, west);
      const clerk = await enter(account);
      const authorized = await accept(desk, portout);
      const at = (moment: string) => turn(Date.parse(moment) - now());
      const back = at('2026-12-01T07:30:00.000Z'); // December in New York, November in Los Angeles
      await port(desk, authorized, portout.numbers[0]!.tn);
      const early = await clerk.portouts.charges();
      const november = await clerk.portouts.charges({ month: '2026-11' });
      const over = at('2026-12-01T08:00:00.000Z');
      const later = await clerk.portouts.charges({ month: '2026-11' });
      over();
      back();
      expect(early).toMatchObject({
        month: '2026-12',
        months: [
          { month: '2026-12', status: 'open' },
          { month: '2026-11', status: 'open' },
        ],
      });
      expect(november).toMatchObject({ status: 'open', lines: [{ account: west }] });
      expect(later).toMatchObject({ status: 'closed', lines: [{ account: west }] });
    });

    it('POR-8: of nobody are asked for by nobody: staff names an account', async () => {
      const desk = await staff();
      expect(await refused(desk.portouts.charges())).toBe('invalid /account');
    });
  });
}
