import { describe, expect, it } from 'vitest';
import { type Visitors, newNumbers, refused } from './desk.ts';
import { hour, mismatch, portOutDesk } from './portout-desk.ts';

/** What the provider finds of a rejection, and how a request ends (POR-5, POR-6, POR-7). */
export function endingContract(visitors: Visitors): void {
  const { staff, newAccount, now, turn } = visitors;
  const { newPortOut, opened, newUnit, accept, reject, judge, port, cancel } = portOutDesk(visitors);

  describe('a verdict', () => {
    it('POR-5: ends a request whose rejection is valid', async () => {
      const { portout, clerk, desk } = await opened();
      const judged = await judge(desk, await reject(clerk, portout), true);
      expect(judged).toMatchObject({
        status: 'rejected',
        portDueAt: null,
        rejections: [{ verdict: { valid: true, note: 'Looked at.' } }],
        numbers: [{ status: 'canceled' }, { status: 'canceled' }],
        history: [{ kind: 'find-valid', by: { side: 'provider' } }, {}, {}],
      });
      expect(await refused(judge(desk, judged, false))).toBe('already-decided');
      expect(await refused(accept(clerk, judged))).toBe('already-decided');
    });

    it('POR-5: lets a request go on whose rejection is not valid, and keeps both', async () => {
      const { portout, clerk, desk } = await opened();
      const judged = await judge(desk, await reject(clerk, portout), false);
      expect(judged).toMatchObject({
        status: 'authorized',
        focDate: '2026-11-30',
        rejections: [{ ...mismatch, verdict: { valid: false } }],
        history: [{ kind: 'find-invalid', to: 'authorized' }, { kind: 'reject' }, {}],
      });
      const shown = await clerk.portouts.get({ id: portout.id });
      expect(shown.history[0]!.by).toEqual({ side: 'provider', name: null });
    });

    it('POR-5: agrees to no date that has passed while the rejection was looked at', async () => {
      const day = new Date(now()).toISOString().slice(0, 10);
      const { portout, clerk, desk } = await opened({ requestedFocDate: '2026-01-05', timeZone: 'UTC' });
      const judged = await judge(desk, await reject(clerk, portout), false);
      expect(judged).toMatchObject({ status: 'authorized', requestedFocDate: '2026-01-05', focDate: day });
    });

    it('POR-9: leaves a port due when it was, but counts anew where the review has outlasted that', async () => {
      const { portout, clerk, desk, account } = await opened();
      const [quick, slow] = [await reject(clerk, portout), await desk.portouts.record(newPortOut(account))];
      const rejected = await reject(clerk, slow);
      expect((await judge(desk, quick, false)).portDueAt).toBe('2026-12-01T05:00:00.000Z');
      const back = turn(15 * 24 * hour); // a Saturday: the four business days begin on Monday
      const judged = await judge(desk, rejected, false);
      expect(judged).toMatchObject({ focDate: '2026-12-05', portDueAt: '2026-12-11T13:00:00.000Z' });
      const { data: due } = await desk.portouts.list({ account, sort: 'dueAt', filter: 'incomplete' });
      expect(due.map(({ id }) => id)).toEqual([portout.id, slow.id]);
      back();
    });

    it('POR-5: says why when it is not valid', async () => {
      const { portout, clerk, desk } = await opened();
      const { id, version } = await reject(clerk, portout);
      const silent = desk.portouts.judge({ id, valid: false }, { ifMatch: version });
      expect(await refused(silent)).toBe('invalid /note');
    });
  });

  describe('the end of a request', () => {
    it('POR-6, POR-7: comes with the last number, which leave the inventory one by one', async () => {
      const numbers = newNumbers(2);
      const account = await newAccount();
      const desk = await staff();
      await desk.numbers.addBatch({
        account,
        rows: numbers.map((number) => ({ number, purpose: 'customer-service' })),
      });
      const { portout, clerk } = await opened({ numbers }, account);
      const { data } = await clerk.numbers.list();
      const [{ id }] = data as [(typeof data)[number]];
      expect(await refused(clerk.numbers.remove({ id }))).toBe('transition-not-allowed');
      const program = await newAccount({ level: 'program', parent: await newUnit(account) } as never);
      expect(await refused(clerk.numbers.change({ id, account: program }))).toBe('transition-not-allowed');
      const row = { number: data[0]!.number, purpose: 'Customer Service', reassign: true };
      const batch = await clerk.numbers.addBatch({ account: program, rows: [row] });
      expect(batch.rejected).toMatchObject([{ code: 'held-elsewhere', canReassign: false }]);
      const half = await port(desk, await accept(clerk, portout), numbers[1]!);
      expect(half).toMatchObject({
        status: 'authorized',
        numbers: [{ status: 'pending' }, { status: 'ported-out', portedOn: '2026-11-20' }],
      });
      expect((await clerk.numbers.list()).data.map(({ number }) => number)).toEqual([numbers[0]]);
      expect(await refused(port(desk, half, numbers[1]!))).toBe('already-decided');
      const whole = await port(desk, half, numbers[0]!);
      expect(whole).toMatchObject({ status: 'ported-out', portDueAt: null });
      expect((await clerk.numbers.list()).data).toEqual([]);
    });

    it('POR-7, POR-8: leaves a number that is in two requests only once, until it has come back', async () => {
      const [number = '', rest = ''] = newNumbers(2);
      const account = await newAccount();
      const { portout, clerk, desk } = await opened({ numbers: [number] }, account);
      const add = () => desk.numbers.add({ account, number, purpose: 'survey' });
      await add();
      const second = await desk.portouts.record(newPortOut(account, { numbers: [number, rest] }));
      const both = await accept(clerk, second);
      await port(desk, await accept(clerk, portout), number);
      expect(await refused(port(desk, both, number))).toBe('transition-not-allowed /tn');
      expect(await desk.portouts.get({ id: both.id })).toMatchObject({
        status: 'authorized',
        version: both.version,
        numbers: [{ status: 'pending' }, { status: 'pending' }],
      });
      const lines = async () => (await clerk.portouts.charges()).lines.map(({ tn }) => tn);
      expect(await lines()).toEqual([number]);
      const half = await port(desk, both, rest);
      await add();
      expect(await port(desk, half, number)).toMatchObject({ status: 'ported-out' });
      expect((await lines()).toSorted()).toEqual([number, number, rest].toSorted());
      expect((await clerk.numbers.list()).data).toEqual([]);
    });

    it('POR-6: is a port of the rest when some numbers are taken back', async () => {
      const { portout, clerk, desk } = await opened();
      const [first, second] = portout.numbers.map(({ tn }) => tn) as [string, string];
      const rest = await cancel(desk, await accept(clerk, portout), [first]);
      expect(rest).toMatchObject({
        status: 'authorized',
        history: [{ kind: 'cancel', numbers: [first] }, {}, {}],
      });
      expect((await port(desk, rest, second)).status).toBe('ported-out');
    });

    it('POR-6: takes back only what is in the request and has not left', async () => {
      const { portout, clerk, desk } = await opened();
      const [first, second] = portout.numbers.map(({ tn }) => tn) as [string, string];
      expect(await refused(cancel(desk, portout, ['+19735550000']))).toBe('invalid /numbers/0');
      const half = await port(desk, await accept(clerk, portout), first);
      expect(await refused(cancel(desk, half, [first]))).toBe('transition-not-allowed');
      const whole = await cancel(desk, half, [second]);
      expect(whole.status).toBe('ported-out');
      expect(await refused(cancel(desk, half, [second]))).toBe('stale');
    });

    it('POR-6: is a cancellation from any state that is open, and from no other', async () => {
      const { portout, clerk, desk } = await opened();
      const canceled = await cancel(desk, portout);
      expect(canceled).toMatchObject({ status: 'canceled', answerDueAt: null, portDueAt: null });
      expect(await refused(cancel(desk, canceled))).toBe('already-decided');
      expect(await refused(judge(desk, canceled, true))).toBe('transition-not-allowed');
      expect(await refused(accept(clerk, canceled))).toBe('transition-not-allowed');
      expect(await refused(port(desk, canceled, portout.numbers[0]!.tn))).toBe('transition-not-allowed');
    });

    it('POR-6: does not come before the request is authorized', async () => {
      const { portout, desk } = await opened();
      expect(await refused(port(desk, portout, portout.numbers[0]!.tn))).toBe('transition-not-allowed');
    });
  });
}
