import { toInstant } from '@numberdesk/core/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { type NewSession, sessionStore } from './session.store.ts';

const session: NewSession = {
  tokenHash: 'hash',
  accountId: null,
  user: { id: 'u-1', name: 'Ada Byron', email: 'ada@example.com' },
  permissions: ['orders:view'],
  origins: ['https://portal.example', 'https://www.example'],
  locale: 'ar',
  at: noon,
  expiresAt: noon + 900_000,
};

describe.each(databaseKinds)('sessions on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  it('are found by the hash of their token, together with the account', async () => {
    const tenant = await database.newTenant();
    const { sales } = await database.write(tenant, async (tx) => {
      const tree = await createTree(tx);
      await sessionStore(tx).create({ ...session, accountId: tree.sales.id });
      return tree;
    });
    const find = (hash: string) => database.read(tenant, (tx) => sessionStore(tx).findByHash(hash));
    const { user, permissions, origins, locale } = session;
    expect(await find('hash')).toEqual({
      id: expect.any(String),
      account: sales,
      user,
      permissions,
      origins,
      locale,
      expiresAt: toInstant(noon + 900_000),
    });
    expect(await find('no such hash')).toBeNull();
  });

  it('ACC-2: of staff act in no account', async () => {
    const tenant = await database.newTenant();
    const found = await database.write(tenant, async (tx) => {
      await sessionStore(tx).create(session);
      return sessionStore(tx).findByHash('hash');
    });
    expect(found).toMatchObject({ account: null });
  });

  it('are another tenant’s nowhere', async () => {
    const [mine, foreign] = [await database.newTenant(), await database.newTenant()];
    await database.write(foreign, (tx) => sessionStore(tx).create(session));
    expect(await database.read(mine, (tx) => sessionStore(tx).findByHash('hash'))).toBeNull();
  });

  it('are gone once they are revoked', async () => {
    const tenant = await database.newTenant();
    const found = await database.write(tenant, async (tx) => {
      const { id } = await sessionStore(tx).create(session);
      await sessionStore(tx).create({ ...session, tokenHash: 'another' });
      await sessionStore(tx).revoke(id, noon);
      return [await sessionStore(tx).findByHash('hash'), await sessionStore(tx).findByHash('another')];
    });
    expect(found).toEqual([null, expect.objectContaining({ user: session.user })]);
  });

  it('list the origins of their pages, and note once a day that they are in use', async () => {
    const tenant = await database.newTenant();
    const hour = 3_600_000;
    const seenAfter = async (hours: number) => {
      const at = noon + hours * hour;
      const tokenHash = `after ${hours} hours`;
      await database.write(tenant, (tx) => sessionStore(tx).create({ ...session, tokenHash, at }));
      const rows = await database.asOwner<{ origin: string; seen_at: Date }>(
        'select origin, seen_at from tenant_origins where tenant_id = $1 order by origin',
        [tenant],
      );
      return rows.map((row) => [row.origin, (row.seen_at.getTime() - noon) / hour]);
    };
    const both = (hours: number) => session.origins.map((origin) => [origin, hours]);
    expect(await seenAfter(0)).toEqual(both(0));
    expect(await seenAfter(24)).toEqual(both(0));
    expect(await seenAfter(25)).toEqual(both(25));
  });
});
