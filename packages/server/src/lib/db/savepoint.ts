import { sql } from 'kysely';
import type { TenantTransaction } from './database.ts';

/** Runs work inside a transaction; when it throws, what it did is undone, and the transaction can go on. */
export async function inSavepoint<T>({ db }: TenantTransaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint work`.execute(db);
  try {
    const result = await work();
    await sql`release savepoint work`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint work`.execute(db);
    throw error;
  }
}
