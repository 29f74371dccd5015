import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { copyDataFolder } from '../../../packages/server/test/database-copies.ts';

/** A process of one of the examples, as a person would start it. */
export interface PortalProcess {
  url: string;
  /** All that it has printed. */
  printed: () => string;
  /** Sends a signal and waits for the end; answers the exit code, or the signal that ended it. */
  stop: (signal?: NodeJS.Signals) => Promise<number | string | null>;
}

export interface EndedProcess {
  code: number | string | null;
  printed: string;
}

/** A folder for a test's data, gone when the test's process is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-portal-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Such a folder with an embedded database in it that has no rows yet: making one is tried where processes are. */
export async function readyFolder(): Promise<string> {
  const folder = temporaryFolder();
  await copyDataFolder(inject('pgliteCopies'), folder);
  return folder;
}

function run(script: string, env: Record<string, string>) {
  const file = fileURLToPath(new URL(`../../${script}`, import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--liftoff-only', file], {
    env: { ...process.env, DATABASE_URL: '', PORT: '0', NUMBERDESK_DEMO_ORDERS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const address = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (url) address.resolve(url);
    });
  }
  const ended = new Promise<EndedProcess>((resolve) => {
    child.once('close', (code, signal) => resolve({ code: code ?? signal, printed }));
  });
  return { child, ended, address: address.promise, printed: () => printed };
}

/** Starts an example and waits until it says where it is. */
export async function startPortal(
  env: Record<string, string>,
  script = 'portal/main.ts',
): Promise<PortalProcess> {
  const { child, ended, address, printed } = run(script, env);
  const url = await Promise.race([address, ended]);
  if (typeof url !== 'string') throw new Error(`It ended at once: ${url.printed}`);
  return {
    url,
    printed,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await ended).code;
    },
  };
}

/** Starts the portal where it cannot run, and waits for its end. */
export const failToStart = (env: Record<string, string>) => run('portal/main.ts', env).ended;
