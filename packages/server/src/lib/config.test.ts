import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, variables } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything, and no secret among them', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: undefined,
      dataDir: '.numberdesk',
      host: '127.0.0.1',
      port: 4870,
      basePath: '',
      isDemo: false,
      loopbackWebhooks: false,
      eventPollMs: 500,
      heartbeatMs: 15_000,
      limits: {
        requestsPerAddress: 30_000,
        requestsPerSession: 12_000,
        requestsPerKey: 300_000,
        streamsPerSession: 50,
        streamsPerKey: 1_000,
      },
      proxies: 0,
      mail: undefined,
    });
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it('names every variable that is not right, in one sentence each', () => {
    const env = {
      PORT: '70000',
      DATABASE_URL: 'mysql://x',
      NUMBERDESK_DEMO: 'perhaps',
      NUMBERDESK_BASE_PATH: 'x/',
    };
    expect(() => readConfig(env)).toThrow(
      /DATABASE_URL: .* PORT: .* NUMBERDESK_BASE_PATH: .* NUMBERDESK_DEMO: /,
    );
  });

  it('keeps demo mode on loopback', () => {
    expect(readConfig({ NUMBERDESK_DEMO: 'true' }).isDemo).toBe(true);
    expect(() => readConfig({ NUMBERDESK_DEMO: '1', NUMBERDESK_HOST: '0.0.0.0' })).toThrow(/loopback/);
  });

  it('shows in the table the defaults that hold, and the README shows that table', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replace(/ +/g, ' ');
    for (const [name, { unless, means }] of Object.entries(variables)) {
      if (!unless.startsWith('(')) expect(readConfig({ [name]: unless })).toEqual(readConfig({}));
      expect(readme).toContain(
        `| \`${name}\` | ${unless.startsWith('(') ? unless : `\`${unless}\``} | ${means} |`,
      );
    }
  });
});
