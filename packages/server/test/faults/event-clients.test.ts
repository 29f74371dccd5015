import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../listen.ts';
import { databaseKinds } from '../test-database.ts';
import { type TestServer, openTestServer } from '../test-server.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { followAll, whole } from './event-clients.ts';
import { seed, seededRandom } from './seeded-random.ts';

// Two hundred are `npm run test:faults`.
const count = 20;
const changes = 60;

describe.each(databaseKinds)('clients whose streams are cut at random, on %s', (kind) => {
  let server: TestServer;
  let proxy: CuttingProxy;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    server = await openTestServer(kind, { eventPollMs: 50 });
    const socket = await listen(server);
    ({ stop } = socket);
    proxy = await startCuttingProxy(socket.url);
  });
  afterAll(async () => {
    await proxy.close();
    await stop();
    await server.close();
  });

  it('have each event of their tenant once and in order, and none of another', async () => {
    const tenant = await server.newTenantWithAccounts();
    const other = await server.newTenantWithAccounts();
    const random = seededRandom(`events on ${kind}`);
    const clients = followAll(proxy, tenant.key, { count, random, everyMs: 5 });
    clients.cutAtRandom();
    let placed = 0;
    while (placed < changes || clients.cuts() < 2 * count) {
      await server.place(tenant.key, { number: `E-${++placed}` });
      if (placed % 5 === 0) await server.place(other.key, {});
      await new Promise((resolve) => setImmediate(resolve)); // PGlite would not let a socket have its turn
    }
    await clients.settle(placed);
    expect(clients.seen, `seed ${seed}`).toEqual(clients.seen.map(() => whole(placed)));
    await clients.stop();
    await expect.poll(() => proxy.streams.size).toBe(0);
  });
});
