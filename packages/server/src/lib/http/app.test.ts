import { randomUUID } from 'node:crypto';
import { operations } from '@numberdesk/core';
import { type ProblemBody, problemCodes } from '@numberdesk/core/http';
import type { Order, OrderPage } from '@numberdesk/core/orders';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, line, openTestServer, order } from '../../../test/test-server.ts';

const portal = 'https://portal.test';

/** What any schema might trip over. */
const field = fc.oneof(
  fc.constantFrom(
    'number',
    'account',
    'lines',
    'placedBy',
    'placedAt',
    'status',
    'numbers',
    'at',
    'name',
    'id',
  ),
  fc.constantFrom(
    'level',
    'parent',
    'owner',
    'origins',
    'user',
    'permissions',
    'holidays',
    'contact',
    '__proto__',
  ),
  fc.string(),
);
const strange = [
  ...[
    '0000-01-01T00:00:00Z',
    '1970-01-01T00:00:00+14:00',
    '2999-12-31T23:59:59.999Z',
    '2026-02-30T00:00:00Z',
  ],
  ...[
    'http://a/\u0000',
    'https://ä.test',
    'a@b',
    '+1',
    '\ufeff',
    '\ud800',
    'toString',
    'Etc/GMT+12',
    'x'.repeat(5000),
  ],
  ...[-0, 1e21, 2 ** 31, 2 ** 53, 999, 1e-7],
];
const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    null,
    'acme',
    'beta',
    'completed',
    '+15013334444',
    '2026-11-22T12:00:00Z',
    'business',
    'US',
  ),
  fc.constantFrom(...strange),
);
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree')), fc.dictionary(field, tie('tree'))),
}));
const segment = fc.oneof(
  fc.constantFrom('acme', '1', 'A-1'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 70 }),
);

/** The same, but for one part somewhere inside. */
function withPart(value: unknown, [step = 0, ...way]: number[], part: unknown): unknown {
  if (typeof value !== 'object' || value === null) return part;
  const keys = Object.keys(value);
  const at = keys[step % Math.max(keys.length, 1)];
  const inner = at === undefined || way.length === 0 ? part : withPart(Reflect.get(value, at), way, part);
  if (at === undefined) return part;
  return Array.isArray(value) ? value.with(Number(at), inner) : { ...value, [at]: inner };
}

describe.each(databaseKinds)('what a request meets, on %s', (kind) => {
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
  const audited = (action: string) =>
    server.database.asOwner<{ action: string; actor: object; after: object; request_id: string }>(
      'select * from audit_log where tenant_id = $1 and action = $2 order by id',
      [tenant.id, action],
    );

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
      const [, , secret] = tenant.key.split('_');
      const forged = `sk_${foreign.id.replaceAll('-', '')}_${secret}`;
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

  describe('a hostile body', () => {
    it.each<[string, unknown, string, string?]>([
      ['no JSON', '{"number":', 'bad-json'],
      ['nothing', '', 'bad-json'],
      ['20,000 brackets', '['.repeat(20_000), 'bad-json'],
      ['20,000 braces in a field', `{"lines":${'{"a":'.repeat(20_000)}`, 'bad-json'],
      ['a list', [], 'invalid', ''],
      ['null', 'null', 'invalid', ''],
      ['__proto__', '{"__proto__":{"number":"1"}}', 'invalid', '/__proto__'],
      ['constructor', { ...order(), constructor: 1 }, 'invalid', '/constructor'],
      ['a wrong type', order({ number: 7 as never }), 'invalid', '/number'],
      ['an over-long text', order({ number: 'x'.repeat(65) }), 'invalid', '/number'],
      ['a blank text', order({ number: '  ' }), 'invalid', '/number'],
      ['a lone surrogate', JSON.stringify(order({ number: '\ud800' })), 'invalid', '/number'],
      ['NUL', order({ placedBy: { name: 'a\0b' } }), 'invalid', '/placedBy/name'],
      ['a turned text', order({ placedBy: { name: 'a\u202eb' } }), 'invalid', '/placedBy/name'],
      ['a fraction', order({ lines: [{ ...line, quantity: 1.5 }] }), 'invalid', '/lines/0/quantity'],
      [
        'infinity',
        JSON.stringify(order()).replace('"quantity":1', '"quantity":1e999'),
        'invalid',
        '/lines/0/quantity',
      ],
      ['no line', order({ lines: [] }), 'invalid', '/lines'],
      ['twice the same line', order({ lines: [{ ...line, id: '2' }, line] }), 'invalid', '/lines'],
      ['the year 0', order({ placedAt: '0000-01-01T00:00:00Z' }), 'invalid', '/placedAt'],
      ['the year 9999', order({ placedAt: '9999-12-31T23:59:59Z' }), 'invalid', '/placedAt'],
    ])('%s is refused by naming the field', async (_, body, code, path) => {
      const answered = await place(body);
      expect([answered.status, answered.body.code]).toEqual([problemCodes[code as 'invalid'].status, code]);
      if (path !== undefined) expect(answered.body.errors.map((error) => error.path)).toContain(path);
    });

    it('of another kind is refused', async () => {
      const headers = { ...key(), 'content-type': 'text/plain' };
      expect((await place('{}', headers)).body.code).toBe('unsupported-type');
    });

    it('of 11 MB is refused without being read', async () => {
      let sent = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 65_536;
          if (sent > 11_000_000) controller.close();
          else controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
      });
      const response = await server.fetch(
        new Request('http://numberdesk.test/v1/orders', {
          method: 'POST',
          headers: { authorization: `Bearer ${tenant.key}`, 'content-type': 'application/json', ...key() },
          body,
          duplex: 'half',
        } as RequestInit),
      );
      expect([response.status, ((await response.json()) as ProblemBody).code]).toEqual([413, 'too-large']);
      expect(sent).toBeLessThan(2_000_000);
    });

    it('of random JSON, sent to every operation, never meets a 5xx', async () => {
      const rows = Object.values(operations).flatMap((table) => Object.values(table));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...rows),
          fc.dictionary(field, tree),
          segment,
          fc.webQueryParameters(),
          async ({ method, path, ...row }, content, text, query) => {
            const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(text.toWellFormed()));
            const { status, body } = await server.send(method.toUpperCase(), `/v1/${filled}?${query}`, {
              as: tenant.key,
              headers: { ...key(), 'if-match': '*' },
              ...('body' in row ? { body: content } : {}),
            });
            expect(status, JSON.stringify(body)).toBeLessThan(500);
          },
        ),
        { numRuns: 300 },
      );
    });

    it('that is sound but for one part never meets a 5xx', async () => {
      const move = { status: 'completed', numbers: ['+15013334444'] };
      const known = { ...order(), number: undefined, placedAt: '2026-01-31T10:00:00+05:30' };
      const past = { ...line, id: 'a', status: 'completed', statusChangedAt: '2026-02-28T10:00:00Z' };
      const sound: [method: string, path: string, body: object][] = [
        ['POST', 'orders', order()],
        ['PUT', 'orders/known', { ...known, lines: [{ ...past, numbers: ['+15013335555'] }] }],
        ['PATCH', 'orders/known/lines/a', move],
        ['PUT', 'sync/orders', { at: '2026-11-22T12:00:00.000Z' }],
        [
          'PUT',
          'accounts/acme',
          { name: 'A', level: 'business', owner: { name: 'A', email: 'a@acme.test' } },
        ],
        [
          'PUT',
          'policy',
          { retentionDays: 9, holidays: ['2026-12-24'], contact: { url: 'https://acme.test/' } },
        ],
        [
          'POST',
          'embed-sessions',
          { account: 'acme', user: { id: '1', name: 'A' }, permissionSet: 'member', origins: [portal] },
        ],
      ];
      for (const [method, path, body] of sound) {
        const headers = { ...key(), ...(method === 'PATCH' ? { 'if-match': '*' } : {}) };
        const { status } = await server.send(method, `/v1/${path}`, { as: tenant.key, body, headers });
        expect([path, [200, 201, 409].includes(status)]).toEqual([path, true]);
      }
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...sound),
          fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
          fc.oneof(tree, fc.date().map(String), fc.constantFrom(...strange)),
          async ([method, path, body], way, part) => {
            const answered = await server.send(method, `/v1/${path}`, {
              as: tenant.key,
              headers: { ...key(), 'if-match': '*' },
              body: withPart(body, way, part),
            });
            expect(answered.status, JSON.stringify(answered.body)).toBeLessThan(500);
          },
        ),
        { numRuns: 300 },
      );
    });
  });

  describe('an Idempotency-Key', () => {
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
