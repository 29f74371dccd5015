import type { OrderEventPage } from '@numberdesk/core/orders';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, line, openTestServer } from '../../../test/test-server.ts';
import { loggedChanges } from '../access/audit.store.ts';
import { decodeHistoryCursor, encodeHistoryCursor } from './order-history-cursor.ts';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  Plans?: PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
const minute = 60_000;

describe.each(databaseKinds)('the history of an order, on %s', (kind) => {
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
    tenant = await server.newTenantWithAccounts();
  });

  const history = (as: string, query = '', number = 'A-1') =>
    server.send<OrderEventPage>('GET', `/v1/orders/${number}/history${query}`, { as });
  const move = (as: string, status: string, version: number, numbers: string[] = []) =>
    server.send('PATCH', '/v1/orders/A-1/lines/1', {
      as,
      body: { status, numbers },
      headers: { 'if-match': `"${version}"` },
    });
  const staffSession = () =>
    server.newSession(tenant, {
      account: null,
      permissionSet: 'staff',
      user: { id: 'secret-id', name: 'Mirela Popescu', email: 'mirela@provider.example' },
    });

  it('ACC-5: tells a customer what the audit log has, but of staff only that it was the provider', async () => {
    await server.place(tenant.key, {
      number: 'A-1',
      placedBy: { name: 'Grace Hopper', email: 'grace@acme.example' },
    });
    const staff = await staffSession();
    server.clock.now += minute;
    await move(staff, 'pending-docs', 1);
    server.clock.now += minute;
    await move(staff, 'completed', 2); // refused: it is asked for documents
    await move(staff, 'canceled', 2);
    const { status, body } = await history(await server.newSession(tenant, {}));
    expect(status).toBe(200);
    const provider = { side: 'provider', name: null };
    expect(body.data.map(({ id: _, ...event }) => event)).toEqual([
      { at: '2026-11-29T12:02:00.000Z', kind: 'leaves', by: null },
      {
        at: '2026-11-22T12:02:00.000Z',
        kind: 'moved',
        by: provider,
        line: '1',
        from: 'pending-docs',
        to: 'canceled',
      },
      {
        at: '2026-11-22T12:01:00.000Z',
        kind: 'moved',
        by: provider,
        line: '1',
        from: 'processing',
        to: 'pending-docs',
      },
      { at: '2026-11-22T12:00:00.000Z', kind: 'placed', by: { side: 'customer', name: 'Grace Hopper' } },
    ]);
    expect(JSON.stringify(body.data)).not.toMatch(/Mirela|secret|example|request/);
    expect(JSON.stringify((await history(await staffSession())).body)).toContain('Mirela Popescu');
  });

  it('ACC-1: is not that of the same number in another tenant', async () => {
    const other = await server.newTenantWithAccounts();
    await server.place(tenant.key, { number: 'A-1' });
    await server.place(other.key, { number: 'A-1' });
    await move(other.key, 'canceled', 1);
    expect((await history(tenant.key)).body.data.map((event) => event.kind)).toEqual(['placed']);
    expect((await history(tenant.key, '', 'A-2')).status).toBe(404);
  });

  it('ACC-1: is that of an order the reader sees', async () => {
    await server.place(tenant.key, { number: 'A-1', account: 'acme-east-1' });
    const status = async (account: string) =>
      (await history(await server.newSession(tenant, { account }))).status;
    expect(await status('acme')).toBe(200);
    expect(await status('acme-east-1')).toBe(200);
    expect(await status('acme-east-2')).toBe(404);
    expect(await status('beta')).toBe(404);
  });

  it('goes on where the page before ended, in the middle of a change and among changes of one moment', async () => {
    const past = { statusChangedAt: '2026-11-03T09:00:00.000Z', numbers: [] };
    const order = {
      account: 'acme',
      placedBy: { name: 'Ada' },
      placedAt: '2026-11-02T15:00:00.000Z',
      confirmedAt: '2026-11-02T16:00:00.000Z',
      lines: [
        { ...line, ...past, status: 'processing' },
        { ...line, ...past, status: 'canceled' },
      ],
    };
    await server.send('PUT', '/v1/orders/A-1', { as: tenant.key, body: order });
    await move(tenant.key, 'pending-docs', 1);
    await move(tenant.key, 'processing', 2);
    const whole = (await history(tenant.key)).body.data;
    expect(whole.map(({ kind: what, line: at }) => `${what} ${at ?? ''}`.trim())).toEqual([
      'moved 1',
      'moved 1',
      'moved 2',
      'moved 1',
      'confirmed',
      'placed',
    ]);
    for (const limit of [1, 2, 4]) {
      const seen = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: { body: OrderEventPage } = await history(
          tenant.key,
          `?limit=${limit}${cursor && `&cursor=${cursor}`}`,
        );
        seen.push(...body.data);
        cursor = body.next;
      }
      expect(seen).toEqual(whole);
    }
  });

  it('reads what it shows by the index of the subject, and no more', async () => {
    await server.database.asOwner(
      `insert into audit_log (tenant_id, id, at, actor, action, subject, after)
       select $1::uuid, md5($1::uuid::text || n)::uuid, $2::timestamptz + n * interval '1 minute', '{}', 'order.line-moved',
         'order:' || n % 50, '{}' from generate_series(1, 20000) as n`,
      [tenant.id, new Date(start)],
    );
    await server.database.asOwner('analyze audit_log');
    const rows = await server.database.read(tenant.id, (tx) => {
      const from = { at: new Date(start + 10_000 * minute), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
      return loggedChanges(tx, { subject: 'order:7', limit: 20, from }).explain('json', sql`analyze`);
    });
    const [{ Plan: top }] = (rows[0] as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
    const reading = nodesOf(top).filter((node) => node['Relation Name'] ?? node['Index Name']);
    expect(reading.map((node) => node['Index Name'])).toEqual(['audit_log_by_subject']);
    expect(reading[0]?.['Actual Rows']).toBeLessThan(25);
  });
});

describe('the cursor of a history', () => {
  it('comes back as it was', () => {
    const place = { at: new Date(minute), id: '0190d2f4-5e3a-7000-8000-000000000001', index: 3 };
    expect(decodeHistoryCursor(encodeHistoryCursor(place))).toEqual(place);
    expect(decodeHistoryCursor(encodeHistoryCursor(null))).toBeNull();
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  it.each([
    '',
    '!',
    encoded([]),
    encoded({}),
    encoded([1, 'no uuid', 0]),
    encoded([1e300, '0190d2f4-5e3a-7000-8000-000000000001', 0]),
    encoded([1, '0190d2f4-5e3a-7000-8000-000000000001', '0']),
  ])('%s is none', (cursor) => {
    expect(decodeHistoryCursor(cursor)).toBeUndefined();
  });
});
