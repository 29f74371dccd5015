// The six columns of an order, said in the words that <order-table> says them in.
import type { Order, OrderLine } from '@numberdesk/core/orders';

/** A column: what stands in a cell of it, a text for each line of the cell. */
export interface OrderColumn {
  /** The property of an order that the column is about. */
  field: 'number' | 'lines' | 'quantity' | 'action' | 'status' | 'placedAt';
  header: string;
  width: number;
  text(order: Order): readonly string[];
}

/** What is made when it is needed first, so that its time counts as in <order-table>. */
const once = <Value>(make: () => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

const day = once(() => new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' }));
const country = once(() => new Intl.DisplayNames('en', { type: 'region' }));
const types: Record<string, string> = { local: 'Local', 'toll-free': 'Toll-free' };
const statuses: Record<string, string> = { processing: 'Processing', 'pending-docs': 'Pending Docs' };

const city = ({ location }: OrderLine) => location.city ?? '';
const each = (words: readonly string[]) => [...new Set(words)].join(', ');

/** The columns, in the order in which they are read. */
export const orderColumns: readonly OrderColumn[] = [
  { field: 'number', header: 'Order', width: 200, text: ({ number, placedBy }) => [number, placedBy.name] },
  {
    field: 'lines',
    header: 'Summary',
    width: 360,
    text: ({ lines }) => [
      each(lines.map(({ type }) => types[type] ?? type)),
      each([
        ...lines.map(city),
        ...(lines.length > 1 ? [] : lines.map(({ location }) => country().of(location.country) ?? '')),
      ]),
      ...(lines.length > 1 ? [`${lines.length} lines`] : []),
    ],
  },
  { field: 'quantity', header: 'Quantity', width: 120, text: ({ quantity }) => [String(quantity)] },
  {
    field: 'action',
    header: 'Action',
    width: 200,
    text: ({ action }) => [action === null ? '–' : 'Action required'],
  },
  { field: 'status', header: 'Status', width: 200, text: ({ status }) => [statuses[status] ?? status] },
  {
    field: 'placedAt',
    header: 'Placed',
    width: 160,
    text: ({ placedAt }) => [day().format(new Date(placedAt))],
  },
];

/** Writes texts into a cell, each on a line of its own, into the elements of the order before where there are any. */
export function fillCell(cell: Element, texts: readonly string[]): void {
  while (cell.childElementCount > texts.length) cell.lastElementChild?.remove();
  for (const [index, text] of texts.entries()) {
    const line = cell.children[index] ?? cell.appendChild(document.createElement('div'));
    if (line.textContent !== text) line.textContent = text;
  }
}

/** A new cell. */
export function orderCell(texts: readonly string[]): HTMLElement {
  const cell = document.createElement('div');
  cell.className = 'order-cell';
  fillCell(cell, texts);
  return cell;
}

/** Whether a search finds an order: by the start of its number, or of a word of the name of who placed it. */
export function isFound({ number, placedBy }: Order, text: string): boolean {
  const start = text.toLowerCase();
  return number.startsWith(start) || ` ${placedBy.name.toLowerCase()}`.includes(` ${start}`);
}
