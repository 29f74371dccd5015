import { type OrderLine, orderBody } from '@numberdesk/core/orders';
import { type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { type OrderRecord, lineColumns, orderColumns, rolledUpColumns } from './order-columns.ts';
import type { StoredOrder } from './order-rows.store.ts';
import { storedTerms } from './order-terms.ts';

/** When something is written, and what decides `leavesAt` in the answer. */
export interface OrderWriteOptions {
  retentionDays: number;
  at: InstantLike;
}

/** Where a line goes. */
export interface LineMove {
  line: string;
  status: string;
  numbers: readonly string[];
}

/** `null` when the tenant has an order with this number already. */
export async function insertOrder(
  tx: TenantTransaction,
  order: OrderRecord,
  { retentionDays, at }: OrderWriteOptions,
): Promise<StoredOrder | null> {
  const { db, tenant, newId } = tx;
  const id = newId();
  const columns = { ...orderColumns(order), version: 1, updated_at: new Date(toMillis(at)) };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('orders')
    .values({ tenant_id: tenant, id, ...columns })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'number']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return null;
  await insertParts(tx, id, order);
  return storedAs(id, order, { version: 1, retentionDays });
}

/** Puts other facts in the place of a stored order's; `null` when its version has changed since it was read. */
export async function replaceOrder(
  tx: TenantTransaction,
  stored: StoredOrder,
  order: OrderRecord,
  { retentionDays, at }: OrderWriteOptions,
): Promise<StoredOrder | null> {
  if (!(await compareAndSet(tx, stored, orderColumns(order), at))) return null;
  for (const table of ['order_lines', 'order_terms'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', tx.tenant)
      .where('order_id', '=', stored.id)
      .execute();
  }
  await insertParts(tx, stored.id, order);
  return storedAs(stored.id, order, { version: stored.body.version + 1, retentionDays });
}

/** Gives one line its new status and numbers; `null` when the version has changed since the order was read. */
export async function moveOrderLine(
  tx: TenantTransaction,
  stored: StoredOrder,
  { line: moved, status, numbers }: LineMove,
  { retentionDays, at }: OrderWriteOptions,
): Promise<StoredOrder | null> {
  const change = { status, statusChangedAt: toInstant(at), numbers: [...numbers] };
  const lines = stored.body.lines.map((line) => (line.id === moved ? { ...line, ...change } : line));
  if (!(await compareAndSet(tx, stored, rolledUpColumns(lines), at))) return null;
  await tx.db
    .updateTable('order_lines')
    .set({ status, status_changed_at: new Date(change.statusChangedAt), numbers: JSON.stringify(numbers) })
    .where('tenant_id', '=', tx.tenant)
    .where('order_id', '=', stored.id)
    .where('line_id', '=', moved)
    .execute();
  const version = stored.body.version + 1;
  return { ...stored, body: orderBody({ ...stored.body, lines }, { version, retentionDays }) };
}

/** Changes an order that is still in the version that was read; `false` when it is not. */
async function compareAndSet(
  { db, tenant }: TenantTransaction,
  { id, body }: StoredOrder,
  columns: Partial<ReturnType<typeof orderColumns>>,
  at: InstantLike,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('orders')
    .set({ ...columns, version: body.version + 1, updated_at: new Date(toMillis(at)) })
    .where('tenant_id', '=', tenant)
    .where('id', '=', id)
    .where('version', '=', body.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The lines of an order, and what a search finds it by. */
async function insertParts(
  { db, tenant, newId }: TenantTransaction,
  order_id: string,
  order: OrderRecord,
): Promise<void> {
  const asRow = (line: OrderLine, position: number) => ({
    tenant_id: tenant,
    id: newId(),
    order_id,
    ...lineColumns(line, position),
  });
  await db.insertInto('order_lines').values(order.lines.map(asRow)).execute();
  const terms = storedTerms(order).map((term) => ({ tenant_id: tenant, term, order_id }));
  await db.insertInto('order_terms').values(terms).execute();
}

function storedAs(
  id: string,
  order: OrderRecord,
  options: { version: number; retentionDays: number },
): StoredOrder {
  const { number, account, placedAt, confirmedAt, placedBy, lines } = order;
  const facts = { number, account: account.externalId, placedAt, confirmedAt, placedBy, lines };
  return { id, accountId: account.id, chain: account.chain, body: orderBody(facts, options) };
}
