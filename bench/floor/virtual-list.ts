// The floor: what a table of orders costs at the least. A list written by hand for this one page, with the same words,
// sorting, search and windowed rows, and nothing else: no statuses with a tip, no keyboard, no languages.
import type { Order } from '@numberdesk/core/orders';
import { fillCell, isFound, orderColumns } from '../widgets/order-columns.ts';

/** Rows that are kept ready above and below what is seen. */
const spare = 4;

const styles = `
  .floor { block-size: 100%; overflow: auto; position: relative; font: 15px/1.4 system-ui, sans-serif; }
  .floor .head, .floor .row { display: grid; grid-template-columns: ${orderColumns.map(({ width }) => `${width}px`).join(' ')}; }
  .floor .head { position: sticky; inset-block-start: 0; z-index: 1; background: #fff; }
  .floor .row { position: absolute; inset-inline: 0; contain: strict; border-block-end: 1px solid #ddd; }
  .floor [hidden] { display: none; }
`;

function element(name: string, role: string): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  made.setAttribute('role', role);
  return made;
}

/** A windowed list of orders, the newest number first. */
export class VirtualList {
  readonly #rowHeight: number;
  readonly #scroller = element('floor', 'table');
  readonly #body = element('body', 'rowgroup');
  readonly #rows: HTMLElement[] = [];
  readonly #shown = new WeakMap<HTMLElement, Order>();
  #all: readonly Order[] = [];
  #found: readonly Order[] = [];
  #query = '';

  constructor(place: HTMLElement, rowHeight: number) {
    this.#rowHeight = rowHeight;
    const sheet = document.createElement('style');
    sheet.textContent = styles;
    const head = element('head', 'row');
    for (const { header } of orderColumns) head.appendChild(element('', 'columnheader')).textContent = header;
    this.#body.style.position = 'relative';
    this.#scroller.append(head, this.#body);
    this.#scroller.addEventListener('scroll', () => this.#draw(), { passive: true });
    place.append(sheet, this.#scroller);
  }

  /** Shows other orders. */
  set orders(orders: readonly Order[]) {
    this.#all = orders.toSorted((a, b) => Number(b.number) - Number(a.number));
    this.#find();
  }

  /** Shows those that a search finds. */
  set query(text: string) {
    this.#query = text;
    this.#scroller.scrollTop = 0;
    this.#find();
  }

  #find(): void {
    this.#found = this.#query ? this.#all.filter((order) => isFound(order, this.#query)) : this.#all;
    this.#scroller.setAttribute('aria-rowcount', String(1 + this.#found.length));
    this.#body.style.blockSize = `${this.#found.length * this.#rowHeight}px`;
    this.#draw();
  }

  /** Puts each row of the window where it belongs; a row that stays in it is not touched. */
  #draw(): void {
    const { scrollTop, clientHeight } = this.#scroller;
    const count = Math.ceil(clientHeight / this.#rowHeight) + 1 + 2 * spare;
    const last = Math.max(0, this.#found.length - count);
    const start = Math.min(last, Math.max(0, Math.floor(scrollTop / this.#rowHeight) - spare));
    while (this.#rows.length < count) this.#rows.push(this.#body.appendChild(this.#newRow()));
    for (let index = start; index < start + count; index++) {
      const row = this.#rows[index % count];
      if (row) this.#fill(row, index);
    }
  }

  #newRow(): HTMLElement {
    const row = element('row', 'row');
    row.style.blockSize = `${this.#rowHeight}px`;
    for (const { field } of orderColumns)
      row.appendChild(element('', field === 'number' ? 'rowheader' : 'cell'));
    return row;
  }

  #fill(row: HTMLElement, index: number): void {
    const order = this.#found[index];
    row.hidden = !order;
    if (!order) return;
    row.style.insetBlockStart = `${index * this.#rowHeight}px`;
    row.setAttribute('aria-rowindex', String(2 + index));
    if (this.#shown.get(row) === order) return;
    this.#shown.set(row, order);
    for (const [at, { text }] of orderColumns.entries()) fillCell(row.children[at] as Element, text(order));
  }
}
