import { createHash } from 'node:crypto';
import pg from 'pg';

/** What PostgreSQL answers when a table has changed under a statement that was prepared before. */
const planIsStale = '0A000';

const hashes = new Map<string, string>();

function hashOf(text: string): string {
  let hash = hashes.get(text);
  if (!hash) hashes.set(text, (hash = createHash('sha256').update(text).digest('base64url')));
  return hash;
}

/**
 * A connection that prepares each statement once: under row-level security PostgreSQL takes longer to plan a page of
 * orders than to read it. After another process has changed the schema, each connection fails once, and then
 * prepares anew.
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    let generation = 0;
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    const prepared = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
      const isStatement = typeof text === 'string' && Array.isArray(values) && values.length > 0;
      if (!isStatement || rest.length > 0) return query(text, values, ...rest);
      const result = query({ name: `${generation}${hashOf(text)}`, text, values }) as Promise<unknown>;
      return result.catch((error: unknown) => {
        if ((error as { code?: unknown }).code === planIsStale) generation++;
        throw error;
      });
    };
    this.query = prepared as typeof this.query;
  }
}
