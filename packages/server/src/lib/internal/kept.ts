const day = 86_400_000;

/** For how long things are kept that nobody asks for any more, in milliseconds. */
export const kept = {
  events: 7 * day,
  idempotencyKeys: 7 * day,
  /** With their answers, so that a piece that comes again is answered as before. */
  importPieces: 7 * day,
  /** Of webhooks, after the last attempt. */
  deliveries: 7 * day,
  /** After it ended. */
  sessions: day,
  /** After the last session for a page of that origin was made; noted once a day at most. */
  origins: 3 * day,
} as const;
