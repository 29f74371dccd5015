import type { Order } from '@numberdesk/core/orders';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NumberdeskServer, createServer } from '../../src/lib/create-server.ts';
import { openDatabase } from '../../src/lib/db/open-database.ts';
import { hashToken, newToken } from '../../src/lib/http/credential.ts';
import { createPostgresDatabase, databaseKinds } from '../test-database.ts';
import { type TestServer, line, openTestServer } from '../test-server.ts';

const clerks = ['Joan Clarke', 'Mavis Batey'];
const numbers = ['+12125550001'];

/** What two clerks want of the same line: the same thing, or two that cannot both be. */
const wishes = [
  [{ status: 'completed', numbers }, { status: 'canceled' }],
  [{ status: 'pending-docs' }, { status: 'canceled' }],
  [{ status: 'canceled' }, { status: 'canceled' }],
];

describe.each(databaseKinds)('two clerks with one line before them, on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => void (server = await openTestServer(kind)));
  afterAll(() => server.close());

  it.each(wishes)(
    'ORD-3: one wins, the other is shown what was done, the log tells of one move: %j or %j',
    async (...both) => {
      const tenant = await server.newTenantWithAccounts();
      const sessions = await Promise.all(
        clerks.map((name) =>
          server.newSession(tenant, {
            account: null,
            permissionSet: 'staff',
            user: { id: name.slice(0, 4), name },
          }),
        ),
      );
      for (let round = 0; round < 5; round++) {
        const { number } = await server.place(tenant.key, { lines: [line] });
        const answers = await Promise.all(
          both.map((wish, clerk) =>
            server.send('PATCH', `/v1/orders/${number}/lines/1`, {
              as: sessions[clerk]!,
              body: wish.numbers
                ? { ...wish, numbers: [`+121255501${String(round).padStart(2, '0')}`] }
                : wish,
              headers: { 'if-match': '"1"', 'idempotency-key': `${number}-${clerk}` },
            }),
          ),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
        const winner = answers.findIndex(({ status }) => status === 200);
        const now = (await server.send<Order>('GET', `/v1/orders/${number}`, { as: tenant.key })).body;
        expect(now).toEqual(answers[winner]!.body);
        expect(now).toMatchObject({ version: 2, status: both[winner]!.status });
        expect(answers[1 - winner]!.body).toMatchObject({ code: 'stale', current: now });
        const moves = await server.database.asOwner(
          `select actor->'user'->>'name' as clerk from audit_log
         where tenant_id = $1 and subject = $2 and action = 'order.line-moved'`,
          [tenant.id, `order:${number}`],
        );
        expect(moves).toEqual([{ clerk: clerks[winner] }]);
      }
    },
  );
});

describe.runIf(databaseKinds.includes('postgres'))('two clerks at two processes on one PostgreSQL', () => {
  let drop: () => Promise<void>;
  let servers: NumberdeskServer[];
  let authorization: string;
  beforeAll(async () => {
    const place = await createPostgresDatabase();
    ({ drop } = place);
    const database = await openDatabase({ url: place.url, clock: Date.now, ids: () => uuidv7() });
    const tenant = await database.crossTenant.createTenant({ name: 'Two' });
    const key = newToken('key', tenant);
    await database.crossTenant.createApiKey({ tenant, secretHash: hashToken(key) });
    await database.close();
    authorization = `Bearer ${key}`;
    const options = { databaseUrl: place.url, log: () => undefined };
    servers = [await createServer(options), await createServer(options)];
    const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };
    await send(0, 'PUT', 'accounts/acme', { name: 'Acme', level: 'business', owner });
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await drop();
  });

  const send = (at: number, method: string, path: string, body: unknown, headers = {}) =>
    servers[at]!.fetch(
      new Request(`http://numberdesk.test/v1/${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );

  it('ORD-3: one wins, the other gets 412 with the present state', async () => {
    for (let round = 0; round < 10; round++) {
      const number = `A-${round}`;
      const placing = { number, account: 'acme', placedBy: { name: 'Ada Byron' }, lines: [line] };
      await send(0, 'POST', 'orders', placing, { 'idempotency-key': number });
      const answers = await Promise.all(
        ['pending-docs', 'canceled'].map((status, at) =>
          send(at, 'PATCH', `orders/${number}/lines/1`, { status }, { 'if-match': '"1"' }),
        ),
      );
      const [won, lost] = answers.sort((a, b) => a.status - b.status);
      expect([won!.status, lost!.status]).toEqual([200, 412]);
      expect(await lost!.json()).toMatchObject({ code: 'stale', current: await won!.json() });
    }
  });

  it('the same act sent to both is done once', async () => {
    const placing = { number: 'B-1', account: 'acme', placedBy: { name: 'Ada Byron' }, lines: [line] };
    const place = async (at: number): Promise<Response> => {
      const answered = await send(at, 'POST', 'orders', placing, { 'idempotency-key': 'one' });
      return answered.status === 409 ? place(at) : answered; // the other has been at it for half a second
    };
    const answers = await Promise.all([0, 1].map(place));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.filter(({ headers }) => headers.has('idempotent-replayed'))).toHaveLength(1);
    expect(await answers[0]!.json()).toEqual(await answers[1]!.json());
  });
});
