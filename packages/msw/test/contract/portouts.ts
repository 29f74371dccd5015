import type { Client } from '@numberdesk/core';
import type { PortOutDetail, PortOutInput, RejectionInput } from '@numberdesk/core/portouts';
import { describe, expect, it } from 'vitest';
import { type Visitors, newNumbers, refusalOf, refused, unique } from './desk.ts';

const hour = 3_600_000;
const letter = (more: object) => ({ submitted: { loa: { name: 'Ada Byron', date: '2026-11-18', ...more } } });
const mismatch = { reason: 'account-number-mismatch', details: { value: '4417' } };

/** What becomes of a request to take numbers elsewhere (POR-2 … POR-9). */
export function portOutContract({ owner, enter, staff, newAccount, now, turn }: Visitors): void {
  const newPortOut = (account: string, more: Partial<PortOutInput> = {}): PortOutInput => ({
    account,
    request: unique('PO'),
    requestedFocDate: '2026-11-30',
    winningCarrier: 'Northwind Mobile',
    submitted: { name: 'ACME Inc.', accountNumber: '44-71', pin: '2580', zip: '07102' },
    numbers: newNumbers(2),
    ...more,
  });

  /** An account with one request, a clerk of it and the provider's desk. */
  async function opened(more: Partial<PortOutInput> = {}, account?: string) {
    const home = account ?? (await newAccount({ timeZone: 'America/New_York' }));
    const desk = await staff();
    const portout = await desk.portouts.record(newPortOut(home, more));
    return { account: home, desk, clerk: await enter(home), portout };
  }

  const newUnit = (parent: string) => newAccount({ level: 'business-unit', parent } as never);

  const accept = (client: Client, { id, version }: PortOutDetail, focDate?: string) =>
    client.portouts.accept({ id, ...(focDate === undefined ? {} : { focDate }) }, { ifMatch: version });
  const reject = (client: Client, { id, version }: PortOutDetail, rejection: RejectionInput = mismatch) =>
    client.portouts.reject({ id, ...rejection } as never, { ifMatch: version });
  const judge = (client: Client, { id, version }: PortOutDetail, valid: boolean) =>
    client.portouts.judge({ id, valid, note: 'Looked at.' }, { ifMatch: version });
  const port = (client: Client, { id, version }: PortOutDetail, tn: string) =>
    client.portouts.port({ id, tn }, { ifMatch: version });
  const cancel = (client: Client, { id, version }: PortOutDetail, numbers?: string[]) =>
    client.portouts.cancel({ id, ...(numbers ? { numbers } : {}) }, { ifMatch: version });

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

  describe('the list of requests', () => {
    it('POR-2: is filtered, searched, sorted and paged', async () => {
      const { account, desk, clerk, portout } = await opened({ request: unique('PO_Ab') });
      const simple = await desk.portouts.record(newPortOut(account, { portType: 'simple' }));
      const ended = await cancel(desk, await desk.portouts.record(newPortOut(account)));
      const ids = async (query: Parameters<Client['portouts']['list']>[0]) =>
        (await clerk.portouts.list(query)).data.map(({ id }) => id);
      expect(await ids({ filter: 'complete' })).toEqual([ended.id]);
      expect((await ids({ filter: 'incomplete' })).sort()).toEqual([portout.id, simple.id].sort());
      expect(await ids({ status: ['canceled'] })).toEqual([ended.id]);
      expect(await ids({ q: portout.request.toUpperCase() })).toEqual([portout.id]);
      const { tn } = simple.numbers[1]!;
      expect(await ids({ q: `(${tn.slice(2, 5)}) ${tn.slice(5, 8)}-${tn.slice(8)}` })).toEqual([simple.id]);
      expect(await ids({ q: tn.slice(4) })).toEqual([simple.id]);
      expect(await ids({ sort: 'dueAt' })).toEqual([simple.id, portout.id, ended.id]);
      expect(await ids({ dueBefore: portout.answerDueAt! })).toEqual([simple.id]);
      const first = await clerk.portouts.list({ limit: 2, sort: 'dueAt' });
      const rest = await clerk.portouts.list({ limit: 2, sort: 'dueAt', cursor: first.next! });
      expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual([simple.id, portout.id, ended.id]);
      expect(rest.next).toBeNull();
      expect(await refused(clerk.portouts.list({ cursor: first.next! }))).toBe('bad-request /cursor');
    });
  });

  describe('the mails of a request', () => {
    it('POR-1: are written at its receipt and of what others than the account did, and stand in the evidence', async () => {
      const owner = { name: 'Ada', email: 'ada@acme.example' };
      const account = await newAccount({ owner, recipients: ['noc@acme.example', 'ADA@acme.example'] });
      const { portout, clerk, desk } = await opened({}, account);
      const mails = async ({ id }: PortOutDetail) =>
        (await clerk.portouts.evidence({ id })).mails.map(({ kind, to }) => [kind, to]);
      const both = (kind: string) => [
        [kind, 'ada@acme.example'],
        [kind, 'noc@acme.example'],
      ];
      expect(await mails(portout)).toEqual(both('received'));
      const rejected = await reject(clerk, portout);
      expect(await mails(portout)).toEqual(both('received'));
      const judged = await judge(desk, rejected, false);
      expect(await mails(portout)).toEqual([...both('received'), ...both('verdict')]);
      await cancel(desk, judged);
      expect((await mails(portout)).slice(4)).toEqual(both('canceled'));
      const other = await desk.portouts.record(newPortOut(account));
      await accept(desk, other);
      expect(await mails(other)).toEqual([...both('received'), ...both('answered')]);
    });
  });

  describe('a search for port-outs', () => {
    it('POR-2: finds by an area code, and by ten digits what is in another country as well', async () => {
      const { account, desk, clerk, portout: local } = await opened({ numbers: ['+12364567890'] });
      const abroad = await desk.portouts.record(newPortOut(account, { numbers: ['+442364567890'] }));
      const ids = async (q: string) =>
        (await clerk.portouts.list({ q, sort: 'receivedAt' })).data.map(({ id }) => id);
      expect(await ids('(236)')).toEqual([local.id]);
      expect(await ids('456')).toEqual([]);
      expect(await ids('236-456-7890')).toEqual([local.id, abroad.id]);
      expect(await ids('+1 236 456 7890')).toEqual([local.id]);
    });
  });

  describe('notes and evidence', () => {
    it('POR-3: are read by the side that wrote them', async () => {
      const { portout, clerk, desk } = await opened();
      const noted = await clerk.portouts.addNote({ id: portout.id, text: 'Asked the owner.' });
      expect(noted.notes).toMatchObject([{ text: 'Asked the owner.', by: { name: 'Ada Byron' } }]);
      await desk.portouts.addNote({ id: portout.id, text: 'Looks odd.' });
      const text = async (client: Client) =>
        (await client.portouts.get({ id: portout.id })).notes.map(({ text }) => text);
      expect(await text(clerk)).toEqual(['Asked the owner.']);
      expect(await text(desk)).toEqual(['Looks odd.']);
    });

    it('POR-3: of whatever is written about a request nothing holds its PIN, nor the one on file', async () => {
      const { account, portout, clerk, desk } = await opened();
      await owner().portouts.putServiceRecord({ id: account, pin: 'Fox-4711' });
      const { id } = portout;
      const evidence = { date: '2026-11-19', text: 'She gave 2 5 8 0.' };
      for (const [details, path] of [
        [{ value: 'PIN 2580' }, '/details/value'],
        [{ value: '44', reference: 'fox4711' }, '/details/reference'],
        [{ value: '44', evidence }, '/details/evidence/text'],
        [{ value: '44', text: '2580' }, '/details/text'],
        [{ value: '44', field: '2580' }, '/details/field'],
      ] as const) {
        const rejection = { reason: 'account-number-mismatch', details };
        expect(await refused(reject(clerk, portout, rejection))).toBe(`invalid ${path}`);
      }
      const confirmed = { ...mismatch, confirm: ['2580'] };
      expect(await refused(reject(clerk, portout, confirmed))).toBe('invalid /confirm/0');
      for (const side of [clerk, desk])
        expect(await refused(side.portouts.addNote({ id, text: 'It is 2580.' }))).toBe('invalid /text');
      const refusal = await refusalOf(
        desk.portouts.cancel({ id, note: 'Not FOX 4711' }, { ifMatch: portout.version }),
      );
      expect(refusal.errors).toMatchObject([{ path: '/note', code: 'holds-pin' }]);
      expect(JSON.stringify(refusal)).not.toMatch(/fox|4711/i);
      const { version } = await reject(clerk, portout);
      const verdict = { id, valid: false, note: 'It is 2580.' };
      expect(await refused(desk.portouts.judge(verdict, { ifMatch: version }))).toBe('invalid /note');
      const going = await judge(desk, await desk.portouts.get({ id }), false);
      await port(desk, going, portout.numbers[0]!.tn);
      const [line] = (await clerk.portouts.charges()).lines;
      const amount = { amountMinor: 0, currency: 'USD' };
      const correction = { id: line!.id, amount, note: '2580' };
      expect(await refused(desk.portouts.correctCharge(correction))).toBe('invalid /note');
      const noted = await clerk.portouts.addNote({ id, text: `The PIN is wrong, call +12125802580.` });
      expect(noted.notes).toHaveLength(1);
    });

    it('POR-5: hold the whole case, without a PIN', async () => {
      const { account, portout, clerk } = await opened();
      await reject(clerk, portout);
      const evidence = await clerk.portouts.evidence({ id: portout.id });
      expect(evidence).toMatchObject({
        account: { id: account, name: 'Acme', timeZone: 'America/New_York' },
        portout: { status: 'rejection-in-review', rejections: [mismatch], history: [{}, {}] },
      });
      expect(JSON.stringify(evidence)).not.toContain('2580');
    });
  });

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
