import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';

/**
 * So short a life is over before what an optimizing compiler would do to PGlite could pay: a start without it costs
 * half as much.
 */
const quickly = '--liftoff-only';

type Environment = NodeJS.ProcessEnv;

function start(args: readonly string[], env: Environment): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return spawn(process.execPath, [quickly, inject('commandLine'), ...args], {
    env: { ...inherited, NODE_NO_WARNINGS: '1', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (data) => (said.stdout += String(data)));
  child.stderr?.on('data', (data) => (said.stderr += String(data)));
  return said;
}

/** Runs `numberdesk …` to its end. */
export async function run(
  args: readonly string[],
  env: Environment,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = start(args, env);
  const said = collect(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...said };
}

/** A `numberdesk serve` that listens. */
export interface RunningProcess {
  url: string;
  pid: number;
  /** What it has logged so far. */
  log(): Record<string, unknown>[];
  /** Sends a signal and waits for the end; the answer is the exit code, `null` when it was killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `numberdesk serve` and waits until it listens. */
export async function serveInProcess(env: Environment): Promise<RunningProcess> {
  const child = start(['serve'], env);
  const said = collect(child);
  const closed = once(child, 'close') as Promise<[number | null]>;
  const log = () =>
    said.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const found = /Listening on (http:\/\/[^"]+)/.exec(said.stdout)?.[1];
      if (found) resolve(found);
    });
    void closed.then(() => reject(new Error(`It ended: ${said.stderr}${said.stdout}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    log,
    async end(signal) {
      child.kill(signal);
      return (await closed)[0];
    },
  };
}
