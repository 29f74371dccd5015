import { createServer } from '@numberdesk/server';
import { createPostgresDatabase, databaseKinds } from '../../server/test/test-database.ts';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { mockHandlers } from '../src/index.ts';
import { accessContract } from './contract/access.ts';
import { type Desk, baseUrl, visitorsOf } from './contract/desk.ts';
import { eventContract } from './contract/events.ts';
import { historyContract } from './contract/history.ts';
import { listContract } from './contract/lists.ts';
import { numberContract } from './contract/numbers.ts';
import { orderContract } from './contract/orders.ts';
import { portOutContract } from './contract/portouts.ts';
import { webhookContract } from './contract/webhooks.ts';

const start = Date.parse('2026-11-20T15:00:00.000Z');

const mockOf = (clock: Desk['clock']) =>
  mockHandlers({
    orders: [],
    numbers: [],
    portouts: [],
    accounts: [],
    session: null,
    now: () => clock.now,
    baseUrl,
  });

/** Everything that claims to be the server. */
const implementations: [string, () => Promise<Desk>][] = [
  [
    'the mock',
    async () => {
      const clock = { now: start };
      return { clock, key: 'sk_mock', fetch: mockOf(clock).fetch, stop: async () => undefined };
    },
  ],
  [
    'the mock behind Mock Service Worker',
    async () => {
      const clock = { now: start };
      const worker = setupServer(...mockOf(clock).handlers);
      worker.listen();
      return { clock, key: 'sk_mock', fetch: globalThis.fetch, stop: async () => worker.close() };
    },
  ],
  [
    'the server',
    async () => {
      const clock = { now: start };
      const database = databaseKinds.includes('postgres')
        ? await createPostgresDatabase(inject('postgresTemplate'))
        : null;
      const options = { demo: true, clock: () => clock.now, log: () => undefined };
      const server = await createServer({ ...options, databaseUrl: database?.url });
      const fetch: Desk['fetch'] = (input, init) => server.fetch(new Request(input, init));
      return { clock, key: 'sk_demo', fetch, stop: () => server.close().finally(() => database?.drop()) };
    },
  ],
];

describe.each(implementations)('%s', (_, open) => {
  let desk: Desk;
  beforeAll(async () => void (desk = await open()));
  afterAll(() => desk?.stop());
  const visitors = visitorsOf(() => desk);
  accessContract(visitors);
  // Before there is anything that the passing of time has the server tell of by itself.
  webhookContract(visitors);
  orderContract(visitors);
  historyContract(visitors);
  numberContract(visitors);
  listContract(visitors);
  eventContract(visitors);
  portOutContract(visitors);
});
