/** A timer would fire at once if it were given more; a wait as long as this is none. */
const maxTimer = 2_147_483_647;

/** Waits for a promise, but only until the signal is aborted: then it rejects with the signal's reason. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    const settled = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    promise.then(resolve, reject).finally(settled);
    if (signal.aborted) abort();
  });
}

/**
 * Runs an act under a signal that is aborted with the caller's, or after `millis` with the reason that `late` gives.
 * The wait ends at that moment even if the act does not heed its signal.
 */
export async function within<T>(
  { millis, signal, late }: { millis: number; signal?: AbortSignal | undefined; late: () => unknown },
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  const abort = () => own.abort(signal?.reason);
  signal?.addEventListener('abort', abort);
  const timer = millis > maxTimer ? undefined : setTimeout(() => own.abort(late()), millis);
  try {
    return await untilAborted(act(own.signal), own.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
