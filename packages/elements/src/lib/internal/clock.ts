/** Where a widget's time comes from. Give your own to a portal whose tests need another now. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Does something after a while, in milliseconds; what it returns calls it off. */
  after(millis: number, act: () => void): () => void;
}

/** The machine's own time. */
export const systemClock: Clock = {
  now: Date.now,
  after(millis, act) {
    const timer = setTimeout(act, millis);
    return () => clearTimeout(timer);
  },
};
