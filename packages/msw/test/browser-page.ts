import { createClient } from '@numberdesk/core';
import { setupWorker } from 'msw/browser';
import { mockHandlers } from '../src/index.ts';

/** What the page saw; a test reads it. */
export interface Seen {
  listed: string[];
  statuses: string[];
}

/** Lists the orders, then moves one while the page listens. */
async function visit(streams: 'live' | 'whole'): Promise<Seen> {
  const { structuredClone } = globalThis;
  if (streams === 'whole') {
    globalThis.structuredClone = () => {
      throw new DOMException('A stream cannot be handed over here.', 'DataCloneError');
    };
  }
  const mock = mockHandlers({ orders: [{ number: 'PO-1' }, { number: 'PO-2', status: 'pending-docs' }] });
  globalThis.structuredClone = structuredClone;
  const worker = setupWorker(...mock.handlers);
  await worker.start({ quiet: true });
  const fetchSession = async () => ({ token: 'any', expiresAt: '2099-01-01T00:00:00Z' });
  const client = createClient({ baseUrl: '/numberdesk', fetchSession });
  const { data, feed } = await client.orders.list();
  mock.orders.move('PO-2', '1', 'processing');
  const statuses: string[] = [];
  for await (const event of client.events({ after: feed, signal: new AbortController().signal })) {
    if (event.type !== 'order.changed') continue; // completing a line brings numbers, which is told, too
    const { status } = event.data['order'] as { status: string };
    statuses.push(status);
    if (status === 'processing') mock.orders.move('PO-2', '1', 'completed');
    if (status === 'completed') break;
  }
  worker.stop();
  return { listed: data.map(({ number }) => number), statuses };
}

Object.assign(globalThis, { visit });
