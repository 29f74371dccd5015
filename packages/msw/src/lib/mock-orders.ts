import { type Order, type OrderStatus, compareOrders } from '@numberdesk/core/orders';
import { type InstantLike, toInstant } from '@numberdesk/core/time';
import type { OrderSeed } from './order-seed.ts';
import type { Tenant } from './tenant.ts';

/** What a test does to the orders, in the carrier's and the provider's stead; open pages hear of it. */
export interface MockOrders {
  /** All there are, the newest number first. */
  all(): Order[];
  /** @throws RangeError when there is none. */
  get(number: string): Order;
  /** Adds an order, or replaces the one with its number. */
  put(seed: OrderSeed): Order;
  /**
   * Moves a line by the rules; a completed line is given numbers unless they are given.
   *
   * @throws Error with the problem's `code` when the rules do not allow it.
   */
  move(number: string, line: string, status: OrderStatus, numbers?: readonly string[]): Order;
  /** Says that the carrier has confirmed an order. */
  confirm(number: string, at?: InstantLike): Order;
  /** Says when the carrier's orders were last read in. */
  sync(at: InstantLike | null): void;
}

/** The handle on the orders of whichever tenant there is now. */
export function mockOrders(tenant: () => Tenant, now: () => number): MockOrders {
  const get = (number: string): Order => {
    const order = tenant().orders.find(number);
    if (!order) throw new RangeError(`The mock has no order ${number}.`);
    return order;
  };
  return {
    get,
    all: () => tenant().orders.all().sort(compareOrders()),
    put: (seed) => tenant().orders.put(tenant().grow(seed)),
    move(number, id, status, numbers) {
      const order = get(number);
      const quantity = order.lines.find((line) => line.id === id)?.quantity ?? 0;
      const given = numbers ?? (status === 'completed' ? tenant().newNumbers(quantity) : []);
      return tenant().orders.move(order, id, { status, numbers: [...given] });
    },
    confirm(number, at = now()) {
      return tenant().orders.put({ ...get(number), confirmedAt: toInstant(at) });
    },
    sync(at) {
      tenant().orders.syncedAt = at === null ? null : toInstant(at);
    },
  };
}
