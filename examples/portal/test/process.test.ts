import { createServer } from 'node:net';
import { readdirSync } from 'node:fs';
import { createClient } from '@numberdesk/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PortalProcess, failToStart, startPortal, temporaryFolder } from './portal-process.ts';

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

describe('the data of a portal', () => {
  const env = { NUMBERDESK_DATA: temporaryFolder(), NUMBERDESK_DEMO_ORDERS: '200' };
  let portal: PortalProcess;
  beforeAll(async () => {
    portal = await startPortal(env);
  });
  afterAll(() => portal.stop());

  it('begins with as many orders as it is told, and shows how that goes', async () => {
    expect(portal.printed()).toMatch(/200 demonstration orders: 10 %\n[^]*: 100 %\n/);
    expect(await countOrders(portal.url)).toBe(200);
  });

  it('is for one process at a time, which a second one is told in a sentence', async () => {
    const second = await failToStart(env);
    expect(second.code).toBe(1);
    expect(second.printed.trim().split('\n')).toHaveLength(1);
    expect(second.printed).toContain(env.NUMBERDESK_DATA);
  });

  it('outlives a restart, and the demonstration orders come once', async () => {
    const line = { type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' as const };
    const placedBy = { name: 'Ada Byron' };
    await clientOf(portal.url).orders.place({
      number: 'NV99999',
      account: 'meridian',
      placedBy,
      lines: [line],
    });
    const { url } = portal;
    expect(await portal.stop('SIGTERM')).toBe(0);
    await expect(fetch(url)).rejects.toThrow();

    portal = await startPortal({ ...env, PORT: new URL(url).port });
    expect(portal.url).toBe(url);
    expect(portal.printed()).not.toContain('demonstration orders:');
    expect((await clientOf(url).orders.get({ number: 'NV99999' })).placedBy).toEqual(placedBy);
    expect(await countOrders(url)).toBe(201);
    expect(await portal.stop('SIGINT')).toBe(0);
  });
});

describe('a portal that cannot start', () => {
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
