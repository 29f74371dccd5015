import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { someMail } from '../../../test/mails.ts';
import { createTree, noon, someOrder, somePortOut } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { auditStore } from '../access/audit.store.ts';
import { sessionStore } from '../access/session.store.ts';
import { eventStore } from '../events/event.store.ts';
import { idempotencyStore } from '../http/idempotency.store.ts';
import { rejectedNumberStore } from '../numbers/rejected-number.store.ts';
import { numberImportStore } from '../numbers/number-import.store.ts';
import { activeNumberStore } from '../numbers/active-number.store.ts';
import { orderStore } from '../orders/order.store.ts';
import { portOutHistoryStore } from '../portouts/portout-history.store.ts';
import { portOutChargeStore } from '../portouts/portout-charge.store.ts';
import { portOutNoteStore } from '../portouts/portout-note.store.ts';
import { portOutRejectionStore } from '../portouts/portout-rejection.store.ts';
import { portOutStore } from '../portouts/portout.store.ts';
import { serviceRecordStore } from '../portouts/service-record.store.ts';
import { deadlineStore } from '../deadlines/deadline.store.ts';
import { mailStore } from '../mail/mail.store.ts';
import { webhookDeliveryStore } from '../webhooks/webhook-delivery.store.ts';
import { webhookEndpointStore } from '../webhooks/webhook-endpoint.store.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { TenantId, TenantTransaction } from './database.ts';

async function fillPortOuts(tx: TenantTransaction, account: StoredAccount): Promise<void> {
  const at = new Date(noon);
  const { facts } = await portOutStore(tx).insert(somePortOut(account), at);
  const portout = facts.id;
  await portOutHistoryStore(tx).addEvent({ portout, at, kind: 'received', actor: {} });
  await portOutRejectionStore(tx).insert({ portout, reason: 'other', details: {}, confirmed: [], at });
  await portOutNoteStore(tx).insert({ portout, side: 'customer', at, actor: {}, text: 'Ours.' });
  const charge = { portout, tn: '+15183334444', amount: { amountMinor: 150, currency: 'USD' }, at };
  await portOutChargeStore(tx).insert(account, { ...charge, month: '2026-11', kind: 'port-out' });
  const record = { name: null, address: null, zip: null, accountNumber: null, pin: null };
  await serviceRecordStore(tx).put(account.id, record, at);
  await deadlineStore(tx).keep({ kind: 'charge-month-end', subject: account.id, part: '2026-11', at });
}

/** A tenant with at least one row in every table. */
async function createFullTenant(database: TestDatabase, number: string): Promise<TenantId> {
  const tenant = await database.newTenant();
  await database.crossTenant.createApiKey({ tenant, secretHash: 'key' });
  await database.write(tenant, async (tx) => {
    const { acme } = await createTree(tx);
    const user = { id: 'u-1', name: 'Ada Byron', email: null };
    await sessionStore(tx).create({
      tokenHash: 'token',
      accountId: acme.id,
      user,
      permissions: ['orders:view'],
      origins: ['https://portal.example'],
      locale: null,
      at: noon,
      expiresAt: noon + 900_000,
    });
    const order = await orderStore(tx).insert(someOrder(acme), { retentionDays: 7, at: noon });
    const numbers = [number];
    await activeNumberStore(tx).addProvisioned({ accountId: acme.id, orderId: order!.id, numbers, at: noon });
    await rejectedNumberStore(tx).keep(number);
    const imports = numberImportStore(tx);
    const at = new Date(noon);
    const started = await imports.start({ account: acme, name: null, rows: 1, at });
    const piece = { rowsHash: 'h', answer: '{}' };
    await imports.advance(started, piece, { rows: 1, added: 1, rejected: 0 }, at);
    const key = { subject: 's', operation: 'o', key: 'k' };
    await idempotencyStore(tx).claim({ ...key, requestHash: 'h', now: noon });
    await auditStore(tx).append({ at: noon, actor: {}, action: 'a', subject: 's' });
    await fillPortOuts(tx, acme);
    await mailStore(tx).add([someMail(acme)], noon);
    const { chain } = acme;
    const webhook = { url: 'https://desk.example', types: [], secret: 'whsec_', position: 0, at: noon };
    const { id } = await webhookEndpointStore(tx).insert(webhook);
    await webhookDeliveryStore(tx, id).add([{ position: null, type: 'ping' }], noon);
    await eventStore(tx).append({ type: 't', at: noon, permission: 'orders:view', chain, data: {} });
  });
  return tenant;
}

describe.each(databaseKinds)('tenants on %s', (kind) => {
  let database: TestDatabase;
  let mine: TenantId;
  let foreign: TenantId;
  let tables: string[];

  /** Read from the catalogue, so that a table made later is looked at too. */
  const tablesWithTenant = async () => {
    const rows = await database.asOwner<{ name: string }>(`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
        and a.attname = 'tenant_id' and not a.attisdropped order by 1`);
    return rows.map((row) => row.name);
  };
  const asMe = (statement: string) =>
    database.write(mine, async ({ db }) => (await sql.raw<{ count: string }>(statement).execute(db)).rows);
  const count = async (from: string) => Number((await asMe(`select count(*) from ${from}`))[0]?.count);
  const openTables = async () => {
    const open: string[] = [];
    for (const table of await tablesWithTenant()) {
      const seen = await count(`${table} where tenant_id <> '${mine}'`).catch(() => 0);
      if (seen > 0) open.push(table);
    }
    return open;
  };

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    mine = await createFullTenant(database, '+15183334444');
    foreign = await createFullTenant(database, '+15183334445');
    tables = await tablesWithTenant();
  });
  afterAll(() => database.close());

  it('lead every table but those of the migrations', async () => {
    const others = await database.asOwner<{ tablename: string }>(
      `select tablename from pg_tables where schemaname = current_schema() and tablename <> all($1)`,
      [tables],
    );
    expect(others.map((row) => row.tablename).sort()).toEqual(['kysely_migration', 'kysely_migration_lock']);
    expect(tables.length).toBeGreaterThan(10);
  });

  it('see all of their own and nothing of each other, table by table', async () => {
    const rows: Record<string, [own: boolean, foreign: number, there: boolean]> = {};
    for (const table of tables) {
      const [there] = await database.asOwner<{ count: string }>(
        `select count(*) from ${table} where tenant_id = $1`,
        [foreign],
      );
      const own = await count(table);
      rows[table] = [own > 0, await count(`${table} where tenant_id <> '${mine}'`), Number(there?.count) > 0];
    }
    expect(rows).toEqual(Object.fromEntries(tables.map((table) => [table, [true, 0, true]])));
  });

  it('would see a table without a policy: this very test turns red', async () => {
    expect(await openTables()).toEqual([]);
    await database.asOwner('create table forgotten (tenant_id uuid not null, primary key (tenant_id))');
    await database.asOwner('grant select on forgotten to numberdesk_app');
    await database.asOwner('insert into forgotten values ($1)', [foreign]);
    expect(await openTables()).toEqual(['forgotten']);
    await database.asOwner('drop table forgotten');
  });

  it('see nothing before a tenant is named', async () => {
    const unbound = await database.write(mine, async ({ db }) => {
      await sql`set local app.tenant = ''`.execute(db);
      const { rows } = await sql.raw<{ count: string }>('select count(*) from orders').execute(db);
      return rows[0]?.count;
    });
    expect(unbound).toBe('0');
  });

  it('cannot write into each other', async () => {
    const moved = asMe(`update orders set tenant_id = '${foreign}'`);
    await expect(moved).rejects.toThrow(/row-level security|foreign key/);
    const planted = `insert into order_terms select '${foreign}', 'planted', id from orders`;
    await expect(asMe(planted)).rejects.toThrow(/row-level security/);
    await asMe(`update tenants set name = 'Taken over'`);
    await asMe(`delete from order_terms`);
    const [left] = await database.asOwner<{ name: string; terms: string }>(
      `select name, (select count(*) from order_terms where tenant_id = $1) as terms from tenants where tenant_id = $1`,
      [foreign],
    );
    expect(left?.name).not.toBe('Taken over');
    expect(Number(left?.terms)).toBeGreaterThan(0);
  });

  it('ACC-5: cannot change or remove what the audit log says', async () => {
    await expect(asMe(`update audit_log set action = 'b'`)).rejects.toThrow(/permission denied/);
    await expect(asMe(`delete from audit_log`)).rejects.toThrow(/permission denied/);
    await expect(asMe(`truncate audit_log`)).rejects.toThrow(/permission denied/);
  });

  it('have no power over the schema or over the keys', async () => {
    await expect(asMe(`alter table orders disable row level security`)).rejects.toThrow(/must be owner/);
    await expect(asMe(`drop policy tenant on orders`)).rejects.toThrow(/must be owner/);
    await expect(asMe(`insert into api_keys select * from api_keys`)).rejects.toThrow(/permission denied/);
    await expect(asMe(`select count(*) from kysely_migration`)).rejects.toThrow(/permission denied/);
  });

  it('lead every index, so that rows can be spread by tenant', async () => {
    const rows = await database.asOwner<{ name: string }>(`
      select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
      left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where c.relnamespace = current_schema()::regnamespace and c.relname not like 'kysely%'
        and a.attname is distinct from 'tenant_id'`);
    // A preflight asks for an origin of any tenant, which is no key; and a number has one holder over all tenants, which
    // can be no key within a tenant: that table alone is spread by number.
    const names = rows.map(({ name }) => name).sort();
    expect(names).toEqual(['held_numbers_pkey', 'tenant_origins_by_origin']);
  });

  it('are kept apart without triggers, functions, sequences or types of our own', async () => {
    const schema = 'current_schema()::regnamespace';
    const rows = await database.asOwner<{ name: string }>(`
      select tgname as name from pg_trigger where not tgisinternal
      union all select proname from pg_proc where pronamespace = ${schema}
      union all select relname from pg_class where relnamespace = ${schema} and relkind = 'S'
      union all select typname from pg_type where typnamespace = ${schema} and typtype in ('e', 'd')`);
    expect(rows).toEqual([]);
  });
});
