import type { Account, EmbedSession, Session } from '@numberdesk/core/access';
import {
  accountSchema,
  defaultPortOutPolicy,
  embedSessionSchema,
  permissionSets,
  sessionSchema,
} from '@numberdesk/core/access';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };

describe.each(databaseKinds)('access, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    tenant = await server.newTenantWithAccounts();
  });

  const put = (id: string, body: object, headers = {}) =>
    server.send('PUT', `/v1/accounts/${id}`, { as: tenant.key, body: { owner, ...body }, headers });
  const session = (body: object) =>
    server.send('POST', '/v1/embed-sessions', {
      as: tenant.key,
      body: { user: { id: 'u-1', name: 'Ada Byron' }, origins: ['https://portal.test'], ...body },
    });
  const audit = () =>
    server.database.asOwner<{ action: string; subject: string; before: object | null; after: object }>(
      'select * from audit_log where tenant_id = $1 order by id',
      [tenant.id],
    );

  describe('an account', () => {
    it('ACC-1: stands right below one of the level above', async () => {
      for (const [body, code] of [
        [{ level: 'business', parent: 'acme' }, 'not-at-the-top'],
        [{ level: 'business-unit' }, 'parent-needed'],
        [{ level: 'business-unit', parent: 'nowhere' }, 'not-found'],
        [{ level: 'program', parent: 'acme' }, 'wrong-level'],
        [{ level: 'business-unit', parent: 'acme-east-1' }, 'wrong-level'],
      ] as const) {
        const { status, body: answer } = await put('new', { name: 'New', ...body });
        expect([status, answer.errors]).toMatchObject([422, [{ path: '/parent', code }]]);
      }
      const foreign = await server.newTenantWithAccounts();
      await server.send('PUT', '/v1/accounts/theirs', {
        as: foreign.key,
        body: { name: 'Theirs', level: 'business', owner },
      });
      const { body } = await put('new', { name: 'New', level: 'business-unit', parent: 'theirs' });
      expect(body.errors).toMatchObject([{ path: '/parent', code: 'not-found' }]);
    });

    it('is what was said of it, and takes every further word but its level and parent', async () => {
      const first = await put('acme-west', {
        name: 'West',
        level: 'business-unit',
        parent: 'acme',
        timeZone: 'America/Denver',
        locale: 'ar-EG',
        recipients: ['ops@acme.test'],
        contact: { url: 'https://acme.test/help?order={order}', phone: '611' },
      });
      expect(accountSchema.parse(first.body)).toEqual({
        id: 'acme-west',
        name: 'West',
        level: 'business-unit',
        parent: 'acme',
        timeZone: 'America/Denver',
        locale: 'ar-EG',
        owner,
        recipients: ['ops@acme.test'],
        contact: { url: 'https://acme.test/help?order={order}', phone: '611' },
        version: 1,
      });
      const second = await put('acme-west', { name: 'Far West', level: 'business-unit', parent: 'acme' });
      expect(second.body).toMatchObject({ name: 'Far West', timeZone: 'UTC', recipients: [], version: 2 });
      expect((await server.send('GET', '/v1/accounts/acme-west', { as: tenant.key })).body).toEqual(
        second.body,
      );

      const level = await put('acme-west', { name: 'West', level: 'business' });
      expect([level.status, level.body.errors]).toMatchObject([
        422,
        [{ path: '/level', code: 'level-fixed' }],
      ]);
      await put('gamma', { name: 'Gamma', level: 'business' });
      const parent = await put('acme-west', { name: 'West', level: 'business-unit', parent: 'gamma' });
      expect(parent.body.errors).toMatchObject([{ path: '/parent', code: 'parent-fixed' }]);
    });

    it('honours If-Match', async () => {
      const body = { name: 'Acme', level: 'business' };
      expect((await put('acme', body, { 'if-match': '"1"' })).body).toMatchObject({ version: 2 });
      expect(await put('acme', body, { 'if-match': '"1"' })).toMatchObject({
        status: 412,
        body: { code: 'stale', current: { id: 'acme', version: 2 } },
      });
      expect(await put('new', body, { 'if-match': '*' })).toMatchObject({
        status: 412,
        body: { current: null },
      });
    });

    it('is listed by id, page by page', async () => {
      const page = async (query: string) => {
        const { body } = await server.send<{ data: Account[]; next: string | null }>(
          'GET',
          `/v1/accounts?limit=2${query}`,
          { as: tenant.key },
        );
        return { ids: body.data.map(({ id }) => id), next: body.next };
      };
      const first = await page('');
      const second = await page(`&cursor=${first.next}`);
      const third = await page(`&cursor=${second.next}`);
      expect([first.ids, second.ids, third]).toEqual([
        ['acme', 'acme-east'],
        ['acme-east-1', 'acme-east-2'],
        { ids: ['beta'], next: null },
      ]);
    });

    it('of another tenant is not there', async () => {
      const foreign = await server.newTenant();
      const { status, body } = await server.send('GET', '/v1/accounts/acme', { as: foreign.key });
      expect([status, body.code]).toEqual([404, 'not-found']);
    });
  });

  describe('a session', () => {
    it('ACC-2: answers the permissions with all that they imply, and says whose it is', async () => {
      const { status, body } = await session({
        account: 'acme-east',
        permissions: ['orders:place'],
        locale: 'fr',
      });
      expect(status).toBe(201);
      const made: EmbedSession = embedSessionSchema.parse(body);
      expect(made).toEqual({
        token: expect.stringMatching(/^nds_[0-9a-f]{32}_[\w-]{43}$/),
        expiresAt: new Date(server.clock.now + 900_000).toISOString(),
        capabilities: ['orders:view', 'orders:place'],
      });
      const told = await server.send<Session>('GET', '/v1/session', { as: made.token });
      expect(sessionSchema.parse(told.body)).toEqual({
        user: { id: 'u-1', name: 'Ada Byron' },
        account: { id: 'acme-east', name: 'acme-east', level: 'business-unit', timeZone: 'UTC' },
        permissions: ['orders:view', 'orders:place'],
        locale: 'fr',
        expiresAt: made.expiresAt,
        policy: {
          retentionDays: 7,
          confirmationHours: 24,
          batchMaxRows: 500,
          areaCodes: [],
          allowFictionalNumbers: false,
          afterInvalidRejection: 'authorized',
        },
        contact: {},
      });
    });

    it('ACC-2: of staff has no account and every permission', async () => {
      const { body } = await session({ permissionSet: 'staff' });
      const { token, capabilities } = body as unknown as EmbedSession;
      expect(capabilities).toEqual([...permissionSets.staff]);
      const told = await server.send<Session>('GET', '/v1/session', { as: token });
      expect([told.body.account, told.body.locale]).toEqual([null, null]);
    });

    it('shows the contact of the account, else of the policy', async () => {
      await server.send('PUT', '/v1/policy', {
        as: tenant.key,
        body: { contact: { phone: '611' }, retentionDays: 3 },
      });
      await put('acme', { name: 'Acme', level: 'business', contact: { email: 'help@acme.test' } });
      const contactIn = async (account: string) => {
        const as = await server.newSession(tenant, { account });
        const { body } = await server.send<Session>('GET', '/v1/session', { as });
        return [body.contact, body.policy.retentionDays];
      };
      expect(await contactIn('acme')).toEqual([{ email: 'help@acme.test' }, 3]);
      expect(await contactIn('beta')).toEqual([{ phone: '611' }, 3]);
    });

    it.each([
      [{ account: 'nowhere', permissionSet: 'member' }, 404, '/account'],
      [{ account: 'acme' }, 422, '/permissionSet'],
      [{ permissionSet: 'member' }, 422, '/account'],
      [{ account: 'acme', permissionSet: 'staff' }, 422, '/account'],
      [{ account: 'acme', permissionSet: 'member', origins: ['https://portal.test/'] }, 422, '/origins/0'],
      [{ account: 'acme', permissionSet: 'member', origins: ['*'] }, 422, '/origins/0'],
      [{ account: 'acme', permissionSet: 'member', origins: [] }, 422, '/origins'],
      [{ account: 'acme', permissionSet: 'member', ttlSeconds: 3601 }, 422, '/ttlSeconds'],
      [{ account: 'acme', permissions: ['orders:everything'] }, 422, '/permissions/0'],
    ])('is not made from %j: %i', async (body, status, path) => {
      const answered = await session(body);
      expect([answered.status, answered.body.errors[0]?.path]).toEqual([status, path]);
    });

    it('is kept by its hash alone', async () => {
      const token = await server.newSession(tenant, {});
      const rows = await server.database.asOwner('select * from sessions where tenant_id = $1', [tenant.id]);
      expect(rows).toHaveLength(1);
      expect(JSON.stringify([rows, await audit()])).not.toContain(token.slice(-43));
    });
  });

  it('a policy goes back to its defaults where nothing is said', async () => {
    const set = async (body: object) =>
      (await server.send('PUT', '/v1/policy', { as: tenant.key, body })).body;
    const defaults = {
      retentionDays: 7,
      confirmationHours: 24,
      holidays: null,
      contact: {},
      batchMaxRows: 500,
      numberApprovalMinutes: 5,
      areaCodes: [],
      allowFictionalNumbers: false,
      senderName: null,
      portalUrl: null,
      portouts: defaultPortOutPolicy,
    };
    const said = { retentionDays: 0, holidays: ['2026-12-24'], areaCodes: ['232'], batchMaxRows: 10_000 };
    expect(await set(said)).toEqual({ ...defaults, ...said });
    expect(await set({})).toEqual(defaults);
    expect((await server.send('GET', '/v1/policy', { as: tenant.key })).body).toEqual(await set({}));
  });

  it('ACC-5: accounts, policies and sessions leave their trace', async () => {
    await put('acme', { name: 'Acme Inc', level: 'business' });
    await server.send('PUT', '/v1/policy', { as: tenant.key, body: { retentionDays: 9 } });
    await server.newSession(tenant, { account: 'acme' });
    expect((await audit()).slice(-3)).toMatchObject([
      {
        action: 'account.changed',
        subject: 'account:acme',
        before: { name: 'acme' },
        after: { name: 'Acme Inc' },
      },
      {
        action: 'policy.changed',
        subject: 'policy',
        before: { retentionDays: 7 },
        after: { retentionDays: 9 },
      },
      { action: 'session.created', before: null, after: { account: 'acme', user: { name: 'Ada Byron' } } },
    ]);
  });
});
