import { Kysely, type Transaction } from 'kysely';
import type { DatabaseConnections } from './connection.ts';
import type { Answered } from './database.ts';
import { GuardedDialect } from './guarded-dialect.ts';
import type { Tables } from './tables.ts';

/** A database as the owner of its tables sees it, whatever its schema; no request ever holds one. */
export interface GuardedDatabase {
  readonly kind: DatabaseConnections['kind'];
  readonly db: Kysely<Tables>;
  /** Runs a transaction that begins with these statements, sent in one round trip. */
  transaction<T>(begin: string, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Asks as the owner with a text that may hold several statements, where it comes without values. */
  ask(text: string, values?: unknown[]): Promise<Answered>;
  /** Waits for what is running, then closes. */
  close(): Promise<void>;
}

/** Takes open connections; they are closed with it. */
export function guardedDatabase({ kind, pool, lost, close }: DatabaseConnections): GuardedDatabase {
  const dialect = new GuardedDialect(pool);
  lost.addEventListener('abort', () => dialect.refuse(lost.reason as Error));
  if (lost.aborted) dialect.refuse(lost.reason as Error);
  const db = new Kysely<Tables>({ dialect });
  return {
    kind,
    db,
    transaction: (begin, work) => dialect.transaction(db, begin, work),
    ask: (text, values) => dialect.ask(text, values),
    close: async () => {
      dialect.refuse(new Error('The database is closed.'));
      await dialect.idle();
      await db.destroy();
      await close();
    },
  };
}
