import { type PermissionSet, defaultPortOutPolicy, permissionSets } from '@numberdesk/core/access';
import type { Client } from '@numberdesk/core';
import { describe, expect, it } from 'vitest';
import { type Visitors, line, move, newOrder, refusalOf, refused, unique } from './desk.ts';

const sets = ['viewer', 'member', 'admin', 'owner', 'staff'] as const satisfies PermissionSet[];
type Visitor = (typeof sets)[number] | 'stranger' | 'key';

/** Who may do what: for everybody else, what they lack. */
const operations: Record<
  string,
  { may: Visitor[]; lack: string | null; call: (c: Client, account: string) => Promise<unknown> }
> = {
  'list orders': {
    may: [...sets, 'key'],
    lack: 'orders:view',
    call: (client) => client.orders.list(),
  },
  'get an order': {
    may: [...sets, 'key'],
    lack: 'orders:view',
    call: (client) => client.orders.get({ number: 'none' }),
  },
  'read the history of an order': {
    may: [...sets, 'key'],
    lack: 'orders:view',
    call: (client) => client.orders.history({ number: 'none' }),
  },
  'place an order': {
    may: ['member', 'admin', 'owner', 'staff', 'key'],
    lack: 'orders:place',
    call: (client, account) => client.orders.place(newOrder(account)),
  },
  'backfill an order': {
    may: ['staff', 'key'],
    lack: 'orders:manage',
    call: (client, account) => {
      const placedAt = '2026-11-01T00:00:00.000Z';
      const lines = [{ ...line, status: 'processing' as const, statusChangedAt: placedAt }];
      const { number, ...order } = newOrder(account);
      return client.orders.backfill({ ...order, number, placedAt, lines });
    },
  },
  'move a line': {
    may: ['staff', 'key'],
    lack: 'orders:manage',
    call: (client) => client.orders.moveLine({ number: 'none', id: '1', status: 'canceled' }, { ifMatch: 1 }),
  },
  'record a synchronisation': {
    may: ['key'],
    lack: null,
    call: (client) => client.orders.recordSync({ at: '2026-11-01T00:00:00.000Z' }),
  },
  'list port-outs': {
    may: [...sets, 'key'],
    lack: 'portouts:view',
    call: (client) => client.portouts.list(),
  },
  'read a port-out': {
    may: [...sets, 'key'],
    lack: 'portouts:view',
    call: (client) => client.portouts.get({ id: 'none' }),
  },
  'read why a port-out can be rejected': {
    may: [...sets, 'key'],
    lack: 'portouts:view',
    call: (client) => client.portouts.reasons({ id: 'none' }),
  },
  'read the evidence of a port-out': {
    may: [...sets, 'key'],
    lack: 'portouts:view',
    call: (client) => client.portouts.evidence({ id: 'none' }),
  },
  'read the charges': {
    may: [...sets, 'key'],
    lack: 'portouts:view',
    call: (client, account) => client.portouts.charges({ account }),
  },
  'record a port-out': {
    may: ['staff', 'key'],
    lack: 'portouts:manage',
    call: (client, account) =>
      client.portouts.record({
        account,
        request: unique('PO'),
        requestedFocDate: '2026-12-01',
        numbers: ['+19735550000'],
      }),
  },
  'accept a port-out': {
    may: ['admin', 'owner', 'staff', 'key'],
    lack: 'portouts:modify',
    call: (client) => client.portouts.accept({ id: 'none' }, { ifMatch: 1 }),
  },
  'reject a port-out': {
    may: ['admin', 'owner', 'staff', 'key'],
    lack: 'portouts:modify',
    call: (client) => client.portouts.reject({ id: 'none', reason: 'withdrawn' }, { ifMatch: 1 }),
  },
  'judge a rejection': {
    may: ['staff', 'key'],
    lack: 'portouts:manage',
    call: (client) => client.portouts.judge({ id: 'none', valid: true }, { ifMatch: 1 }),
  },
  'cancel a port-out': {
    may: ['staff', 'key'],
    lack: 'portouts:manage',
    call: (client) => client.portouts.cancel({ id: 'none' }, { ifMatch: 1 }),
  },
  'confirm a port': {
    may: ['staff', 'key'],
    lack: 'portouts:manage',
    call: (client) => client.portouts.port({ id: 'none', tn: '+19735550000' }, { ifMatch: 1 }),
  },
  'note something about a port-out': {
    may: ['admin', 'owner', 'staff', 'key'],
    lack: 'portouts:modify',
    call: (client) => client.portouts.addNote({ id: 'none', text: 'A note.' }),
  },
  'correct a charge': {
    may: ['staff', 'key'],
    lack: 'portouts:manage',
    call: (client) =>
      client.portouts.correctCharge({
        id: 'none',
        amount: { amountMinor: 0, currency: 'USD' },
        note: 'A note.',
      }),
  },
  'set what is on file': {
    may: ['key'],
    lack: null,
    call: (client, account) => client.portouts.putServiceRecord({ id: account }),
  },
  'read what is on file': {
    may: ['key'],
    lack: null,
    call: (client, account) => client.portouts.serviceRecord({ id: account }),
  },
  'ask who they are': {
    may: [...sets, 'stranger'],
    lack: null,
    call: (client) => client.access.session(),
  },
  'list the accounts that they reach': {
    may: [...sets, 'stranger'],
    lack: null,
    call: (client) => client.access.reachableAccounts(),
  },
  'let somebody in': {
    may: ['key'],
    lack: null,
    call: (client, account) =>
      client.access.createEmbedSession({
        account,
        user: { id: 'u', name: 'U' },
        permissionSet: 'viewer',
        origins: ['https://portal.example'],
      }),
  },
  'list accounts': { may: ['key'], lack: null, call: (client) => client.access.listAccounts() },
  'get an account': { may: ['key'], lack: null, call: (client, id) => client.access.getAccount({ id }) },
  'put an account': {
    may: ['key'],
    lack: null,
    call: (client) =>
      client.access.putAccount({
        id: unique('other'),
        name: 'Other',
        level: 'business',
        owner: { name: 'Ada', email: 'ada@acme.example' },
      }),
  },
  'get the policy': { may: ['key'], lack: null, call: (client) => client.access.getPolicy() },
  'list webhooks': { may: ['key'], lack: null, call: (client) => client.webhooks.list() },
  'create a webhook': {
    may: ['key'],
    lack: null,
    call: async (client) => {
      const { id } = await client.webhooks.create({ url: 'https://desk.example' });
      await client.webhooks.remove({ id });
    },
  },
  'get a webhook': { may: ['key'], lack: null, call: (client) => client.webhooks.get({ id: 'none' }) },
  'change a webhook': { may: ['key'], lack: null, call: (client) => client.webhooks.change({ id: 'none' }) },
  'remove a webhook': { may: ['key'], lack: null, call: (client) => client.webhooks.remove({ id: 'none' }) },
  "rotate a webhook's secret": {
    may: ['key'],
    lack: null,
    call: (client) => client.webhooks.rotateSecret({ id: 'none' }),
  },
  'replay events to a webhook': {
    may: ['key'],
    lack: null,
    call: (client) => client.webhooks.replay({ id: 'none', after: 0 }),
  },
  'test a webhook': { may: ['key'], lack: null, call: (client) => client.webhooks.test({ id: 'none' }) },
  "list a webhook's deliveries": {
    may: ['key'],
    lack: null,
    call: (client) => client.webhooks.deliveries({ id: 'none' }),
  },
  'put the policy': { may: ['key'], lack: null, call: (client) => client.access.putPolicy({}) },
};

/** All that a list has, page by page. */
async function followed<Item>(
  read: (page: { cursor?: string }) => Promise<{ data: Item[]; next: string | null }>,
): Promise<Item[]> {
  const { data, next } = await read({});
  const items = [...data];
  for (let cursor = next; cursor !== null;) {
    const page = await read({ cursor });
    items.push(...page.data);
    cursor = page.next;
  }
  return items;
}

async function visit({ owner, enter, staff }: Visitors, visitor: Visitor, account: string): Promise<Client> {
  if (visitor === 'key') return owner();
  if (visitor === 'staff') return staff();
  return enter(account, visitor === 'stranger' ? ['numbers:view'] : visitor);
}

export function accessContract(visitors: Visitors): void {
  const { owner, enter, staff, newAccount, send, now, turn } = visitors;

  describe('who may do what', () => {
    for (const [act, { may, lack, call }] of Object.entries(operations)) {
      it(`ACC-2, ACC-4: ${may.join(', ')} may ${act}, and nobody else`, async () => {
        const account = await newAccount();
        for (const visitor of [...sets, 'stranger', 'key'] as const) {
          const client = await visit(visitors, visitor, account);
          const outcome = await call(client, account).then(
            () => null,
            (error) => error,
          );
          if (may.includes(visitor)) expect(outcome?.code ?? null, visitor).toBeOneOf([null, 'not-found']);
          else expect(outcome, visitor).toMatchObject({ code: 'forbidden', status: 403, permission: lack });
        }
      });
    }

    it('ACC-4: is asked before anything else: what is forbidden is not looked up', async () => {
      const viewer = await enter(await newAccount(), 'viewer');
      expect(await refused(viewer.orders.place({} as never))).toBe('forbidden');
      const nothing = viewer.orders.moveLine({ number: 'none', id: '1', status: 'canceled' }, { ifMatch: 1 });
      expect(await refused(nothing)).toBe('forbidden');
    });
  });

  describe('a session', () => {
    it.each(sets)('ACC-2: of the set %s tells what it may do', async (set) => {
      const id = set === 'staff' ? null : await newAccount({ timeZone: 'America/Denver', locale: 'ar' });
      const client = await enter(id, set);
      expect(await client.access.session()).toEqual({
        user: { id: 'u-1', name: 'Ada Byron' },
        account: id && { id, name: 'Acme', level: 'business', timeZone: 'America/Denver' },
        permissions: expect.arrayContaining([...permissionSets[set]]),
        locale: id && 'ar',
        expiresAt: new Date(now() + 900_000).toISOString(),
        policy: {
          retentionDays: 7,
          confirmationHours: 24,
          batchMaxRows: 500,
          areaCodes: [],
          allowFictionalNumbers: false,
          afterInvalidRejection: 'authorized',
        },
        contact: {},
      });
      expect((await client.access.session()).permissions).toHaveLength(permissionSets[set].length);
    });

    it('ACC-2: of single permissions holds what they imply', async () => {
      const client = await enter(await newAccount(), ['portouts:modify', 'documents:upload']);
      expect((await client.access.session()).permissions).toEqual([
        'documents:upload',
        'portouts:view',
        'portouts:modify',
      ]);
    });

    it('ORD-10: shows the contact of its account, and its own language', async () => {
      const contact = { url: 'https://help.example/?o={order}', phone: '+1 501 333 4444' };
      const client = await enter(await newAccount({ contact }), 'viewer', { locale: 'fr' });
      expect(await client.access.session()).toMatchObject({ contact, locale: 'fr' });
    });

    it('ends when its time is over', async ({ onTestFinished }) => {
      const { token } = await owner().access.createEmbedSession({
        account: await newAccount(),
        user: { id: 'u', name: 'U' },
        permissionSet: 'viewer',
        origins: ['https://portal.example'],
        ttlSeconds: 60,
      });
      const headers = { authorization: `Bearer ${token}` };
      expect((await send('session', { headers })).status).toBe(200);
      onTestFinished(turn(59_999));
      expect((await send('session', { headers })).status).toBe(200);
      turn(1);
      expect((await send('session', { headers })).body).toMatchObject({
        code: 'session-expired',
        status: 401,
      });
    });

    it('is of an account that exists', async () => {
      expect(await refused((await enter('nobody')).access.session())).toBe('session-expired');
      const request = owner().access.createEmbedSession({
        account: 'nobody',
        user: { id: 'u', name: 'U' },
        permissionSet: 'viewer',
        origins: ['https://portal.example'],
      });
      expect(await refused(request)).toBe('not-found /account');
    });

    it.each([
      ['no token', ''],
      ['another scheme', 'Basic c2s6'],
      ['a token of nobody', 'Bearer nds_0123456789abcdef'],
      ['a key of nobody', 'Bearer sk_wrong'],
    ])('is refused with %s', async (_, authorization) => {
      const { status, body } = await send('session', { headers: { authorization } });
      expect(status).toBe(401);
      expect(body).toMatchObject({ code: 'unauthenticated', status: 401, errors: [] });
      expect(body.requestId).toEqual(expect.any(String));
    });
  });

  describe('accounts', () => {
    const account = {
      name: 'Acme',
      level: 'business' as const,
      owner: { name: 'Ada', email: 'ada@acme.example' },
    };

    it('ACC-1: are shown with all their fields, and in a new version when they change', async () => {
      const id = unique('acme');
      const first = await owner().access.putAccount({ id, ...account });
      expect(first).toEqual({
        id,
        ...account,
        parent: null,
        timeZone: 'UTC',
        locale: 'en',
        recipients: [],
        contact: {},
        version: 1,
      });
      const second = await owner().access.putAccount({ id, ...account, name: 'Acme Corp' }, { ifMatch: 1 });
      expect(second).toEqual({ ...first, name: 'Acme Corp', version: 2 });
      expect(await owner().access.getAccount({ id })).toEqual(second);
      const late = await refusalOf(owner().access.putAccount({ id, ...account }, { ifMatch: 1 }));
      expect(late).toMatchObject({ code: 'stale', current: second });
    });

    it('ACC-1: stand below one of the level right above, and stay there', async () => {
      const top = await newAccount();
      const put = (id: string, level: string, parent: string | null) =>
        owner().access.putAccount({ id, ...account, level, parent } as never);
      const [unit, program] = [unique('unit'), unique('program')];
      expect(await put(unit, 'business-unit', top)).toMatchObject({ level: 'business-unit', parent: top });
      expect(await put(program, 'program', unit)).toMatchObject({ level: 'program', parent: unit });
      const why = async (call: Promise<unknown>) =>
        (await refusalOf(call)).errors.map(({ path, code }) => `${path} ${code}`).join();
      expect(await why(put(unique('x'), 'business', top))).toBe('/parent not-at-the-top');
      expect(await why(put(unique('x'), 'business-unit', null))).toBe('/parent parent-needed');
      expect(await why(put(unique('x'), 'business-unit', 'nobody'))).toBe('/parent not-found');
      expect(await why(put(unique('x'), 'program', top))).toBe('/parent wrong-level');
      expect(await why(put(unit, 'business', null))).toBe('/level level-fixed');
      expect(await why(put(unit, 'business-unit', await newAccount()))).toBe('/parent parent-fixed');
    });

    it('are listed page by page, each once, in the order of their ids', async () => {
      const mine = [await newAccount(), await newAccount(), await newAccount()];
      const seen = (await followed((page) => owner().access.listAccounts({ limit: 2, ...page }))).map(
        ({ id }) => id,
      );
      expect(seen).toEqual(expect.arrayContaining(mine));
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual([...seen].sort());
      expect(await refused(owner().access.listAccounts({ cursor: '!' }))).toBe('bad-request /cursor');
    });

    it('that do not exist are not found', async () => {
      expect(await refused(owner().access.getAccount({ id: 'nobody' }))).toBe('not-found');
      const put = owner().access.putAccount({ id: unique('x'), ...account }, { ifMatch: 1 });
      expect(await refusalOf(put)).toMatchObject({ code: 'stale', current: null });
    });
  });

  describe('the policy', () => {
    it('ORD-6: has its defaults, takes what is set, and forgets it when it is left out', async ({
      onTestFinished,
    }) => {
      onTestFinished(async () => void (await owner().access.putPolicy({})));
      const defaults = {
        retentionDays: 7,
        confirmationHours: 24,
        holidays: null,
        contact: {},
        batchMaxRows: 500,
        numberApprovalMinutes: 5,
        areaCodes: [],
        allowFictionalNumbers: false,
        senderName: null,
        portalUrl: null,
        portouts: { ...defaultPortOutPolicy },
      };
      expect(await owner().access.getPolicy()).toEqual(defaults);
      const set = { retentionDays: 30, contact: { email: 'help@desk.example' } };
      expect(await owner().access.putPolicy(set)).toEqual({ ...defaults, ...set });
      expect(await owner().access.getPolicy()).toEqual({ ...defaults, ...set });
      const session = await (await enter(await newAccount())).access.session();
      expect(session).toMatchObject({ policy: { retentionDays: 30 }, contact: set.contact });
      expect(await owner().access.putPolicy({ holidays: ['2026-12-24'] })).toEqual({
        ...defaults,
        holidays: ['2026-12-24'],
      });
      expect(await refused(owner().access.putPolicy({ retentionDays: -1 }))).toBe('invalid /retentionDays');
    });

    it('POR-9: has defaults for each field about port-outs', async ({ onTestFinished }) => {
      onTestFinished(async () => void (await owner().access.putPolicy({})));
      const portouts = { silenceHours: 24, reminders: ['last-hour' as const] };
      const set = { portouts, portalUrl: 'https://portal.example/{page}/{id}', senderName: 'Acme Telecom' };
      expect(await owner().access.putPolicy(set)).toMatchObject({
        ...set,
        portouts: { ...defaultPortOutPolicy, ...portouts },
      });
      const refusedWith = async (policy: object) => refused(owner().access.putPolicy(policy));
      expect(await refusedWith({ portouts: { silenceHours: 0 } })).toBe('invalid /portouts/silenceHours');
      expect(await refusedWith({ portouts: { businessHours: { opens: '17:00', closes: '08:00' } } })).toBe(
        'invalid /portouts/businessHours',
      );
      for (const portalUrl of ['https://portal.example/', 'javascript:{id}', 'https://{id}{else}.example/']) {
        expect(await refusedWith({ portalUrl }), portalUrl).toBe('invalid /portalUrl');
      }
    });
  });

  describe('what an account sees', () => {
    it('ACC-1: is itself and what lies below, nothing beside or above', async () => {
      const top = await newAccount();
      const unit = await newAccount({ level: 'business-unit', parent: top });
      const program = await newAccount({ level: 'program', parent: unit });
      const beside = await newAccount({ level: 'business-unit', parent: top });
      const everywhere = [top, unit, program, beside];
      const numbers: Record<string, string> = {};
      for (const account of everywhere) {
        numbers[account] = (await owner().orders.place(newOrder(account))).number;
      }
      const below = { [top]: everywhere, [unit]: [unit, program], [program]: [program], [beside]: [beside] };
      for (const [account, seen] of Object.entries(below)) {
        const client = await enter(account, 'admin');
        const listed = (await client.orders.list()).data.map((order) => order.account);
        expect(listed.sort(), account).toEqual([...seen].sort());
        for (const other of everywhere) {
          const get = client.orders.get({ number: numbers[other]! });
          if (seen.includes(other)) expect((await get).account).toBe(other);
          else expect(await refused(get)).toBe('not-found');
          if (!seen.includes(other)) {
            expect(await refused(client.orders.place(newOrder(other)))).toBe('not-found /account');
          }
        }
      }
      const seenByStaff = (await (await staff()).orders.list({ limit: 200 })).data.map(
        ({ number }) => number,
      );
      expect(seenByStaff).toEqual(expect.arrayContaining(Object.values(numbers)));
    });

    it('ACC-1: is told to a session, page by page in the order of ids, with no word of who owns it', async () => {
      const top = await newAccount();
      const unit = await newAccount({ level: 'business-unit', parent: top });
      const program = await newAccount({ level: 'program', parent: unit, name: 'Sales' });
      const beside = await newAccount({ level: 'business-unit', parent: top });
      const reach = async (account: string | null, limit = 200) => {
        const client = await (account === null ? staff() : enter(account, ['numbers:view']));
        return followed((page) => client.access.reachableAccounts({ limit, ...page }));
      };
      const idsFrom = async (account: string | null, limit?: number) =>
        (await reach(account, limit)).map(({ id }) => id);
      expect(await idsFrom(top)).toEqual([top, unit, program, beside].sort());
      expect(await idsFrom(top, 1)).toEqual([top, unit, program, beside].sort());
      expect(await idsFrom(unit, 2)).toEqual([unit, program].sort());
      expect(await reach(program)).toEqual([{ id: program, name: 'Sales', level: 'program', parent: unit }]);
      expect(await idsFrom(null, 7)).toEqual(
        (await followed((page) => owner().access.listAccounts(page))).map(({ id }) => id),
      );
      const client = await enter(top);
      expect(await refused(client.access.reachableAccounts({ cursor: '!' }))).toBe('bad-request /cursor');
    });

    it('ACC-1: is the same for who manages orders in an account', async () => {
      const [mine, other] = [await newAccount(), await newAccount()];
      const manager = await enter(mine, ['orders:manage']);
      const order = await owner().orders.place(newOrder(other));
      expect(await refused(move(manager, order, 'canceled'))).toBe('not-found');
      const { number } = await owner().orders.place(newOrder(mine));
      expect((await manager.orders.get({ number })).number).toBe(number);
    });
  });
}
