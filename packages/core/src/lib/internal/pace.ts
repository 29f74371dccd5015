/** How long work goes on before others get their turn. */
export interface Pace {
  /** The time in milliseconds, from any start. */
  now(): number;
  /** Lets the page, or whoever else waits, do its own work. */
  pause(): Promise<void>;
}

/** Milliseconds of a slice: with the work that is not measured, far below the 50 that a reader would feel. */
const slice = 12;

declare const scheduler: { postTask?: (task: () => void) => Promise<void> } | undefined;

/** The pace of a page, a worker or a server. `scheduler.yield` would come back before the page's own timers. */
export const ownPace: Pace = {
  now: () => performance.now(),
  pause: () =>
    typeof scheduler !== 'undefined' && scheduler.postTask
      ? scheduler.postTask(() => undefined)
      : afterMessage(),
};

/** Pauses when a slice is over; asked as often as one likes. */
export function paced({ now, pause }: Pace): () => Promise<void> | undefined {
  let from = now();
  return () => {
    if (now() - from < slice) return undefined;
    return pause().then(() => void (from = now()));
  };
}

/**
 * Behind whatever waits, without the pause that timers put in. Both ports are held until the message has come: one that
 * nobody holds may be let go of, and its message with it.
 */
function afterMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      for (const port of [port1, port2]) port.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
