import { randomUUID } from 'node:crypto';
import { type PortalEvent, connect } from '@numberdesk/core/http';
import type { Order, OrderPage } from '@numberdesk/core/orders';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../test-database.ts';
import { type TestServer, type TestTenant, openTestServer, order } from '../test-server.ts';

const day = 86_400_000;
const month = 31 * day;
const heartbeatMs = 50;

describe.each(databaseKinds)('a clock that is set, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let start: number;
  beforeAll(async () => {
    server = await openTestServer(kind, { heartbeatMs, eventPollMs: 20 });
    start = server.clock.now;
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    server.clock.now = start;
    tenant = await server.newTenantWithAccounts();
  });

  const statusOf = async (as: string, path = '/v1/session') =>
    (await server.send('GET', path, { as })).status;
  const numbersIn = async (query = '') =>
    (await server.send<OrderPage>('GET', `/v1/orders?${query}`, { as: tenant.key })).body.data.map(
      ({ number }) => number,
    );
  const place = (number: string, key: string = randomUUID()) =>
    server.send('POST', '/v1/orders', {
      as: tenant.key,
      body: order({ number }),
      headers: { 'idempotency-key': key },
    });
  const move = async (number: string, status: string, version: number) => {
    const answered = await server.send<Order>('PATCH', `/v1/orders/${number}/lines/1`, {
      as: tenant.key,
      body: { status },
      headers: { 'if-match': `"${version}"` },
    });
    expect(answered.status, JSON.stringify(answered.body)).toBe(200);
    return answered.body;
  };

  it('a month ahead and back: a session ends, and a new one is good at any time', async () => {
    const old = await server.newSession(tenant, {});
    server.clock.now = start + month;
    expect(await statusOf(old)).toBe(401);
    const ahead = await server.newSession(tenant, {});
    expect(await statusOf(ahead)).toBe(200);
    await server.database.maintain();
    server.clock.now = start;
    expect(await statusOf(ahead)).toBe(200);
    expect(await statusOf(old)).toBe(401); // it was swept away meanwhile: whoever held it fetches another
    expect(await statusOf(await server.newSession(tenant, {}))).toBe(200);
  });

  it('a month ahead and back: the same key still means the same act, and is free again in the end', async () => {
    expect((await place('A-1', 'before')).status).toBe(201);
    server.clock.now = start + month;
    await server.database.maintain();
    expect((await place('A-1', 'before')).body.code).toBe('order-exists');
    expect((await place('A-2', 'ahead')).status).toBe(201);
    server.clock.now = start;
    const again = await place('A-2', 'ahead');
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect((await place('A-3', 'after')).status).toBe(201);
    server.clock.now = start + month + 7 * day;
    await server.database.maintain();
    const left = await server.database.asOwner('select 1 from idempotency_keys where tenant_id = $1', [
      tenant.id,
    ]);
    expect(left).toEqual([]);
    expect(await numbersIn()).toEqual(['A-3', 'A-2', 'A-1']);
  });

  it('ORD-1: an order placed while the clock was ahead is listed, found, moved and told of afterwards', async () => {
    server.clock.now = start + month;
    await place('F-1');
    server.clock.now = start;
    await place('N-1');
    expect(await numbersIn()).toEqual(['N-1', 'F-1']);
    expect(await numbersIn('sort=-placedAt')).toEqual(['F-1', 'N-1']);
    expect(await numbersIn('q=F-1')).toEqual(['F-1']);
    const moved = await move('F-1', 'pending-docs', 1);
    expect(moved).toMatchObject({ version: 2, action: 'action-required' });
    const history = await server.send<{ data: unknown[] }>('GET', '/v1/orders/F-1/history', {
      as: tenant.key,
    });
    expect([history.status, history.body.data.length]).toEqual([200, 2]);
  });

  it('ORD-6: what ended while the clock was ahead stays until seven days after that, and history has it then', async () => {
    await place('R-1');
    server.clock.now = start + month;
    expect((await move('R-1', 'canceled', 1)).leavesAt).toBe(new Date(start + month + 7 * day).toISOString());
    server.clock.now = start - month;
    expect(await numbersIn()).toEqual(['R-1']);
    server.clock.now = start + month + 7 * day;
    expect([await numbersIn(), await numbersIn('view=history')]).toEqual([[], ['R-1']]);
  });

  it('rows are made in the order of their ids, however the clock is set', async () => {
    for (const [at, jump] of [0, month, -month, 0].entries()) {
      server.clock.now = start + jump;
      await place(`I-${at}`);
    }
    const rows = await server.database.asOwner<{ number: string }>(
      'select number from orders where tenant_id = $1 order by id',
      [tenant.id],
    );
    expect(rows.map(({ number }) => number)).toEqual(['I-0', 'I-1', 'I-2', 'I-3']);
  });

  it('nobody is kept out because the clock was put back', async () => {
    const own = await openTestServer(kind, { limits: { requestsPerSession: 5 } });
    const session = await own.newSession(await own.newTenantWithAccounts(), {});
    const ask = () => own.send('GET', '/v1/session', { as: session });
    own.clock.now += 600_000;
    while ((await ask()).status === 200);
    own.clock.now = start;
    for (let request = 0; request < 5; request++) expect((await ask()).status).toBe(200);
    const refused = await ask();
    const seconds = Number(refused.headers.get('retry-after'));
    expect([refused.status, seconds]).toEqual([429, 12]);
    own.clock.now += seconds * 1_000;
    expect((await ask()).status).toBe(200);
    await own.close();
  });

  it('ACC-5: a refusal is written down, though the last one was written in the future', async () => {
    await place('C-1');
    const viewer = await server.newSession(tenant, { permissionSet: 'viewer' });
    const refusals = async () => {
      expect(
        (
          await server.send('POST', '/v1/orders', {
            as: viewer,
            body: order(),
            headers: { 'idempotency-key': randomUUID() },
          })
        ).status,
      ).toBe(403);
      return (
        await server.database.asOwner("select 1 from audit_log where tenant_id = $1 and action = 'refused'", [
          tenant.id,
        ])
      ).length;
    };
    expect(await refusals()).toBe(1);
    server.clock.now = start - month;
    expect(await refusals()).toBe(2);
    expect(await refusals()).toBe(2);
  });

  describe('under an open stream', () => {
    let stop: AbortController;
    let seen: PortalEvent[];
    let sessions: number;
    let reading: Promise<void>;
    beforeEach(() => {
      stop = new AbortController();
      seen = [];
      sessions = 0;
      const connection = connect({
        baseUrl: 'http://numberdesk.test/',
        fetch: (input, init) => server.fetch(new Request(input, init)),
        now: () => server.clock.now,
        random: () => 0,
        fetchSession: async () => {
          sessions++;
          const expiresAt = new Date(server.clock.now + 900_000).toISOString();
          return { token: await server.newSession(tenant, {}), expiresAt };
        },
      });
      reading = (async () => {
        for await (const event of connection.events({ after: 0, signal: stop.signal })) seen.push(event);
      })();
    });

    it('a month ahead and back: the session is renewed, and no event is missed or doubled', async () => {
      const ids = () => seen.map(({ id }) => id);
      for (const [at, jump] of [0, month, 0, -month, 0].entries()) {
        server.clock.now = start + jump;
        await place(`E-${at}`);
        await expect
          .poll(ids, { timeout: 10_000 })
          .toEqual(Array.from({ length: at + 1 }, (_, id) => id + 1));
      }
      expect(sessions).toBeLessThanOrEqual(6);
      stop.abort();
      await reading;
    });

    it('a purge a month ahead empties the feed, and those who were away are told to read anew', async () => {
      for (const number of ['G-1', 'G-2']) await place(number);
      await expect.poll(() => seen.length, { timeout: 10_000 }).toBe(2);
      stop.abort();
      await reading;
      server.clock.now = start + month;
      await server.database.maintain();
      server.clock.now = start;
      await place('G-3');
      const back = new AbortController();
      const events = connect({
        baseUrl: 'http://numberdesk.test/',
        secretKey: tenant.key,
        fetch: (input, init) => server.fetch(new Request(input, init)),
      }).events({ after: 1, signal: back.signal });
      expect((await events.next()).value).toMatchObject({ type: 'reset', id: 3 });
      await place('G-4');
      expect((await events.next()).value).toMatchObject({ type: 'order.changed', id: 4 });
      back.abort();
      await events.next();
    });
  });
});
