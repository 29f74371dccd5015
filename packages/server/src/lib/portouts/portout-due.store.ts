import { sql } from 'kysely';
import type { TenantTransaction } from '../db/database.ts';
import { type StoredPortOut, portOutRows, toStoredPortOut, visiblePortOuts } from './portout-rows.store.ts';

/**
 * Those of these ids that are requests; nobody else changes them until the transaction ends. They are locked in the order
 * of their ids and before their deadlines, for whoever answers one locks it first.
 */
export async function lockPortOuts(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<Map<string, StoredPortOut>> {
  const chosen = () => visiblePortOuts(tx, null).where(sql<boolean>`portouts.id = any(${[...ids]}::uuid[])`);
  // Two statements: one that had to wait would join a request as it is now to what it was.
  await chosen().orderBy('portouts.id').forUpdate().execute();
  const rows = await portOutRows(tx, chosen()).execute();
  return new Map(rows.map((row) => [row.id, toStoredPortOut(row)]));
}
