import type { Client } from '@numberdesk/core';
import { type PortOutPeople, loadPortOuts } from './load-portouts.ts';
import { demoOrders } from './seeds.ts';
import { demoBatches, demoVerdicts } from './seeds/numbers.ts';
import { accounts } from './seeds/accounts.ts';

export interface LoadSeedsOptions {
  count: number;
  clock: () => number;
  /** Where the portal is, for the links in mail. */
  origin: string;
  signal?: AbortSignal | undefined;
  /** Told how many are in. */
  onProgress?: ((done: number) => void) | undefined;
}

/** How many orders are on their way at once. */
const width = 8;

/**
 * Fills a new database through the public API, as any reseller's import would: accounts, orders, numbers, port-outs, then
 * the time of the synchronisation, which says that all of it is in. An import that was cut short is done again.
 *
 * @returns whether there was anything to do.
 */
export async function loadSeeds(
  people: PortOutPeople,
  { count, clock, origin, signal, onProgress }: LoadSeedsOptions,
): Promise<boolean> {
  const client = people.owner;
  const call = signal ? { signal } : {};
  const { syncedAt } = await client.orders.list({ limit: 1 }, call);
  if (syncedAt !== null) {
    // The port may be another one today.
    const known = await client.access.getPolicy({}, call);
    const portalUrl = `${origin}/{page}/{id}`;
    if (known.portalUrl !== portalUrl) await client.access.putPolicy({ ...known, portalUrl }, call);
    return false;
  }

  for (const [id, account] of Object.entries(accounts)) {
    await client.access.putAccount({ id, ...account }, call);
  }
  // Invented numbers are taken here. Those that stay pending wait for the desk; later ones are approved by themselves.
  const policy = {
    contact: { email: 'care@northwind.example', phone: '+1 888 555 0142' },
    allowFictionalNumbers: true,
    senderName: 'Northwind Voice',
    portalUrl: `${origin}/{page}/{id}`,
    portouts: { fee: { amountMinor: 150, currency: 'USD' } },
  };
  await client.access.putPolicy({ ...policy, numberApprovalMinutes: null }, call);

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
  // After those that orders have brought: the latest of a list are in every status.
  await loadNumbers(client, call);
  await loadPortOuts(people, clock(), call);
  await client.access.putPolicy({ ...policy, numberApprovalMinutes: 10 }, call);
  await client.orders.recordSync({ at: new Date(clock()).toISOString() }, call);
  return true;
}

/** Adds the demonstration's numbers and judges those that have been looked at; what is there already stays as it is. */
async function loadNumbers(client: Client, call: { signal?: AbortSignal }): Promise<void> {
  for (const batch of demoBatches()) await client.numbers.addBatch(batch, call);
  const { data } = await client.numbers.list({ status: ['pending'], limit: 200 }, call);
  const verdicts = demoVerdicts();
  for (const { id, number, version } of data) {
    const verdict = verdicts.get(number);
    if (verdict) await client.numbers.judge({ id, ...verdict }, { ...call, ifMatch: version });
  }
}
