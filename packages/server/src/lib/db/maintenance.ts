import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';

/** Where the job queue keeps its tables: beside ours, made and brought up to date by itself. */
export const queueSchema = 'numberdesk_queue';

/**
 * Does for PGlite what no background process does there: without it, tables and the write-ahead log only grow
 * and the planner knows nothing. Table by table, so that requests come in between.
 */
export async function vacuum<T>(db: Kysely<T>): Promise<void> {
  const { rows } = await sql<{ schema: string; table: string }>`
    select schemaname as schema, tablename as table from pg_tables
    where schemaname in (current_schema(), ${queueSchema})`.execute(db);
  for (const { schema, table } of rows) await sql`vacuum (analyze) ${sql.id(schema, table)}`.execute(db);
  await sql`checkpoint`.execute(db);
}

/** When the upkeep runs and who hears of its failures. */
export interface MaintenanceOptions {
  /** Milliseconds until the first run; a minute unless given. */
  firstAfter?: number;
  /** Milliseconds between the end of a run and the next; an hour unless given. */
  every?: number;
  onFailure: (error: unknown) => void;
}

/** Runs the database's upkeep from time to time until `stop`, which waits for a run under way. */
export function startMaintenance(
  database: Pick<Database, 'maintain'>,
  { firstAfter = 60_000, every = 3_600_000, onFailure }: MaintenanceOptions,
): { stop(): Promise<void> } {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const schedule = (after: number) => {
    timer = setTimeout(() => {
      running = database
        .maintain()
        .catch(onFailure)
        .then(() => (stopped ? undefined : schedule(every)));
    }, after);
    timer.unref();
  };
  schedule(firstAfter);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
