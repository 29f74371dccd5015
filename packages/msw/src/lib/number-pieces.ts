import type { Account } from '@numberdesk/core/access';
import type { NumberBatch } from '@numberdesk/core/numbers';
import type { SentRow } from './number-rows.ts';
import { Refusal, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** Holds a number of rows to the policy (NUM-7). @throws Refusal `invalid`. */
export function requireRoom({ policy: { batchMaxRows } }: Tenant, rows: number): void {
  if (rows <= batchMaxRows) return;
  const detail = `These are ${rows} rows, and at most ${batchMaxRows} are taken: split them up.`;
  throw invalid([{ path: '/rows', code: 'too-many-rows', detail }]);
}

/** A batch as it was sent. */
interface SentBatch {
  rows: readonly SentRow[];
  import?: { id: string; from: number } | undefined;
}

/**
 * Does a batch. One that is a piece of an import is done in its turn and once: sent again, it is answered as before.
 *
 * @throws Refusal `not-found`, `invalid` naming the row that is next, `idempotency-mismatch`.
 */
export function batchPiece(
  tenant: Tenant,
  account: Account,
  { rows, import: piece }: SentBatch,
  act: () => NumberBatch,
): NumberBatch {
  if (!piece) {
    requireRoom(tenant, rows.length);
    return act();
  }
  const { imports } = tenant;
  const known = imports.find(piece.id);
  if (known?.account !== account.id) {
    const detail = 'The account has no such import.';
    throw notFound('import', [{ path: '/import/id', code: 'not-found', detail }]);
  }
  const content = JSON.stringify(rows);
  const before = imports.piece(known.id, piece.from);
  if (before?.content === content) return before.answer;
  if (before) {
    throw new Refusal('idempotency-mismatch', `Other rows of this import came at row ${piece.from} before.`);
  }
  if (piece.from !== known.next) {
    const detail = `The import goes on at row ${known.next}: send the rows from there.`;
    throw invalid([{ path: '/import/from', code: 'out-of-turn', detail }]);
  }
  const left = known.rows - known.next;
  if (rows.length > left) {
    const detail = `The import was begun with ${known.rows} rows, of which ${left} are to come.`;
    throw invalid([{ path: '/rows', code: 'too-many-rows', detail }]);
  }
  const answer = act();
  imports.advance(known.id, { content, answer });
  return answer;
}
