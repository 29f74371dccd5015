import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostgres, programIn } from './find-postgres.ts';

/** A server of which nothing is left after `stop`. */
export interface ThrowawayPostgres {
  url: string;
  /** Ends it as `kill -9` does. */
  kill(): Promise<void>;
  /** Starts it again, at the same address and with what it had. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

/** What makes a test quick, and is right where nothing has to outlive a crash, nor a database its test. */
const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  jit: 'off',
};

/** What an address of a socket may be long, with the name of the file in it; there are none on Windows. */
const longestSocketFolder = process.platform === 'win32' ? 0 : 80;

interface Owner {
  uid?: number;
  gid?: number;
}

/** PostgreSQL refuses to run as root: then it runs as another user. */
function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string, user: string) => spawnSync('id', [flag, user]).stdout.toString().trim();
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== '');
  if (!user) throw new Error('There is no user but root to run PostgreSQL as.');
  const [uid, gid] = [Number(idOf('-u', user)), Number(idOf('-g', user))];
  chownSync(folder, uid, gid);
  return { uid, gid };
}

/** A checkout in a closed home folder is out of the other user's reach: then it gets a copy of the programs. */
function reachable(programs: string, folder: string, owner: Owner): string {
  const probe = spawnSync(programIn(programs, 'postgres'), ['--version'], { ...owner, cwd: folder });
  if (probe.status === 0) return programs;
  cpSync(dirname(programs), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true });
  return join(folder, 'programs', 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function untilReady(child: ChildProcess): Promise<void> {
  let log = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      log += String(data);
      if (log.includes('ready to accept connections')) resolve();
    });
    child.once('close', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

type Launch = () => Promise<ChildProcess>;

/** The processes of one that was killed let go of its memory one after the other, and until then no other begins. */
async function launchAgain(launch: Launch): Promise<ChildProcess> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch();
    } catch (error) {
      if (tries === 50 || !/shared memory|lock file/.test((error as Error).message)) throw error;
      await pause(100);
    }
  }
}

/**
 * Starts a PostgreSQL on a free port of this machine, with its data in a temporary folder; a `durable` one keeps
 * what it has committed, as by its own defaults. Any other is asked through a socket of the file system where it can
 * be: a query takes a fifth less of the processor.
 */
export async function startPostgres({ durable = false } = {}): Promise<ThrowawayPostgres> {
  const found = findPostgres();
  if (!found) throw new Error('No PostgreSQL found: install one (apt-get install postgresql) or set PG_BIN.');
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-postgres-'));
  const owner = ownerOf(folder);
  const programs = reachable(found, folder, owner);
  const data = join(folder, 'data');
  const run = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C', PGTZ: 'UTC', HOME: folder } };

  const flags = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  const made = spawnSync(programIn(programs, 'initdb'), ['-D', data, ...flags], run);
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}${String(made.error ?? '')}`);

  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: process.platform === 'win32' ? '' : folder,
    max_connections: '200',
    ...(durable ? {} : careless),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = ['-D', data, '-p', String(port), ...options];
  const launch: Launch = async () => {
    const started = spawn(programIn(programs, 'postgres'), command, {
      ...run,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilReady(started);
    return started;
  };
  let child = await launch();
  const quit = () => child.kill('SIGQUIT');
  process.once('exit', quit);
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  const socket = durable || folder.length > longestSocketFolder ? '' : `?host=${encodeURIComponent(folder)}`;
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres${socket}`,
    kill: () => end('SIGKILL'),
    async revive() {
      child = await launchAgain(launch);
    },
    async stop() {
      process.off('exit', quit);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
