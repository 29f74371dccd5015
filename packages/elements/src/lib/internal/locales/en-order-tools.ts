import type { Message } from './message.ts';

/** English of the filters and the export, which are loaded when somebody opens them. */
export const orderToolWords = {
  'orders.filter.from': 'Placed from',
  'orders.filter.to': 'Placed until',
  'orders.export.about': 'All orders that match the search and the filters.',
  'orders.export.reading': { one: '{count} order read so far…', other: '{count} orders read so far…' },
  'orders.export.done': { one: '{count} order exported', other: '{count} orders exported' },
  'orders.export.failed': 'Not all orders could be read.',
  'orders.sheet.placed': 'Placed',
  'orders.sheet.placed-by': 'Placed by',
  'orders.sheet.line': 'Line',
  'orders.sheet.type': 'Type',
  'orders.sheet.country': 'Country',
  'orders.sheet.region': 'Region',
  'orders.sheet.city': 'City',
  'orders.sheet.estimated-from': 'Estimated from',
  'orders.sheet.estimated-to': 'Estimated until',
  'orders.sheet.leaves': 'Leaves the active list',
  'orders.sheet.numbers': 'Numbers',
} as const satisfies Record<string, Message>;
