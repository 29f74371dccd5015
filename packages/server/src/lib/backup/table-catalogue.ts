import { type Kysely, sql } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** A table of the schema, with what of it is stored. */
export interface StoredTable {
  name: string;
  columns: { name: string; type: string }[];
}

interface CatalogueRow extends StoredTable {
  refersTo: string[];
}

/**
 * The tables that hold tenants' data, each after those that it refers to. They are read from the database, by the
 * policy that every migration gives its tables: none can be forgotten, and a stranger's table is not taken along.
 */
export async function readTables(db: Kysely<Tables>): Promise<StoredTable[]> {
  const { rows } = await sql<CatalogueRow>`
    select c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
          order by a.attnum)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(distinct f.relname), '[]')
        from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and f.oid <> c.oid) as "refersTo"
    from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant'
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`.execute(db);
  return inOrderOfReference(rows);
}

function inOrderOfReference(rows: readonly CatalogueRow[]): StoredTable[] {
  const ordered: StoredTable[] = [];
  const isPlaced = (name: string) => ordered.some((table) => table.name === name);
  while (ordered.length < rows.length) {
    const free = rows.filter(({ name, refersTo }) => !isPlaced(name) && refersTo.every(isPlaced));
    if (free.length === 0) throw new Error('The tables refer to each other in a circle.');
    ordered.push(...free.map(({ name, columns }) => ({ name, columns })));
  }
  return ordered;
}
