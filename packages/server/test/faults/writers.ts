import { randomUUID } from 'node:crypto';
import { type Client, createClient, isPortalError } from '@numberdesk/core';
import type { Order } from '@numberdesk/core/orders';
import { line, order } from '../test-server.ts';
import type { Ledger } from './ledger.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Ways that a line goes, each by as many acts. */
const ways = [[], ['canceled'], ['completed'], ['pending-docs', 'processing', 'completed'], ['pending-docs']];

/** A client that never despairs, and whose waits are short. */
export function patientClient(baseUrl: string, secretKey: string): Client {
  return createClient({ baseUrl, secretKey, retries: 10_000, totalTimeout: 300_000, random: () => 0.03 });
}

/** Clients at work on one desk. */
export interface Writers {
  /** Resolves when everything that was on its way has been acknowledged. */
  stop(): Promise<void>;
  /** Rejects when one of them meets what it cannot mend by trying again. */
  failed: Promise<never>;
}

/** Lets so many clients place orders and move their lines, each after its own chance, until they are stopped. */
export function startWriters(
  client: Client,
  ledger: Ledger,
  { count, random }: { count: number; random: SeededRandom },
): Writers {
  let isOver = false;
  let numbers = 0;
  const fresh = (quantity: number) =>
    Array.from({ length: quantity }, () => `+1501${String(2_000_000 + numbers++)}`);

  /** One act of a user: one key, however often it has to be sent. */
  async function act(number: string, version: number, send: (idempotencyKey: string) => Promise<Order>) {
    const key = randomUUID();
    ledger.begin(number, version);
    for (;;) {
      try {
        const answered = await send(key);
        ledger.acknowledge(answered);
        return answered;
      } catch (error) {
        if (!isPortalError(error) || ![0, 503].includes(error.status)) throw error;
      }
    }
  }

  async function write(writer: number): Promise<void> {
    for (let at = 0; !isOver; at++) {
      const number = `W${writer}-${at}`;
      const quantity = random.between(1, 3);
      const placing = order({ number, lines: [{ ...line, quantity }] });
      let { version } = await act(number, 1, (idempotencyKey) =>
        client.orders.place(placing, { idempotencyKey }),
      );
      for (const status of random.pick(ways)) {
        if (isOver) return;
        const given = status === 'completed' ? { numbers: fresh(quantity) } : {};
        const move = { number, id: '1', status: status as 'completed', ...given };
        const seen = { ifMatch: version };
        ({ version } = await act(number, version + 1, (idempotencyKey) =>
          client.orders.moveLine(move, { ...seen, idempotencyKey }),
        ));
      }
    }
  }

  const writing = Promise.all(Array.from({ length: count }, (_, writer) => write(writer)));
  const failed = writing.then(() => new Promise<never>(() => undefined));
  failed.catch(() => undefined);
  return {
    failed,
    async stop() {
      isOver = true;
      await writing;
    },
  };
}
