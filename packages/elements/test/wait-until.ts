import { waitUntil as waitFor } from '@open-wc/testing';

/** Waits for a condition, as long as a busy machine may take. */
export const waitUntil: typeof waitFor = (predicate, message, options) =>
  waitFor(predicate, message, { timeout: 8_000, ...options });
