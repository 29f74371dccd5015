import { problemCodes } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

describe.each(databaseKinds)('the app, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind);
    tenant = await server.newTenantWithAccounts();
  });
  afterAll(() => server.close());

  describe('an answer', () => {
    it('carries its id, its version, and that it is not to be kept', async () => {
      const { status, headers } = await server.send('GET', '/v1/accounts/acme', { as: tenant.key });
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe('"1"');
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('to a HEAD request has no body', async () => {
      const { status, body } = await server.send('HEAD', '/v1/accounts/acme', { as: tenant.key });
      expect([status, body]).toEqual([200, '']);
    });

    it('that refuses is a problem by RFC 9457, with the id of the request', async () => {
      const { status, headers, body } = await server.send('GET', '/v1/orders/none', { as: tenant.key });
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body).toEqual({
        type: 'urn:numberdesk:problem:not-found',
        title: problemCodes['not-found'].title,
        status,
        code: 'not-found',
        detail: 'There is no such order.',
        requestId: headers.get('x-request-id'),
        errors: [],
      });
    });
  });

  describe('the address', () => {
    it.each([
      '/',
      '/v1',
      '/v1/',
      '/v1/orders/',
      '/v1/nothing',
      '/v2/orders',
      '/v1/orders/1/lines',
      '//v1/orders',
    ])('%s is not found', async (path) => {
      expect(await server.send('GET', path, { as: tenant.key })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
    });

    it.each([
      ['DELETE', '/v1/orders', 'GET, POST'],
      ['POST', '/v1/orders/1', 'GET, PUT'],
      ['OPTIONS', '/v1/session', 'GET'],
      ['PUT', '/v1/events', 'GET'],
    ])('does not take %s %s', async (method, path, allow) => {
      const { status, headers, body } = await server.send(method, path, { as: tenant.key });
      expect([status, headers.get('allow'), body.code]).toEqual([405, allow, 'method-not-allowed']);
    });

    it.each([
      ['/v1/orders/%zz', 'bad-request'],
      ['/v1/orders/%ff', 'bad-request'],
      [`/v1/orders/${'9'.repeat(65)}`, 'bad-request'],
      ['/v1/orders/%00', 'bad-request'],
      ['/v1/orders/a%20', 'not-found'],
      ['/v1/orders/A%2F1', 'not-found'],
      ['/v1/orders/__proto__', 'not-found'],
      ['/v1/orders?limit=0', 'bad-request'],
      ['/v1/orders?limit=1&limit=2', 'bad-request'],
      ['/v1/orders?cursor=x', 'bad-request'],
      ['/v1/orders?cursor=%00', 'bad-request'],
      ['/v1/orders?cursor=eyJhIjpudWxsfQ', 'bad-request'],
      ['/v1/orders?colour=red', 'bad-request'],
      ['/v1/orders/1?colour=red', 'bad-request'],
      ['/v1/accounts?cursor=AA', 'bad-request'],
      ['/v1/accounts?cursor=_-_-%F0', 'bad-request'],
      ['/v1/events?after=-1', 'bad-request'],
      ['/v1/events?after=1&after=2', 'bad-request'],
    ])('%s is refused as %s', async (path, code) => {
      const { status, body } = await server.send('GET', path, { as: tenant.key });
      expect([status, body.code]).toEqual([problemCodes[code as 'not-found'].status, code]);
      if (code === 'bad-request' && !path.includes('%zz') && !path.includes('%ff')) {
        expect(body.errors[0]?.path).toMatch(/^\/\w+/);
      }
    });

    it('may hold an order number with any sign in it', async () => {
      for (const number of ['A/1', '100%', '%2F', 'ä ö+ü', '?#&=', 'a\\b', '注文-1']) {
        await server.place(tenant.key, { number });
        const { body } = await server.send<Order>('GET', `/v1/orders/${encodeURIComponent(number)}`, {
          as: tenant.key,
        });
        expect(body.number).toBe(number);
      }
    });

    it('may lie below a path of the host', async () => {
      const below = await openTestServer(kind, { basePath: '/numbers' });
      expect((await below.send('GET', '/numbers/healthz')).status).toBe(200);
      expect((await below.send('GET', '/healthz')).status).toBe(404);
      expect((await below.send('GET', '/numbers/v1/orders')).status).toBe(401);
      await below.close();
    });
  });

  describe('the server itself', () => {
    it('is alive and ready, and describes its operations, to anybody', async () => {
      expect((await server.send('GET', '/healthz')).body).toEqual({ status: 'alive' });
      expect((await server.send('GET', '/readyz')).body).toEqual({ status: 'ready' });
      const { status, body } = await server.send<{ openapi: string; paths: object }>(
        'GET',
        '/v1/openapi.json',
      );
      expect([status, body.openapi]).toEqual([200, '3.1.0']);
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining(['/v1/orders', '/v1/events', '/v1/session']),
      );
    });

    it('logs each request by its pattern, without names, numbers or tokens', async () => {
      const user = { id: 'u-log', name: 'Mary Somerville', email: 'mary@somerville.test' };
      const as = await server.newSession(tenant, { user });
      server.log.length = 0;
      await server.place(as, { number: 'SECRET-77', placedBy: { name: 'Mary Somerville' } });
      const { body } = await server.send('GET', '/v1/orders/SECRET-78?q=Mary', { as });
      expect(server.log).toHaveLength(2);
      expect(server.log[1]).toEqual({
        time: expect.any(String),
        level: 'info',
        message: 'request',
        requestId: body.requestId,
        method: 'GET',
        route: '/v1/orders/{number}',
        status: 400,
        ms: 0,
        tenant: tenant.id,
        subject: 'session',
      });
      expect(JSON.stringify(server.log)).not.toMatch(/SECRET|Mary|somerville|nds_|u-log/i);
    });
  });
});

describe('a database that fails', () => {
  it('is told as 500 or 503 with the error in the log, and as not ready', async () => {
    const server = await openTestServer('pglite');
    const { key } = await server.newTenant();
    await server.database.asOwner('alter table tenants rename to lost');
    const broken = await server.send('GET', '/v1/policy', { as: key });
    expect([broken.status, broken.body.code]).toEqual([500, 'internal']);
    expect(JSON.stringify(broken.body)).not.toContain('tenants');
    expect(server.log.at(-1)).toMatchObject({
      level: 'error',
      status: 500,
      error: expect.stringContaining('tenants'),
    });
    server.database.read = () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }));
    server.database.isReady = async () => false;
    const gone = await server.send('GET', '/v1/policy', { as: key });
    expect([gone.status, gone.body.code, gone.headers.get('retry-after')]).toEqual([503, 'unavailable', '2']);
    expect((await server.send('GET', '/readyz')).status).toBe(503);
    expect((await server.send('GET', '/healthz')).status).toBe(200);
    await server.close();
    expect((await server.send('GET', '/v1/policy', { as: key })).body.code).toBe('unavailable');
  });
});
