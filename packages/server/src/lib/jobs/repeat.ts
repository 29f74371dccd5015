/** How often something is done again, and who hears of its failures. */
export interface RepeatOptions {
  /** Milliseconds between the end of one time and the next. */
  every: number;
  onFailure: (error: unknown) => void;
}

/** Does something from time to time until `stop`, which waits for what is under way. */
export function repeat(
  act: () => Promise<unknown>,
  { every, onFailure }: RepeatOptions,
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = () => {
    timer = setTimeout(() => {
      running = act()
        .catch(onFailure)
        .then(() => (stopped ? undefined : schedule()));
    }, every);
    timer.unref();
  };
  schedule();
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
