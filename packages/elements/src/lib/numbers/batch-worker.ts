import {
  type BatchInput,
  type BatchOptions,
  type NumberPolicy,
  type PackedBatch,
  packBatch,
  validateBatch,
} from '@numberdesk/core/numbers';

/** What a page asks of the worker. */
export interface ReadingAsked {
  source: BatchInput;
  policy: NumberPolicy;
}

/** What the worker says: how many rows it has read, and in the end the batch or that it could not. */
export type ReadingSaid = { rows: number } | { batch: PackedBatch } | { failed: string };

/** The scope of a worker, as far as reading needs it. */
export interface ReadingScope {
  onmessage: ((event: MessageEvent<ReadingAsked>) => void) | null;
  postMessage(said: ReadingSaid, transfer?: Transferable[]): void;
}

/** Reads in a worker what a page sends; anywhere else, in Node.js or on a page, it does nothing. */
export function serveReading(scope: object): void {
  if (!('WorkerGlobalScope' in scope)) return;
  const worker = scope as unknown as ReadingScope;
  worker.onmessage = ({ data }) => void answer(worker, data);
  // A browser compiles what runs for the first time: that is over before there is a file.
  void validateBatch(rehearsal);
}

/** A row that is right, one whose meaning is plain, one that is neither. */
const rehearsal = new TextEncoder().encode('+13125550100,Survey\n312-555-0101,survey\nnone,none\n');

async function answer(worker: ReadingScope, { source, policy }: ReadingAsked): Promise<void> {
  const options: BatchOptions = { ...policy, onProgress: (rows) => worker.postMessage({ rows }) };
  try {
    const { batch, transfer } = packBatch(await validateBatch(source, options));
    worker.postMessage({ batch }, transfer);
  } catch (error) {
    worker.postMessage({ failed: String(error) });
  }
}
