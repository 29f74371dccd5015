import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './database-failure.ts';

const withCode = (code: string) => Object.assign(new Error('no'), { code });

describe('a failure of the database', () => {
  it('may pass when it cannot be reached', async () => {
    const refused = await new pg.Client('postgres://nobody@127.0.0.1:1/none')
      .connect()
      .catch((error) => error);
    const unavailable = [
      refused,
      withCode('57P01'),
      withCode('08006'),
      withCode('53300'),
      withCode('40P01'),
      withCode('ECONNRESET'),
    ];
    expect(unavailable.map(isDatabaseUnavailable)).toEqual(unavailable.map(() => true));
    const none = new pg.Pool({ host: '10.255.255.1', connectionTimeoutMillis: 1 });
    expect(isDatabaseUnavailable(await none.connect().catch((error) => error))).toBe(true);
    expect(isDatabaseUnavailable(new Error('The database is closed.'))).toBe(true);
    const ended = new pg.Client();
    await ended.end();
    expect(isDatabaseUnavailable(await ended.query('select 1').catch((error) => error))).toBe(true);
    const failed = new Error('Client has encountered a connection error and is not queryable');
    expect(isDatabaseUnavailable(failed)).toBe(true);
  });

  it('is ours when a statement is wrong', () => {
    const ours = [withCode('23505'), withCode('42601'), new Error('Oh no'), 'text', undefined];
    expect(ours.map(isDatabaseUnavailable)).toEqual(ours.map(() => false));
  });
});
