import type { Session } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { html } from '@open-wc/testing';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { OrderTable } from '../src/lib/orders/order-table.element.ts';
import { MountedList, type PageWishes, cameToLife, placed } from './mounted-widget.ts';
import { flat } from './reading.ts';
import { sampleOrder, sampleSession } from './sample-orders.ts';
import { waitUntil } from './wait-until.ts';

OrderTable.define();

/** What a test says of the table that it wants; what it leaves out is the plain case. */
export interface TableWishes extends PageWishes {
  orders?: readonly Order[];
  session?: Partial<Session>;
  next?: string | null;
  syncedAt?: string | null;
}

/** A table of orders in a portal. */
export class MountedTable extends MountedList<OrderTable> {
  get table(): OrderTable {
    return this.widget;
  }

  /** Numbers of the orders that are shown, from the top. */
  get numbers(): (string | undefined)[] {
    return this.all('.order').map(({ dataset }) => dataset['key']);
  }

  /** The rows of one order, its own first. */
  rows(number: string): HTMLElement[] {
    return this.all(`.order[data-key="${number}"] > tr`);
  }

  /** Text of one cell of an order's row, or of one of its lines. */
  override cell(number: string, column: string, row = 0): string {
    const cell = this.rows(number)[row]?.querySelector<HTMLElement>(`.${column}`);
    return flat(cell?.innerText ?? '');
  }

  /** What the server was asked for in lists of orders, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.askedOf('orders');
  }

  /** Tells of an order as it is now, and waits until the table has taken it in. */
  async tell(order: Order, until: () => boolean): Promise<void> {
    this.connection.tell({ type: 'order.changed', data: { order } });
    await waitUntil(() => until());
    await this.settled();
  }

  /** Waits until the table shows one of its states, or its data, and for what it loads by itself then. */
  override async shows(state: ElementState | 'data'): Promise<void> {
    const isShown = () =>
      state === 'data' ? this.numbers.length > 0 : this.table.matches(`:state(${state})`);
    await waitUntil(isShown, `the table never showed ${state}`);
    if (state !== 'loading') await cameToLife(import('../src/lib/orders/order-table-later.ts'));
    await this.settled();
  }
}

/** Puts a table onto the page and does not wait for anything. */
export async function mountTable(wishes: TableWishes = {}): Promise<MountedTable> {
  const { orders = [sampleOrder('1001')], next = null, syncedAt = null } = wishes;
  const mounted = new MountedTable(
    placed(wishes, html`<order-table></order-table>`, (connection) =>
      connection
        .answer('session', () => sampleSession(wishes.session))
        .answer('orders', () => ({ data: orders, next, syncedAt, feed: 7 })),
    ),
  );
  await mounted.settled();
  return mounted;
}

/** Puts a table onto the page and waits until it shows its orders. */
export async function mountedTable(wishes: TableWishes = {}): Promise<MountedTable> {
  const mounted = await mountTable(wishes);
  await mounted.shows('data');
  return mounted;
}
