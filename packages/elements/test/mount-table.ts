import type { Session } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from './wait-until.ts';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { OrderTable } from '../src/lib/orders/order-table.element.ts';
import { sampleNow, sampleOrder, sampleSession } from './sample-orders.ts';

NumberdeskPortal.define();
OrderTable.define();

/** What a test says of the table that it wants; what it leaves out is the plain case. */
export interface TableWishes {
  orders?: readonly Order[];
  session?: Partial<Session>;
  next?: string | null;
  syncedAt?: string | null;
  lang?: string;
  /** Pixels; enough for columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
}

/** A table in a portal, over a server in memory, at a moment that stands still. */
export class MountedTable {
  readonly connection: MemoryConnection;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly table: OrderTable;

  constructor(connection: MemoryConnection, clock: ManualClock, portal: NumberdeskPortal) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.table = portal.querySelector('order-table') as OrderTable;
  }

  get root(): ShadowRoot {
    return this.table.shadowRoot as ShadowRoot;
  }

  /** The text of the widget as a person reads it: without what is only there for assistive technology. */
  get text(): string {
    return flat((this.root.querySelector('.frame') as HTMLElement).innerText);
  }

  /** What a live region has said last. */
  get said(): string {
    return flat(this.root.querySelector('[role=status]')?.textContent ?? '');
  }

  /** Numbers of the orders that are shown, from the top. */
  get numbers(): (string | undefined)[] {
    return [...this.root.querySelectorAll<HTMLElement>('.order')].map(({ dataset }) => dataset['key']);
  }

  /** The rows of one order, its own first. */
  rows(number: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(`.order[data-key="${number}"] > tr`)];
  }

  /** Text of one cell of an order's row. */
  cell(number: string, column: string, row = 0): string {
    const cell = this.rows(number)[row]?.querySelector<HTMLElement>(`.${column}`);
    return flat(cell?.innerText ?? '');
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}: ${this.root.innerHTML}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** Whether the focus is on what a selector finds; elements themselves are nothing to compare in an assertion. */
  hasFocusOn(selector: string): boolean {
    return this.root.activeElement?.matches(selector) === true;
  }

  /** The button that has this name. */
  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((button) => nameOf(button) === name);
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  /** Presses a button, and waits for what that changes at once. */
  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.table.updateComplete;
  }

  /** Types into the search; a server is asked once that has come to rest. */
  async type(text: string): Promise<void> {
    await this.fill('input[type=search]', text, 'input');
  }

  /** Chooses a value in a control. */
  async fill(selector: string, value: string, event = 'change'): Promise<void> {
    const control = this.find<HTMLInputElement | HTMLSelectElement>(selector);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true, composed: event === 'input' }));
    await this.table.updateComplete;
  }

  /** What the server was asked for in lists of orders, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.connection.calls.filter(({ path }) => path === 'orders').map(({ input }) => input);
  }

  /** Tells of an order as it is now, and waits until the table has taken it in. */
  async tell(order: Order, until: () => boolean): Promise<void> {
    this.connection.tell({ type: 'order.changed', data: { order } });
    await waitUntil(() => until());
    await this.table.updateComplete;
  }

  /** Lets time go by. */
  async wait(millis: number): Promise<void> {
    this.clock.advance(millis);
    await this.table.updateComplete;
  }

  /** Waits until the table shows one of its states, or its data. */
  async shows(state: 'loading' | 'empty' | 'error' | 'forbidden' | 'data'): Promise<void> {
    const isShown = () =>
      state === 'data' ? this.numbers.length > 0 : this.table.matches(`:state(${state})`);
    await waitUntil(isShown, `the table never showed ${state}`);
    if (state !== 'loading') await cameToLife(import('../src/lib/orders/order-table-later.ts'));
    await this.table.updateComplete;
  }
}

/** Waits for what a widget loads by itself once it shows something, and for the widget to take it in. */
export async function cameToLife(later: Promise<unknown>): Promise<void> {
  await later;
  await aTimeout(0);
}

/** Several spaces and line breaks as one space; a space that does not break as a plain one. */
export const flat = (text: string) => text.replace(/[\s\u202f\u00a0]+/g, ' ').trim();

/** What a button is called. */
export function nameOf(button: HTMLElement): string {
  const copy = button.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return button.getAttribute('aria-label') ?? flat(copy.textContent ?? '');
}

/** Puts a table onto the page and does not wait for anything. */
export async function mountTable(wishes: TableWishes = {}): Promise<MountedTable> {
  const { orders = [sampleOrder('1001')], next = null, syncedAt = null, lang = 'en', width = 1200 } = wishes;
  const connection = new MemoryConnection()
    .answer('session', () => sampleSession(wishes.session))
    .answer('orders', () => ({ data: orders, next, syncedAt, feed: 7 }));
  wishes.prepare?.(connection);
  const clock = new ManualClock(sampleNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${lang} style="inline-size: ${width}px">
      <numberdesk-portal .client=${connection} .clock=${clock}><order-table></order-table></numberdesk-portal>
    </div>`,
  );
  const mounted = new MountedTable(
    connection,
    clock,
    wrapper.querySelector('numberdesk-portal') as NumberdeskPortal,
  );
  await mounted.table.updateComplete;
  return mounted;
}

/** Puts a table onto the page and waits until it shows its orders. */
export async function mountedTable(wishes: TableWishes = {}): Promise<MountedTable> {
  const mounted = await mountTable(wishes);
  await mounted.shows('data');
  return mounted;
}
