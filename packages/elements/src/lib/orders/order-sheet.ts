import { type CsvProfile, toCsv } from '@numberdesk/core/csv';
import type { Order, OrderLine } from '@numberdesk/core/orders';
import type { MessageKey } from '../internal/locales/en.ts';
import type { OrderView } from './order-view.ts';

interface Column {
  /** Name in a file for machines, which no language changes. */
  name: string;
  head: MessageKey;
  value: (order: Order, line: OrderLine) => string | number | null | undefined;
  /** For a reader, in place of the plain value. */
  shown?: (order: Order, line: OrderLine, view: OrderView) => string;
}

const day = (view: OrderView, moment: string | null) => (moment ? view.formats.day(moment) : '');
const word = (view: OrderView, vocabulary: string, value: string | null) =>
  value === null ? '' : (view.texts.term(vocabulary, value) ?? value);

/** The columns of an export, a row for each line of an order (ORD-2). */
const columns: readonly Column[] = [
  { name: 'order', head: 'orders.number', value: ({ number }) => number },
  {
    name: 'placedAt',
    head: 'orders.sheet.placed',
    value: ({ placedAt }) => placedAt,
    shown: ({ placedAt }, _, view) => day(view, placedAt),
  },
  { name: 'placedBy', head: 'orders.sheet.placed-by', value: ({ placedBy }) => placedBy.name },
  { name: 'account', head: 'list.account', value: ({ account }) => account },
  { name: 'line', head: 'orders.sheet.line', value: (_, { id }) => id },
  {
    name: 'type',
    head: 'orders.sheet.type',
    value: (_, { type }) => type,
    shown: (_, { type }, view) => word(view, 'orders.type', type),
  },
  {
    name: 'country',
    head: 'orders.sheet.country',
    value: (_, { location }) => location.country,
    shown: (_, { location }, view) => view.formats.country(location.country),
  },
  { name: 'region', head: 'orders.sheet.region', value: (_, { location }) => location.region },
  { name: 'city', head: 'orders.sheet.city', value: (_, { location }) => location.city },
  { name: 'quantity', head: 'orders.quantity', value: (_, { quantity }) => quantity },
  {
    name: 'status',
    head: 'orders.status',
    value: (_, { status }) => status,
    shown: (_, { status }, view) => word(view, 'orders.status', status),
  },
  {
    name: 'action',
    head: 'orders.action',
    value: ({ action }) => action,
    shown: ({ action }, _, view) => word(view, 'orders.action', action),
  },
  {
    name: 'estimatedFrom',
    head: 'orders.sheet.estimated-from',
    value: (_, { estimated }) => estimated?.from,
  },
  { name: 'estimatedTo', head: 'orders.sheet.estimated-to', value: (_, { estimated }) => estimated?.to },
  {
    name: 'leavesAt',
    head: 'orders.sheet.leaves',
    value: ({ leavesAt }) => leavesAt,
    shown: ({ leavesAt }, _, view) => day(view, leavesAt),
  },
  { name: 'numbers', head: 'orders.sheet.numbers', value: (_, { numbers }) => numbers.join(' ') },
];

/** Head and rows as a reader sees them. */
export function sheetRows(orders: readonly Order[], view: OrderView): string[][] {
  const head = columns.map(({ head }) => view.texts.say(head));
  return [
    head,
    ...rowsOf(orders, ({ value, shown }, order, line) => shown?.(order, line, view) ?? value(order, line)),
  ];
}

/** The orders as CSV: in the reader's words for a spreadsheet, in those of the interface for machines. */
export function ordersCsv(orders: readonly Order[], profile: CsvProfile, view: OrderView): string {
  if (profile === 'spreadsheet') return toCsv(sheetRows(orders, view), profile);
  const rows = rowsOf(orders, ({ value }, order, line) => value(order, line));
  return toCsv([columns.map(({ name }) => name), ...rows], profile);
}

function rowsOf(
  orders: readonly Order[],
  cell: (column: Column, order: Order, line: OrderLine) => string | number | null | undefined,
): string[][] {
  return orders.flatMap((order) =>
    order.lines.map((line) => columns.map((column) => String(cell(column, order, line) ?? ''))),
  );
}
