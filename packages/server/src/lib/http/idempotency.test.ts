import { randomUUID } from 'node:crypto';
import type { OrderPage } from '@numberdesk/core/orders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { idempotencyStore } from './idempotency.store.ts';
import { type TestServer, type TestTenant, line, openTestServer, order } from '../../../test/test-server.ts';

describe.each(databaseKinds)('an Idempotency-Key, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind);
    tenant = await server.newTenantWithAccounts();
  });
  afterAll(() => server.close());

  const key = () => ({ 'idempotency-key': randomUUID() });
  const place = (body: unknown, headers: Record<string, string> = key(), as = tenant.key) =>
    server.send('POST', '/v1/orders', { as, body, headers });

  it('is asked for where a thing is made, and must be plain', async () => {
    expect((await place(order(), {})).body.code).toBe('idempotency-key-missing');
    for (const bad of ['', 'a b', 'x'.repeat(256)]) {
      expect((await place(order(), { 'idempotency-key': bad })).body.code).toBe('bad-request');
    }
  });

  it('makes one order of twelve requests at once', async () => {
    const headers = key();
    const body = order();
    const answers = await Promise.all(Array.from({ length: 12 }, () => place(body, headers)));
    const kinds = answers.map(({ status }) => status);
    expect(kinds.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    const made = answers.filter(({ status }) => status === 201);
    expect(made.filter(({ headers }) => !headers.has('idempotent-replayed'))).toHaveLength(1);
    expect(new Set(made.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    for (const { status, headers, body } of answers) {
      if (status === 409) expect([body.code, headers.get('retry-after')]).toEqual(['in-progress', '1']);
    }
    const page = await server.send<OrderPage>('GET', `/v1/orders?q=${body.number}`, { as: tenant.key });
    expect(page.body.data).toHaveLength(1);
  });

  it.runIf(kind === 'postgres')('asks to come back while the first request is still running', async () => {
    const headers = key();
    const [row] = await server.database.asOwner<{ id: string }>(
      'select id from api_keys where tenant_id = $1',
      [tenant.id],
    );
    const claim = {
      subject: `key:${row!.id}`,
      operation: 'orders.place',
      key: headers['idempotency-key'],
      requestHash: 'of the first',
      now: server.clock.now,
    };
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const { promise: over, resolve: letGo } = Promise.withResolvers<void>();
    const first = server.database.write(tenant.id, async (tx) => {
      await idempotencyStore(tx).claim(claim);
      isHeld();
      await over;
      throw new Error('It comes to nothing.');
    });
    await held;
    const second = await place(order(), headers);
    expect([second.status, second.body.code]).toEqual([409, 'in-progress']);
    expect(second.headers.get('retry-after')).toBe('1');
    letGo();
    await expect(first).rejects.toThrow();
    expect((await place(order(), headers)).status).toBe(201);
  });

  it('gives the first answer again, and says so', async () => {
    const headers = key();
    const body = order();
    const first = await place(body, headers);
    const again = await place({ ...body, lines: [{ ...line }] }, headers);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('etag')).toBe('"1"');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
  });

  it('refuses other content', async () => {
    const headers = key();
    await place(order(), headers);
    const { status, body } = await place(order(), headers);
    expect([status, body.code]).toEqual([422, 'idempotency-mismatch']);
  });

  it('remembers a refusal, and that it changed nothing', async () => {
    const headers = key();
    const body = order({ account: 'later' });
    const refused = await place(body, headers);
    expect(refused).toMatchObject({
      status: 404,
      body: { code: 'not-found', errors: [{ path: '/account' }] },
    });
    await server.send('PUT', '/v1/accounts/later', {
      as: tenant.key,
      body: { name: 'Later', level: 'business', owner: { name: 'L', email: 'l@later.test' } },
    });
    const again = await place(body, headers);
    expect(again.body).toEqual(refused.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await place(body)).status).toBe(201);
  });

  it('does not remember 403', async () => {
    const as = await server.newSession(tenant, {});
    const headers = key();
    const body = order({ confirmedAt: '2026-11-22T12:00:00.000Z' });
    expect((await place(body, headers, as)).status).toBe(403);
    const now = order({ number: body.number });
    expect((await place(now, headers, as)).status).toBe(201);
  });

  it('belongs to a person over renewed sessions, and to nobody else', async () => {
    const user = { id: randomUUID(), name: 'Ada Byron' };
    const headers = key();
    const body = order();
    const first = await place(body, headers, await server.newSession(tenant, { user }));
    const renewed = await place(body, headers, await server.newSession(tenant, { user }));
    expect(renewed.headers.get('idempotent-replayed')).toBe('true');
    expect(renewed.body).toEqual(first.body);
    const other = await place(
      body,
      headers,
      await server.newSession(tenant, { user: { ...user, id: 'u-2' } }),
    );
    expect(other.body.code).toBe('order-exists');
  });
});
