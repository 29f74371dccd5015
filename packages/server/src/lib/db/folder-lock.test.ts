import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FolderLockOptions, lockFolder } from './folder-lock.ts';
import { isRunning, thisProcess } from './process-identity.ts';

const never = () => expect.fail('The lock was lost.');

describe('the lock of a data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'numberdesk-lock-'));
    file = join(folder, 'lock.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const lock = (options: Partial<FolderLockOptions> = {}) =>
    lockFolder(folder, { onLost: never, ...options });
  const leave = (holder: object, at = Date.now()) => {
    writeFileSync(file, JSON.stringify(holder));
    utimesSync(file, at / 1000, at / 1000);
  };

  /** A process of its own that takes the lock and keeps it until it is killed. */
  const otherProcess = async () => {
    const module = fileURLToPath(new URL('./folder-lock.ts', import.meta.url));
    const script = `
      import { lockFolder } from ${JSON.stringify(module)};
      await lockFolder(${JSON.stringify(folder)}, { onLost() {} });
      console.log('locked');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await new Promise((resolve, reject) => {
      child.stdout.once('data', resolve);
      child.once('exit', () => reject(new Error('It ended.')));
    });
    const kill = () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGKILL');
      });
    return { pid: child.pid, kill };
  };

  it('is held until it is released', async () => {
    const held = await lock();
    await expect(lock()).rejects.toThrow(/is in use by process \d+.*DATABASE_URL/);
    held.release();
    expect(existsSync(file)).toBe(false);
    (await lock()).release();
  });

  it('is refused while the process that holds it lives, and taken at once when it was killed', async () => {
    const other = await otherProcess();
    await expect(lock()).rejects.toThrow(`${folder} is in use by process ${other.pid}`);
    await other.kill();
    expect(existsSync(file)).toBe(true);
    const held = await lock();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
    held.release();
  });

  it('goes by more than the number of a process, which is given out again', async () => {
    leave({ ...thisProcess(), owner: 'a', startedAt: '1' });
    (await lock()).release();
  });

  it.each([
    ['young', 9_999, true],
    ['of ten seconds', 10_000, false],
  ])('of another host is nobody’s without a sign of life: %s', async (_, age, isHeld) => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    leave({ ...thisProcess(), owner: 'a', host: 'elsewhere' }, now - age);
    const attempt = lock({ now: () => now });
    if (isHeld) await expect(attempt).rejects.toThrow(/in use by process \d+ on elsewhere/);
    else (await attempt).release();
  });

  it('that cannot be read is somebody’s while it is young', async () => {
    writeFileSync(file, '{"own');
    await expect(lock()).rejects.toThrow('is in use by another process');
    (await lock({ now: () => Date.now() + 10_001 })).release();
  });

  it('shows a sign of life from time to time', async () => {
    const now = Date.parse('2030-01-01T00:00:00Z');
    const held = await lock({ now: () => now, refreshEvery: 5 });
    await vi.waitFor(() => expect(statSync(file).mtimeMs).toBe(now));
    const elsewhere = { ...thisProcess(), host: 'elsewhere' };
    await expect(lock({ now: () => now + 9_999, identity: elsewhere })).rejects.toThrow('is in use');
    held.release();
  });

  it.each([
    ['taken', () => writeFileSync(file, JSON.stringify({ ...thisProcess(), owner: 'thief' }))],
    ['removed', () => rmSync(file)],
  ])('tells its owner once when it was %s', async (_, lose) => {
    const onLost = vi.fn();
    await lock({ onLost, refreshEvery: 5 });
    lose();
    await vi.waitFor(() => expect(onLost).toHaveBeenCalled());
    expect(String(onLost.mock.calls[0]?.[0])).toContain('taken by another process');
    // The new owner's lock is left alone.
    if (existsSync(file)) expect(readFileSync(file, 'utf8')).toContain('thief');
  });

  it('is looked at again before it counts: a slower process may have taken it over', async () => {
    leave({ ...thisProcess(), owner: 'dead', startedAt: '1' });
    const attempt = lock();
    leave({ ...thisProcess(), owner: 'slower', pid: 4711 });
    await expect(attempt).rejects.toThrow('is in use by process 4711');
  });

  it('goes to one of many that find it dead at the same moment', async () => {
    leave({ ...thisProcess(), owner: 'dead', startedAt: '1' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lock()));
    const held = results.filter((result) => result.status === 'fulfilled');
    expect(held.length).toBe(1);
    held[0]?.value.release();
  });
});

describe('a process', () => {
  it('is known while it runs', () => {
    expect(isRunning(thisProcess())).toBe(true);
    expect(isRunning({ ...thisProcess(), pid: 2 ** 22 + 1 })).toBe(false);
  });
});
