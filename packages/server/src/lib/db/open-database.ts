import type { Database } from './database.ts';

/** Where the data is, and what the database takes from outside. */
export interface OpenDatabaseOptions {
  /** `postgres://…`; without it, PGlite. */
  url?: string | undefined;
  /** PGlite's folder; `null` keeps everything in memory. */
  dataDir?: string | null | undefined;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Makes a fresh UUIDv7. */
  ids: () => string;
  /** Told when an idle connection fails; the pool replaces it. */
  onConnectionError?: (error: Error) => void;
  /** Told when another process has taken the data folder: stop at once. Nothing is read or written any more. */
  onFolderLost?: (error: Error) => void;
}

/** Opens the database and brings its schema up to date. */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  throw new Error(`not there yet: ${options.url}`);
}

/** To be logged at the start of a server that keeps its data in PGlite. */
export const pgliteNotice =
  'The embedded database keeps committed data when the process is killed, but not when the power fails: ' +
  'it never waits for the disk. Set DATABASE_URL to a PostgreSQL server where that matters.';
