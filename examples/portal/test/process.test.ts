import { createServer } from 'node:net';
import { readdirSync } from 'node:fs';
import { createClient } from '@numberdesk/core';
import { describe, expect, it } from 'vitest';
import { failToStart, startPortal, temporaryFolder } from './portal-process.ts';

const clientOf = (url: string) => createClient({ baseUrl: `${url}numberdesk`, secretKey: 'sk_demo' });

async function countOrders(url: string): Promise<number> {
  const { orders } = clientOf(url);
  let count = 0;
  for (const view of ['active', 'history'] as const) {
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const page = await orders.list({ view, limit: 200, ...(cursor ? { cursor } : {}) });
      count += page.data.length;
      cursor = page.next;
    }
  }
  return count;
}

describe('the portal as a process', () => {
  it('keeps what happened over a restart, and puts the demonstration orders in once', async () => {
    const env = { NUMBERDESK_DATA: temporaryFolder(), NUMBERDESK_DEMO_ORDERS: '500' };
    const first = await startPortal(env);
    expect(first.printed()).toMatch(/500 demonstration orders: 100 %/);
    const line = { type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' as const };
    await clientOf(first.url).orders.place({
      number: 'NV99999',
      account: 'meridian',
      placedBy: { name: 'Ada Byron' },
      lines: [line],
    });
    expect(await first.stop('SIGTERM')).toBe(0);
    await expect(fetch(first.url)).rejects.toThrow();

    const second = await startPortal({ ...env, PORT: new URL(first.url).port });
    expect(second.url).toBe(first.url);
    expect(second.printed()).not.toContain('demonstration orders:');
    expect((await clientOf(second.url).orders.get({ number: 'NV99999' })).placedBy.name).toBe('Ada Byron');
    expect(await countOrders(second.url)).toBe(501);
    expect(await second.stop('SIGINT')).toBe(0);
  });

  it('refuses a second process on the same data, in a sentence', async () => {
    const env = { NUMBERDESK_DATA: temporaryFolder(), NUMBERDESK_DEMO_ORDERS: '3' };
    const first = await startPortal(env);
    expect(await countOrders(first.url)).toBe(3);
    const second = await failToStart(env);
    expect(second.code).toBe(1);
    expect(second.printed.trim().split('\n')).toHaveLength(1);
    expect(second.printed).toContain(env.NUMBERDESK_DATA);
    expect(await first.stop()).toBe(0);
  });

  it('says which setting is wrong', async () => {
    const { code, printed } = await failToStart({ PORT: 'eighty' });
    expect(code).toBe(1);
    expect(printed.trim()).toBe('PORT is "eighty": it must be a whole number from 0 to 65535.');
  });

  it('says that a port is taken, before it touches any data', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const folder = temporaryFolder();
    const { code, printed } = await failToStart({ PORT: String(port), NUMBERDESK_DATA: folder });
    taken.close();
    expect(code).toBe(1);
    expect(printed.trim()).toMatch(new RegExp(`^Port ${port} is taken\\. .*PORT=`));
    expect(readdirSync(folder)).toEqual([]);
  });
});
