import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { scopeOf } from './account-chain.ts';
import { type AccountToPut, accountStore } from './account.store.ts';

describe('what an account sees', () => {
  it('ACC-1: is what has it in its chain, at its level; staff sees all', () => {
    expect(scopeOf({ id: 'a', level: 'business' })).toEqual({ column: 'business_id', id: 'a' });
    expect(scopeOf({ id: 'a', level: 'business-unit' })).toEqual({ column: 'unit_id', id: 'a' });
    expect(scopeOf({ id: 'a', level: 'program' })).toEqual({ column: 'program_id', id: 'a' });
    expect(scopeOf(null)).toBeNull();
  });
});

describe.each(databaseKinds)('accounts on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('ACC-1: know their way from the top', async () => {
    const tenant = await database.newTenant();
    const { acme, west, sales } = await database.write(tenant, createTree);
    expect([acme.path, west.path, sales.path]).toEqual([
      ['acme'],
      ['acme', 'acme-west'],
      ['acme', 'acme-west', 'acme-west-sales'],
    ]);
    expect([acme.parent, west.parent, sales.parent]).toEqual([null, 'acme', 'acme-west']);
    expect(acme.chain).toEqual({ businessId: acme.id, unitId: null, programId: null });
    expect(west.chain).toEqual({ businessId: acme.id, unitId: west.id, programId: null });
    expect(sales.chain).toEqual({ businessId: acme.id, unitId: west.id, programId: sales.id });
    const found = await database.read(tenant, async (tx) => [
      await accountStore(tx).find('acme-west-sales'),
      await accountStore(tx).byId(west.id),
      await accountStore(tx).find('nobody'),
    ]);
    expect(found).toEqual([sales, west, null]);
  });

  it('are replaced as a whole, version by version', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const before = await createAccount(tx, 'acme');
      const changed: AccountToPut = {
        externalId: 'acme',
        level: 'business',
        parent: null,
        name: 'Acme Ltd',
        timeZone: 'Europe/London',
        locale: 'en-GB',
        owner: { name: 'Nora New', email: 'nora@example.com' },
        recipients: ['desk@example.com'],
        contact: { phone: '+1 518 333 4444' },
        at: noon,
      };
      const put = await accountStore(tx).put(changed);
      const { at: _at, parent, ...shown } = changed;
      const account = { ...before, ...shown, parent, version: 2 };
      expect(put).toEqual({ ok: true, created: false, before, account });
      expect(await accountStore(tx).find('acme')).toEqual(account);
    });
  });

  it('stay at their level and below their parent', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const { acme, west, other } = await createTree(tx);
      const put = (change: Partial<AccountToPut>) =>
        accountStore(tx).put({ ...west, parent: acme, at: noon, ...change });
      const refused = { ok: false, current: west };
      expect(await put({ parent: other })).toEqual({ ...refused, code: 'parent-fixed' });
      expect(await put({ parent: null })).toEqual({ ...refused, code: 'parent-fixed' });
      expect(await put({ level: 'program' })).toEqual({ ...refused, code: 'level-fixed' });
      expect(await accountStore(tx).find('acme-west')).toEqual(west);
    });
  });

  it('are replaced only in the version that is named, and then never created', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, async (tx) => {
      const acme = await createAccount(tx, 'acme');
      const put = (externalId: string, ifVersion: number) =>
        accountStore(tx).put({ ...acme, externalId, parent: null, at: noon, ifVersion });
      expect(await put('acme', 2)).toEqual({ ok: false, code: 'stale', current: acme });
      expect(await put('acme', 1)).toMatchObject({ ok: true, account: { version: 2 } });
      expect(await put('nobody', 1)).toEqual({ ok: false, code: 'stale', current: null });
    });
  });

  it('are created once when two do it at the same moment', async () => {
    const tenant = await database.newTenant();
    const puts = await Promise.all(
      Array.from({ length: 9 }, () => database.write(tenant, (tx) => createAccount(tx, 'acme'))),
    );
    expect(puts.map((account) => account.version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(puts.map((account) => account.id)).size).toBe(1);
  });

  it('are listed by their id, page by page', async () => {
    const tenant = await database.newTenant();
    const ids = ['b', 'B', 'a-2', 'a-10', 'ä'];
    const pages = await database.write(tenant, async (tx) => {
      for (const id of ids) await createAccount(tx, id);
      const list = async (after?: string) =>
        (await accountStore(tx).list({ limit: 2, after })).map((account) => account.externalId);
      return [await list(), await list('a-10'), await list('a-2'), await list('ä')];
    });
    expect(pages).toEqual([['B', 'a-10'], ['a-2', 'b'], ['b', 'ä'], []]);
  });

  it('of another tenant do not exist, though they have the same id', async () => {
    const [mine, foreign] = [await database.newTenant(), await database.newTenant()];
    const account = await database.write(foreign, (tx) => createAccount(tx, 'acme'));
    const seen = await database.read(mine, async (tx) => [
      await accountStore(tx).find('acme'),
      await accountStore(tx).byId(account.id),
      await accountStore(tx).list({ limit: 10 }),
    ]);
    expect(seen).toEqual([null, null, []]);
  });
});
