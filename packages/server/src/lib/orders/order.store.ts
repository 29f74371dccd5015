import type { Order, OrderLine, OrderQuery } from '@numberdesk/core/orders';
import type { Instant, InstantLike } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { StoredAccount } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';

/** An order as it is shown, with what only the server needs of it. */
export interface StoredOrder {
  id: string;
  accountId: string;
  chain: AccountChain;
  body: Order;
}

/** The facts of an order; what can be derived from them is derived when it is stored. */
export interface OrderFacts {
  number: string;
  account: Pick<StoredAccount, 'id' | 'externalId' | 'chain'>;
  placedAt: Instant;
  confirmedAt: Instant | null;
  placedBy: { name: string; email?: string | undefined };
  /** Complete: estimated dates and moments of change included. */
  lines: readonly OrderLine[];
}

/** Which orders of the list, seen from where and when. */
export interface OrderListRequest extends Pick<OrderQuery, 'view' | 'status' | 'sort' | 'limit'> {
  scope: Scope;
  q?: string | undefined;
  cursor?: string | undefined;
  now: InstantLike;
  retentionDays: number;
}

export type OrderListAnswer =
  { ok: true; data: Order[]; next: string | null } | { ok: false; code: 'bad-cursor' };

/** Where to look for one order; `retentionDays` decides `leavesAt`. */
export interface OrderRequest {
  number: string;
  scope: Scope;
  retentionDays: number;
}

/** The number orders of a tenant. */
export function orderStore(tx: TenantTransaction): {
  list(request: OrderListRequest): Promise<OrderListAnswer>;
  get(request: OrderRequest): Promise<StoredOrder | null>;
  /** As `get`, and nobody else changes the order until the transaction ends. */
  forUpdate(request: OrderRequest): Promise<StoredOrder | null>;
  /** `null` when the tenant has an order with this number already. */
  insert(order: OrderFacts, options: { retentionDays: number; at: InstantLike }): Promise<StoredOrder | null>;
  /** Puts other facts in the place of a stored order's; `null` when its version has changed since it was read. */
  replace(
    stored: StoredOrder,
    order: OrderFacts,
    options: { retentionDays: number; at: InstantLike },
  ): Promise<StoredOrder | null>;
  /** Gives one line its new status and numbers; `null` when the version has changed since the order was read. */
  moveLine(
    stored: StoredOrder,
    move: { line: string; status: string; numbers: readonly string[] },
    options: { retentionDays: number; at: InstantLike },
  ): Promise<StoredOrder | null>;
} {
  throw new Error(`not there yet: ${tx.tenant}`);
}
