import { type Kysely, sql } from 'kysely';

const setup = 'create role numberdesk_app nologin; grant numberdesk_app to current_user;';

const codeOf = (error: unknown) => (error as { code?: string }).code ?? '';
const roleMissing = '22023';
const notAllowed = '42501';
/** Somebody else did the same at the same moment: exists already, unique violation, concurrently updated. */
const outrun = ['42710', '23505', 'XX000'];

async function canBecomeAppRole<T>(db: Kysely<T>): Promise<boolean> {
  try {
    await db.transaction().execute((trx) => sql`set local role numberdesk_app`.execute(trx));
    return true;
  } catch (error) {
    if ([roleMissing, notAllowed].includes(codeOf(error))) return false;
    throw error;
  }
}

async function attempt<T>(db: Kysely<T>, statement: string): Promise<void> {
  try {
    await sql.raw(statement).execute(db);
  } catch (error) {
    if (!outrun.includes(codeOf(error))) throw error;
  }
}

/**
 * Makes sure of the role that requests run as: it owns nothing, so row-level security holds for it. Roles belong
 * to the whole server, not to one database, hence not to the migrations; several processes may come at once.
 *
 * @throws Error with the SQL to run, where the database user may not create roles.
 */
export async function ensureAppRole<T>(db: Kysely<T>): Promise<void> {
  try {
    for (let tries = 0; tries < 5 && !(await canBecomeAppRole(db)); tries++) {
      const { rows } = await sql`select from pg_roles where rolname = 'numberdesk_app'`.execute(db);
      if (rows.length === 0) await attempt(db, 'create role numberdesk_app nologin');
      await attempt(db, 'grant numberdesk_app to current_user');
    }
    const { rows } = await sql<{ schema: string; unsafe: boolean; usable: boolean }>`
      select current_schema() as schema, rolsuper or rolbypassrls as unsafe,
        has_schema_privilege(oid, current_schema(), 'usage') as usable
      from pg_roles where rolname = 'numberdesk_app'`.execute(db);
    if (rows[0]?.unsafe) {
      throw new Error(
        'The role numberdesk_app gets around row-level security, so that tenants could see each other. ' +
          'Run: alter role numberdesk_app nosuperuser nobypassrls;',
      );
    }
    if (rows[0] && !rows[0].usable) {
      await sql`grant usage on schema ${sql.id(rows[0].schema)} to numberdesk_app`.execute(db);
    }
  } catch (error) {
    if (codeOf(error) !== notAllowed) throw error;
    throw new Error(
      `The database user may not set up the role that requests run as. Let an administrator run, with the ` +
        `database user's name in the place of current_user: ${setup}`,
      { cause: error },
    );
  }
}
