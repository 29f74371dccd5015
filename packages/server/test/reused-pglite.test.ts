import type { PGlite } from '@electric-sql/pglite';
import { expect, inject, it } from 'vitest';
import { takePglite } from './reused-pglite.ts';

const take = () => takePglite(inject('pgliteCopies').migrated);
const rowsOf = async (pglite: PGlite, query: string) => (await pglite.query(query)).rows;

it('a PGlite that is left is as it was loaded', async () => {
  const { pglite, leave } = await take();
  const settings = 'select name, setting from pg_settings order by name';
  const [settingsBefore, queueBefore] = [
    await rowsOf(pglite, settings),
    await rowsOf(pglite, 'select * from numberdesk_queue.version'),
  ];
  await pglite.exec(`
    insert into tenants (tenant_id, name, policy, created_at) values (gen_random_uuid(), 'Acme', '{}', now());
    update numberdesk_queue.version set bam_on = now();
    analyze tenants;
    set role numberdesk_app`);
  await leave();
  const next = await take();
  expect(next.pglite).toBe(pglite);
  expect(await rowsOf(pglite, 'table tenants')).toEqual([]);
  expect(await rowsOf(pglite, "select from pg_stats where tablename = 'tenants'")).toEqual([]);
  expect(await rowsOf(pglite, 'select * from numberdesk_queue.version')).toEqual(queueBefore);
  expect(await rowsOf(pglite, settings)).toEqual(settingsBefore);
  await next.leave();
});

it.each([
  'alter table orders disable row level security',
  'grant delete on tenants to numberdesk_app',
  'begin',
])('one is not taken again after %s', async (statement) => {
  const { pglite, leave } = await take();
  await pglite.exec(statement);
  await leave();
  expect(pglite.closed).toBe(true);
});
