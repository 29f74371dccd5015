import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';

describe('the settings of the portal', () => {
  it('have defaults', () => {
    const { port, demoOrders, databaseUrl, dataDir } = readConfig({ PORT: '', DATABASE_URL: '' });
    expect({ port, demoOrders, databaseUrl }).toEqual({ port: 4870, demoOrders: 60, databaseUrl: undefined });
    expect(dataDir).toMatch(/\.numberdesk$/);
  });

  it('are read from the environment', () => {
    const env = { PORT: '5000', NUMBERDESK_DATA: '/tmp/x', NUMBERDESK_DEMO_ORDERS: '10000' };
    expect(readConfig(env)).toEqual({
      port: 5000,
      databaseUrl: undefined,
      dataDir: '/tmp/x',
      demoOrders: 10_000,
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '1e3'],
    ['NUMBERDESK_DEMO_ORDERS', '1.5'],
    ['NUMBERDESK_DEMO_ORDERS', '100001'],
  ])('name what is wrong: %s=%s', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(`${name} is "${value}": it must be a whole number`);
  });
});
