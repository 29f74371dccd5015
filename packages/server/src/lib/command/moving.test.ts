import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { run } from '../../../test/command-line.ts';
import { copyDataFolder } from '../../../test/database-copies.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';
import { lockFolder } from '../db/folder-lock.ts';
import { createTenant } from './administration.ts';

const nobody = 'postgres://nobody:pa55word@127.0.0.1:9/none';
const folder = mkdtempSync(join(tmpdir(), 'numberdesk-moving-'));
const at = (name: string) => join(folder, name);
const inFolder = (name: string) => ({ NUMBERDESK_DATA: at(name) });
const linesOf = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n');

async function done(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stderr } = await run(args, env);
  expect([code, stderr.trim().split('\n').length], stderr).toEqual([0, 1]);
  return stderr;
}

/** One sentence on standard error, and nothing that a password could be read from. */
async function refusal(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await run(args, env);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1]);
  expect(stderr).not.toContain('pa55word');
  return stderr;
}

describe('numberdesk backup, restore and move', () => {
  beforeAll(async () => {
    await copyDataFolder(inject('pgliteCopies'), at('data'));
    await createTenant({ databaseUrl: undefined, dataDir: at('data') }, 'Žofie 李');
    await done(['backup', '--to', at('good')], inFolder('data'));
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('refuse a file that is cut off, damaged or newer before they touch the place', async () => {
    const bytes = readFileSync(at('good'));
    const text = gunzipSync(bytes).toString();
    writeFileSync(at('cut'), bytes.subarray(0, -10));
    writeFileSync(at('damaged'), gzipSync(text.replace('Žofie', 'Sofie')));
    writeFileSync(at('newer'), gzipSync(text.replace('"format":1', '"format":2')));
    const attempt = (name: string) => refusal(['restore', '--from', at(name)], inFolder('untouched'));
    expect(await attempt('cut')).toMatch(/cut is cut off: it ends before its closing line\.$/m);
    expect(await attempt('damaged')).toMatch(/damaged is damaged: its content does not fit its checksum\.$/m);
    expect(await attempt('newer')).toMatch(/newer was made by a newer version of Numberdesk \(format 2/);
    expect(await attempt('missing')).toMatch(/missing cannot be read \(ENOENT/);
    expect(existsSync(at('untouched'))).toBe(false);
  }, 60_000);

  it('refuse a folder that another process uses', async () => {
    const lock = await lockFolder(at('data'), { onLost: () => undefined });
    const sentence = await refusal(['backup', '--to', at('never')], inFolder('data'));
    expect(sentence).toMatch(new RegExp(`is in use by process ${process.pid}.*stop the other one`));
    expect(existsSync(at('never'))).toBe(false);
    lock.release();
  });

  it('say what is wrong with a place in a sentence without its password', async () => {
    const move = (to: string) => refusal(['move', '--to', to], inFolder('data'));
    expect(await move(nobody)).toMatch(/cannot be opened \(.*ECONNREFUSED.*look at --to/);
    expect(await move(nobody.replace('@', '#@'))).toContain('--to takes the address');
    expect(await move('mysql://u:pa55word@h/d')).toContain('--to takes the address');
    const backup = (env: NodeJS.ProcessEnv) => refusal(['backup', '--to', at('never')], env);
    expect(await backup({ DATABASE_URL: nobody })).toMatch(/look at DATABASE_URL/);
    expect(await backup(inFolder('nothing'))).toMatch(/no data in the folder/);
    expect(readdirSync(folder).filter((name) => /never|nothing/.test(name))).toEqual([]);
  }, 60_000);

  it.runIf(databaseKinds.includes('postgres'))(
    'lead to PostgreSQL and back, leave the source as it is, and say how to go on',
    async () => {
      const [one, two] = [await createPostgresDatabase(), await createPostgresDatabase()];
      const restore = ['restore', '--from', at('good')];
      expect(await done(restore, { DATABASE_URL: one.url })).toContain('tenants: 1, orders: 0,');
      expect(await refusal(restore, { DATABASE_URL: one.url })).toContain('The target is not empty');
      const there = await done(['move', '--to', two.url], inFolder('data'));
      expect(there).toContain('set DATABASE_URL');
      expect(there).not.toContain(two.url);
      expect(await done(['move', '--to', at('back')], { DATABASE_URL: two.url })).toContain(
        'NUMBERDESK_DATA',
      );
      const places = {
        one: { DATABASE_URL: one.url },
        two: { DATABASE_URL: two.url },
        back: inFolder('back'),
      };
      for (const [name, env] of Object.entries({ ...places, data: inFolder('data') })) {
        await done(['backup', '--to', at(`of-${name}`)], env);
        expect(linesOf(at(`of-${name}`))).toEqual(linesOf(at('good')));
      }
      await Promise.all([one.drop(), two.drop()]);
    },
    60_000,
  );
});
