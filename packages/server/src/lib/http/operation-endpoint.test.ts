import { randomUUID } from 'node:crypto';
import { operations } from '@numberdesk/core';
import { type ProblemBody, problemCodes } from '@numberdesk/core/http';
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

describe.each(databaseKinds)('a hostile body, on %s', (kind) => {
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
      ['PUT', 'accounts/acme', { name: 'A', level: 'business', owner: { name: 'A', email: 'a@acme.test' } }],
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
