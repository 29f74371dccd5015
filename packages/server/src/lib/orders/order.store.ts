import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { OrderRecord } from './order-columns.ts';
import { type OrderListAnswer, type OrderListRequest, orderPage } from './order-page.store.ts';
import { type StoredOrder, orderRows, toStoredOrder, visibleOrders } from './order-rows.store.ts';
import {
  type LineMove,
  type OrderWriteOptions,
  insertOrder,
  moveOrderLine,
  replaceOrder,
} from './order-writing.store.ts';

export type { StoredOrder } from './order-rows.store.ts';

/** Where to look for one order; `retentionDays` decides `leavesAt`. */
export interface OrderRequest {
  number: string;
  scope: Scope;
  retentionDays: number;
}

/** The number orders of a tenant. */
export function orderStore(tx: TenantTransaction) {
  async function get({ number, scope, retentionDays }: OrderRequest): Promise<StoredOrder | null> {
    const selection = visibleOrders(tx, scope).where('orders.number', '=', number);
    const row = await orderRows(tx, selection).executeTakeFirst();
    return row ? toStoredOrder(row, retentionDays) : null;
  }

  async function forUpdate(request: OrderRequest): Promise<StoredOrder | null> {
    // Two statements: one that had to wait would see the order as it is now, but the lines as they were.
    const locked = await tx.db
      .selectFrom('orders')
      .select('id')
      .where('tenant_id', '=', tx.tenant)
      .where('number', '=', request.number)
      .forUpdate()
      .executeTakeFirst();
    const order = await get(request);
    // Created between the two statements: it is there, but not ours yet.
    return order && !locked ? forUpdate(request) : order;
  }

  return {
    get,

    /** As `get`, and nobody else changes the order until the transaction ends. */
    forUpdate,

    list: (request: OrderListRequest): Promise<OrderListAnswer> => orderPage(tx, request),

    /** `null` when the tenant has an order with this number already. */
    insert: (order: OrderRecord, options: OrderWriteOptions) => insertOrder(tx, order, options),

    /** Puts other facts in the place of a stored order's; `null` when its version has changed since it was read. */
    replace: (stored: StoredOrder, order: OrderRecord, options: OrderWriteOptions) =>
      replaceOrder(tx, stored, order, options),

    /** Gives one line its new status and numbers; `null` when the version has changed since the order was read. */
    moveLine: (stored: StoredOrder, move: LineMove, options: OrderWriteOptions) =>
      moveOrderLine(tx, stored, move, options),
  };
}
