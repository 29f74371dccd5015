import type { PortOutDetail, PortOutInput } from '@numberdesk/core/portouts';
import { describe, expect, it } from 'vitest';
import { type Visitors, refusalOf, refused } from './desk.ts';
import { letter, portOutDesk } from './portout-desk.ts';

/** What is recorded of a request, by whom and for whom (POR-3, POR-6, POR-9, POR-10). */
export function recordingContract(visitors: Visitors): void {
  const { owner, enter, staff, newAccount } = visitors;
  const { newPortOut, opened, accept, reject, judge, port, cancel } = portOutDesk(visitors);

  describe('what a secret key does', () => {
    it('ACC-5: is told as the provider’s doing, and as the carrier’s what the carrier does', async () => {
      const account = await newAccount();
      const key = owner();
      const clerk = await enter(account);
      const made = await key.portouts.record(newPortOut(account));
      await accept(key, made);
      const taken = await key.portouts.record(newPortOut(account));
      await cancel(key, taken);
      const sides = async ({ id }: PortOutDetail) =>
        (await clerk.portouts.evidence({ id })).portout.history.map(({ kind, by }) => [kind, by]);
      const [carrier, provider] = ['carrier', 'provider'].map((side) => ({ side, name: null }));
      expect(await sides(made)).toEqual([
        ['accept', provider],
        ['received', carrier],
      ]);
      expect(await sides(taken)).toEqual([
        ['cancel', carrier],
        ['received', carrier],
      ]);
    });
  });

  describe('a request that is recorded', () => {
    it('POR-3, POR-9: is pending, with its clocks and all that was submitted but the PIN', async () => {
      const { portout, clerk } = await opened({ requestedFocDate: '2026-11-27' });
      expect(portout).toMatchObject({
        status: 'pending',
        portType: 'non-simple',
        focDate: null,
        quantity: 2,
        answerDueAt: '2026-11-23T15:00:00.000Z', // a Friday morning: a business day later is Monday
        portDueAt: '2026-11-27T15:00:00.000Z', // Thanksgiving does not count
        silenceAt: null,
        version: 1,
        submitted: { name: 'ACME Inc.', pin: '••••', loa: null },
        matches: { name: 'not-on-file', address: 'not-submitted', pin: 'not-on-file' },
        rejections: [],
        history: [{ kind: 'received', by: { side: 'provider', name: 'Ada Byron' } }],
        notes: [],
      });
      const [received] = portout.history;
      const unnamed = { ...received, by: { side: 'provider', name: null } };
      expect(await clerk.portouts.get({ id: portout.id })).toEqual({
        ...portout,
        history: [unnamed],
        feed: expect.any(Number),
      });
    });

    it('POR-3: keeps of a letter of authorization who signed it and when, and its file where one is named', async () => {
      const { portout, clerk } = await opened(letter({ file: 'loa.pdf' }));
      const loa = { name: 'Ada Byron', date: '2026-11-18', file: 'loa.pdf' };
      expect(portout.submitted.loa).toEqual(loa);
      expect((await clerk.portouts.evidence({ id: portout.id })).portout.submitted.loa).toEqual(loa);
      const bare = await opened(letter({}));
      expect(bare.portout.submitted.loa).toEqual({ ...loa, file: null });
    });

    it('POR-9: tells staff, too, in which zone its days are counted: its own, else its account’s', async () => {
      const { portout, desk } = await opened();
      expect((await desk.portouts.get({ id: portout.id })).timeZone).toBe('America/New_York');
      const own = await opened({ timeZone: 'America/Los_Angeles' });
      expect((await own.desk.portouts.get({ id: own.portout.id })).timeZone).toBe('America/Los_Angeles');
    });

    it('POR-3, POR-5: is held against what is on file, of which nothing is shown', async () => {
      const { account, portout, clerk } = await opened();
      const onFile = { name: 'Acme Incorporated', accountNumber: '4471', pin: '2581', zip: '07102-1234' };
      const shown = await owner().portouts.putServiceRecord({ id: account, ...onFile });
      expect(shown).toEqual({ account, ...onFile, address: null, pin: '••••' });
      expect(await owner().portouts.serviceRecord({ id: account })).toEqual(shown);
      expect((await clerk.portouts.get({ id: portout.id })).matches).toEqual({
        name: 'match',
        address: 'not-submitted',
        accountNumber: 'match',
        pin: 'mismatch',
        zip: 'match',
      });
    });

    it.each([
      ['no number', { numbers: [] }, 'invalid /numbers'],
      ['a number that is none', { numbers: ['5013334444'] }, 'invalid /numbers/0'],
      ['a number twice', { numbers: ['+15013334444', '+15013334444'] }, 'invalid /numbers'],
      ['a day that is none', { requestedFocDate: '2026-02-30' }, 'invalid /requestedFocDate'],
      ['a number of more than 64 characters', { request: 'P'.repeat(65) }, 'invalid /request'],
      ['a moment to come', { receivedAt: '2030-01-01T00:00:00Z' }, 'invalid /receivedAt'],
      ['no time zone', { timeZone: 'Newark' }, 'invalid /timeZone'],
      ['the PIN in the name of its carrier', { winningCarrier: 'Northwind 2580' }, 'invalid /winningCarrier'],
      [
        'the PIN as its account number',
        { submitted: { pin: '2580', accountNumber: '2580' } },
        'invalid /submitted/accountNumber',
      ],
      ['a letter by its file alone', { submitted: { loa: 'loa.pdf' } }, 'invalid /submitted/loa'],
      ['a letter that nobody signed', letter({ name: undefined }), 'invalid /submitted/loa/name'],
      ['a letter without a date', letter({ date: undefined }), 'invalid /submitted/loa/date'],
      ['a letter of a day that is none', letter({ date: '2026-02-30' }), 'invalid /submitted/loa/date'],
      ['a status that it has to come to', { status: 'authorized' }, 'invalid /status'],
    ])('is refused with %s', async (_, more, code) => {
      const desk = await staff();
      const account = await newAccount();
      expect(await refused(desk.portouts.record(newPortOut(account, more as Partial<PortOutInput>)))).toBe(
        code,
      );
    });

    it('POR-6: keeps a status that nobody here knows, which can be canceled, and no more', async () => {
      const { portout, clerk, desk } = await opened({ status: 'On hold at NPAC' });
      expect(portout.status).toBe('On hold at NPAC');
      const [first, second] = portout.numbers.map(({ tn }) => tn) as [string, string];
      for (const act of [
        () => accept(clerk, portout),
        () => reject(clerk, portout),
        () => judge(desk, portout, true),
        () => port(desk, portout, first),
      ]) {
        const { code, message } = await refusalOf(act());
        expect(code).toBe('transition-not-allowed');
        expect(message).toContain('“On hold at NPAC”, which is not known here: it can be canceled');
      }
      const { data } = await clerk.portouts.list({ filter: 'incomplete' });
      expect(data.map(({ id }) => id)).toEqual([portout.id]);
      const half = await cancel(desk, portout, [first]);
      expect(half).toMatchObject({
        status: 'On hold at NPAC',
        numbers: [{ status: 'canceled' }, { status: 'pending' }],
      });
      const canceled = await cancel(desk, half, [second]);
      expect(canceled).toMatchObject({
        status: 'canceled',
        history: [{ kind: 'cancel', from: 'On hold at NPAC', to: 'canceled' }, {}, {}],
      });
      expect((await clerk.portouts.list({ filter: 'incomplete' })).data).toEqual([]);
    });

    it('POR-10: asks for what it takes to see it, to answer it and to judge', async () => {
      const { account, portout } = await opened();
      const stranger = await enter(account, ['orders:view']);
      const viewer = await enter(account, 'viewer');
      const admin = await enter(account);
      expect((await refusalOf(stranger.portouts.list())).permission).toBe('portouts:view');
      expect((await refusalOf(accept(viewer, portout))).permission).toBe('portouts:modify');
      expect((await refusalOf(judge(admin, portout, true))).permission).toBe('portouts:manage');
      expect((await refusalOf(port(admin, portout, portout.numbers[0]!.tn))).permission).toBe(
        'portouts:manage',
      );
    });

    it('ACC-1: does not exist for another account', async () => {
      const { portout } = await opened();
      const other = await enter(await newAccount());
      expect(await refused(other.portouts.get({ id: portout.id }))).toBe('not-found');
      expect(await refused(other.portouts.get({ id: 'none' }))).toBe('not-found');
      expect(await refused(accept(other, portout))).toBe('not-found');
      expect((await other.portouts.list()).data).toEqual([]);
    });
  });
}
