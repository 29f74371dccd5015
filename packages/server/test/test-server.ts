import { randomUUID } from 'node:crypto';
import type { EmbedSessionInput } from '@numberdesk/core/access';
import type { ProblemBody } from '@numberdesk/core/http';
import type { NewOrder, Order } from '@numberdesk/core/orders';
import { v7 as uuidv7 } from 'uuid';
import { type NumberdeskServer, type ServerOptions, serverOver } from '../src/lib/create-server.ts';
import type { Database, TenantId } from '../src/lib/db/database.ts';
import { hashToken, newToken } from '../src/lib/http/credential.ts';
import type { LogRecord } from '../src/lib/http/log.ts';
import { type TestDatabase, openTestDatabase } from './test-database.ts';

/** What a test sends. */
export interface Sending {
  /** A key or a session token; none sends no `Authorization`. */
  as?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** From where. */
  address?: string;
}

/** An answer, read to its end. */
export interface Answered<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A reseller of a test's own. */
export interface TestTenant {
  id: TenantId;
  key: string;
}

/** A server over a database of a test file's own, with a clock that stands still until it is set. */
export interface TestServer {
  database: TestDatabase;
  clock: { now: number };
  log: LogRecord[];
  fetch: NumberdeskServer['fetch'];
  mailbox: NumberdeskServer['mailbox'];
  close(): Promise<void>;
  send<Body = ProblemBody>(method: string, path: string, sending?: Sending): Promise<Answered<Body>>;
  newTenant(): Promise<TestTenant>;
  /** Makes business "acme" with unit "acme-east" and programs "acme-east-1", "acme-east-2", and business "beta". */
  newTenantWithAccounts(): Promise<TestTenant>;
  newSession(tenant: TestTenant, session: Partial<EmbedSessionInput>): Promise<string>;
  place(as: string, order: Partial<NewOrder>): Promise<Order>;
}

const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };

/** A line as the cart would have it. */
export const line = {
  type: 'local',
  location: { country: 'US', region: 'NY' },
  quantity: 1,
  supply: 'on-order' as const,
  leadTime: { min: 1, max: 3 },
};

/** An order as a reseller would place it. */
export const order = (more: Partial<NewOrder> = {}): NewOrder => ({
  number: randomUUID(),
  account: 'acme',
  placedBy: { name: 'Ada Byron' },
  lines: [line],
  ...more,
});

/** Opens a server; the options are those of a process. */
export async function openTestServer(
  kind: Database['kind'],
  options: Pick<
    ServerOptions,
    'heartbeatMs' | 'eventPollMs' | 'basePath' | 'limits' | 'loopbackWebhooks'
  > = {},
): Promise<TestServer> {
  const database = await openTestDatabase(kind);
  const log: LogRecord[] = [];
  const server = await serverOver(database, {
    ...options,
    log: (record) => void log.push(record),
    clock: () => database.clock.now,
    ids: () => uuidv7(),
  });

  const send: TestServer['send'] = async (method, path, { as, body, headers = {}, address } = {}) => {
    const response = await server.fetch(
      new Request(`http://numberdesk.test${path}`, {
        method,
        headers: {
          ...(as ? { authorization: `Bearer ${as}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
      { address },
    );
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text && JSON.parse(text) };
  };

  async function must<Body>(method: string, path: string, sending: Sending): Promise<Body> {
    const { status, body } = await send<Body>(method, path, sending);
    if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(body)}`);
    return body;
  }

  async function newTenant(): Promise<TestTenant> {
    const id = await database.newTenant();
    const key = newToken('key', id);
    await database.crossTenant.createApiKey({ tenant: id, secretHash: hashToken(key) });
    return { id, key };
  }

  return {
    database,
    clock: database.clock,
    log,
    fetch: server.fetch,
    mailbox: server.mailbox,
    close: () => server.close(),
    send,
    newTenant,
    async newTenantWithAccounts() {
      const tenant = await newTenant();
      const put = (id: string, level: string, parent: string | null) =>
        must('PUT', `/v1/accounts/${id}`, { as: tenant.key, body: { name: id, level, parent, owner } });
      await put('acme', 'business', null);
      await put('acme-east', 'business-unit', 'acme');
      await put('acme-east-1', 'program', 'acme-east');
      await put('acme-east-2', 'program', 'acme-east');
      await put('beta', 'business', null);
      return tenant;
    },
    async newSession({ key }, session) {
      const user = { id: 'u-1', name: 'Ada Byron' };
      const body = { account: 'acme', user, origins: ['https://portal.test'], ...session };
      if (!body.permissions) body.permissionSet ??= 'member';
      return (await must<{ token: string }>('POST', '/v1/embed-sessions', { as: key, body })).token;
    },
    place: (as, more) =>
      must('POST', '/v1/orders', { as, body: order(more), headers: { 'idempotency-key': randomUUID() } }),
  };
}
