import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer, order } from '../../../test/test-server.ts';

const portal = 'https://portal.test';
const limits = {
  requestsPerAddress: 8,
  requestsPerSession: 4,
  requestsPerKey: 200,
  streamsPerSession: 2,
  streamsPerKey: 3,
};

describe.each(databaseKinds)('how much one sender may send, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind, { limits, heartbeatMs: 30 });
    tenant = await server.newTenantWithAccounts();
  });
  afterAll(() => server.close());
  // A minute later, all that was used has come back.
  afterEach(() => void (server.clock.now += 60_000));

  const enter = () => server.newSession(tenant, { origins: [portal] });
  const ask = (as: string, more: { headers?: Record<string, string>; address?: string } = {}) =>
    server.send('GET', '/v1/session', { as, ...more });
  const statuses = async (count: number, act: () => Promise<{ status: number }>) => {
    const seen: number[] = [];
    for (let times = 0; times < count; times++) seen.push((await act()).status);
    return seen;
  };

  it('a session that asks too often is refused with the time to wait, and let in again after it', async () => {
    const as = await enter();
    expect(await statuses(4, () => ask(as))).toEqual([200, 200, 200, 200]);
    const { status, headers, body } = await ask(as, { headers: { origin: portal } });
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(headers.get('retry-after')).toBe('15');
    expect(headers.get('access-control-allow-origin')).toBe(portal);
    expect(headers.get('access-control-expose-headers')).toContain('Retry-After');
    server.clock.now += 14_999;
    expect((await ask(as)).headers.get('retry-after')).toBe('1');
    server.clock.now += 1;
    expect(await statuses(2, () => ask(as))).toEqual([200, 429]);
  });

  it('a session that asks too often leaves the others and the key alone', async () => {
    const [one, other] = [await enter(), await enter()];
    expect(await statuses(5, () => ask(one))).toEqual([200, 200, 200, 200, 429]);
    expect(await statuses(4, () => ask(other))).toEqual([200, 200, 200, 200]);
    expect((await server.send('GET', '/v1/policy', { as: tenant.key })).status).toBe(200);
  });

  it('a key that asks too often leaves the tenant\u2019s other key alone', async () => {
    const { key } = await server.newTenant();
    const policy = () => server.send('GET', '/v1/policy', { as: key });
    expect(new Set(await statuses(200, policy))).toEqual(new Set([200]));
    expect(await policy()).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
    expect((await server.send('GET', '/v1/policy', { as: tenant.key })).status).toBe(200);
  });

  it('what was refused so is neither done nor remembered nor audited', async () => {
    const as = await enter();
    await statuses(4, () => ask(as));
    const sending = { as, body: order(), headers: { 'idempotency-key': randomUUID() } };
    expect((await server.send('POST', '/v1/orders', sending)).status).toBe(429);
    server.clock.now += 15_000;
    expect((await server.send('POST', '/v1/orders', sending)).status).toBe(201);
    const refusals = await server.database.asOwner(
      `select * from audit_log where tenant_id = $1 and action = 'refused'`,
      [tenant.id],
    );
    expect(refusals).toEqual([]);
  });

  it('an address that sends bad tokens is refused before they are looked up', async () => {
    const read = vi.spyOn(server.database.pool, 'connect');
    const bad = `nds_${tenant.id.replaceAll('-', '')}_${'x'.repeat(43)}`;
    const from = (address: string) => () => ask(bad, { address });
    expect(await statuses(8, from('192.0.2.1'))).toEqual(Array(8).fill(401));
    const before = read.mock.calls.length;
    expect(before).toBeGreaterThan(0);
    const { status, headers } = await from('192.0.2.1')();
    expect([status, headers.get('retry-after')]).toEqual([429, '8']);
    expect(read.mock.calls.length).toBe(before);
    expect(await statuses(1, from('192.0.2.2'))).toEqual([401]);
    server.clock.now += 7_500;
    expect(await statuses(2, from('192.0.2.1'))).toEqual([401, 429]);
    read.mockRestore();
  });

  it('an address is that of a whole network of IPv6', async () => {
    const seen = await statuses(8, () => ask('bad', { address: '2001:db8:1:2::7' }));
    expect(seen).toEqual(Array(8).fill(401));
    expect((await ask('bad', { address: '2001:db8:1:2:ffff::9' })).status).toBe(429);
    expect((await ask('bad', { address: '2001:db8:1:3::7' })).status).toBe(401);
  });

  it('a good key is not counted for its address, a session is', async () => {
    const address = '192.0.2.3';
    const policy = () => server.send('GET', '/v1/policy', { as: tenant.key, address });
    expect(new Set(await statuses(20, policy))).toEqual(new Set([200]));
    const sessions = [await enter(), await enter(), await enter()];
    const seen: number[] = [];
    for (const as of sessions) seen.push(...(await statuses(3, () => ask(as, { address }))));
    expect(seen).toEqual([...Array<number>(8).fill(200), 429]);
  });

  it('a page can read that its address sends too much, and its preflights still pass', async () => {
    const [as, address] = [await enter(), '192.0.2.4'];
    expect((await ask(as, { address, headers: { origin: portal } })).status).toBe(200);
    await statuses(7, () => ask('bad', { address }));
    const refused = await ask(as, { address, headers: { origin: portal } });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('access-control-allow-origin')).toBe(portal);
    expect(refused.headers.get('access-control-expose-headers')).toContain('Retry-After');
    const preflight = (origin: string) =>
      server.send('OPTIONS', '/v1/session', {
        address,
        headers: { origin, 'access-control-request-method': 'GET' },
      });
    expect((await preflight(portal)).status).toBe(204);
    expect((await preflight('https://stranger.test')).status).toBe(429);
  });

  it('whatever else a framework hands over with a request is no address', async () => {
    const request = () => new Request('http://numberdesk.test/v1/orders');
    const seen: number[] = [];
    for (const from of [{ incoming: {} }, { address: 7 }, { address: null }, undefined]) {
      for (let times = 0; times < 9; times++) seen.push((await server.fetch(request(), from)).status);
    }
    expect(new Set(seen)).toEqual(new Set([401]));
  });

  it.each(['/healthz', '/readyz'])('%s always answers', async (path) => {
    const address = '192.0.2.5';
    expect((await statuses(9, () => ask('bad', { address }))).at(-1)).toBe(429);
    expect((await server.send('GET', path, { address })).status).toBe(200);
  });

  describe('open streams', () => {
    const stops: (() => void)[] = [];
    afterEach(() => {
      for (const stop of stops.splice(0)) stop();
    });
    const open = async (as: string) => {
      const response = await server.fetch(
        new Request('http://numberdesk.test/v1/events', { headers: { authorization: `Bearer ${as}` } }),
      );
      const stop = () => void (response.body?.locked || response.body?.cancel());
      if (response.status === 200) stops.push(stop);
      return { response, stop };
    };

    it('of a session are so many, until one is closed', async () => {
      const [as, other] = [await enter(), await enter()];
      const first = await open(as);
      expect((await open(as)).response.status).toBe(200);
      const { response } = await open(as);
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '5']);
      expect((await open(other)).response.status).toBe(200);
      first.stop();
      expect((await open(as)).response.status).toBe(200);
    });

    it('of a key are so many, and those of another key do not count', async () => {
      const { key } = await server.newTenant();
      const seen: number[] = [];
      for (let count = 0; count < 4; count++) seen.push((await open(key)).response.status);
      expect(seen).toEqual([200, 200, 200, 429]);
      expect((await open(tenant.key)).response.status).toBe(200);
    });

    it('that end because the session does are not counted any more', async () => {
      const as = await enter();
      const streams = [await open(as), await open(as)];
      server.clock.now += 899_000;
      expect((await open(as)).response.status).toBe(429);
      server.clock.now += 1_000;
      await Promise.all(streams.map(({ response }) => response.text()));
      server.clock.now -= 1_000;
      expect((await open(as)).response.status).toBe(200);
    });
  });
});
