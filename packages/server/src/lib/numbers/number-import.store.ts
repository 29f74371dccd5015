import type { NumberImport } from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import { validate as isUuid } from 'uuid';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';

/** An import with what only the server needs of it. */
export interface StoredImport {
  accountId: string;
  body: NumberImport;
}

/** What an import begins with. */
export interface NewImport {
  account: { id: string };
  name: string | null;
  /** That are to come in all. */
  rows: number;
  at: Date;
}

/** A piece of an import that has come. */
export interface ImportPiece {
  rowsHash: string;
  /** The answer that it was given, as JSON. */
  answer: string;
}

/** Imports that come piece by piece (NUM-7). */
export function numberImportStore(tx: TenantTransaction) {
  const { db, tenant } = tx;

  async function get(id: string, scope: Scope): Promise<StoredImport | null> {
    if (!isUuid(id)) return null;
    const row = await importRows(tx)
      .where('i.id', '=', id)
      .$if(scope !== null, (query) => query.where(`a.${scope!.column}`, '=', scope!.id))
      .executeTakeFirst();
    return row ? toImport(row) : null;
  }

  return {
    get,

    start: (begun: NewImport) => start(tx, begun),

    /** As `get`, and no other piece of the import is done until the transaction ends. */
    async forUpdate(id: string): Promise<StoredImport | null> {
      if (!isUuid(id)) return null;
      await db
        .selectFrom('number_imports')
        .select('id')
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .forUpdate()
        .execute();
      return get(id, null);
    },

    /** The piece that began at a row, if it has come and is still kept. */
    async piece(id: string, from: number): Promise<ImportPiece | null> {
      const row = await db
        .selectFrom('number_import_pieces')
        .select(['rows_hash', 'answer'])
        .where('tenant_id', '=', tenant)
        .where('import_id', '=', id)
        .where('start', '=', from)
        .executeTakeFirst();
      return row ? { rowsHash: row.rows_hash, answer: row.answer } : null;
    },

    /** Notes that the next piece has come, and what became of its rows. */
    advance: (known: StoredImport, piece: ImportPiece, totals: PieceTotals, at: Date) =>
      advance(tx, known, piece, totals, at),
  };
}

interface PieceTotals {
  rows: number;
  added: number;
  rejected: number;
}

function importRows({ db, tenant }: TenantTransaction) {
  return db
    .selectFrom('number_imports as i')
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'i.account_id').on('a.tenant_id', '=', tenant),
    )
    .where('i.tenant_id', '=', tenant)
    .selectAll('i')
    .select('a.external_id as account');
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof importRows>['executeTakeFirstOrThrow']>>;

function toImport({ id, account, account_id, name, total, next, added, rejected, created_at }: ImportRow) {
  const body = { id, account, name, rows: total, next, added, rejected, createdAt: toInstant(created_at) };
  return { accountId: account_id, body };
}

async function start(tx: TenantTransaction, { account, name, rows, at }: NewImport): Promise<StoredImport> {
  const { db, tenant, newId } = tx;
  const id = newId();
  const moments = { created_at: at, updated_at: at };
  const counts = { total: rows, next: 0, added: 0, rejected: 0 };
  await db
    .insertInto('number_imports')
    .values({ tenant_id: tenant, id, account_id: account.id, name, ...counts, ...moments })
    .execute();
  return toImport(await importRows(tx).where('i.id', '=', id).executeTakeFirstOrThrow());
}

async function advance(
  { db, tenant }: TenantTransaction,
  { body: { id, next, ...body } }: StoredImport,
  { rowsHash, answer }: ImportPiece,
  { rows, added, rejected }: PieceTotals,
  at: Date,
): Promise<void> {
  const piece = { start: next, rows_hash: rowsHash, answer, created_at: at };
  await db
    .insertInto('number_import_pieces')
    .values({ tenant_id: tenant, import_id: id, ...piece })
    .execute();
  await db
    .updateTable('number_imports')
    .set({
      next: next + rows,
      added: body.added + added,
      rejected: body.rejected + rejected,
      updated_at: at,
    })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .execute();
}
