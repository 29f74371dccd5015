// The statements that go to a database, as they are sent.
import pg from 'pg';

/** One of them. */
export interface Statement {
  /** Set where the server prepares it. */
  name?: string;
  text: string;
  values: unknown[];
}

/** Every statement that goes to a database while some work is done. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const recorded: Statement[] = [];
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = prototype.query;
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const [query, values] = args as [string | Statement, unknown[]?];
    if (typeof query === 'string') recorded.push({ text: query, values: values ?? [] });
    else recorded.push({ ...query, values: query.values ?? values ?? [] });
    return original.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = original;
  }
  if (recorded.length === 0) throw new Error('No statement was seen.');
  return recorded.map(({ name, text, values }) => ({ ...(name ? { name } : {}), text, values }));
}
