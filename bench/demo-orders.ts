// Orders to measure with: as many as asked for, always the same.
import type { createClient } from '@numberdesk/core';
import type { OrderBackfill } from '@numberdesk/core/orders';

/** The account that they belong to. */
export const demoAccount = {
  id: 'bench',
  name: 'Bench & Co.',
  level: 'business',
  timeZone: 'America/New_York',
  owner: { name: 'Ada Byron', email: 'ada@example.com' },
} as const;

/** A token of somebody who reads what that account has, from pages of this origin. */
export async function readerOf(client: ReturnType<typeof createClient>, origin: string): Promise<string> {
  const { token } = await client.access.createEmbedSession({
    account: demoAccount.id,
    user: { id: 'bench', name: 'Bench' },
    permissionSet: 'viewer',
    origins: [origin],
    ttlSeconds: 3600,
  });
  return token;
}

const cities = ['Little Rock', 'Austin', 'Denver', 'Boise', 'Portland', 'Madison', 'Savannah'];
const people = [
  'Ada Byron',
  'Grace Hopper',
  'José Ángel Núñez',
  'Nkechi Okafor',
  'Li Wei',
  'Fatima al-Zahra',
];

/** Open orders, newest last, each of one to three lines. */
export function* demoOrders(count: number): Generator<OrderBackfill & { number: string }> {
  for (let index = 0; index < count; index++) {
    const placedAt = new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString();
    yield {
      number: String(100_000 + index),
      account: demoAccount.id,
      placedAt,
      confirmedAt: placedAt,
      placedBy: { name: people[index % people.length] ?? 'Ada Byron' },
      lines: Array.from({ length: 1 + (index % 3) }, (_, line) => ({
        type: line === 0 ? 'local' : 'toll-free',
        location: { country: 'US', city: cities[(index + line) % cities.length] ?? 'Austin' },
        quantity: 1 + (index % 9),
        supply: 'on-order',
        leadTime: { min: 3, max: 7 },
        status: index % 4 === 0 ? 'pending-docs' : 'processing',
        statusChangedAt: placedAt,
      })),
    };
  }
}
