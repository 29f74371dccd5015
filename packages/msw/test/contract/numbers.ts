import type { Client } from '@numberdesk/core';
import type { PortalEvent } from '@numberdesk/core/http';
import { type PhoneNumber, compareNumbers, numberSorts } from '@numberdesk/core/numbers';
import { describe, expect, it } from 'vitest';
import { type Visitors, line, newOrder, refusalOf, refused, unique } from './desk.ts';

let count = 0;

/** A number that no other test has, and that can be assigned. */
const tn = () => `+1201${3_000_000 + ++count}`;
const row = (number = tn(), purpose = 'survey') => ({ number, purpose });
const minute = 60_000;

export function numberContract({ owner, enter, staff, newAccount, send, now, turn }: Visitors): void {
  const instant = () => new Date(now()).toISOString();

  /** A business, a unit below it, and two programs below that. */
  async function newTree() {
    const top = await newAccount();
    const unit = await newAccount({ level: 'business-unit', parent: top });
    const [east, west] = [
      await newAccount({ level: 'program', parent: unit, name: 'East' }),
      await newAccount({ level: 'program', parent: unit, name: 'West' }),
    ];
    return { top, unit, east, west };
  }

  const add = (account: string, more: object = {}, client = owner()) =>
    client.numbers.add({ account, ...row(), ...more });
  const judge = (client: Client, { id, version }: PhoneNumber, valid: boolean, note?: string) =>
    client.numbers.judge({ id, valid, ...(note ? { note } : {}) }, { ifMatch: version });

  /** The next events of a type, after a position. */
  async function take(client: Client, wanted: number, after: number): Promise<PortalEvent[]> {
    const caller = new AbortController();
    const events: PortalEvent[] = [];
    for await (const event of client.events({ after, signal: caller.signal }))
      if (event.type === 'numbers.changed' && events.push(event) >= wanted) break;
    caller.abort();
    return events;
  }

  describe('adding a number', () => {
    it('NUM-1, NUM-9: answers it, pending, wherever in the tree', async () => {
      const { top, unit, east } = await newTree();
      for (const account of [top, unit, east]) {
        const number = tn();
        const added = await (await enter(account, 'member')).numbers.add({ account, ...row(number) });
        expect(added).toEqual({
          id: expect.any(String),
          number,
          account,
          purpose: 'survey',
          status: 'pending',
          statusChangedAt: instant(),
          note: null,
          warning: null,
          order: null,
          addedAt: instant(),
          leaving: false,
          version: 1,
        });
        expect(await owner().numbers.get({ id: added.id })).toEqual(added);
      }
    });

    it('NUM-4, NUM-7: says what is wrong with number and purpose', async () => {
      const account = await newAccount();
      const why = async (more: object) =>
        (await refusalOf(add(account, more))).errors.map(({ path, code }) => `${path} ${code}`);
      expect(await why({ number: '' })).toEqual(['/number empty']);
      expect(await why({ number: '212-911-1234' })).toEqual(['/number not-digits']);
      expect(await why({ purpose: 'Gossip' })).toEqual(['/purpose purpose-unknown']);
      const { number } = await add(account);
      expect(await why({ number })).toEqual(['/number already-here']);
    });

    it('ACC-1, ACC-2: takes numbers:add, and an account that one sees', async () => {
      const { top, unit, east, west } = await newTree();
      const member = await enter(unit, 'member');
      for (const account of [unit, east]) expect(await add(account, {}, member)).toMatchObject({ account });
      expect(await refused(add(top, {}, member))).toBe('not-found /account');
      expect(await refused(add(west, {}, await enter(east, 'member')))).toBe('not-found /account');
      const viewer = await refusalOf(add(unit, {}, await enter(unit, 'viewer')));
      expect(viewer).toMatchObject({ code: 'forbidden', permission: 'numbers:add' });
      const blind = await enter(unit, ['orders:view']);
      expect(await refusalOf(blind.numbers.list())).toMatchObject({ permission: 'numbers:view' });
    });

    it('NUM-6: wants it confirmed that a number will place no calls', async () => {
      const account = await newAccount();
      const purpose = 'do-not-originate';
      expect(await refused(add(account, { purpose }))).toBe('confirmation-needed /confirm/doNotOriginate');
      const two = { purpose, confirm: { doNotOriginate: 2 } };
      expect(await refused(add(account, two))).toBe('confirmation-needed /confirm/doNotOriginate');
      const added = await add(account, { purpose, confirm: { doNotOriginate: 1 } });
      expect(added).toMatchObject({ purpose });
    });

    it('is done once, however often the same request arrives', async () => {
      const account = await newAccount();
      const one = { account, ...row() };
      const idempotencyKey = unique('key');
      const [first, again] = [
        await owner().numbers.add(one, { idempotencyKey }),
        await owner().numbers.add(one, { idempotencyKey }),
      ];
      expect(again).toEqual(first);
      expect((await (await enter(account)).numbers.list()).data).toEqual([first]);
    });
  });

  describe('a batch', () => {
    it('NUM-7: adds each row or says why not, with its place', async () => {
      const { unit, west } = await newTree();
      const [here, there, fresh] = [await add(unit), await add(west), tn()];
      const rows = [
        row(fresh),
        row('12013000000'),
        row(tn(), 'Gossip'),
        row(fresh, 'political'),
        row(here.number),
        row(there.number),
        row(tn(), 'Customer Service'),
      ];
      const { added, rejected, totals } = await owner().numbers.addBatch({ account: unit, rows });
      expect(added.map(({ number, purpose }) => [number, purpose])).toEqual([
        [fresh, 'survey'],
        [rows[6]!.number, 'customer-service'],
      ]);
      expect(rejected.map(({ index, code }) => [index, code])).toEqual([
        [1, 'plus-missing'],
        [2, 'purpose-unknown'],
        [3, 'duplicate-in-batch'],
        [4, 'already-here'],
        [5, 'held-elsewhere'],
      ]);
      for (const { index, number, purpose, detail, canReassign } of rejected) {
        expect({ number, purpose }).toEqual(rows[index]);
        expect(detail).not.toBe('');
        expect(canReassign).toBe(false);
      }
      expect(rejected[0]!.suggestion).toBe('+12013000000');
      expect(rejected[2]!.first).toBe(0);
      expect(totals).toEqual({ rows: 7, added: 2, rejected: 5 });
    });

    it('has an address of its own, which is no number’s', async () => {
      for (const path of ['numbers/batches', 'numbers/imports'])
        expect((await send(path)).body.code).toBe('method-not-allowed');
    });

    it('NUM-6: adds nothing until it is confirmed how many numbers will place no calls', async () => {
      const account = await newAccount();
      const silent = (number = tn()) => row(number, 'Do Not Originate');
      const rows = [row(), silent(), silent(), silent('1')];
      const send = (doNotOriginate?: number) =>
        owner().numbers.addBatch({
          account,
          rows,
          ...(doNotOriginate === undefined ? {} : { confirm: { doNotOriginate } }),
        });
      const refusal = await refusalOf(send());
      expect(refusal.code).toBe('confirmation-needed');
      expect(refusal.message).toContain('2');
      expect(await refused(send(3))).toBe('confirmation-needed /confirm/doNotOriginate');
      expect((await (await enter(account)).numbers.list()).data).toEqual([]);
      expect((await send(2)).totals).toEqual({ rows: 4, added: 3, rejected: 1 });
    });

    it('NUM-7: has no more rows than the policy lets it have', async ({ onTestFinished }) => {
      onTestFinished(async () => void (await owner().access.putPolicy({})));
      const account = await newAccount();
      await owner().access.putPolicy({ batchMaxRows: 2 });
      const send = (rows: object[]) => owner().numbers.addBatch({ account, rows } as never);
      const { code, errors } = await refusalOf(send([row(), row(), row()]));
      expect(code).toBe('invalid');
      expect(errors).toMatchObject([{ path: '/rows', code: 'too-many-rows' }]);
      expect((await send([row(), row()])).totals.added).toBe(2);
      const tooMany = owner().numbers.startImport({ account, rows: 3 });
      expect((await refusalOf(tooMany)).errors).toMatchObject([{ path: '/rows', code: 'too-many-rows' }]);
    });

    it('NUM-7: tells those who watch the account, at most a hundred numbers at a time', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const { feed } = await client.numbers.list();
      const rows = Array.from({ length: 120 }, () => row());
      const { added } = await owner().numbers.addBatch({ account, rows });
      const events = await take(client, 2, feed);
      expect(events.map(({ data }) => (data['numbers'] as unknown[]).length)).toEqual([100, 20]);
      expect(events.flatMap(({ data }) => data['numbers'])).toEqual(added);
      expect(events[0]!.data).toMatchObject({ account, removed: [], at: instant() });
    });
  });

  describe('a number that sits elsewhere', () => {
    it('NUM-8: moves to a program for who sees both, once that is asked for', async () => {
      const { top, unit, east, west } = await newTree();
      const held = await add(west);
      const admin = await enter(unit);
      const send = (client: Client, account: string, reassign: boolean) =>
        client.numbers.addBatch({ account, rows: [{ ...row(held.number, 'prison'), reassign }] });
      const offered = await send(admin, east, false);
      expect(offered.rejected).toMatchObject([
        { code: 'held-elsewhere', canReassign: true, holder: { id: west, name: 'West' } },
      ]);
      const [before, after] = [await enter(west), await enter(east)];
      const feed = (await before.numbers.list()).feed;
      const moved = await send(admin, east, true);
      expect(moved.rejected).toEqual([]);
      expect(moved.added).toMatchObject([
        { id: held.id, number: held.number, account: east, purpose: 'prison', status: 'pending', version: 2 },
      ]);
      const [left] = await take(before, 1, feed);
      expect(left!.data).toMatchObject({
        account: west,
        numbers: [],
        removed: [{ id: held.id, number: held.number }],
      });
      const [come] = await take(after, 1, feed);
      expect(come!.data).toMatchObject({ account: east, numbers: moved.added, removed: [] });
      expect((await before.numbers.list()).data).toEqual([]);
      expect((await after.numbers.list()).data).toEqual(moved.added);
      expect((await send(await enter(top), unit, true)).rejected).toMatchObject([
        { code: 'held-elsewhere', canReassign: false },
      ]);
    });

    it('NUM-8: is taken out of no account but the one that was named', async () => {
      const { unit, east, west } = await newTree();
      const held = await add(west);
      const admin = await enter(unit);
      const move = (from: string) =>
        admin.numbers.addBatch({ account: east, rows: [{ ...row(held.number), reassign: true, from }] });
      expect((await move(unit)).rejected).toMatchObject([
        { code: 'held-elsewhere', canReassign: true, holder: { id: west } },
      ]);
      expect((await move(west)).added).toMatchObject([{ id: held.id, account: east }]);
      expect((await move(west)).rejected).toMatchObject([{ code: 'already-here' }]);
    });

    it('NUM-8: is held elsewhere, and nothing more, for everybody else', async () => {
      const { east, west } = await newTree();
      const held = [await add(west), await add(await newAccount())];
      const rows = held.map(({ number }) => ({ ...row(number), reassign: true }));
      const { rejected } = await (await enter(east)).numbers.addBatch({ account: east, rows });
      expect(rejected.map(({ index: _, number: __, ...rest }) => rest)).toEqual(
        rows.map(({ purpose }) => ({
          purpose,
          code: 'held-elsewhere',
          detail: rejected[0]!.detail,
          canReassign: false,
        })),
      );
      const refusal = await refusalOf(add(east, rows[0], await enter(east)));
      expect(refusal.errors).toMatchObject([{ path: '/number', code: 'held-elsewhere' }]);
      expect(JSON.stringify(refusal.errors)).not.toContain(west);
    });

    it('NUM-8: is told by name to who may have it moved, one by one too', async () => {
      const { unit, east, west } = await newTree();
      const held = await add(west);
      const admin = await enter(unit);
      const refusal = await refusalOf(add(east, { number: held.number }, admin));
      expect(refusal.errors).toMatchObject([{ path: '/number', code: 'held-elsewhere' }]);
      expect(refusal.errors[0]!.detail).toContain(west);
      const moved = await add(east, { number: held.number, reassign: true }, admin);
      expect(moved).toMatchObject({ id: held.id, account: east });
    });
  });

  describe('a number', () => {
    it('changes its purpose, in a new version, and keeps its status', async () => {
      const account = await newAccount();
      const added = await judge(await staff(), await add(account), true);
      const client = await enter(account, 'member');
      const { feed } = await client.numbers.list();
      const { id } = added;
      const changed = await client.numbers.change({ id, purpose: 'charity' }, { ifMatch: 2 });
      expect(changed).toEqual({ ...added, purpose: 'charity', version: 3 });
      const late = await refusalOf(client.numbers.change({ id, purpose: 'prison' }, { ifMatch: 2 }));
      expect(late).toMatchObject({ code: 'stale', current: changed });
      expect(await client.numbers.change({ id, purpose: 'charity' })).toEqual(changed);
      const [event] = await take(client, 1, feed);
      expect(event!.data).toMatchObject({ account, numbers: [changed], removed: [] });
      expect((await client.numbers.list()).feed).toBe(event!.id);
    });

    it('POR-7, ACC-4: says that a port-out of it is open, and who watches hears when that begins and ends', async () => {
      const { unit, east } = await newTree();
      const added = await add(east);
      const client = await enter(east, 'member');
      const desk = await staff();
      const { feed } = await client.numbers.list();
      const portout = await desk.portouts.record({
        account: unit,
        request: unique('PO'),
        requestedFocDate: '2026-11-30',
        winningCarrier: 'Northwind Mobile',
        submitted: { name: 'East Inc.' },
        numbers: [added.number, tn()],
      });
      const leaving = { ...added, leaving: true, version: 2 };
      expect(await client.numbers.get({ id: added.id })).toEqual(leaving);
      expect(await refused(client.numbers.remove({ id: added.id }))).toBe('transition-not-allowed');
      const { id, version } = portout;
      await desk.portouts.cancel({ id, numbers: [added.number] }, { ifMatch: version });
      const events = await take(client, 2, feed);
      const stays = { ...leaving, leaving: false, version: 3 };
      expect(events.map(({ data }) => data['numbers'])).toEqual([[leaving], [stays]]);
      expect((await client.numbers.list()).data).toEqual([stays]);
      expect(await client.numbers.remove({ id: added.id })).toMatchObject({ id: added.id });
    });

    it('NUM-6: is confirmed to place no calls from now on', async () => {
      const { id } = await add(await newAccount());
      const purpose = 'do-not-originate' as const;
      expect(await refused(owner().numbers.change({ id, purpose }))).toBe(
        'confirmation-needed /confirm/doNotOriginate',
      );
      const confirm = { doNotOriginate: 1 };
      expect(await owner().numbers.change({ id, purpose, confirm })).toMatchObject({ purpose });
      expect(await owner().numbers.change({ id, purpose })).toMatchObject({ purpose, version: 2 });
    });

    it('NUM-8: moves to another program in reach, and to nothing else', async () => {
      const { top, unit, east, west } = await newTree();
      const { id, number } = await add(east);
      const admin = await enter(unit);
      const move = (account: string, client = admin) => client.numbers.change({ id, account });
      expect(await refused(move(unit))).toBe('invalid /account');
      expect(await refused(move(top))).toBe('not-found /account');
      expect(await refused(move(west, await enter(east)))).toBe('not-found /account');
      const { feed } = await admin.numbers.list();
      expect(await move(west)).toMatchObject({ id, number, account: west, version: 2 });
      const events = await take(admin, 2, feed);
      expect(events.map(({ data }) => [data['account'], data['removed'], data['numbers']])).toMatchObject([
        [east, [{ id, number }], []],
        [west, [], [{ id, account: west }]],
      ]);
      expect(await refused((await enter(east)).numbers.get({ id }))).toBe('not-found');
    });

    it('is taken out of the inventory', async () => {
      const account = await newAccount();
      const client = await enter(account, 'member');
      const { id, number } = await add(account);
      const { feed } = await client.numbers.list();
      const late = await refusalOf(client.numbers.remove({ id }, { ifMatch: 7 }));
      expect(late).toMatchObject({ code: 'stale', current: { id, version: 1 } });
      expect(await client.numbers.remove({ id })).toEqual({ id, number });
      expect(await refused(client.numbers.remove({ id }))).toBe('not-found');
      expect((await client.numbers.list()).data).toEqual([]);
      const [event] = await take(client, 1, feed);
      expect(event!.data).toMatchObject({ account, numbers: [], removed: [{ id, number }] });
      expect(await add(account, { number })).toMatchObject({ number, version: 1 });
    });

    it('ACC-1, ACC-2: is changed by who may, where they may', async () => {
      const { unit, east, west } = await newTree();
      const { id } = await add(west);
      for (const other of [await enter(east), await enter(await newAccount())]) {
        expect(await refused(other.numbers.get({ id }))).toBe('not-found');
        expect(await refused(other.numbers.change({ id, purpose: 'prison' }))).toBe('not-found');
        expect(await refused(other.numbers.remove({ id }))).toBe('not-found');
      }
      const viewer = await enter(unit, 'viewer');
      expect((await viewer.numbers.get({ id })).id).toBe(id);
      const isForbidden = { code: 'forbidden', permission: 'numbers:add' };
      expect(await refusalOf(viewer.numbers.change({ id, purpose: 'prison' }))).toMatchObject(isForbidden);
      expect(await refusalOf(viewer.numbers.remove({ id }))).toMatchObject(isForbidden);
      expect(await refused(viewer.numbers.change({ id: 'none', purpose: 'prison' }))).toBe('forbidden');
    });
  });

  describe('a verdict', () => {
    it('NUM-9: approves or rejects with a reason, and can be reversed', async () => {
      const account = await newAccount();
      const desk = await staff();
      const added = await add(account);
      const { feed } = await desk.numbers.list({ account });
      const rejected = await judge(desk, added, false, 'Not yours.');
      expect(rejected).toEqual({ ...added, status: 'rejected', note: 'Not yours.', version: 2 });
      expect(await refused(judge(desk, rejected, false, 'Not at all.'))).toBe(
        'transition-not-allowed /valid',
      );
      const approved = await judge(desk, rejected, true);
      expect(approved).toEqual({ ...added, status: 'approved', note: null, version: 3 });
      expect(await refused(judge(desk, approved, true))).toBe('transition-not-allowed /valid');
      expect(await judge(desk, approved, false, 'After all.')).toMatchObject({ status: 'rejected' });
      const events = await take(await enter(account), 3, feed);
      expect(events.map(({ data }) => (data['numbers'] as PhoneNumber[])[0]!.status)).toEqual([
        'rejected',
        'approved',
        'rejected',
      ]);
    });

    it('NUM-9: is not got around by removing a number and adding it again', async () => {
      const account = await newAccount();
      const desk = await staff();
      const client = await enter(account, 'member');
      const added = await add(account);
      const { id, number } = added;
      await judge(desk, added, false, 'Not yours.');
      await client.numbers.remove({ id });
      const again = await add(account, { number });
      expect(again).toMatchObject({ status: 'pending', warning: 'rejected-before', version: 1 });
      await judge(desk, again, true);
      await client.numbers.remove({ id: again.id });
      expect(await add(account, { number })).toMatchObject({ status: 'pending', warning: null });
    });

    it('NUM-9: is staff’s alone, on what they have seen', async () => {
      const account = await newAccount();
      const added = await add(account);
      const mine = judge(await enter(account), added, true);
      expect(await refusalOf(mine)).toMatchObject({ code: 'forbidden', permission: 'numbers:vet' });
      const desk = await staff();
      expect(await refused(judge(desk, added, false))).toBe('invalid /note');
      await judge(desk, added, true);
      const late = await refusalOf(judge(desk, added, false, 'Too late.'));
      expect(late).toMatchObject({ code: 'stale', current: { status: 'approved', version: 2 } });
    });

    it('NUM-9: comes by itself when its time has come', async () => {
      const account = await newAccount();
      const added = await add(account);
      const client = await enter(account);
      const { id } = added;
      const { feed } = await client.numbers.list();
      const back = turn(5 * minute - 1);
      expect(await client.numbers.get({ id })).toEqual(added);
      const further = turn(1);
      const approved = { ...added, status: 'approved', statusChangedAt: instant(), version: 2 };
      expect(await client.numbers.get({ id })).toEqual(approved);
      expect((await client.numbers.list({ status: ['approved'] })).data).toEqual([approved]);
      expect((await client.numbers.list({ status: ['pending'] })).data).toEqual([]);
      const changed = await client.numbers.change({ id, purpose: 'charity' }, { ifMatch: 2 });
      expect(changed).toEqual({ ...approved, purpose: 'charity', version: 3 });
      const events = await take(client, 2, feed);
      expect(events.map(({ data }) => (data['numbers'] as PhoneNumber[])[0])).toEqual([approved, changed]);
      further();
      back();
    });

    it('NUM-9: waits for staff where the policy says so', async ({ onTestFinished }) => {
      onTestFinished(async () => void (await owner().access.putPolicy({})));
      await owner().access.putPolicy({ numberApprovalMinutes: null });
      const account = await newAccount();
      const added = await add(account);
      const back = turn(400 * minute);
      expect(await (await staff()).numbers.get({ id: added.id })).toEqual(added);
      back();
    });
  });

  describe('a list of numbers', () => {
    const shown = async (client: Client, query: object = {}) =>
      (await client.numbers.list(query)).data.map(({ number }) => number);

    it.each(numberSorts)('NUM-8: by %s shows each number once over all pages', async (sort) => {
      const account = await newAccount();
      const client = await enter(account);
      const backs = [];
      for (let batch = 0; batch < 3; batch++) {
        await owner().numbers.addBatch({ account, rows: [row(), row(), row()] });
        backs.push(turn(1000));
      }
      const all = (await client.numbers.list({ sort })).data;
      expect(all).toHaveLength(9);
      expect(all).toEqual(all.toSorted(compareNumbers(sort)));
      const pages: PhoneNumber[][] = [];
      let cursor: string | undefined;
      do {
        const page = await client.numbers.list({ sort, limit: 4, ...(cursor ? { cursor } : {}) });
        pages.push(page.data);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(pages.map(({ length }) => length)).toEqual([4, 4, 1]);
      expect(pages.flat()).toEqual(all);
      const { next } = await client.numbers.list({ sort, limit: 4 });
      const other = numberSorts.find((each) => each !== sort)!;
      expect(await refused(client.numbers.list({ sort: other, cursor: next! }))).toBe('bad-request /cursor');
      for (const back of backs.reverse()) back();
    });

    it('NUM-5, NUM-9: is narrowed down by status and by purpose', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const desk = await staff();
      const [a, b, c] = [
        await add(account, { purpose: 'charity' }),
        await add(account, { purpose: 'survey' }),
        await add(account, { purpose: 'prison' }),
      ];
      await judge(desk, a, true);
      await judge(desk, b, false, 'No.');
      const sort = 'number';
      expect(await shown(client, { status: ['approved'] })).toEqual([a.number]);
      expect(await shown(client, { status: ['pending', 'rejected'], sort })).toEqual([b.number, c.number]);
      expect(await shown(client, { purpose: ['charity', 'prison'], sort })).toEqual([a.number, c.number]);
      expect(await shown(client, { status: ['pending'], purpose: ['charity'] })).toEqual([]);
    });

    it('NUM-8: is searched by a number however it is written, and by digits that follow each other', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const numbers = ['+12122368901', '+12122369902', '+19172368901'];
      await owner().numbers.addBatch({ account, rows: numbers.map((number) => row(number)) });
      const [a, b, c] = numbers as [string, string, string];
      const found = (q: string) => shown(client, { q, sort: 'number' });
      for (const q of [
        a,
        '2122368901',
        '(212) 236-8901',
        '+1 212.236.8901',
        '1-212-236-8901',
        ' 12122368901',
      ])
        expect(await found(q), q).toEqual([a]);
      expect(await found('212')).toEqual([a, b]);
      expect(await found('+1212236')).toEqual([a, b]);
      expect(await found('12122')).toEqual([a, b]);
      expect(await found('8901')).toEqual([a, c]);
      expect(await found('236-89')).toEqual([a, c]);
      expect(await found('2368')).toEqual([a, c]);
      expect(await found('901')).toEqual([]);
      expect(await found('9 9 0 2')).toEqual([b]);
      expect(await found('none')).toEqual([]);
      await owner().numbers.remove({ id: (await client.numbers.list({ q: a })).data[0]!.id });
      expect(await found('8901')).toEqual([c]);
      for (const { id } of (await client.numbers.list()).data) await owner().numbers.remove({ id });
    });

    it('ACC-1: is narrowed down to an account and those below it', async () => {
      const { top, unit, east, west } = await newTree();
      const [a, b, c, d] = [await add(top), await add(unit), await add(east), await add(west)];
      const sort = 'number';
      const of = async (client: Client, account?: string) =>
        shown(client, { sort, ...(account ? { account } : {}) });
      expect(await of(await enter(top))).toEqual([a, b, c, d].map(({ number }) => number));
      expect(await of(await enter(top), unit)).toEqual([b, c, d].map(({ number }) => number));
      expect(await of(await staff(), east)).toEqual([c.number]);
      expect(await of(await enter(west))).toEqual([d.number]);
      expect(await refused((await enter(west)).numbers.list({ account: east }))).toBe('not-found /account');
    });

    it('ORD-7: has what a completed order brought, and tells of it', async () => {
      const account = await newAccount();
      const client = await enter(account);
      const order = await owner().orders.place(newOrder(account, { lines: [{ ...line, quantity: 2 }] }));
      const { feed } = await client.numbers.list();
      const numbers = [tn(), tn()];
      await owner().orders.moveLine(
        { number: order.number, id: '1', status: 'completed', numbers },
        { ifMatch: order.version },
      );
      const { data } = await client.numbers.list({ sort: 'number' });
      expect(data).toEqual(
        numbers.map((number) => ({
          id: expect.any(String),
          number,
          account,
          purpose: null,
          status: 'approved',
          statusChangedAt: instant(),
          note: null,
          warning: null,
          order: order.number,
          addedAt: instant(),
          leaving: false,
          version: 1,
        })),
      );
      const [event] = await take(client, 1, feed);
      expect(event!.data).toMatchObject({ account, numbers: data, removed: [] });
      const { id } = data[0]!;
      expect(await client.numbers.change({ id, purpose: 'charity' })).toMatchObject({
        purpose: 'charity',
        order: order.number,
      });
    });
  });

  describe('an import', () => {
    it('NUM-7: comes piece by piece, in order, and is gone on with where it was', async () => {
      const account = await newAccount();
      const client = await enter(account, 'member');
      const rows = [row(), row(), row('1'), row(), row()];
      const started = await client.numbers.startImport({ account, rows: 5, name: 'june.csv' });
      const { id } = started;
      expect(started).toEqual({
        id: expect.any(String),
        account,
        name: 'june.csv',
        rows: 5,
        next: 0,
        added: 0,
        rejected: 0,
        createdAt: instant(),
      });
      const send = (from: number, upTo: number) =>
        client.numbers.addBatch({ account, rows: rows.slice(from, upTo), import: { id, from } });
      const first = await send(0, 3);
      expect(first.totals).toEqual({ rows: 3, added: 2, rejected: 1 });
      expect(await client.numbers.import({ id })).toEqual({ ...started, next: 3, added: 2, rejected: 1 });
      expect(await send(0, 3), 'under another key').toEqual(first);
      expect(await refused(send(0, 2))).toBe('idempotency-mismatch');
      const gap = await refusalOf(send(4, 5));
      expect(gap.errors).toMatchObject([{ path: '/import/from' }]);
      expect(gap.errors[0]!.detail).toContain('3');
      expect((await send(3, 5)).totals.added).toBe(2);
      expect(await client.numbers.import({ id })).toMatchObject({ next: 5, added: 4, rejected: 1 });
      const beyond = client.numbers.addBatch({ account, rows: [row()], import: { id, from: 5 } });
      expect(await refused(beyond)).toBe('invalid /rows');
      expect((await client.numbers.list()).data).toHaveLength(4);
    });

    it('ACC-1, ACC-2: is for who may add, where they see', async () => {
      const { east, west } = await newTree();
      const { id } = await owner().numbers.startImport({ account: east, rows: 5 });
      expect(await refused((await enter(west)).numbers.import({ id }))).toBe('not-found');
      const viewer = (await enter(east, 'viewer')).numbers.import({ id });
      expect(await refusalOf(viewer)).toMatchObject({ code: 'forbidden', permission: 'numbers:add' });
      const piece = { account: west, rows: [row()], import: { id, from: 0 } };
      expect(await refused(owner().numbers.addBatch(piece))).toBe('not-found /import/id');
    });
  });
}
