// The statements that go to a database, as they are sent.
import pg from 'pg';

/** One of them. */
export interface Statement {
  /** Set where the server prepares it. */
  name?: string;
  text: string;
  values: unknown[];
}

/**
 * Gives every statement that is sent while some work is done, on the connection that is asked most: what the server
 * does in the background meanwhile is left out.
 */
export type Record = (work: () => Promise<unknown>) => Promise<Statement[]>;

/** Lets statements be recorded; only connections that are opened meanwhile are listened to. */
export async function listening<T>(work: (record: Record) => Promise<T>): Promise<T> {
  let heard: Map<unknown, Statement[]> | null = null;
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [query, values] = args as [string | Statement, unknown[]?];
    const { name, text, values: own } = typeof query === 'string' ? ({ text: query } as Statement) : query;
    const statement = { ...(name ? { name } : {}), text, values: own ?? values ?? [] };
    heard?.set(this, [...(heard.get(this) ?? []), statement]);
    return original.apply(this, args);
  };
  const record: Record = async (asked) => {
    const all = (heard = new Map<unknown, Statement[]>());
    await asked();
    heard = null;
    const [most] = [...all.values()].sort((a, b) => b.length - a.length);
    if (!most) throw new Error('No statement was seen.');
    return most;
  };
  try {
    return await work(record);
  } finally {
    prototype.query = original;
  }
}
