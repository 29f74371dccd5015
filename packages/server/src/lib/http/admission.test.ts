import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

const portal = 'https://portal.test';

describe.each(databaseKinds)('admission, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind);
    tenant = await server.newTenantWithAccounts();
  });
  afterAll(() => server.close());

  const audited = (action: string) =>
    server.database.asOwner<{ action: string; actor: object; after: object; request_id: string }>(
      'select * from audit_log where tenant_id = $1 and action = $2 order by id',
      [tenant.id, action],
    );

  describe('without a good token', () => {
    const other = 'x'.repeat(43);
    it.each([
      ['none', undefined],
      ['the key of the demonstration', 'sk_demo'],
      ['no token of ours', 'abc'],
      ['an unknown tenant', `sk_${'0'.repeat(32)}_${other}`],
      ['an unknown session', `nds_${'0'.repeat(32)}_${other}`],
    ])('%s: 401, always in the same words', async (_, as) => {
      const { status, headers, body } = await server.send('GET', '/v1/orders', as ? { as } : {});
      expect([status, body.code]).toEqual([401, 'unauthenticated']);
      expect(body.detail).toBe('Send a valid key or session token: Authorization: Bearer ….');
      expect(headers.get('www-authenticate')).toBe('Bearer');
    });

    it('a key does not open another tenant by naming it', async () => {
      const foreign = await server.newTenant();
      const forged = `sk_${foreign.id.replaceAll('-', '')}_${tenant.key.slice(-43)}`;
      expect((await server.send('GET', '/v1/orders', { as: forged })).status).toBe(401);
    });

    it('a revoked key is refused at once, its neighbour is not', async () => {
      const { id, key: old } = await server.newTenant();
      const [row] = await server.database.asOwner<{ id: string }>(
        'select id from api_keys where tenant_id = $1',
        [id],
      );
      expect((await server.send('GET', '/v1/policy', { as: old })).status).toBe(200);
      await server.database.crossTenant.revokeApiKey({ tenant: id, id: row!.id });
      expect(await server.send('GET', '/v1/policy', { as: old })).toMatchObject({
        status: 401,
        body: { code: 'unauthenticated' },
      });
      expect((await server.send('GET', '/v1/policy', { as: tenant.key })).status).toBe(200);
    });

    it('a session ends to the millisecond', async () => {
      const as = await server.newSession(tenant, { ttlSeconds: 60 });
      const { now } = server.clock;
      server.clock.now = now + 59_999;
      expect((await server.send('GET', '/v1/session', { as })).status).toBe(200);
      server.clock.now = now + 60_000;
      expect(await server.send('GET', '/v1/session', { as })).toMatchObject({
        status: 401,
        body: { code: 'session-expired' },
      });
      server.clock.now = now;
    });
  });

  describe('the page', () => {
    const ask = (as: string, headers: Record<string, string>) =>
      server.send('GET', '/v1/orders', { as, headers });

    it('must be of an origin of the session', async () => {
      const as = await server.newSession(tenant, { origins: [portal, 'https://other.test:8443'] });
      expect((await ask(as, { origin: portal })).status).toBe(200);
      expect((await ask(as, { origin: 'https://other.test:8443' })).status).toBe(200);
      for (const origin of [
        'https://other.test',
        'http://portal.test',
        'null',
        'https://portal.test.evil.test',
      ]) {
        expect(await ask(as, { origin })).toMatchObject({
          status: 403,
          body: { code: 'origin-not-allowed' },
        });
      }
    });

    it('may say nothing, but then it must be of our own origin', async () => {
      const as = await server.newSession(tenant, {});
      expect((await ask(as, {})).status).toBe(200);
      expect((await ask(as, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
      for (const site of ['same-site', 'cross-site', 'none']) {
        expect((await ask(as, { 'sec-fetch-site': site })).status).toBe(403);
      }
    });

    it('never holds a secret key', async () => {
      await server.newSession(tenant, {});
      const { status, body } = await ask(tenant.key, { origin: portal });
      expect([status, body.code]).toEqual([403, 'origin-not-allowed']);
      expect(body.detail).toContain('never in a page');
    });

    it('reads an answer and what it needs of its headers, also of a refusal', async () => {
      const as = await server.newSession(tenant, {});
      for (const token of [as, 'nonsense']) {
        const { headers } = await ask(token, { origin: portal });
        expect(headers.get('access-control-allow-origin')).toBe(portal);
        expect(headers.get('access-control-allow-credentials')).toBeNull();
        expect(headers.get('vary')).toBe('Origin');
        expect(headers.get('access-control-expose-headers')).toBe(
          'ETag, Retry-After, Idempotent-Replayed, X-Request-Id',
        );
      }
      const { headers } = await ask(as, { origin: 'https://nobody.test' });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('vary')).toBe('Origin');
    });

    it('asks beforehand without a token, and passes when any tenant lists it', async () => {
      const preflight = (origin: string, path = '/v1/orders/1/lines/1') =>
        server.send('OPTIONS', path, { headers: { origin, 'access-control-request-method': 'PATCH' } });
      const fresh = `https://${randomUUID()}.test`;
      expect(await preflight(fresh)).toMatchObject({ status: 403, body: { code: 'origin-not-allowed' } });
      await server.newSession(tenant, { origins: [fresh] });
      const { status, headers } = await preflight(fresh);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(fresh);
      expect(headers.get('access-control-allow-methods')).toContain('PATCH');
      for (const name of ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-Match', 'Last-Event-ID']) {
        expect(headers.get('access-control-allow-headers')).toContain(name);
      }
      expect(headers.get('access-control-max-age')).toBe('600');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    });
  });

  describe('a missing permission (ACC-4)', () => {
    it('is named before anything is looked up: 403 comes before 404 and before the body', async () => {
      const as = await server.newSession(tenant, { permissions: ['numbers:view'] });
      const { status, body } = await server.send('GET', '/v1/orders/none', { as });
      expect([status, body.code, body.permission]).toEqual([403, 'forbidden', 'orders:view']);
      expect(body.detail).toContain('an admin of the account');
      const moved = await server.send('PATCH', '/v1/orders/none/lines/1', { as, body: '{' });
      expect(moved.body).toMatchObject({ code: 'forbidden', permission: 'orders:manage' });
      expect(moved.body.detail).toContain('the provider');
    });

    it('keeps sessions from what takes the secret key, and the key from what is about a session', async () => {
      const as = await server.newSession(tenant, { account: null, permissionSet: 'staff' });
      for (const path of ['/v1/policy', '/v1/accounts', '/v1/accounts/acme']) {
        expect((await server.send('GET', path, { as })).body.code).toBe('forbidden');
      }
      expect((await server.send('GET', '/v1/session', { as: tenant.key })).body.code).toBe('forbidden');
    });

    it('is audited at most once a minute for each subject and operation (ACC-5)', async () => {
      const user = { id: randomUUID(), name: 'Charles Babbage' };
      const as = await server.newSession(tenant, { user, permissions: ['numbers:view'] });
      const rows = async () =>
        (await audited('refused')).filter(({ actor }) => JSON.stringify(actor).includes(user.id));
      const { body } = await server.send('GET', '/v1/orders', { as });
      await server.send('GET', '/v1/orders', { as });
      expect(await rows()).toMatchObject([
        { request_id: body.requestId, after: { code: 'forbidden', permission: 'orders:view' } },
      ]);
      await server.send('GET', '/v1/orders/1', { as });
      expect(await rows()).toHaveLength(2);
      server.clock.now += 60_000;
      await server.send('GET', '/v1/orders', { as });
      expect(await rows()).toHaveLength(3);
    });
  });
});
