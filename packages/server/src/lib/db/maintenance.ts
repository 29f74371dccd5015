import type { Database } from './database.ts';

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
  options: MaintenanceOptions,
): { stop(): Promise<void> } {
  throw new Error(`not there yet: ${database} ${options}`);
}
