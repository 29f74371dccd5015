import { createHash } from 'node:crypto';
import type { NumberBatch } from '@numberdesk/core/numbers';
import type { StoredAccount } from '../access/account.store.ts';
import { Refusal, invalid, notFound } from '../http/refusal.ts';
import type { SentRow } from './number-adding.ts';
import type { Changing } from './number-change.ts';
import { type StoredImport, numberImportStore } from './number-import.store.ts';

/** Holds a number of rows to the policy (NUM-7). @throws Refusal `invalid`. */
export function requireRoom({ batchMaxRows }: { batchMaxRows: number }, rows: number): void {
  if (rows <= batchMaxRows) return;
  const detail =
    `These are ${rows} rows, and at most ${batchMaxRows} are taken: split them up, ` +
    'or have the policy’s batchMaxRows raised.';
  throw invalid([{ path: '/rows', code: 'too-many-rows', detail }]);
}

/** A batch that is a piece of an import. */
export interface SentPiece {
  rows: readonly SentRow[];
  import: { id: string; from: number };
}

/**
 * Does a piece of an import in its turn and once: sent again, it is answered as before, under whatever key.
 *
 * @throws Refusal `not-found`, `invalid` naming the row that is next, `idempotency-mismatch`.
 */
export async function doPiece(
  { tx, now }: Pick<Changing, 'tx' | 'now'>,
  account: StoredAccount,
  { rows, import: { id, from } }: SentPiece,
  act: () => Promise<NumberBatch>,
): Promise<NumberBatch> {
  const store = numberImportStore(tx);
  const known = await store.forUpdate(id);
  if (known?.accountId !== account.id) throw noSuchImport();
  const rowsHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  const before = from < known.body.next ? await store.piece(id, from) : null;
  if (before && before.rowsHash !== rowsHash) {
    throw new Refusal('idempotency-mismatch', `Other rows of this import came at row ${from} before.`);
  }
  if (before) return JSON.parse(before.answer) as NumberBatch;
  requireTurn(known, from, rows.length);
  const answer = await act();
  await store.advance(known, { rowsHash, answer: JSON.stringify(answer) }, answer.totals, new Date(now));
  return answer;
}

function requireTurn({ body }: StoredImport, from: number, rows: number): void {
  if (from !== body.next) {
    const detail = `The import goes on at row ${body.next}: send the rows from there.`;
    throw invalid([{ path: '/import/from', code: 'out-of-turn', detail }]);
  }
  const left = body.rows - body.next;
  if (rows <= left) return;
  const detail = `The import was begun with ${body.rows} rows, of which ${left} are to come.`;
  throw invalid([{ path: '/rows', code: 'too-many-rows', detail }]);
}

const noSuchImport = () =>
  notFound('import', [{ path: '/import/id', code: 'not-found', detail: 'The account has no such import.' }]);
