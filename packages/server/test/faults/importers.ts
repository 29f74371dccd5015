import { setTimeout as pause } from 'node:timers/promises';
import type { NumberImport, PhoneNumber } from '@numberdesk/core/numbers';
import { isPortalError } from '@numberdesk/core/http';
import { expect } from 'vitest';
import type { Desk } from './desk.ts';
import { seededRandom } from './seeded-random.ts';
import { patientClient } from './writers.ts';

/** How an import is cut off: the process is killed so often while it is under way. */
export interface CutImport {
  name: string;
  /** Numbers of no other import on this desk: the exchange, from 320. */
  exchange: number;
  rows: number;
  /** Rows of one piece. */
  piece: number;
  kills: number;
}

/**
 * Imports numbers piece by piece while the server is killed, each time by a page that knows nothing but the import's
 * id: it asks how far it has got and goes on. In the end each number is there once, and every answer was the same.
 */
export async function surviveImport(
  desk: Desk,
  { name, exchange, rows: count, piece, kills }: CutImport,
): Promise<{ import: NumberImport; numbers: PhoneNumber[]; kills: number }> {
  const random = seededRandom(name);
  const client = patientClient(desk.proxy.url, desk.key);
  const rows = Array.from({ length: count }, (_, at) => ({
    number: `+1501${exchange}${String(2_000 + at)}`,
    purpose: at % 50 === 0 ? 'no purpose' : 'survey',
  }));
  const { id } = await client.numbers.startImport({ account: 'acme', rows: count, name });
  let isOver = false;

  /** One page that imports; closed again and again, it begins with how far it has got. */
  async function importOn(): Promise<void> {
    while (!isOver) {
      try {
        const { next } = await client.numbers.import({ id });
        if (next >= count) return;
        // What was there already is sent once more now and then: the answer got lost, not the rows.
        const from = next > 0 && random() < 0.3 ? next - piece : next;
        const given = { account: 'acme', rows: rows.slice(from, from + piece), import: { id, from } };
        const { totals } = await client.numbers.addBatch(given);
        expect(totals).toEqual({ rows: piece, added: piece - piece / 50, rejected: piece / 50 });
      } catch (error) {
        if (!isPortalError(error) || ![0, 503].includes(error.status)) throw error;
      }
    }
  }

  const importing = importOn();
  importing.catch(() => undefined);
  let killed = 0;
  for (; killed < kills; killed++) {
    await pause(random.between(20, 250));
    await desk.kill();
    await desk.revive();
  }
  await importing;
  isOver = true;
  const numbers: PhoneNumber[] = [];
  for (let cursor: string | undefined; ;) {
    const mine = { q: `+1501${exchange}`, sort: 'number' as const, limit: 200 };
    const page = await client.numbers.list({ ...mine, ...(cursor ? { cursor } : {}) });
    numbers.push(...page.data);
    if (page.next === null) break;
    cursor = page.next;
  }
  return { import: await client.numbers.import({ id }), numbers, kills: killed };
}

/** What must be true of an import in the end. */
export function expectWhole(
  { import: done, numbers }: Awaited<ReturnType<typeof surviveImport>>,
  { rows }: CutImport,
): void {
  const added = rows - rows / 50;
  expect(done).toMatchObject({ rows, next: rows, added, rejected: rows / 50 });
  expect([numbers.length, new Set(numbers.map(({ number }) => number)).size]).toEqual([added, added]);
}
