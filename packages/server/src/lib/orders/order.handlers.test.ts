import { randomUUID } from 'node:crypto';
import type { Permission } from '@numberdesk/core/access';
import { orderApi, orderPageSchema, orderSchema } from '@numberdesk/core/orders';
import type { Order, OrderBackfill, OrderPage } from '@numberdesk/core/orders';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, line, openTestServer, order } from '../../../test/test-server.ts';

const day = 86_400_000;
let round = 0;
/** A number of this test alone: no other tenant holds it. */
const tn = (last: number) => `+1212${200 + round}${String(last).padStart(4, '0')}`;

describe.each(databaseKinds)('orders, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let start: number;
  beforeAll(async () => {
    server = await openTestServer(kind);
    start = server.clock.now;
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = start;
    round++;
    tenant = await server.newTenantWithAccounts();
  });

  const get = (number: string, as = tenant.key) => server.send<Order>('GET', `/v1/orders/${number}`, { as });
  const list = (query = '', as = tenant.key) => server.send<OrderPage>('GET', `/v1/orders?${query}`, { as });
  const numbersIn = async (query = '', as = tenant.key) =>
    (await list(query, as)).body.data.map((it) => it.number);
  const put = (number: string, body: unknown, headers = {}, as = tenant.key) =>
    server.send('PUT', `/v1/orders/${number}`, { as, body, headers });
  const move = (path: string, body: object, version: number | string, as = tenant.key) =>
    server.send('PATCH', `/v1/orders/${path}`, { as, body, headers: { 'if-match': `"${version}"` } });
  const moved = async (path: string, body: object, version: number) => {
    const answered = await move(path, body, version);
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    return answered.body as unknown as Order;
  };
  const inventory = async () => {
    const rows = await server.database.asOwner<{ number: string; account: string }>(
      `select n.number, a.external_id as account from active_numbers n
       join accounts a on a.tenant_id = n.tenant_id and a.id = n.account_id
       where n.tenant_id = $1 order by n.number`,
      [tenant.id],
    );
    return rows.map(({ number, account }) => [number, account]);
  };
  const auditOf = (subject: string) =>
    server.database.asOwner<{
      action: string;
      actor: object;
      before: Order | null;
      after: Order;
      request_id: string;
    }>('select * from audit_log where tenant_id = $1 and subject = $2 order by at, id', [tenant.id, subject]);
  const past = { ...line, status: 'completed' as const, statusChangedAt: '2026-11-20T09:00:00.000Z' };
  const backfill = (more: Partial<OrderBackfill> = {}): OrderBackfill => ({
    account: 'acme',
    placedBy: { name: 'Ada Byron' },
    placedAt: '2026-11-02T15:00:00.000Z',
    lines: [{ ...past, numbers: [tn(1)] }],
    ...more,
  });

  describe('place', () => {
    it('ORD-2: answers the order as the list shows it', async () => {
      const { status, headers, body } = await server.send<Order>('POST', '/v1/orders', {
        as: tenant.key,
        headers: { 'idempotency-key': randomUUID() },
        body: order({
          number: 'A-1',
          lines: [line, { ...line, id: 'second', quantity: 3, supply: 'in-stock' }],
        }),
      });
      expect([status, headers.get('etag')]).toEqual([201, '"1"']);
      expect(orderSchema.parse(body)).toEqual((await get('A-1')).body);
      expect(body).toMatchObject({
        number: 'A-1',
        account: 'acme',
        placedAt: '2026-11-22T12:00:00.000Z',
        confirmedAt: null,
        placedBy: { name: 'Ada Byron' },
        quantity: 4,
        status: 'processing',
        action: null,
        leavesAt: null,
        version: 1,
        lines: [{ id: '1' }, { id: 'second', quantity: 3, supply: 'in-stock' }],
      });
    });

    it('ORD-5: freezes the dates of the lead time by the zone of the account and the holidays of the policy', async () => {
      await server.send('PUT', '/v1/accounts/tokyo', {
        as: tenant.key,
        body: {
          name: 'T',
          level: 'business',
          timeZone: 'Asia/Tokyo',
          owner: { name: 'T', email: 't@t.test' },
        },
      });
      await server.send('PUT', '/v1/policy', { as: tenant.key, body: { holidays: ['2026-11-25'] } });
      server.clock.now = Date.parse('2026-11-23T18:00:00Z'); // Tuesday in Tokyo
      const placed = await server.place(tenant.key, { number: 'T-1', account: 'tokyo' });
      expect(placed.lines[0]?.estimated).toEqual({ from: '2026-11-26', to: '2026-11-30' });
      await server.send('PUT', '/v1/policy', { as: tenant.key, body: { holidays: [] } });
      expect((await get('T-1')).body.lines[0]?.estimated).toEqual({ from: '2026-11-26', to: '2026-11-30' });
    });

    it('refuses a number that is taken in the tenant, in words that tell nothing of whose it is', async () => {
      await server.place(tenant.key, { number: 'A-1', account: 'beta' });
      const as = await server.newSession(tenant, {});
      const { status, body } = await server.send('POST', '/v1/orders', {
        as,
        headers: { 'idempotency-key': randomUUID() },
        body: order({ number: 'A-1' }),
      });
      expect([status, body.code, body.errors[0]?.path]).toEqual([409, 'order-exists', '/number']);
      expect(JSON.stringify(body)).not.toContain('beta');
      expect((await get('A-1', as)).status).toBe(404);
    });

    it('ORD-9: leaves it to the provider to say when an order was placed and that it is confirmed', async () => {
      const member = await server.newSession(tenant, {});
      const staff = await server.newSession(tenant, { account: null, permissionSet: 'staff' });
      for (const [name, value] of [
        ['confirmedAt', '2026-11-22T11:00:00.000Z'],
        ['placedAt', '2026-11-22T10:00:00.000Z'],
      ] as const) {
        const send = (as: string) =>
          server.send<Order>('POST', '/v1/orders', {
            as,
            headers: { 'idempotency-key': randomUUID() },
            body: order({ [name]: value }),
          });
        expect(await send(member)).toMatchObject({
          status: 403,
          body: { code: 'forbidden', permission: 'orders:manage', errors: [{ path: `/${name}` }] },
        });
        expect((await send(staff)).body[name]).toBe(value);
        expect((await send(tenant.key)).body[name]).toBe(value);
      }
    });
  });

  describe('who sees and does what', () => {
    const places = {
      own: ['acme-east', true],
      below: ['acme-east-1', true],
      above: ['acme', false],
      foreign: ['beta', false],
    } as const;

    it.each(Object.entries(places))(
      'ACC-1: an account acts in what is %s: %s',
      async (_, [account, isSeen]) => {
        const number = 'A-1';
        await server.place(tenant.key, { number, account });
        const manager = {
          account: 'acme-east',
          permissions: ['orders:place', 'orders:manage'] as Permission[],
        };
        const as = await server.newSession(tenant, manager);
        const found = isSeen ? 200 : 404;
        expect((await get(number, as)).status).toBe(found);
        expect(await numbersIn('', as)).toEqual(isSeen ? [number] : []);
        expect((await move(`${number}/lines/1`, { status: 'pending-docs' }, 1, as)).status).toBe(found);
        expect(
          (await put(number, backfill({ account, lines: [{ ...past, numbers: [tn(1)] }] }), {}, as)).status,
        ).toBe(found);
        const answered = await server.send('POST', '/v1/orders', {
          as,
          headers: { 'idempotency-key': randomUUID() },
          body: order({ account }),
        });
        expect(answered.status).toBe(isSeen ? 201 : 404);
        if (!isSeen)
          expect(answered.body).toMatchObject({ code: 'not-found', errors: [{ path: '/account' }] });
      },
    );

    it('ACC-1: a program sees nothing beside it, a business all that is its own, staff everything', async () => {
      for (const account of ['acme', 'acme-east', 'acme-east-1', 'acme-east-2', 'beta']) {
        await server.place(tenant.key, { number: account, account });
      }
      const seenFrom = async (account: string) =>
        numbersIn('sort=number', await server.newSession(tenant, { account }));
      expect(await seenFrom('acme-east-1')).toEqual(['acme-east-1']);
      expect(await seenFrom('acme-east')).toEqual(['acme-east', 'acme-east-1', 'acme-east-2']);
      expect(await seenFrom('acme')).toEqual(['acme', 'acme-east', 'acme-east-1', 'acme-east-2']);
      const staff = await server.newSession(tenant, { account: null, permissionSet: 'staff' });
      expect(await numbersIn('', staff)).toHaveLength(5);
    });

    it('an unknown order and a foreign one meet the same answer, whatever is asked of them', async () => {
      await server.place(tenant.key, { number: 'theirs', account: 'beta' });
      const foreign = await server.newTenantWithAccounts();
      await server.place(foreign.key, { number: 'elsewhere' });
      const as = await server.newSession(tenant, { permissions: ['orders:place', 'orders:manage'] });
      for (const ask of [
        (number: string) => get(number, as),
        (number: string) => move(`${number}/lines/1`, { status: 'canceled' }, 1, as),
      ]) {
        const answers = await Promise.all(['unknown', 'theirs', 'elsewhere'].map((number) => ask(number)));
        const bodies = answers.map(({ body }) => JSON.stringify({ ...body, requestId: '' }));
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
        expect(new Set(bodies).size).toBe(1);
      }
    });

    const holders: [Permission[], ...('list' | 'get' | 'place' | 'backfill' | 'moveLine')[]][] = [
      [['numbers:view']],
      [['orders:view'], 'list', 'get'],
      [['orders:place'], 'list', 'get', 'place'],
      [['orders:manage'], 'list', 'get', 'backfill', 'moveLine'],
    ];

    it.each(holders)('ACC-2: %s opens %s %s %s %s', async (permissions, ...opened) => {
      await server.place(tenant.key, { number: 'A-1' });
      const as = await server.newSession(tenant, { permissions });
      const answers = {
        list: await server.send('GET', '/v1/orders', { as }),
        get: await server.send('GET', '/v1/orders/A-1', { as }),
        place: await server.send('POST', '/v1/orders', {
          as,
          headers: { 'idempotency-key': randomUUID() },
          body: order(),
        }),
        backfill: await put('B-1', backfill(), {}, as),
        moveLine: await move('A-1/lines/1', { status: 'pending-docs' }, 1, as),
        recordSync: await server.send('PUT', '/v1/sync/orders', { as, body: { at: '2026-11-22T12:00:00Z' } }),
      };
      for (const [name, { status, body }] of Object.entries(answers)) {
        const isOpen = opened.some((open) => open === name);
        expect([name, status < 300]).toEqual([name, isOpen]);
        const { needs } = orderApi[name as keyof typeof orderApi];
        if (!isOpen) expect(body).toMatchObject({ code: 'forbidden' });
        if (!isOpen && needs !== 'secret-key') expect(body.permission).toBe(needs);
      }
    });
  });

  describe('list', () => {
    it('ORD-1: shows the newest number first, 1000 before 999, page by page', async () => {
      for (const number of ['999', '1000', '7', '1001', '98']) await server.place(tenant.key, { number });
      expect(await numbersIn()).toEqual(['1001', '1000', '999', '98', '7']);
      expect(await numbersIn('sort=number')).toEqual(['7', '98', '999', '1000', '1001']);
      const first = await list('limit=2');
      expect(orderPageSchema.parse(first.body).data.map((it) => it.number)).toEqual(['1001', '1000']);
      const second = await list(`limit=2&cursor=${first.body.next}`);
      expect(second.body.data.map((it) => it.number)).toEqual(['999', '98']);
      const third = await list(`limit=2&cursor=${second.body.next}`);
      expect([third.body.data.map((it) => it.number), third.body.next]).toEqual([['7'], null]);
      const wrong = await server.send('GET', `/v1/orders?sort=number&cursor=${first.body.next}`, {
        as: tenant.key,
      });
      expect([wrong.status, wrong.body.errors[0]?.path]).toEqual([400, '/cursor']);
    });

    it('ORD-6: lets an order go to the history to the millisecond, as the policy says', async () => {
      await server.place(tenant.key, { number: 'A-1' });
      const { leavesAt } = await moved('A-1/lines/1', { status: 'canceled' }, 1);
      expect(leavesAt).toBe('2026-11-29T12:00:00.000Z');
      server.clock.now = start + 7 * day - 1;
      expect([await numbersIn(), await numbersIn('view=history')]).toEqual([['A-1'], []]);
      server.clock.now = start + 7 * day;
      expect([await numbersIn(), await numbersIn('view=history')]).toEqual([[], ['A-1']]);
      await server.send('PUT', '/v1/policy', { as: tenant.key, body: { retentionDays: 8 } });
      expect([await numbersIn(), await numbersIn('view=history')]).toEqual([['A-1'], []]);
    });

    it('filters by rolled-up statuses and by the start of a number or a name', async () => {
      await server.place(tenant.key, { number: 'A-1', lines: [line, { ...line, status: 'pending-docs' }] });
      await server.place(tenant.key, { number: 'B-2', placedBy: { name: 'Grace Hopper' } });
      expect(await numbersIn('status=pending-docs')).toEqual(['A-1']);
      expect(await numbersIn('status=pending-docs&status=processing')).toEqual(['B-2', 'A-1']);
      expect(await numbersIn('q=hop')).toEqual(['B-2']);
      expect(await numbersIn('q=a-')).toEqual(['A-1']);
      expect(await numbersIn('q=opper')).toEqual([]);
    });

    it('ORD-9: says when the carrier was last read, and where the feed stands', async () => {
      expect((await list()).body).toMatchObject({ syncedAt: null, feed: 0 });
      await server.place(tenant.key, {});
      const sync = await server.send('PUT', '/v1/sync/orders', {
        as: tenant.key,
        body: { at: '2026-11-22T11:30:00+02:00' },
      });
      expect(sync).toMatchObject({ status: 200, body: { at: '2026-11-22T09:30:00.000Z' } });
      expect((await list()).body).toMatchObject({ syncedAt: '2026-11-22T09:30:00.000Z', feed: 1 });
    });
  });

  describe('moveLine', () => {
    beforeEach(async () => {
      await server.place(tenant.key, { number: 'A-1', lines: [{ ...line, quantity: 2 }, line] });
    });

    it('ORD-3: goes only where a line may go, and answers the whole order', async () => {
      server.clock.now += 1_000;
      const after = await moved('A-1/lines/1', { status: 'pending-docs' }, 1);
      expect(after).toMatchObject({
        version: 2,
        status: 'pending-docs',
        action: 'action-required',
        lines: [
          { status: 'pending-docs', statusChangedAt: '2026-11-22T12:00:01.000Z' },
          { status: 'processing' },
        ],
      });
      expect((await get('A-1')).body).toEqual(after);
      const refused = await move('A-1/lines/1', { status: 'completed', numbers: [tn(1), tn(2)] }, 2);
      expect([refused.status, refused.body.code]).toEqual([409, 'transition-not-allowed']);
      expect(refused.body.detail).toBe(
        'A line that is pending-docs cannot become completed: it can become processing or canceled.',
      );
      expect((await get('A-1')).body.version).toBe(2);
      expect(
        await server.database.asOwner("select 1 from audit_log where tenant_id = $1 and action = 'refused'", [
          tenant.id,
        ]),
      ).toHaveLength(1);
    });

    it('asks for the version that was seen, and shows the present state to whoever comes second', async () => {
      const missing = await server.send('PATCH', '/v1/orders/A-1/lines/1', {
        as: tenant.key,
        body: { status: 'canceled' },
      });
      expect([missing.status, missing.body.code]).toEqual([428, 'if-match-missing']);
      const answers = await Promise.all(
        ['pending-docs', 'canceled'].map((status) => move('A-1/lines/1', { status }, 1)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
      const stale = answers.find(({ status }) => status === 412)!.body;
      expect(stale).toMatchObject({ code: 'stale', current: (await get('A-1')).body });
      const weak = await server.send('PATCH', '/v1/orders/A-1/lines/2', {
        as: tenant.key,
        body: { status: 'canceled' },
        headers: { 'if-match': 'W/"1", W/"2"' },
      });
      expect(weak.status).toBe(200);
    });

    it('ORD-7: brings the numbers of a completed line into the inventory, in the same transaction', async () => {
      for (const [numbers, path, code] of [
        [[tn(1)], '/numbers', 'numbers-needed'],
        [[tn(1), tn(1)], '/numbers/1', 'numbers-repeated'],
      ] as const) {
        const { status, body } = await move('A-1/lines/1', { status: 'completed', numbers }, 1);
        expect([status, body.errors]).toMatchObject([422, [{ path, code }]]);
      }
      const unexpected = await move('A-1/lines/1', { status: 'canceled', numbers: [tn(1)] }, 1);
      expect(unexpected.body.errors).toMatchObject([{ path: '/numbers', code: 'numbers-unexpected' }]);
      expect(await inventory()).toEqual([]);
      const after = await moved('A-1/lines/1', { status: 'completed', numbers: [tn(2), tn(1)] }, 1);
      expect(after.lines[0]?.numbers).toEqual([tn(2), tn(1)]);
      expect(await inventory()).toEqual([
        [tn(1), 'acme'],
        [tn(2), 'acme'],
      ]);
    });

    it('ORD-7: refuses the whole move when a number is held elsewhere, and names it but not the holder', async () => {
      await put('B-1', backfill({ account: 'beta', lines: [{ ...past, numbers: [tn(9)] }] }));
      const key = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
      const send = () =>
        server.send('PATCH', '/v1/orders/A-1/lines/1', {
          as: tenant.key,
          headers: key,
          body: { status: 'completed', numbers: [tn(8), tn(9)] },
        });
      const { status, body } = await send();
      expect([status, body.errors]).toEqual([
        422,
        [{ path: '/numbers/1', code: 'held-elsewhere', detail: 'The number is held elsewhere.' }],
      ]);
      expect(JSON.stringify(body)).not.toMatch(/beta|B-1/);
      expect(await inventory()).toEqual([[tn(9), 'beta']]);
      expect((await get('A-1')).body).toMatchObject({ version: 1, status: 'processing' });
      expect((await list()).body.feed).toBe(3);
      expect((await send()).headers.get('idempotent-replayed')).toBe('true');
    });

    it('ORD-8: rolls the order up from its lines', async () => {
      await moved('A-1/lines/2', { status: 'completed', numbers: [tn(5)] }, 1);
      const canceled = await moved('A-1/lines/1', { status: 'canceled' }, 2);
      expect(canceled).toMatchObject({
        status: 'completed',
        leavesAt: '2026-11-29T12:00:00.000Z',
        version: 3,
      });
    });

    it('knows no line that is not there', async () => {
      expect(await move('A-1/lines/3', { status: 'canceled' }, 1)).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    });
  });

  describe('backfill', () => {
    it('creates an order, then replaces it; the same facts again change nothing', async () => {
      const made = await put('B-1', backfill());
      expect(made).toMatchObject({ status: 200, body: { version: 1, status: 'completed', quantity: 1 } });
      expect((await put('B-1', backfill())).body).toEqual(made.body);
      const changed = await put('B-1', backfill({ confirmedAt: '2026-11-03T08:00:00.000Z' }));
      expect(changed.body).toMatchObject({ version: 2, confirmedAt: '2026-11-03T08:00:00.000Z' });
      expect((await list()).body.feed).toBe(3);
    });

    it('sent several times at once makes one order: each is answered with it, or asked to come back', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => put('B-1', backfill())));
      for (const { status, body } of answers) {
        expect([status, body['code']]).toBeOneOf([
          [200, undefined],
          [409, 'in-progress'],
        ]);
      }
      expect(answers.some(({ status }) => status === 200)).toBe(true);
      expect((await put('B-1', backfill())).body).toMatchObject({ version: 1 });
      expect(await auditOf('order:B-1')).toHaveLength(1);
    });

    it('honours If-Match where it is sent, also for an order that is not there', async () => {
      expect(await put('B-1', backfill(), { 'if-match': '*' })).toMatchObject({
        status: 412,
        body: { code: 'stale', current: null },
      });
      await put('B-1', backfill());
      const body = backfill({ placedBy: { name: 'Grace Hopper' } });
      expect(await put('B-1', body, { 'if-match': '"2"' })).toMatchObject({
        status: 412,
        body: { current: { number: 'B-1', version: 1 } },
      });
      expect((await put('B-1', body, { 'if-match': '"1"' })).body).toMatchObject({ version: 2 });
      expect((await put('B-1', backfill(), { 'if-match': '"2", "9"' })).body).toMatchObject({ version: 3 });
    });

    it('ORD-7: keeps the inventory in line with a correction', async () => {
      await put('B-1', backfill({ lines: [{ ...past, quantity: 2, numbers: [tn(1), tn(2)] }] }));
      await put('B-1', backfill({ lines: [{ ...past, quantity: 2, numbers: [tn(2), tn(3)] }] }));
      expect(await inventory()).toEqual([
        [tn(2), 'acme'],
        [tn(3), 'acme'],
      ]);
      await put('B-1', backfill({ lines: [{ ...past, status: 'processing' }] }));
      expect(await inventory()).toEqual([]);
    });

    it('names each number that cannot be carried', async () => {
      await put('X-1', backfill({ account: 'beta', lines: [{ ...past, numbers: [tn(7)] }] }));
      const errorsOf = async (lines: OrderBackfill['lines']) =>
        (await put('B-1', backfill({ lines }))).body.errors;
      expect(await errorsOf([past])).toMatchObject([{ path: '/lines/0/numbers', code: 'numbers-needed' }]);
      expect(
        await errorsOf([
          { ...past, numbers: [tn(1)] },
          { ...past, numbers: [tn(1)] },
        ]),
      ).toMatchObject([{ path: '/lines/1/numbers/0', code: 'numbers-repeated' }]);
      expect(
        await errorsOf([
          { ...past, numbers: [tn(1)] },
          { ...past, numbers: [tn(7)] },
        ]),
      ).toMatchObject([{ path: '/lines/1/numbers/0', code: 'held-elsewhere' }]);
      expect(await inventory()).toEqual([[tn(7), 'beta']]);
    });

    it('ORD-5: keeps the frozen dates of a line that is quoted the same', async () => {
      const processing = {
        ...line,
        status: 'processing' as const,
        statusChangedAt: '2026-11-02T15:00:00.000Z',
      };
      const first = await put('B-1', backfill({ lines: [processing] }));
      await server.send('PUT', '/v1/policy', { as: tenant.key, body: { holidays: ['2026-11-03'] } });
      const again = await put('B-1', backfill({ lines: [{ ...processing, status: 'pending-docs' }] }));
      const dates = ({ body }: { body: unknown }) => (body as Order).lines[0]?.estimated;
      expect(dates(again)).toEqual(dates(first));
      const requoted = await put(
        'B-1',
        backfill({ lines: [{ ...processing, leadTime: { min: 1, max: 2 } }] }),
      );
      expect(dates(requoted)).toEqual({ from: '2026-11-04', to: '2026-11-05' });
    });

    it('leaves an order in its account', async () => {
      await put('B-1', backfill());
      const { status, body } = await put('B-1', backfill({ account: 'beta' }));
      expect([status, body.errors]).toMatchObject([422, [{ path: '/account', code: 'account-fixed' }]]);
    });
  });

  it('ACC-5: every change leaves who, what, before, after and when', async () => {
    const staff = await server.newSession(tenant, {
      account: null,
      permissionSet: 'staff',
      user: { id: 'clerk', name: 'Joan Clarke' },
    });
    const placed = await server.place(tenant.key, { number: 'A-1' });
    const answered = await move('A-1/lines/1', { status: 'pending-docs' }, 1, staff);
    await put('A-1', { ...backfill(), lines: [{ ...past, status: 'canceled' }] });
    const rows = await auditOf('order:A-1');
    expect(rows.map(({ action, before, after }) => [action, before?.version, after.version])).toEqual([
      ['order.placed', undefined, 1],
      ['order.line-moved', 1, 2],
      ['order.replaced', 2, 3],
    ]);
    expect(rows[0]).toMatchObject({ actor: { kind: 'key' }, before: null, after: placed });
    expect(rows[1]).toMatchObject({
      actor: { kind: 'session', account: null, user: { id: 'clerk', name: 'Joan Clarke' } },
      request_id: answered.headers.get('x-request-id'),
      after: answered.body,
    });
  });
});
