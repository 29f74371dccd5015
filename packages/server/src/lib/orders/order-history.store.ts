import { changedBy } from '@numberdesk/core/access';
import { type Order, type OrderEvent, leavingEvents, orderEventsOf } from '@numberdesk/core/orders';
import { toInstant } from '@numberdesk/core/time';
import { type LoggedChange, auditStore } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type HistoryPlace, decodeHistoryCursor, encodeHistoryCursor } from './order-history-cursor.ts';

/** What happened to which order, for whom. */
export interface OrderHistoryRequest {
  /** As it is now, and as the reader may see it. */
  order: Order;
  /** The account that the reader acts in; `null` for whoever sees the whole tenant. */
  actingIn: string | null;
  /** The order's account's way from the top. */
  path: readonly string[];
  limit: number;
  cursor?: string | undefined;
}

export type OrderHistoryAnswer =
  { ok: true; data: OrderEvent[]; next: string | null } | { ok: false; code: 'bad-cursor' };

/** One page of what happened to an order, read from the audit log (ACC-5). */
export async function orderHistory(
  tx: TenantTransaction,
  { order, limit, cursor, ...reader }: OrderHistoryRequest,
): Promise<OrderHistoryAnswer> {
  const after = cursor === undefined ? null : decodeHistoryCursor(cursor);
  if (after === undefined) return { ok: false, code: 'bad-cursor' };
  const changes = await auditStore(tx).changesOf({
    subject: `order:${order.number}`,
    limit: limit + 2, // the change that the page before ended in, and one more to know whether there is a next
    from: after ?? undefined,
  });
  const found = [
    ...(cursor === undefined ? leavingEvents(order).map((event) => ({ event, place: null })) : []),
    ...changes.flatMap((change) => placedEvents(change, order, reader)),
  ].filter(({ place }) => !place || place.id !== after?.id || place.index > after.index);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    ok: true,
    data: shown.map(({ event }) => event),
    next: last && found.length > limit ? encodeHistoryCursor(last.place) : null,
  };
}

function placedEvents(
  { id, at, actor, before, after }: LoggedChange,
  order: Order,
  { actingIn, path }: Pick<OrderHistoryRequest, 'actingIn' | 'path'>,
): { event: OrderEvent; place: HistoryPlace }[] {
  const { kind, account, user } = actor as { kind: string; account: string | null; user: { name: string } };
  const by = changedBy(kind === 'key' ? null : { account, name: user.name }, actingIn, path);
  const bodies = { before: before as Order | null, after: after as unknown as Order };
  return orderEventsOf({ id, at: toInstant(at), by, ...bodies }, order).map((event, index) => ({
    event,
    place: { at, id, index },
  }));
}
