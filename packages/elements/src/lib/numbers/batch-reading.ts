import {
  type BatchInput,
  type BatchOptions,
  type BatchReport,
  type NumberPolicy,
  unpackBatch,
} from '@numberdesk/core/numbers';
import { batchWorkerUrl } from './batch-worker-url.ts';
import type { ReadingAsked, ReadingSaid } from './batch-worker.ts';

/** Where a worker's script is; an object is a URL that the page itself trusts. */
export type WorkerUrl = string | URL | object;

/** Says that there is no worker to be had, which is no failure. */
class NoWorker extends Error {}

/**
 * Reads a file beside the page, in a worker; where the browser or the page's policy allows none, the same in slices on
 * the page itself (NUM-7).
 */
export async function readBatch(
  source: BatchInput,
  options: BatchOptions,
  workerUrl: WorkerUrl | null,
): Promise<BatchReport> {
  try {
    return await readInWorker(source, options, takeWorker(workerUrl ?? batchWorkerUrl));
  } catch (error) {
    if (!(error instanceof NoWorker)) throw error;
    const { validateBatch } = await import('./batch-on-page.ts');
    return validateBatch(source, options);
  }
}

/** A worker that has been started before there was anything to read, and the script it was started with. */
let spare: { url: WorkerUrl; worker: Worker } | null = null;

/** Starts a worker, so that the next file finds one that is ready; where there is none to be had, nothing happens. */
export function prepareReading(workerUrl: WorkerUrl | null): void {
  if (spare) return;
  const url = workerUrl ?? batchWorkerUrl;
  try {
    const worker = startWorker(url);
    spare = { url, worker };
    worker.onerror = (event) => {
      event.preventDefault();
      if (spare?.worker === worker) spare = null;
    };
  } catch {
    // The page reads by itself then.
  }
}

/** Ends a worker that nobody has needed. */
export function leaveReading(): void {
  spare?.worker.terminate();
  spare = null;
}

function takeWorker(url: WorkerUrl): Worker {
  if (spare?.url !== url) return startWorker(url);
  const { worker } = spare;
  spare = null;
  return worker;
}

function startWorker(url: WorkerUrl): Worker {
  try {
    return new Worker(trusted(url) as string, { type: 'module', name: 'numberdesk' });
  } catch (error) {
    // Of another origin, or against the page's policy.
    throw new NoWorker(String(error));
  }
}

function readInWorker(
  source: BatchInput,
  { signal, onProgress, ...options }: BatchOptions,
  worker: Worker,
): Promise<BatchReport> {
  const { promise, resolve, reject } = Promise.withResolvers<BatchReport>();
  const onAbort = () => reject(signal?.reason as Error);
  signal?.addEventListener('abort', onAbort);
  worker.onerror = (event) => {
    event.preventDefault();
    reject(new NoWorker('The script did not come, or failed.'));
  };
  worker.onmessage = ({ data }: MessageEvent<ReadingSaid>) => {
    if ('rows' in data) onProgress?.(data.rows);
    else if ('batch' in data) resolve(unpackBatch(data.batch));
    else reject(new Error(data.failed));
  };
  const asked: ReadingAsked = { source, policy: policyIn(options) };
  worker.postMessage(asked);
  return promise.finally(() => {
    signal?.removeEventListener('abort', onAbort);
    worker.terminate();
  });
}

/** What of the options can be sent to a worker. */
function policyIn({ batchMaxRows, areaCodes, allowFictionalNumbers }: NumberPolicy): NumberPolicy {
  return {
    ...(batchMaxRows === undefined ? {} : { batchMaxRows }),
    ...(areaCodes === undefined ? {} : { areaCodes }),
    ...(allowFictionalNumbers === undefined ? {} : { allowFictionalNumbers }),
  };
}

interface ScriptPolicy {
  createScriptURL(url: string): object;
}

let policy: ScriptPolicy | null = null;

/** A URL as a page with Trusted Types wants it: by the policy `numberdesk`, where the page allows that. */
function trusted(url: WorkerUrl): WorkerUrl {
  if (typeof url !== 'string' && !(url instanceof URL)) return url;
  const { trustedTypes } = globalThis as {
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptPolicy;
    };
  };
  try {
    policy ??= trustedTypes?.createPolicy('numberdesk', { createScriptURL: (url) => url }) ?? null;
  } catch {
    // Another copy has taken the name, or the page does not allow it: the browser decides on the bare URL.
  }
  return policy ? policy.createScriptURL(String(url)) : String(url);
}
