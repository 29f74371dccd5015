import type { PgBoss } from 'pg-boss';
import type { Database } from '../db/database.ts';
import { queueSchema } from '../db/maintenance.ts';

/** Something to be done once, soon, by whichever process has room. */
export interface Job<Data extends object> {
  /** While one waits under this key, another is not added. */
  key: string;
  data: Data;
  /**
   * For how long a process has it, in milliseconds: longer than it takes. What one that died has left behind is dropped
   * then; whoever added it adds it again.
   */
  expireMs: number;
}

/**
 * Carries work from the process that finds it to the one that has room for it. It holds nothing that is not written
 * down elsewhere: what it forgets is found and added again.
 */
export interface Queue {
  /** Asked outside of transactions only. */
  add<Data extends object>(work: string, jobs: readonly Job<Data>[]): Promise<void>;
  /** Does such work from now on; `cut` is aborted when the server cannot wait for it any longer. */
  take<Data extends object>(
    work: string,
    act: (data: Data, cut: AbortSignal) => Promise<void>,
  ): Promise<void>;
  /** Begins nothing new; what is under way has so many milliseconds before it is cut off. */
  stop(graceMs: number): Promise<void>;
}

/** Jobs that one process has under way at once, and how many it asks for at a time. */
const [atOnce, batchSize] = [20, 10];
/** PostgreSQL's codes for a row of which there is one already, and for a right that is missing. */
const [isThere, isForbidden] = ['23505', '42501'];
/** What is done is of no more use. */
const deleteAfterSeconds = 3_600;

/**
 * Opens the queue in the server's own database; the first to do so makes its tables.
 *
 * @throws Error in one sentence when the database user may not make them.
 */
export async function openQueue(
  { kind, ask }: Pick<Database, 'kind' | 'ask'>,
  onFailure: (error: unknown) => void,
): Promise<Queue> {
  const schema = (await ask('select from pg_namespace where nspname = $1', [queueSchema])) as {
    rows: unknown[];
  };
  // Only a server loads it, for it is large: the other commands do without.
  const pgBoss = await import('pg-boss');
  const boss = new pgBoss.PgBoss({
    db: { executeSql: ask as (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }> },
    schema: queueSchema,
    backend: kind,
    schedule: false,
    // Even "if not exists" takes the right to make one.
    createSchema: schema.rows.length === 0,
    // The embedded database has upkeep of ours.
    reindex: kind === 'postgres',
    monitorVacuum: false,
  });
  boss.on('error', onFailure);
  await boss
    .start()
    // Of two that make the tables at one moment, one may be told that its schema is there already: by now it is.
    .catch((error: unknown) => (codeOf(error) === isThere ? boss.start() : Promise.reject(error)))
    .catch((error: unknown) => Promise.reject(explained(error)));
  return new BossQueue(boss, onFailure);
}

class BossQueue implements Queue {
  readonly #boss: PgBoss;
  readonly #onFailure: (error: unknown) => void;
  readonly #cut = new AbortController();
  readonly #known = new Map<string, Promise<unknown>>();
  readonly #workers = new Map<string, string>();
  readonly #underWay = new Set<Promise<void>>();
  #isStopping = false;

  constructor(boss: PgBoss, onFailure: (error: unknown) => void) {
    this.#boss = boss;
    this.#onFailure = onFailure;
  }

  async add<Data extends object>(work: string, jobs: readonly Job<Data>[]): Promise<void> {
    if (jobs.length === 0 || this.#isStopping) return;
    await this.#know(work);
    await this.#boss.insert(
      work,
      jobs.map(({ key, data, expireMs }) => {
        return { data, singletonKey: key, expireInSeconds: Math.ceil(expireMs / 1_000) };
      }),
    );
    const worker = this.#workers.get(work);
    if (worker !== undefined) this.#boss.notifyWorker(worker);
  }

  async take<Data extends object>(
    work: string,
    act: (data: Data, cut: AbortSignal) => Promise<void>,
  ): Promise<void> {
    await this.#know(work);
    const once = (data: Data) => act(data, this.#cut.signal).catch(this.#onFailure);
    const options = { batchSize, pollingIntervalSeconds: 2, burstWhenBatchFull: true };
    const worker = await this.#boss.work<Data>(work, options, async (jobs) => {
      for (const { data } of jobs) await this.#begin(() => once(data));
    });
    this.#workers.set(work, worker);
  }

  async stop(graceMs: number): Promise<void> {
    this.#isStopping = true;
    const grace = setTimeout(() => this.#cut.abort(), graceMs);
    await Promise.all([...this.#workers.keys()].map((work) => this.#boss.offWork(work)));
    await Promise.all(this.#underWay);
    clearTimeout(grace);
    await this.#boss.stop({ graceful: false });
  }

  /** Begins a job as soon as there is room; one that is slow takes no other's place but its own. */
  async #begin(job: () => Promise<void>): Promise<void> {
    while (this.#underWay.size >= atOnce) await Promise.race(this.#underWay);
    if (this.#isStopping) return;
    const doing = job().finally(() => this.#underWay.delete(doing));
    this.#underWay.add(doing);
  }

  #know(work: string): Promise<unknown> {
    const known = this.#known.get(work);
    if (known) return known;
    // Of jobs with one key one waits, however many are under way: who holds what is decided by rows of ours.
    const making = this.#boss.createQueue(work, {
      policy: 'short',
      retryLimit: 0,
      deleteAfterSeconds,
    });
    this.#known.set(work, making);
    return making;
  }
}

const codeOf = (error: unknown) => (error as { code?: unknown }).code;

function explained(error: unknown): unknown {
  if (codeOf(error) !== isForbidden) return error;
  return new Error(
    `The database user may not make the tables of the job queue. Let an administrator run, with the database user's ` +
      `name in the place of current_user: create schema ${queueSchema} authorization current_user;`,
    { cause: error },
  );
}
