import type { Connection } from '@numberdesk/core/http';
import { type OrderFilter, listOrders } from '@numberdesk/core/orders';

/** Whether the other view has orders, so that an empty list can say where they are. */
export async function hasOtherOrders(
  { view }: OrderFilter,
  connection: Connection,
  signal: AbortSignal,
): Promise<boolean> {
  const other = view === 'history' ? 'active' : 'history';
  const { data } = await connection.call(listOrders, { view: other, limit: 1 }, { signal });
  return data.length > 0;
}
