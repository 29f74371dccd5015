import type { Client } from '@numberdesk/core';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { describe, expect, it } from 'vitest';
import { type Visitors, refusalOf, refused, unique } from './desk.ts';
import { mismatch, portOutDesk } from './portout-desk.ts';

/** How requests are found, and what stands in their evidence (POR-1, POR-2, POR-3). */
export function readingContract(visitors: Visitors): void {
  const { owner, newAccount } = visitors;
  const { newPortOut, opened, accept, reject, judge, port, cancel } = portOutDesk(visitors);

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
}
