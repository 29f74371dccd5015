// The statements that go to a database, as they are sent.
import pg from 'pg';

/** One of them. */
export interface Statement {
  /** Set where the server prepares it. */
  name?: string;
  text: string;
  values: unknown[];
}

/** Gives every statement that is sent while some work is done. */
export type Record = (work: () => Promise<unknown>) => Promise<Statement[]>;

/** Lets statements be recorded; only connections that are opened meanwhile are listened to. */
export async function listening<T>(work: (record: Record) => Promise<T>): Promise<T> {
  let heard: Statement[] | null = null;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [query, values] = args as [string | Statement, unknown[]?];
    const { name, text, values: own } = typeof query === 'string' ? ({ text: query } as Statement) : query;
    heard?.push({ ...(name ? { name } : {}), text, values: own ?? values ?? [] });
    return original.apply(this, args);
  };
  const record: Record = async (asked) => {
    const statements: Statement[] = (heard = []);
    await asked();
    heard = null;
    if (statements.length === 0) throw new Error('No statement was seen.');
    return statements;
  };
  try {
    return await work(record);
  } finally {
    prototype.query = original;
  }
}
