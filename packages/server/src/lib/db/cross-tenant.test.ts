import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { apiKeyStore } from '../access/api-key.store.ts';
import { sessionStore } from '../access/session.store.ts';
import { eventStore } from '../events/event.store.ts';
import { idempotencyStore } from '../http/idempotency.store.ts';
import { numberAddingStore } from '../numbers/number-adding.store.ts';
import { numberImportStore } from '../numbers/number-import.store.ts';
import type { TenantId } from './database.ts';

const day = 86_400_000;
const nobody = '01900000-0000-7000-8000-000000000000' as TenantId;

describe.each(databaseKinds)('what looks at several tenants on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const letIn = (tenant: TenantId, origin: string, at: number) =>
    database.write(tenant, (tx) =>
      sessionStore(tx).create({
        tokenHash: `${origin} at ${at}`,
        accountId: null,
        user: { id: 'u', name: 'U', email: null },
        permissions: [],
        origins: [origin],
        locale: null,
        at,
        expiresAt: at + 900_000,
      }),
    );
  const tell = (tenant: TenantId, at: number) =>
    database.write(tenant, async (tx) => {
      const { chain } = await createAccount(tx, `account at ${at}`);
      return eventStore(tx).append({ type: 't', at, permission: 'orders:view', chain, data: {} });
    });

  it('creates tenants, finds them and knows which do not exist', async () => {
    const { crossTenant } = database;
    const id = await crossTenant.createTenant({ name: 'Reseller' });
    const given = '01900000-0000-7000-8000-000000000001' as TenantId;
    expect(await crossTenant.createTenant({ name: 'Given', id: given })).toBe(given);
    expect(await crossTenant.tenantExists(id)).toBe(true);
    expect(await crossTenant.tenantExists(nobody)).toBe(false);
    expect(await crossTenant.tenants()).toEqual(expect.arrayContaining([{ id, name: 'Reseller' }]));
  });

  it('keeps two keys valid at once, until each is revoked', async () => {
    const tenant = await database.newTenant();
    const other = await database.newTenant();
    const first = await database.crossTenant.createApiKey({ tenant, secretHash: 'first' });
    const second = await database.crossTenant.createApiKey({ tenant, secretHash: 'second' });
    const find = (hash: string, of = tenant) => database.read(of, (tx) => apiKeyStore(tx).findByHash(hash));
    expect([await find('first'), await find('second')]).toEqual([first, second]);
    expect(await find('first', other)).toBeNull();
    expect(await database.crossTenant.revokeApiKey({ tenant: other, id: first.id })).toBe(false);
    expect(await database.crossTenant.revokeApiKey({ tenant, id: first.id })).toBe(true);
    expect(await database.crossTenant.revokeApiKey({ tenant, id: first.id })).toBe(false);
    expect([await find('first'), await find('second')]).toEqual([null, second]);
  });

  it('knows the origins that any tenant lets in', async () => {
    const tenant = await database.newTenant();
    await letIn(tenant, 'https://listed.example', noon);
    expect(await database.crossTenant.isOriginListed('https://listed.example')).toBe(true);
    expect(await database.crossTenant.isOriginListed('https://listed.example.evil')).toBe(false);
  });

  it('tells how far each feed has got', async () => {
    const [busy, quiet] = [await database.newTenant(), await database.newTenant()];
    await tell(busy, noon);
    await tell(busy, noon + 1);
    const positions = await database.crossTenant.feedPositions([busy, quiet, nobody]);
    expect(positions).toEqual(
      new Map([
        [busy, 2],
        [quiet, 0],
      ]),
    );
    expect(await database.crossTenant.feedPositions([])).toEqual(new Map());
  });

  it('NUM-9: knows who has numbers to approve', async () => {
    const [mine, other] = [await database.newTenant(), await database.newTenant()];
    const insert = (tenant: TenantId, number: string, approvesAt: string | null) =>
      database.write(tenant, async (tx) => {
        const account = await createAccount(tx, 'acme');
        const fresh = {
          id: tx.newId(),
          number,
          purpose: 'survey',
          status: 'pending',
          approvesAt,
          warning: null,
        };
        await numberAddingStore(tx).insert(account, [fresh], new Date(noon));
      });
    await insert(mine, '+15013334441', new Date(noon).toISOString());
    await insert(other, '+15013334442', null);
    const { tenantsWithDueNumbers } = database.crossTenant;
    expect(await tenantsWithDueNumbers(noon - 1)).toEqual([]);
    expect(await tenantsWithDueNumbers(noon)).toEqual([mine]);
  });

  it('NUM-7: purges the pieces of imports after seven days, never how far an import has got', async () => {
    const tenant = await database.newTenant();
    const started = await database.write(tenant, async (tx) => {
      const imports = numberImportStore(tx);
      const account = await createAccount(tx, 'acme');
      const begun = await imports.start({ account, name: null, rows: 9, at: new Date(noon) });
      const piece = { rowsHash: 'h', answer: '{}' };
      const totals = { rows: 1, added: 1, rejected: 0 };
      await imports.advance(begun, piece, totals, new Date(noon - 7 * day - 1));
      const next = (await imports.forUpdate(begun.body.id))!;
      await imports.advance(next, piece, totals, new Date(noon - 7 * day));
      return begun.body;
    });
    database.clock.now = noon;
    await database.crossTenant.purge();
    await database.read(tenant, async (tx) => {
      const imports = numberImportStore(tx);
      expect([await imports.piece(started.id, 0), await imports.piece(started.id, 1)]).toEqual([
        null,
        { rowsHash: 'h', answer: '{}' },
      ]);
      expect((await imports.get(started.id, null))?.body).toEqual({ ...started, next: 2, added: 2 });
    });
  });

  it('purges events after seven days, and from then on the feed says so', async () => {
    const tenant = await database.newTenant();
    for (const at of [noon - 7 * day - 1, noon - 7 * day, noon]) await tell(tenant, at);
    database.clock.now = noon;
    await database.crossTenant.purge();
    const after = (position: number) =>
      database.read(tenant, (tx) =>
        eventStore(tx).after({ position, scope: null, permissions: ['orders:view'], limit: 10 }),
      );
    expect(await after(0)).toMatchObject({ reset: true, events: [] });
    expect(await after(1)).toMatchObject({ reset: false, events: [{ position: 2 }, { position: 3 }] });
  });

  it('never takes back that something was purged, though an event with a later time came before it', async () => {
    const tenant = await database.newTenant();
    const old = noon - 20 * day;
    for (const at of [noon - 10 * day, old, noon]) await tell(tenant, at);
    const purgedAt = async (now: number) => {
      database.clock.now = now;
      await database.crossTenant.purge();
      const [row] = await database.asOwner<{ purged: string }>(
        'select purged from event_counters where tenant_id = $1',
        [tenant],
      );
      return row?.purged;
    };
    expect(await purgedAt(noon - 10 * day)).toBe('2');
    expect(await purgedAt(noon)).toBe('2');
  });

  it('purges keys after seven days, sessions a day after their end, and origins that nobody came from', async () => {
    const tenant = await database.newTenant();
    const claim = (key: string, now: number) =>
      database.write(tenant, (tx) =>
        idempotencyStore(tx).claim({ subject: 's', operation: 'o', key, requestHash: 'h', now }),
      );
    await claim('old', noon - 7 * day);
    await claim('young', noon - 7 * day + 1);
    await letIn(tenant, 'https://gone.example', noon - 3 * day - 1);
    await letIn(tenant, 'https://known.example', noon - 2 * day);
    await letIn(tenant, 'https://new.example', noon - day);
    database.clock.now = noon;
    await database.crossTenant.purge();
    const left = async (column: string, table: string) => {
      const text = `select ${column} as left from ${table} where tenant_id = $1 order by 1`;
      return (await database.asOwner<{ left: string }>(text, [tenant])).map((row) => row.left);
    };
    expect(await left('key', 'idempotency_keys')).toEqual(['young']);
    expect(await left('token_hash', 'sessions')).toEqual([`https://new.example at ${noon - day}`]);
    expect(await left('origin', 'tenant_origins')).toEqual(['https://known.example', 'https://new.example']);
  });
});
