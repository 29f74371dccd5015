import { v7 as uuidv7 } from 'uuid';
import { expect, inject, it, onTestFinished } from 'vitest';
import { loadPglite } from '../../../test/database-copies.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { noon } from '../../../test/samples.ts';
import { scopeOf } from '../access/account-chain.ts';
import { accountStore } from '../access/account.store.ts';
import { numberStore } from '../numbers/number.store.ts';
import { ensureAppRole } from './app-role.ts';
import { connectPglite, connectPostgres } from './connection.ts';
import type { Database } from './database.ts';
import { guardedDatabase } from './guarded-database.ts';
import { migrate } from './migrate.ts';
import { databaseOver } from './open-database.ts';
import type { TenantId } from './tenant-id.ts';

const [tenant, account, unit, order, later, lone] = Array.from({ length: 6 }, () => uuidv7());

/** What a server that knew numbers of orders only had written. */
const before = `
  insert into tenants (tenant_id, name, policy, created_at) values ('${tenant}', 'Acme', '{}', now());
  insert into event_counters values ('${tenant}', 0, 0);
  insert into accounts (tenant_id, id, external_id, name, level, business_id, unit_id, time_zone, locale, owner,
    recipients, contact, version, created_at, updated_at)
  values ('${tenant}', '${account}', 'acme', 'Acme', 'business', '${account}', null, 'UTC', 'en', '{}', '[]', '{}', 1, now(), now()),
    ('${tenant}', '${unit}', 'east', 'East', 'business-unit', '${account}', '${unit}', 'UTC', 'en', '{}', '[]', '{}', 1, now(), now());
  insert into orders (tenant_id, id, number, number_key, account_id, business_id, unit_id, placed_at, placed_by_name,
    status, ended_at, ended_day, version, updated_at)
  values ('${tenant}', '${order}', 'A-1', 'a-01', '${unit}', '${account}', '${unit}', now(), 'Ada', 'completed', now(), 1, 1, now());
  insert into active_numbers (tenant_id, id, number, account_id, order_id, added_at)
  select '${tenant}', md5(number)::uuid, number, '${unit}', '${order}', '2026-11-22T12:00:00.000Z'
  from unnest(array['+15013334444', '+442079460000', '+2345678']) as number;
  insert into tenants (tenant_id, name, policy, created_at) values ('${later}', 'Later', '{}', now());
  insert into event_counters values ('${later}', 0, 0);
  insert into accounts (tenant_id, id, external_id, name, level, business_id, time_zone, locale, owner, recipients,
    contact, version, created_at, updated_at)
  values ('${later}', '${lone}', 'lone', 'Lone', 'business', '${lone}', 'UTC', 'en', '{}', '[]', '{}', 1, now(), now());
  insert into active_numbers (tenant_id, id, number, account_id, added_at)
  select '${later}', md5('later' || number)::uuid, number, '${lone}', '2026-11-23T12:00:00.000Z'
  from unnest(array['+15013334444', '+15013334445']) as number`;

async function connect(kind: Database['kind']) {
  if (kind === 'pglite') return connectPglite(await loadPglite(inject('pgliteCopies').empty));
  const { url, drop } = await createPostgresDatabase();
  return { ...connectPostgres(url, () => undefined), close: drop };
}

it.each(databaseKinds)(
  'ORD-7: numbers that orders brought long ago are in the inventory of %s, approved',
  async (kind) => {
    const connections = await connect(kind);
    const old = guardedDatabase({ ...connections, close: async () => undefined });
    await ensureAppRole(old.db);
    await migrate(old.db, '0002_webhooks');
    for (const statement of before.split(';')) await connections.pool.query(statement);
    const database = await databaseOver(connections, { clock: () => noon, ids: () => uuidv7() });
    onTestFinished(() => database.close());

    const list = (q?: string, external?: string) =>
      database.read(tenant as TenantId, async (tx) => {
        const scope = scopeOf(external === undefined ? null : await accountStore(tx).find(external));
        const query = { status: [], purpose: [], sort: 'number' as const, limit: 50, scope, now: noon };
        const page = await numberStore(tx).list({ ...query, q });
        return page.ok ? page.data : [];
      });
    const all = await list();
    expect(all).toEqual(
      ['+15013334444', '+2345678', '+442079460000'].map((number) => ({
        id: expect.any(String),
        number,
        account: 'east',
        purpose: null,
        status: 'approved',
        statusChangedAt: '2026-11-22T12:00:00.000Z',
        note: null,
        warning: null,
        order: 'A-1',
        addedAt: '2026-11-22T12:00:00.000Z',
        leaving: false,
        version: 1,
      })),
    );
    for (const external of ['acme', 'east']) expect(await list(undefined, external)).toEqual(all);
    const found = async (q: string) => (await list(q)).map(({ number }) => number);
    expect(await found('333-44')).toEqual(['+15013334444']);
    expect(await found('7946')).toEqual(['+442079460000']);
    expect(await found('2345678')).toEqual(['+2345678']);
    expect(await found('5678')).toEqual(['+2345678']);
    const { rows } = await connections.pool.query<{ number: string; tenant_id: string }>(
      'select number, tenant_id from held_numbers order by number',
    );
    const holders = {
      '+15013334444': tenant,
      '+15013334445': later,
      '+2345678': tenant,
      '+442079460000': tenant,
    };
    expect(Object.fromEntries(rows.map((row) => [row.number, row.tenant_id])), 'NUM-8').toEqual(holders);
  },
  60_000,
);
