import { type Kysely, sql } from 'kysely';

/** A table of which every row is one tenant's. */
export interface TenantTable {
  name: string;
  /** In SQL; `tenant_id` leads, and every key after it. */
  columns: string;
  /** Each a name and, in parentheses, its columns. */
  indexes?: readonly string[];
  /** What requests may do with it. */
  grants: string;
}

/** Creates a table under row-level security, so that none can be without. */
export async function createTenantTable(
  db: Kysely<unknown>,
  { name, columns, indexes = [], grants }: TenantTable,
): Promise<void> {
  const statements = [
    `create table ${name} (${columns})`,
    ...indexes.map((index) => `create index ${index.replace(' ', ` on ${name} `)}`),
    `alter table ${name} enable row level security`,
    `create policy tenant on ${name} using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)`,
    `grant ${grants} on ${name} to numberdesk_app`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(db);
}
