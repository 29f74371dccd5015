import type { PortOutDetail, RejectionInput } from '@numberdesk/core/portouts';
import { describe, expect, it } from 'vitest';
import { type Visitors, refusalOf, refused } from './desk.ts';
import { hour, mismatch, portOutDesk } from './portout-desk.ts';

/** What an account answers, and what silence does in its place (POR-4, POR-5, POR-9). */
export function answerContract(visitors: Visitors): void {
  const { enter, now, turn } = visitors;
  const { newPortOut, opened, accept, reject, cancel } = portOutDesk(visitors);

  describe('an answer', () => {
    it('POR-4: accepts for the date that was asked for, or another that is not past', async () => {
      const { portout, clerk, account, desk } = await opened();
      expect(await refused(accept(clerk, portout, '2026-11-19'))).toBe('invalid /focDate');
      const accepted = await accept(clerk, portout);
      expect(accepted).toMatchObject({
        status: 'authorized',
        focDate: '2026-11-30',
        answerDueAt: null,
        portDueAt: portout.portDueAt,
        version: 2,
        history: [
          { kind: 'accept', from: 'pending', to: 'authorized', by: { side: 'customer', name: 'Ada Byron' } },
          { kind: 'received' },
        ],
      });
      const second = await desk.portouts.record(newPortOut(account));
      expect((await accept(clerk, second, '2026-12-04')).focDate).toBe('2026-12-04');
      const late = await desk.portouts.record(newPortOut(account, { requestedFocDate: '2026-11-19' }));
      expect(await refused(accept(clerk, late))).toBe('invalid /focDate');
    });

    it('POR-9: lets a port be late only after the later date that was asked for or agreed to', async () => {
      const { portout, clerk, desk, account } = await opened();
      expect(portout.portDueAt).toBe('2026-12-01T05:00:00.000Z'); // the end of 30 November in New York
      const later = await accept(clerk, portout, '2026-12-04');
      expect(later).toMatchObject({ focDate: '2026-12-04', portDueAt: '2026-12-05T05:00:00.000Z' });
      const second = await desk.portouts.record(newPortOut(account));
      const sooner = await accept(clerk, second, '2026-11-27');
      expect(sooner).toMatchObject({ focDate: '2026-11-27', portDueAt: second.portDueAt });
      const { data } = await desk.portouts.list({ account, sort: 'dueAt' });
      expect(data.map(({ id }) => id)).toEqual([second.id, portout.id]);
      const { data: due } = await desk.portouts.list({ account, dueBefore: later.portDueAt! });
      expect(due.map(({ id }) => id)).toEqual([second.id]);
    });

    it('POR-5: rejects with a reason and what it needs, and both stay', async () => {
      const { portout, clerk } = await opened();
      const rejected = await reject(clerk, portout);
      expect(rejected).toMatchObject({
        status: 'rejection-in-review',
        answerDueAt: null,
        rejections: [{ ...mismatch, verdict: null }],
        history: [{ kind: 'reject', to: 'rejection-in-review' }, {}],
      });
      expect(rejected.rejections[0]!.at).toBe(new Date(now()).toISOString());
    });

    it.each([
      ['a reason that is not on the list', { reason: 'unpaid-bill' }, 'invalid /reason'],
      ['a detail that is missing', { reason: 'zip-mismatch' }, 'invalid /details/value'],
      ['a PIN', { reason: 'pin-mismatch', details: { value: '2581' } }, 'invalid /details/value'],
      [
        'a ground that is never valid',
        { reason: 'other', details: { text: 'There is an unpaid bill.' } },
        'invalid /details/text',
      ],
      [
        'what sounds like such a ground, until that is confirmed',
        { reason: 'zip-mismatch', details: { value: 'unpaid bill' } },
        'confirmation-needed /details/value',
      ],
      [
        'the word of a customer from tomorrow',
        { reason: 'withdrawn', details: { evidence: { date: '2026-11-22', text: 'By mail.' } } },
        'invalid /details/evidence/date',
      ],
    ])('POR-5: is refused with %s', async (_, rejection, code) => {
      const { portout, clerk } = await opened();
      expect(await refused(reject(clerk, portout, rejection as RejectionInput))).toBe(code);
      expect((await clerk.portouts.get({ id: portout.id })).status).toBe('pending');
    });

    it('POR-5: is asked once more about the name as a reason to reject a simple port, and that stands in the evidence', async () => {
      const { portout, clerk } = await opened({ portType: 'simple' });
      const name = { reason: 'name-mismatch', details: { value: 'Amce' } };
      expect(await refused(reject(clerk, portout, name))).toBe('confirmation-needed /reason');
      // Of a ground that nobody asked about there was nothing to confirm.
      const confirmed = { ...name, confirm: ['not-for-simple-port', 'unpaid-bill'] };
      const rejected = await reject(clerk, portout, confirmed);
      expect(rejected.status).toBe('rejection-in-review');
      expect(rejected.rejections[0]?.confirmed).toEqual(['not-for-simple-port']);
      const evidence = await clerk.portouts.evidence({ id: portout.id });
      expect(evidence.portout.rejections[0]?.confirmed).toEqual(['not-for-simple-port']);
    });

    it('POR-5: takes the reasons that the carrier names for the request', async () => {
      const reasons = [{ code: '8A', label: 'Account number', needs: ['value' as const] }];
      const { portout, clerk } = await opened({ reasons });
      const offered = await clerk.portouts.reasons({ id: portout.id });
      expect(offered.reasons.map(({ code }) => code)).toEqual(['8A']);
      expect(portout.reasons).toEqual(offered.reasons);
      expect(await refused(reject(clerk, portout))).toBe('invalid /reason');
      const said = { reason: '8A', details: { value: '4417' } };
      expect((await reject(clerk, portout, said)).status).toBe('rejection-in-review');
    });

    it('POR-9: says when it was due and whether it was in time, also once the request is decided', async () => {
      const { portout, clerk, desk, account } = await opened();
      const [accepted] = (await accept(clerk, portout)).history;
      expect(accepted).toMatchObject({ answerDueAt: portout.answerDueAt, wasInTime: true });
      const other = await desk.portouts.record(newPortOut(account, { portType: 'simple' }));
      const due = other.answerDueAt!;
      const back = turn(Date.parse(due) - now());
      await reject(clerk, other);
      const { portout: proof } = await clerk.portouts.evidence({ id: other.id });
      back();
      expect(proof.answerDueAt).toBeNull();
      const [rejected, received] = proof.history;
      expect(rejected).toMatchObject({ kind: 'reject', at: due, answerDueAt: due, wasInTime: false });
      expect(received).not.toHaveProperty('answerDueAt');
    });

    it('POR-6: is given once: the second is shown what the first did', async () => {
      const { account, portout, clerk } = await opened();
      const colleague = await enter(account, 'admin', { user: { id: 'u-2', name: 'Grace Hopper' } });
      await accept(colleague, portout);
      const refusal = await refusalOf(reject(clerk, portout));
      expect(refusal.code).toBe('stale');
      expect(refusal.current).toMatchObject({
        status: 'authorized',
        version: 2,
        history: [{ kind: 'accept', by: { side: 'customer', name: 'Grace Hopper' } }, {}],
      });
      const seen = await clerk.portouts.get({ id: portout.id });
      expect(await refused(reject(clerk, seen))).toBe('already-decided');
    });

    it('POR-9: comes too late once silence has authorized', async () => {
      const { portout, clerk } = await opened({ silenceHours: 24 });
      expect(portout.silenceAt).toBe(new Date(now() + 24 * hour).toISOString());
      const back = turn(24 * hour);
      const seen = await clerk.portouts.get({ id: portout.id });
      expect(seen).toMatchObject({ status: 'authorized', focDate: '2026-11-30', version: 2 });
      expect(await refused(reject(clerk, seen))).toBe('already-decided');
      back();
    });

    it('POR-9: is given by silence for no date that has passed by then, by the calendar of the request', async () => {
      const { portout, desk, account } = await opened({ silenceHours: 24, requestedFocDate: '2026-11-20' });
      const ahead = await desk.portouts.record(
        newPortOut(account, {
          silenceHours: 24,
          requestedFocDate: '2026-11-20',
          timeZone: 'Pacific/Auckland',
        }),
      );
      const back = turn(72 * hour);
      const focDateOf = async ({ id }: PortOutDetail) => (await desk.portouts.get({ id })).focDate;
      expect([await focDateOf(portout), await focDateOf(ahead)]).toEqual(['2026-11-21', '2026-11-22']);
      const [listed] = (await desk.portouts.list({ account, sort: 'receivedAt' })).data;
      expect(listed).toMatchObject({ status: 'authorized', focDate: '2026-11-21' });
      // Written down with what is done next, it stays.
      const seen = await desk.portouts.get({ id: portout.id });
      expect((await cancel(desk, seen, [seen.numbers[0]!.tn])).focDate).toBe('2026-11-21');
      back();
    });
  });
}
