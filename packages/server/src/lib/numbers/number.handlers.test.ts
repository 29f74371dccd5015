import { randomUUID } from 'node:crypto';
import type { NumberBatch, NumbersChanged, PhoneNumber, PhoneNumberPage } from '@numberdesk/core/numbers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type Sending, type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';
import { scopeOf } from '../access/account-chain.ts';
import { accountStore } from '../access/account.store.ts';
import { eventStore } from '../events/event.store.ts';

/** Numbers of a test's own, for those of its tenants are held elsewhere for every other. */
let tests = 0;
const tn = (line: number) => `+1501${320 + tests}${4000 + line}`;
const row = (line: number, more: object = {}) => ({ number: tn(line), purpose: 'survey', ...more });
const minute = 60_000;

describe.each(databaseKinds)('the inventory, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let noon: number;
  beforeAll(async () => void (server = await openTestServer(kind)));
  afterAll(() => server.close());
  beforeEach(async () => {
    tests++;
    noon = server.clock.now;
    tenant = await server.newTenantWithAccounts();
    return () => void (server.clock.now = noon);
  });

  const send = <Body>(method: string, path: string, { as = tenant.key, headers, ...rest }: Sending = {}) =>
    server.send<Body>(method, `/v1/numbers${path}`, {
      as,
      headers: { 'idempotency-key': randomUUID(), ...headers },
      ...rest,
    });
  const batch = async (account: string, rows: object[], more: Sending = {}) =>
    (await send<NumberBatch>('POST', '/batches', { body: { account, rows }, ...more })).body;
  const add = async (account: string, line: number, more: Sending = {}) =>
    (await send<PhoneNumber>('POST', '', { body: { account, ...row(line) }, ...more })).body;
  const list = async (as = tenant.key) => (await send<PhoneNumberPage>('GET', '?sort=number', { as })).body;
  const audit = () =>
    server.database.asOwner<{ action: string; actor: { kind: string }; before: never; after: never }>(
      `select action, actor, before, after from audit_log
       where tenant_id = $1 and action like 'number%' order by at, id`,
      [tenant.id],
    );
  const suffixes = async () => {
    const rows = await server.database.asOwner<{ count: string }>(
      'select count(*) from number_suffixes where tenant_id = $1',
      [tenant.id],
    );
    return Number(rows[0]!.count);
  };
  /** What whoever watches an account, or the whole tenant, is told after a position. */
  const told = (after: number, account: string | null = null) =>
    server.database.read(tenant.id, async (tx) => {
      const scope = scopeOf(account === null ? null : await accountStore(tx).find(account));
      const permissions = ['numbers:view'];
      const { events } = await eventStore(tx).after({ position: after, scope, permissions, limit: 100 });
      return events.map(({ data }) => data as unknown as NumbersChanged);
    });

  it('NUM-7: five hundred rows are one batch, in which each row is added or has its reason', async () => {
    await add('beta', 7);
    const rows = Array.from({ length: 500 }, (_, line) => row(line));
    const { added, rejected, totals } = await batch('acme', rows);
    expect(totals).toEqual({ rows: 500, added: 499, rejected: 1 });
    expect(rejected).toMatchObject([{ index: 7, code: 'held-elsewhere' }]);
    expect(added.map(({ number }) => number)).toEqual(
      rows.filter((_, index) => index !== 7).map(({ number }) => number),
    );
    expect(await suffixes()).toBe(500 * 7);
    const news = await told(1);
    expect(news.flatMap(({ numbers }) => numbers)).toEqual(added);
    expect(news).toHaveLength(5);
  });

  it('NUM-8: a number of another tenant is held elsewhere, in the very words used of one beside', async () => {
    const other = await server.newTenantWithAccounts();
    await add('beta', 1, { as: other.key });
    await add('beta', 2);
    const session = await server.newSession(tenant, { account: 'acme', permissionSet: 'admin' });
    const rows = [row(1, { reassign: true }), row(2, { reassign: true })];
    const { rejected } = await batch('acme-east-1', rows, { as: session });
    const [foreign, beside] = rejected.map(({ index: _, number: __, ...told }) => told);
    expect(foreign).toEqual({
      purpose: 'survey',
      code: 'held-elsewhere',
      detail: 'The number is held elsewhere.',
      canReassign: false,
    });
    expect(beside).toEqual(foreign);
    // Not even who may see the whole tenant is told more of another.
    const staff = await batch('acme-east-1', rows);
    expect(staff.rejected).toMatchObject([{ index: 0, canReassign: false }]);
    expect(staff.rejected[0]).not.toHaveProperty('holder');
    const one = await send<{ errors: object[] }>('POST', '', { body: { account: 'acme', ...row(1) } });
    expect([one.status, one.body.errors]).toEqual([
      422,
      [{ path: '/number', code: 'held-elsewhere', detail: 'The number is held elsewhere.' }],
    ]);
    expect((await list(other.key)).data).toMatchObject([{ number: tn(1), account: 'beta' }]);
  });

  it('NUM-8: a reassigned number leaves one account and comes to the other at once, and both are told', async () => {
    const order = await server.place(tenant.key, { number: 'A-1', account: 'acme-east-2' });
    await server.send('PATCH', '/v1/orders/A-1/lines/1', {
      as: tenant.key,
      body: { status: 'completed', numbers: [tn(3)] },
      headers: { 'if-match': `"${order.version}"` },
    });
    const held = (await list()).data[0]!;
    expect(held).toMatchObject({ account: 'acme-east-2', order: 'A-1' });
    const { feed } = await list();
    const { added } = await batch('acme-east-1', [row(3, { reassign: true }), row(4)]);
    expect(added).toMatchObject([
      { id: held.id, account: 'acme-east-1', purpose: 'survey', status: 'approved', order: null, version: 2 },
      { number: tn(4), status: 'pending' },
    ]);
    expect((await list()).data).toEqual(added);
    expect(await told(feed, 'acme-east-2')).toMatchObject([
      { account: 'acme-east-2', numbers: [], removed: [{ id: held.id, number: tn(3) }] },
    ]);
    expect(await told(feed, 'acme-east-1')).toMatchObject([
      { account: 'acme-east-1', numbers: added, removed: [] },
    ]);
    expect(await told(feed, 'acme')).toHaveLength(2);
    expect(await told(feed, 'beta')).toEqual([]);
    expect(await audit()).toMatchObject([
      {
        action: 'numbers.added',
        before: { moved: [{ id: held.id, account: 'acme-east-2', purpose: null }] },
        after: { account: 'acme-east-1', rows: 2, added: 2, rejected: 0, ids: added.map(({ id }) => id) },
      },
    ]);
    // A correction of the order no longer takes away what has gone elsewhere.
    const past = {
      placedBy: { name: 'Ada Byron' },
      account: 'acme-east-2',
      placedAt: '2026-11-20T00:00:00.000Z',
    };
    const line = { id: '1', type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' };
    const canceled = {
      ...line,
      status: 'canceled',
      statusChangedAt: '2026-11-21T00:00:00.000Z',
      numbers: [],
    };
    await server.send('PUT', '/v1/orders/A-1', { as: tenant.key, body: { ...past, lines: [canceled] } });
    expect((await list()).data).toEqual(added);
  });

  it('ACC-5: each change of one number says who did what, as it was and as it became', async () => {
    const staff = await server.newSession(tenant, { account: null, permissionSet: 'staff' });
    const { id } = await add('acme', 1);
    const headers = { 'if-match': '"1"' };
    await send('POST', `/${id}/verdict`, { as: staff, headers, body: { valid: false, note: 'No.' } });
    await send('PATCH', `/${id}`, { body: { purpose: 'charity', account: 'acme-east-1' } });
    await send('DELETE', `/${id}`);
    expect((await send('POST', '/imports', { body: { account: 'acme', rows: 3 } })).status).toBe(201);
    const log = await audit();
    expect(log.map(({ action, actor }) => [action, actor.kind])).toEqual([
      ['number.added', 'key'],
      ['number.judged', 'session'],
      ['number.moved', 'key'],
      ['number.removed', 'key'],
      ['numbers.import-started', 'key'],
    ]);
    expect(log[1]).toMatchObject({
      before: { status: 'pending', note: null, version: 1 },
      after: { status: 'rejected', note: 'No.', version: 2 },
    });
    expect(log[2]).toMatchObject({ before: { account: 'acme' }, after: { account: 'acme-east-1' } });
    expect([log[0]!.before, log[3]!.after]).toEqual([null, null]);
    expect(await suffixes(), 'nothing finds a number that is gone').toBe(0);
  });

  it('NUM-6: a batch that is not confirmed leaves nothing behind', async () => {
    const rows = [row(1), row(2, { purpose: 'Do Not Originate' })];
    const refused = await send<{ code: string; detail: string }>('POST', '/batches', {
      body: { account: 'acme', rows },
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'confirmation-needed']);
    expect(refused.body.detail).toContain('"doNotOriginate": 1');
    expect([(await list()).data, await suffixes(), await audit()]).toEqual([[], 0, []]);
  });

  it('NUM-4, NUM-9: what is odd waits for staff; a policy can take the oddness away', async () => {
    const odd = { number: '2323334444', purpose: 'survey' };
    const [added] = (await batch('acme', [odd])).added;
    server.clock.now += 60 * minute;
    const now = (await send<PhoneNumber>('GET', `/${added!.id}`)).body;
    expect(now).toMatchObject({ status: 'pending', warning: 'area-code-unknown' });
    const policy = { areaCodes: ['232'], numberApprovalMinutes: 0 };
    await server.send('PUT', '/v1/policy', { as: tenant.key, body: policy });
    const [plain] = (await batch('acme', [{ ...odd, number: '2323334445' }])).added;
    expect(plain).toMatchObject({ status: 'approved', warning: null, version: 1 });
  });

  it('NUM-7: a batch of rows that nothing can be made of is answered row by row', async () => {
    const texts = ['', ' ', '\u{1f4de}', '+', '+1', '=1+1', '٥٠١٣٣٣٤٤٤٤', '5'.repeat(200), "'; drop table x"];
    const rows = texts.map((number) => ({ number, purpose: number }));
    const { added, rejected } = await batch('acme', rows);
    expect([added, rejected.length]).toEqual([[], texts.length]);
    expect(rejected.map(({ number }) => number)).toEqual(texts);
    const long = await batch('acme', [{ number: '5'.repeat(300), purpose: '\u{1f4de}'.repeat(150) }, row(8)]);
    expect(long.rejected).toMatchObject([{ index: 0, number: '5'.repeat(200), code: 'wrong-length' }]);
    expect(long.added).toHaveLength(1);
    const none = await send('POST', '/batches', { body: { account: 'acme', rows: [] } });
    expect(none.status).toBe(422);
    const unkeyed = await server.send('POST', '/v1/numbers/batches', {
      as: tenant.key,
      body: { account: 'acme', rows: [row(1)] },
    });
    expect([unkeyed.status, unkeyed.body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('knows no number and no import by what is no id', async () => {
    for (const id of ['1', 'x', "'", randomUUID()]) {
      expect((await send('GET', `/${id}`)).status).toBe(404);
      expect((await send('DELETE', `/${id}`)).status).toBe(404);
      expect((await send('GET', `/imports/${id}`)).status).toBe(404);
    }
    const piece = { account: 'acme', rows: [row(1)], import: { id: 'x', from: 0 } };
    expect((await send('POST', '/batches', { body: piece })).status).toBe(404);
  });

  it('refuses cursors that it has not made', async () => {
    const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const wrong = [
      'x',
      made(null),
      made([]),
      made(['number', 0, '+1']),
      made(['-addedAt', 0, 1]),
      made(['-addedAt', 1e300, '+1']),
    ];
    for (const cursor of wrong) {
      const { status, body } = await send<{ code: string }>('GET', `?cursor=${cursor}`);
      expect([status, body.code], cursor).toEqual([400, 'bad-request']);
    }
  });
});
