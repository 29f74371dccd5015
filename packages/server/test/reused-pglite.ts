import type { PGlite } from '@electric-sql/pglite';
import { queueSchema } from '../src/lib/db/maintenance.ts';
import { loadPglite } from './database-copies.ts';

/** PGlites of this process that tests are done with: emptying one takes a fourth of the time of loading another. */
const idle: PGlite[] = [];

/** What a new PGlite's schema looks like, by the file that it was loaded from. */
const schemas = new Map<string, unknown>();

/** Where the objects that are not PostgreSQL's own begin. */
const firstOid = 16_384;

/** Everything but rows and what is known of them: tables, rules, functions, roles, settings; not where it is stored. */
const schemaOf = async (pglite: PGlite) => {
  const own = (catalog: string, id = 'oid') =>
    `select t::text as row from ${catalog} t where ${id} >= ${firstOid}`;
  const all = (catalog: string) => `select t::text as row from ${catalog} t`;
  const storage = '{relfilenode,relpages,reltuples,relallvisible,relallfrozen,relfrozenxid,relminmxid}';
  const catalogs = [
    `select (to_jsonb(t) - '${storage}'::text[])::text as row from pg_class t where oid >= ${firstOid}`,
    own('pg_attribute', 'attrelid'),
    own('pg_index', 'indexrelid'),
    ...['pg_constraint', 'pg_proc', 'pg_type', 'pg_trigger', 'pg_policy', 'pg_attrdef'].map((name) =>
      own(name),
    ),
    ...['pg_namespace', 'pg_authid', 'pg_auth_members', 'pg_db_role_setting', 'kysely_migration'].map(all),
  ];
  const { rows } = await pglite.query<{ sum: string }>(
    `select sum(hashtextextended(row, 0)) from (${catalogs.join(' union all ')}) as catalogs`,
  );
  return rows[0]!.sum;
};

/** Takes away what the session was told, the rows of the tables, and what the planner knows of them. */
async function empty(pglite: PGlite): Promise<void> {
  await pglite.exec('discard all');
  const { rows } = await pglite.query<{ names: string }>(
    `select string_agg(oid::regclass::text, ', ') as names from pg_class
     where relkind in ('r', 'p') and oid >= ${firstOid} and not relispartition
       and oid not in ('kysely_migration'::regclass, 'kysely_migration_lock'::regclass, '${queueSchema}.version'::regclass)`,
  );
  await pglite.exec(`
    truncate ${rows[0]!.names} restart identity;
    with old as (delete from ${queueSchema}.version returning version)
      insert into ${queueSchema}.version (version) select version from old;
    delete from pg_statistic where starelid >= ${firstOid}`);
  // Nothing else does: without it the write-ahead log would only grow.
  await pglite.exec('checkpoint');
}

/** A PGlite with its schema up to date and empty tables, and how to leave it for whoever comes next. */
export async function takePglite(file: string): Promise<{ pglite: PGlite; leave(): Promise<void> }> {
  const pglite = idle.pop() ?? (await loadPglite(file));
  if (!schemas.has(file)) schemas.set(file, await schemaOf(pglite));
  const leave = async () => {
    // One that cannot be made as it was, or whose schema a test has changed, is of no more use.
    const isAsBefore = await empty(pglite).then(
      async () => (await schemaOf(pglite)) === schemas.get(file),
      () => false,
    );
    if (isAsBefore) idle.push(pglite);
    else await pglite.close();
  };
  return { pglite, leave };
}
