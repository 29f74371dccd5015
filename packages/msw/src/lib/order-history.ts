import { changedBy } from '@numberdesk/core/access';
import { type Order, type OrderEventPage, leavingEvents, orderEventsOf } from '@numberdesk/core/orders';
import { badCursor } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/** One page of what happened to an order; a cursor is the id of the event that the page before ended with. */
export function orderHistory(
  { orders, accounts, feed }: Tenant,
  order: Order,
  actingIn: string | null,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): OrderEventPage {
  const path = accounts.pathOf(order.account);
  const changes = orders.changesOf(order.number);
  const events = [
    ...leavingEvents(order),
    ...changes.flatMap(({ doer, ...change }) =>
      orderEventsOf({ ...change, by: changedBy(doer, actingIn, path) }, order),
    ),
  ];
  const last = events.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && last < 0) throw badCursor();
  const data = events.slice(last + 1, last + 1 + limit);
  const { account: id } = order;
  return {
    data,
    next: events.length > last + 1 + limit ? data.at(-1)!.id : null,
    order,
    account: { id, name: accounts.find(id)?.name ?? id },
    feed: feed.position,
  };
}
