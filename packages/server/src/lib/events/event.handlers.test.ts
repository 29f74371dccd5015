import { setImmediate as turn } from 'node:timers/promises';
import { type PortalEvent, connect, decodeEvents } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer, order } from '../../../test/test-server.ts';
import { serverOver } from '../create-server.ts';
import { openDatabase } from '../db/open-database.ts';
import { hashToken, newToken } from '../http/credential.ts';

/** A busy machine takes its time. */
const patience = { timeout: 10_000 };

const heartbeatMs = 30;
const orderIn = ({ data }: PortalEvent) => data['order'] as Order;

describe.each(databaseKinds)('the events of a tenant, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  const stops: AbortController[] = [];
  beforeAll(async () => {
    server = await openTestServer(kind, { heartbeatMs });
  });
  afterAll(() => server.close());
  afterEach(() => {
    for (const stop of stops.splice(0)) stop.abort();
  });
  beforeEach(async () => {
    tenant = await server.newTenantWithAccounts();
  });

  /** One connection, decoded, as whoever holds a token. */
  async function open(as: string, { query = '', headers = {} } = {}) {
    const stop = new AbortController();
    stops.push(stop);
    const response = await server.fetch(
      new Request(`http://numberdesk.test/v1/events${query}`, {
        headers: { authorization: `Bearer ${as}`, ...headers },
      }),
    );
    if (!response.body || response.status !== 200) throw new Error(`${response.status}`);
    const seen: PortalEvent[] = [];
    const ended = (async () => {
      for await (const event of decodeEvents(response.body!, { signal: stop.signal })) seen.push(event);
    })().catch(() => undefined);
    await vi.waitFor(() => expect(seen[0]?.type).toBe('ready'), patience);
    return { response, seen, ended };
  }

  const changes = (seen: PortalEvent[]) => seen.filter(({ type }) => type === 'order.changed');
  const numbers = (seen: PortalEvent[]) => changes(seen).map((event) => orderIn(event).number);
  const move = (number: string, status: string, version: number) =>
    server.send('PATCH', `/v1/orders/${number}/lines/1`, {
      as: tenant.key,
      body: { status },
      headers: { 'if-match': `"${version}"` },
    });

  it('are sent as they are committed, with the position as id and the order as it is now', async () => {
    const { response, seen } = await open(tenant.key);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(seen).toEqual([{ id: 0, type: 'ready', data: { id: 0 } }]);
    await server.place(tenant.key, { number: 'A-1' });
    await move('A-1', 'pending-docs', 1);
    await vi.waitFor(() => expect(changes(seen)).toHaveLength(2), patience);
    const { body } = await server.send<Order>('GET', '/v1/orders/A-1', { as: tenant.key });
    expect(changes(seen)[1]).toEqual({
      id: 2,
      type: 'order.changed',
      data: { id: 2, at: '2026-11-22T12:00:00.000Z', order: body },
    });
  });

  it('go on after a position, be it in a header or in the address; the header is the newer one', async () => {
    for (const number of ['A-1', 'A-2', 'A-3']) await server.place(tenant.key, { number });
    const cases = [
      [{ query: '?after=1' }, 1],
      [{ headers: { 'last-event-id': '2' } }, 2],
      [{ query: '?after=0', headers: { 'last-event-id': '1' } }, 1],
      [{ query: '?after=3' }, 3],
    ] as const;
    for (const [from, position] of cases) {
      const { seen } = await open(tenant.key, from);
      await vi.waitFor(() => expect(changes(seen)).toHaveLength(3 - position), patience);
      expect(seen.map(({ id }) => id)).toEqual(
        [position, 1, 2, 3].filter((id, at) => at === 0 || id > position),
      );
    }
  });

  it('begin with a reset only where the feed no longer, or not yet, knows the position', async () => {
    for (const number of ['A-1', 'A-2', 'A-3']) await server.place(tenant.key, { number });
    const { now } = server.clock;
    server.clock.now += 8 * 86_400_000;
    await server.database.crossTenant.purge();
    await server.place(tenant.key, { number: 'A-4' });
    server.clock.now = now;
    const kinds = async (after: number) => {
      const { seen } = await open(tenant.key, { query: `?after=${after}` });
      await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1), patience);
      return seen.slice(1).map(({ type, id }) => [type, id]);
    };
    expect(await kinds(2)).toEqual([['reset', 4]]);
    expect(await kinds(3)).toEqual([['order.changed', 4]]);
    expect(await kinds(99)).toEqual([['reset', 4]]);
  });

  it('ACC-1, ACC-2: reach those who may see them, and no others', async () => {
    const streams = {
      east: await open(await server.newSession(tenant, { account: 'acme-east' })),
      program: await open(await server.newSession(tenant, { account: 'acme-east-1' })),
      staff: await open(await server.newSession(tenant, { account: null, permissionSet: 'staff' })),
      blind: await open(await server.newSession(tenant, { permissions: ['numbers:view'] })),
      foreign: await open((await server.newTenant()).key),
    };
    for (const account of ['acme', 'beta', 'acme-east', 'acme-east-1', 'acme-east-2']) {
      await server.place(tenant.key, { number: account, account });
    }
    await vi.waitFor(() => expect(numbers(streams.staff.seen)).toHaveLength(5), patience);
    await vi.waitFor(() => expect(numbers(streams.east.seen)).toHaveLength(3), patience);
    await vi.waitFor(() => expect(numbers(streams.program.seen)).toHaveLength(1), patience);
    expect(numbers(streams.east.seen)).toEqual(['acme-east', 'acme-east-1', 'acme-east-2']);
    expect(numbers(streams.program.seen)).toEqual(['acme-east-1']);
    expect(numbers(streams.blind.seen)).toEqual([]);
    expect(numbers(streams.foreign.seen)).toEqual([]);
    // The same for one who comes later and is read to from the database.
    const late = await open(await server.newSession(tenant, { account: 'acme-east' }), { query: '?after=0' });
    await vi.waitFor(() => expect(numbers(late.seen)).toEqual(numbers(streams.east.seen)), patience);
  });

  it('leave no trace of what was refused', async () => {
    const { seen } = await open(tenant.key);
    await server.place(tenant.key, { number: 'A-1' });
    expect((await move('A-1', 'completed', 1)).status).toBe(422);
    expect((await move('A-1', 'canceled', 7)).status).toBe(412);
    await move('A-1', 'canceled', 1);
    await vi.waitFor(() => expect(changes(seen)).toHaveLength(2), patience);
    expect(changes(seen).map((event) => [event.id, orderIn(event).status])).toEqual([
      [1, 'processing'],
      [2, 'canceled'],
    ]);
  });

  it('end with reauth when the session does, and the client goes on with a new one', async () => {
    const mint = async () => {
      const token = await server.newSession(tenant, { ttlSeconds: 60 });
      return { token, expiresAt: new Date(server.clock.now + 60_000).toISOString() };
    };
    const raw = await open((await mint()).token);
    const stop = new AbortController();
    stops.push(stop);
    const fetchSession = vi.fn(mint);
    const connection = connect({
      baseUrl: 'http://numberdesk.test/',
      fetchSession,
      fetch: (input, init) => server.fetch(new Request(input, init)),
      now: () => server.clock.now,
    });
    const seen: PortalEvent[] = [];
    const reading = (async () => {
      for await (const event of connection.events({ after: 0, signal: stop.signal })) seen.push(event);
    })();
    await server.place(tenant.key, { number: 'A-1' });
    await vi.waitFor(() => expect(numbers(seen)).toEqual(['A-1']), patience);
    await vi.waitFor(() => expect(numbers(raw.seen)).toEqual(['A-1']), patience);
    server.clock.now += 60_000;
    await raw.ended;
    expect(raw.seen.at(-1)).toMatchObject({ type: 'reauth', id: 1 });
    await server.place(tenant.key, { number: 'A-2' });
    await vi.waitFor(() => expect(numbers(seen)).toEqual(['A-1', 'A-2']), patience);
    expect(fetchSession).toHaveBeenCalledTimes(2);
    stop.abort();
    await reading;
  });

  it('end with reauth when the key is revoked', async () => {
    const { seen, ended } = await open(tenant.key);
    const [row] = await server.database.asOwner<{ id: string }>(
      'select id from api_keys where tenant_id = $1',
      [tenant.id],
    );
    await server.database.crossTenant.revokeApiKey({ tenant: tenant.id, id: row!.id });
    await ended;
    expect(seen.at(-1)?.type).toBe('reauth');
    expect((await server.send('GET', '/v1/events', { as: tenant.key })).status).toBe(401);
  });

  it('cut anywhere, miss nothing and double nothing while writers write', async () => {
    const stop = new AbortController();
    stops.push(stop);
    let cuts = 0;
    let rest = 1;
    const random = () => (rest = (rest * 48_271) % 2_147_483_647) / 2_147_483_647;
    const connection = connect({
      baseUrl: 'http://numberdesk.test/',
      secretKey: tenant.key,
      random: () => 0,
      fetch: async (input, init) => {
        const response = await server.fetch(new Request(input, init));
        if (cuts === 8 || !response.body) return response;
        cuts++;
        return new Response(response.body.pipeThrough(cutAfter(Math.floor(random() * 9_000))), response);
      },
    });
    const seen: PortalEvent[] = [];
    const reading = (async () => {
      for await (const event of connection.events({ after: 0, signal: stop.signal })) seen.push(event);
    })();
    const write = async (writer: number) => {
      for (let at = 0; at < 14 || (cuts < 8 && at < 200); at++) {
        const { number } = await server.place(tenant.key, { number: `W${writer}-${at}` });
        await move(number, 'pending-docs', 1);
        await turn(); // PGlite lives in this process: without a socket in between, no timer would get its turn
      }
    };
    await Promise.all([write(1), write(2), write(3)]);
    const { body } = await server.send<{ feed: number }>('GET', '/v1/orders?limit=1', { as: tenant.key });
    await vi.waitFor(() => expect(seen.at(-1)?.id).toBe(body.feed), { timeout: 10_000 });
    expect(seen.map(({ id }) => id)).toEqual(Array.from({ length: body.feed }, (_, index) => index + 1));
    expect(seen.every(({ type }) => type === 'order.changed')).toBe(true);
    stop.abort();
    await reading;
  });

  it('are not held open by a HEAD request, and end when the server closes', async () => {
    const own = await openTestServer(kind, { heartbeatMs });
    const { key } = await own.newTenant();
    expect((await own.send('HEAD', '/v1/events', { as: key })).status).toBe(200);
    const response = await own.fetch(
      new Request('http://numberdesk.test/v1/events', { headers: { authorization: `Bearer ${key}` } }),
    );
    const text = response.text();
    await own.close();
    expect(await text).toContain('event: ready');
  });
});

/** Breaks a stream off in the middle of whatever comes then. */
function cutAfter(bytes: number): TransformStream<Uint8Array, Uint8Array> {
  let left = bytes;
  return new TransformStream({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.byteLength;
      if (left <= 0) controller.error(new TypeError('network error'));
    },
  });
}

describe.runIf(databaseKinds.includes('postgres'))('two processes on one database', () => {
  it('show each other what they commit within a second', async () => {
    const { url, drop } = await createPostgresDatabase();
    const ports = { clock: Date.now, ids: () => uuidv7(), log: () => undefined };
    const databases = [await openDatabase({ url, ...ports }), await openDatabase({ url, ...ports })] as const;
    const servers = [await serverOver(databases[0], ports), await serverOver(databases[1], ports)] as const;
    const id = await databases[0].crossTenant.createTenant({ name: 'Two' });
    const secretKey = newToken('key', id);
    await databases[0].crossTenant.createApiKey({ tenant: id, secretHash: hashToken(secretKey) });
    const send = (method: string, path: string, body: unknown, headers = {}) =>
      servers[0].fetch(
        new Request(`http://numberdesk.test/v1/${path}`, {
          method,
          headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      );
    const owner = { name: 'A', email: 'a@acme.test' };
    await send('PUT', 'accounts/acme', { name: 'A', level: 'business', owner });

    const stop = new AbortController();
    const connection = connect({
      baseUrl: 'http://numberdesk.test/',
      secretKey,
      fetch: (input, init) => servers[1].fetch(new Request(input, init)),
    });
    const events = connection.events({ after: 0, signal: stop.signal });
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const next = events.next();
      const startedAt = performance.now();
      await send('POST', 'orders', order(), { 'idempotency-key': `k${round}` });
      expect((await next).value).toMatchObject({ type: 'order.changed', id: round + 1 });
      times.push(performance.now() - startedAt);
    }
    // One of them may meet a machine that is busy with something else.
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(1_000);
    stop.abort();
    await Promise.all(servers.map((server) => server.close()));
    await drop();
  });
});
