import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { expect, it, onTestFinished } from 'vitest';
import { createTree, noon } from '../../../test/samples.ts';
import { openTestDatabase } from '../../../test/test-database.ts';
import type { NewEvent } from '../events/event.store.ts';
import { remove } from './number-changing.ts';
import { activeNumberStore } from './active-number.store.ts';
import { numberAddingStore } from './number-adding.store.ts';
import { numberStore } from './number.store.ts';

it('a number that is removed is gone with all that it is found by, and told of', async () => {
  const database = await openTestDatabase('pglite');
  onTestFinished(() => database.close());
  const tenant = await database.newTenant();
  const id = uuidv7();
  const number = '+15013334444';
  const told: NewEvent[] = [];
  const take = () =>
    database.write(tenant, (tx) =>
      remove({
        tx,
        params: { id },
        query: {},
        body: {},
        caller: { kind: 'key', tenant, id: 'k' },
        now: noon,
        requestId: randomUUID(),
        ifMatch: null,
        audit: async () => undefined,
        tell: (event) => void told.push(event),
      }),
    );
  await database.write(tenant, async (tx) => {
    const { acme } = await createTree(tx);
    const fresh = { id, number, purpose: 'survey', status: 'approved', approvesAt: null, warning: null };
    const added = await numberAddingStore(tx).insert(acme, [fresh], new Date(noon));
    expect(added).toEqual(new Map([[number, false]]));
    expect(await numberAddingStore(tx).insert(acme, [fresh], new Date(noon))).toEqual(new Map());
  });
  expect(await take()).toEqual({ id, number });
  expect(told).toMatchObject([{ type: 'numbers.changed', data: { removed: [{ id, number }] } }]);
  await database.read(tenant, async (tx) => {
    expect(await numberStore(tx).get(id, null)).toBeNull();
    expect(await activeNumberStore(tx).broughtBy({ orderId: id, numbers: [number] })).toEqual([]);
  });
});
