/** One structured line: never a person's data, never a token. */
export interface LogRecord {
  time: string;
  level: 'info' | 'warn' | 'error';
  message: string;
  [field: string]: unknown;
}

/** Takes the records; it must not throw. */
export type Log = (record: LogRecord) => void;

/** Writes each record as one line of JSON. */
export const jsonLines: Log = (record) => {
  process.stdout.write(`${JSON.stringify(record)}\n`);
};

/** What of an error helps whoever looks for it, its causes included. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${errorText(error.cause)}`;
}
