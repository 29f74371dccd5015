/** Where the worker's script is: beside this file's package, and beside the built files, whose build writes its name in. */
export const batchWorkerUrl: string = new URL('../../number-worker.ts', import.meta.url).href;
