import type { Client } from '@numberdesk/core';
import { demoOrders } from './seeds.ts';
import { accounts } from './seeds/accounts.ts';

export interface LoadSeedsOptions {
  count: number;
  clock: () => number;
  signal?: AbortSignal | undefined;
  /** Told how many are in. */
  onProgress?: ((done: number) => void) | undefined;
}

/** How many orders are on their way at once. */
const width = 8;

/**
 * Fills a new database through the public API, as any reseller's import would: accounts, then orders, then the
 * time of the synchronisation, which says that all of it is in. An import that was cut short is done again.
 *
 * @returns whether there was anything to do.
 */
export async function loadSeeds(
  client: Client,
  { count, clock, signal, onProgress }: LoadSeedsOptions,
): Promise<boolean> {
  const call = signal ? { signal } : {};
  const { syncedAt } = await client.orders.list({ limit: 1 }, call);
  if (syncedAt !== null) return false;

  for (const [id, account] of Object.entries(accounts)) {
    await client.access.putAccount({ id, ...account }, call);
  }
  await client.access.putPolicy(
    { contact: { email: 'care@northwind.example', phone: '+1 888 555 0142' } },
    call,
  );

  const orders = demoOrders(clock(), count);
  let done = 0;
  const worker = async () => {
    for (const { number, body } of orders) {
      signal?.throwIfAborted();
      await client.orders.backfill({ number, ...body }, call);
      onProgress?.(++done);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  await client.orders.recordSync({ at: new Date(clock()).toISOString() }, call);
  return true;
}
