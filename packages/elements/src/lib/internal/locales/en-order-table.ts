import type { Message } from './message.ts';

/** English of `<order-table>`. */
export const orderTableWords = {
  'orders.label': 'Orders',
  'orders.loading': 'Loading orders',
  'orders.view': 'Orders to show',
  'orders.view.active': 'Active',
  'orders.view.history': 'History',
  'orders.search': 'Search by order number or by the name of who placed it',
  'orders.search.hint': 'Order number or name',
  'orders.sort.-number': 'Newest number',
  'orders.sort.number': 'Oldest number',
  'orders.sort.-placedAt': 'Latest placed',
  'orders.sort.placedAt': 'Earliest placed',
  'orders.number': 'Order',
  'orders.summary': 'Summary',
  'orders.quantity': 'Quantity',
  'orders.no-action': 'None',
  'orders.lines': { one: '{count} line', other: '{count} lines' },
  'orders.expand': '{lines} of order {number}',
  'orders.placed': '{name}, {date}',
  'orders.change': 'Change or cancel',
  'orders.change.label': 'Ask to change or cancel order {number}',
  'orders.shown': { one: '{count} order shown', other: '{count} orders shown' },
  'orders.synced': 'Last synchronized with the carrier {time}. A new order can take up to {hours} to appear.',
  'orders.synced.never':
    'Not synchronized with the carrier yet. A new order can take up to {hours} to appear.',
} as const satisfies Record<string, Message>;
