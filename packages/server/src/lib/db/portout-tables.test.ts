import { v7 as uuidv7 } from 'uuid';
import { expect, inject, it, onTestFinished } from 'vitest';
import { loadPglite } from '../../../test/database-copies.ts';
import { noon } from '../../../test/samples.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { portOutStore } from '../portouts/portout.store.ts';
import { portOutHistoryStore } from '../portouts/portout-history.store.ts';
import { ensureAppRole } from './app-role.ts';
import { connectPglite, connectPostgres } from './connection.ts';
import type { Database } from './database.ts';
import { guardedDatabase } from './guarded-database.ts';
import { migrate } from './migrate.ts';
import { databaseOver } from './open-database.ts';
import type { TenantId } from './tenant-id.ts';

const [tenant, account, once, again] = Array.from({ length: 4 }, () => uuidv7());

const portOut = (id: string | undefined, status: string, submitted = '{}') => `
  insert into portouts (tenant_id, id, request, request_key, account_id, business_id, status, known_status, received_at,
    port_type, requested_foc_date, quantity, answer_due_at, due_at, submitted, version, created_at, updated_at)
  values ('${tenant}', '${id}', 'PO_1', 'po_1', '${account}', '${account}', '${status}', '${status}', now(),
    'simple', '2026-12-04', 1, '2026-11-25T12:00:00Z', 'infinity', '${submitted}', 1, now(), now())`;

const event = (id: string | undefined, day: number, kind: string, to: string) => `
  insert into portout_events (tenant_id, id, portout_id, at, kind, actor, to_status)
  values ('${tenant}', '${uuidv7()}', '${id}', '2026-11-${day}T12:00:00Z', '${kind}', '{}', '${to}')`;

const accounts = [
  `insert into tenants (tenant_id, name, policy, created_at) values ('${tenant}', 'Acme', '{}', now())`,
  `insert into accounts (tenant_id, id, external_id, name, level, business_id, time_zone, locale, owner, recipients,
     contact, version, created_at, updated_at)
   values ('${tenant}', '${account}', 'acme', 'Acme', 'business', '${account}', 'UTC', 'en', '{}', '[]', '{}', 1, now(), now())`,
];

/** What a server had written that kept no such moments: a request answered once, and one that was sent back. */
const before = [
  ...accounts,
  portOut(once, 'authorized'),
  event(once, 20, 'received', 'pending'),
  event(once, 21, 'accept', 'authorized'),
  portOut(again, 'authorized'),
  event(again, 20, 'received', 'pending'),
  event(again, 21, 'reject', 'rejection-in-review'),
  event(again, 22, 'find-invalid', 'pending'),
  event(again, 23, 'accept', 'authorized'),
];

async function connect(kind: Database['kind']) {
  if (kind === 'pglite') return connectPglite(await loadPglite(inject('pgliteCopies').empty));
  const { url, drop } = await createPostgresDatabase();
  return { ...connectPostgres(url, () => undefined), close: drop };
}

/** The database as it is now, with what a server had written into the tables that there were after a step. */
async function grown(kind: Database['kind'], step: string, rows: readonly string[]): Promise<Database> {
  const connections = await connect(kind);
  const old = guardedDatabase({ ...connections, close: async () => undefined });
  await ensureAppRole(old.db);
  await migrate(old.db, step);
  for (const statement of rows) await connections.pool.query(statement);
  const database = await databaseOver(connections, { clock: () => noon, ids: () => uuidv7() });
  onTestFinished(() => database.close());
  return database;
}

it.each(databaseKinds)(
  'POR-9: answers that were given long ago say when they were due, on %s, as far as that is known',
  async (kind) => {
    const database = await grown(kind, '0005_mails', before);
    const due = (id: string) =>
      database.read(tenant as TenantId, async (tx) =>
        (await portOutHistoryStore(tx).events(id)).map(({ kind, answerDueAt }) => [kind, answerDueAt]),
      );
    expect(await due(once!)).toEqual([
      ['accept', '2026-11-25T12:00:00.000Z'],
      ['received', null],
    ]);
    expect(await due(again!)).toEqual([
      ['accept', '2026-11-25T12:00:00.000Z'],
      ['find-invalid', null],
      ['reject', null],
      ['received', null],
    ]);
  },
);

it.each(databaseKinds)(
  'POR-3: letters that were kept by their file alone are read as such, on %s',
  async (kind) => {
    const database = await grown(kind, '0006_answers_due', [
      ...accounts,
      portOut(once, 'pending', '{"name": "Acme", "loa": "loa.pdf"}'),
      portOut(again, 'pending', '{"name": "Acme", "loa": null}'),
    ]);
    const submitted = (id: string) =>
      database.read(tenant as TenantId, async (tx) => (await portOutStore(tx).get(id, null))?.submitted);
    expect(await submitted(once!)).toEqual({
      name: 'Acme',
      loa: { name: null, date: null, file: 'loa.pdf' },
    });
    expect(await submitted(again!)).toEqual({ name: 'Acme', loa: null });
  },
);
