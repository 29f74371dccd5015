import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds, ownerView } from './test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from './test-server.ts';

const statementOf = (guide: string) => {
  const page = readFileSync(new URL(`../../../docs/guides/${guide}.md`, import.meta.url), 'utf8');
  return /^```sql\n(update [^]*?)^```/m.exec(page)?.[1] ?? '';
};

describe.each(databaseKinds)('what the guides have an owner of %s do', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => {
    server = await openTestServer(kind);
    tenant = await server.newTenantWithAccounts();
  });
  afterAll(() => server.close());

  it.each(['run-the-server', 'move-to-postgresql'])(
    'disables all webhooks (%s), which can be enabled again',
    async (guide) => {
      const ask = async (method: string, path: string, body?: unknown) => {
        const headers = { 'idempotency-key': randomUUID() };
        const answer = await server.send<{ id: string; status: string; disabledReason: string | null }>(
          method,
          `/v1/webhooks${path}`,
          { as: tenant.key, body, headers },
        );
        return answer.body;
      };
      const { id, status } = await ask('POST', '', { url: `https://desk.example/${guide}` });
      expect(status).toBe('enabled');
      await sql.raw(statementOf(guide)).execute(ownerView(server.database).db);
      expect(await ask('GET', `/${id}`)).toMatchObject({ status: 'disabled', disabledReason: 'by-request' });
      expect(await ask('PATCH', `/${id}`, { status: 'enabled' })).toMatchObject({ disabledReason: null });
    },
  );
});
