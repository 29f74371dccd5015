import { expect } from 'vitest';

/** Waits until something holds; a busy machine may take seconds. */
export function eventually<T>(read: () => T) {
  return expect.poll(read, { timeout: 15_000, interval: 20 });
}
