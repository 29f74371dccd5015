import { type SelectQueryBuilder, sql } from 'kysely';
import type { PortOutSearch } from '@numberdesk/core/portouts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** What follows the digits in the order of characters, and what follows all characters: a start is then a range. */
const afterDigits = ':';
const afterAll = '\u{10ffff}';

/** Entries of an index that are read at most to find requests by them. */
const entriesAtMost = 2_000;

/** More digits than these are never in many numbers. */
const manyHaveAtMost = 6;

/** Whether a search is for numbers, and not for the request's own alone. */
export const looksForNumbers = ({ number, start, digits }: PortOutSearch) =>
  number !== null || start !== null || digits !== null;

/** Whether the request's own number starts with what is looked for. */
export const startsWith = (key: string) =>
  sql<boolean>`portouts.request_key >= ${key} and portouts.request_key < ${key + afterAll}`;

/** How a number begins that is looked for, in E.164. */
const beginning = ({ start, digits }: PortOutSearch) => start ?? (digits === null ? null : `+${digits}`);

type Ids = SelectQueryBuilder<Tables, 'portout_numbers' | 'portout_suffixes', { id: string }>;

/** The ways to the requests of which a number is what is looked for: each a range of an index. */
function numberWays({ db, tenant }: TenantTransaction, search: PortOutSearch): Ids[] {
  const { number, digits } = search;
  const byNumber = (from: string, to: string) =>
    db
      .selectFrom('portout_numbers')
      .select('portout_id as id')
      .where('tenant_id', '=', tenant)
      .where('number', '>=', from)
      .where('number', '<=', to);
  const suffixes = (from: string) =>
    db
      .selectFrom('portout_suffixes')
      .select('portout_id as id')
      .where('tenant_id', '=', tenant)
      .where('suffix', '>=', from)
      .where('suffix', '<', from + afterDigits);
  const begun = beginning(search);
  return [
    ...(number === null ? [] : [byNumber(number, number)]),
    ...(begun === null ? [] : [byNumber(begun, begun + afterDigits)]),
    ...(digits === null ? [] : [suffixes(digits)]),
  ] as Ids[];
}

/** The requests of which a number, or the request's own, is what is looked for. */
export function foundIds(tx: TenantTransaction, search: PortOutSearch) {
  const { request } = search;
  const byRequest = tx.db
    .selectFrom('portouts')
    .select('id')
    .where('tenant_id', '=', tx.tenant)
    .where('request_key', '>=', request ?? '')
    .where('request_key', '<', request === null ? '' : request + afterAll);
  return numberWays(tx, search).reduce((ids, way) => ids.union(way), byRequest);
}

/**
 * Whether so many numbers are what is looked for, such as an area code that nearly all have, that it takes less to hold
 * requests against it in the order of the list until the page is full. Reads no more than it takes to know.
 */
export async function searchFindsMany(tx: TenantTransaction, search: PortOutSearch): Promise<boolean> {
  const { start, digits } = search;
  if (start === null && (digits === null || digits.length > manyHaveAtMost)) return false;
  const counts = numberWays(tx, search).map(
    (way) => sql`(select count(*) from (${way.limit(sql.lit(entriesAtMost + 1))}) as entries)`,
  );
  const { rows } = await sql<{
    many: boolean;
  }>`select ${sql.join(counts, sql` + `)} > ${sql.lit(entriesAtMost)}
    as many`.execute(tx.db);
  return rows[0]?.many === true;
}

/** The same of one request, whose numbers are looked at: with a limit, for the planner would else look at all at once. */
export function isFound({ tenant }: TenantTransaction, search: PortOutSearch) {
  const { number, digits, request } = search;
  const begun = beginning(search);
  const isNumber = [
    ...(number === null ? [] : [sql`n.number = ${number}`]),
    ...(begun === null ? [] : [sql`(n.number >= ${begun} and n.number < ${begun + afterDigits})`]),
    ...(digits === null ? [] : [sql`position(${digits} in n.number) > 0`]),
  ];
  const own = sql<boolean>`(select true from portout_numbers n
    where n.tenant_id = ${tenant} and n.portout_id = portouts.id and (${sql.join(isNumber, sql` or `)})
    limit 1) is true`;
  return request === null ? own : sql<boolean>`(${own} or (${startsWith(request)}))`;
}
