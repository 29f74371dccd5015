import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Kysely,
  PostgresDialect,
  PostgresDriver,
  type Transaction,
  type TransactionSettings,
} from 'kysely';
import type pg from 'pg';
import type { Answered } from './database.ts';

type Connection = Parameters<PostgresDriver['releaseConnection']>[0];

interface Running {
  /** The statements that begin it, sent as one. */
  begin: string;
  state: 'beginning' | 'open' | 'over';
}

const nested =
  'The database was asked beside a transaction that is still open. PGlite has one session, so this would wait ' +
  'for ever; use the transaction that was handed over, or do it before or after.';

class GuardedDriver extends PostgresDriver {
  readonly #pool: pg.Pool;
  readonly #running: AsyncLocalStorage<Running>;
  #held = 0;
  #refusal: Error | null = null;
  #onIdle: (() => void)[] = [];

  constructor(pool: pg.Pool, running: AsyncLocalStorage<Running>) {
    super({ pool });
    this.#pool = pool;
    this.#running = running;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#hold();
    try {
      return await super.acquireConnection();
    } catch (error) {
      this.#letGo();
      throw error;
    }
  }

  override async releaseConnection(connection: Connection): Promise<void> {
    await super.releaseConnection(connection);
    this.#letGo();
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const running = this.#running.getStore();
    if (running?.state !== 'beginning') return super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(CompiledQuery.raw(running.begin));
    } catch (error) {
      // BEGIN itself may have gone through; the connection must not go back to the pool in that transaction.
      await super.rollbackTransaction(connection as Connection).catch(() => undefined);
      throw error;
    }
  }

  async ask(text: string, values?: unknown[]): Promise<Answered> {
    this.#hold();
    try {
      const client = await this.#pool.connect();
      try {
        return await client.query(text, values);
      } catch (error) {
        // Text that begins a transaction of its own leaves it open when it fails.
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    } finally {
      this.#letGo();
    }
  }

  refuse(error: Error): void {
    this.#refusal ??= error;
  }

  idle(): Promise<void> {
    if (this.#held === 0) return Promise.resolve();
    return new Promise((resolve) => this.#onIdle.push(resolve));
  }

  #hold(): void {
    if (this.#running.getStore()?.state === 'open') throw new Error(nested);
    if (this.#refusal) throw this.#refusal;
    this.#held++;
  }

  #letGo(): void {
    this.#held--;
    if (this.#held === 0) for (const resolve of this.#onIdle.splice(0)) resolve();
  }
}

/** PostgreSQL through one pool, on which nothing can be asked beside an open transaction of the same caller. */
export class GuardedDialect extends PostgresDialect {
  readonly #running = new AsyncLocalStorage<Running>();
  readonly #driver: GuardedDriver;

  constructor(pool: pg.Pool) {
    super({ pool });
    this.#driver = new GuardedDriver(pool, this.#running);
  }

  override createDriver(): PostgresDriver {
    return this.#driver;
  }

  /** Runs a transaction that begins with these statements, sent in one round trip. */
  async transaction<Tables, T>(
    db: Kysely<Tables>,
    begin: string,
    work: (trx: Transaction<Tables>) => Promise<T>,
  ): Promise<T> {
    if (this.#running.getStore()?.state === 'open') throw new Error(nested);
    const running: Running = { begin, state: 'beginning' };
    return this.#running.run(running, () =>
      db.transaction().execute(async (trx) => {
        running.state = 'open';
        try {
          return await work(trx);
        } finally {
          running.state = 'over';
        }
      }),
    );
  }

  /** Asks with a text that may hold several statements, where it comes without values. */
  ask(text: string, values?: unknown[]): Promise<Answered> {
    return this.#driver.ask(text, values);
  }

  /** From now on every query outside a running transaction fails with this error. */
  refuse(error: Error): void {
    this.#driver.refuse(error);
  }

  /** Resolves when no query and no transaction is running or waiting. */
  idle(): Promise<void> {
    return this.#driver.idle();
  }
}
