import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, linkSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ProcessIdentity, isRunning, thisProcess } from './process-identity.ts';

interface Holder extends ProcessIdentity {
  owner: string;
}

/** Held until `release`. */
export interface FolderLock {
  release(): void;
}

/** How the lock is kept; all but `onLost` have a default. */
export interface FolderLockOptions {
  /** Told once, when another process has taken the folder: stop at once. */
  onLost: (error: Error) => void;
  now?: () => number;
  identity?: ProcessIdentity;
  /** Milliseconds between two signs of life. */
  refreshEvery?: number;
  /** Milliseconds without a sign of life after which a lock of another host is nobody's. */
  staleAfter?: number;
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;

/** `undefined` where there is no lock; `null` where what is there cannot be read, such as one half written. */
function readHolder(file: string): Holder | null | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof (holder as Holder | null)?.owner === 'string' ? (holder as Holder) : null;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : null;
  }
}

/** The time of its last sign of life; never, where it has gone meanwhile. */
function lastSignOfLife(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -Infinity;
}

function refusal(folder: string, file: string, holder: Holder | null): Error {
  const who = holder ? `process ${holder.pid} on ${holder.host.split(' ')[0]}` : 'another process';
  return new Error(
    `${folder} is in use by ${who}. The embedded database takes one process: stop the other one, choose another ` +
      `folder, or set DATABASE_URL to a PostgreSQL server. A process on another machine that was killed holds the ` +
      `folder for ten seconds more; if none is running at all, delete ${file}.`,
  );
}

/** Moves a lock aside that is nobody's; whichever of two processes comes second finds it gone and gives way. */
function moveAside(file: string, expected: Holder | null, owner: string): void {
  const aside = `${file}.${owner}`;
  try {
    renameSync(file, aside);
    // Between reading and moving, another process may have taken it: then it is put back.
    if (readHolder(aside)?.owner !== expected?.owner) linkSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error;
  } finally {
    remove(aside);
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * Makes sure that one process at a time uses a data folder: PGlite looks after that by no means, and two would
 * destroy the data without a word.
 *
 * @throws Error when another process holds the folder; the message says what to do.
 */
export async function lockFolder(folder: string, options: FolderLockOptions): Promise<FolderLock> {
  const { now = Date.now, identity = thisProcess(), refreshEvery = 2_000, staleAfter = 10_000 } = options;
  const file = join(resolve(folder), 'lock.json');
  const owner = randomUUID();

  const before = readHolder(file);
  if (before !== undefined) {
    const isHeld =
      before?.host === identity.host ? isRunning(before) : now() - lastSignOfLife(file) < staleAfter;
    if (isHeld) throw refusal(resolve(folder), file, before);
    moveAside(file, before, owner);
  }
  try {
    writeFileSync(file, JSON.stringify({ owner, ...identity }), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw refusal(resolve(folder), file, readHolder(file) ?? null);
  }
  // A process that read the same dead lock may be about to move this one aside: give it the time, then look.
  if (before !== undefined) await pause(100);
  const after = readHolder(file);
  if (after?.owner !== owner) throw refusal(resolve(folder), file, after ?? null);
  return keep(file, owner, { onLost: options.onLost, now, refreshEvery });
}

function keep(
  file: string,
  owner: string,
  { onLost, now, refreshEvery }: Required<Pick<FolderLockOptions, 'onLost' | 'now' | 'refreshEvery'>>,
): FolderLock {
  const release = () => {
    clearInterval(timer);
    process.off('exit', release);
    if (readHolder(file)?.owner === owner) remove(file);
  };
  const refresh = () => {
    const holder = readHolder(file);
    if (holder === null) return; // cannot be read just now: the next look decides
    if (holder?.owner === owner) {
      const seconds = now() / 1000;
      utimesSync(file, seconds, seconds);
      return;
    }
    release();
    onLost(new Error(`The lock ${file} was taken by another process: two would destroy the data.`));
  };
  const timer = setInterval(refresh, refreshEvery);
  timer.unref();
  process.on('exit', release);
  return { release };
}
