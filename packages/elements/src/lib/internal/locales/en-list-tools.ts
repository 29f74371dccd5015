import type { Message } from './message.ts';

/** English of the filters and the export of a list, which are loaded when somebody opens them. */
export const listToolWords = {
  cancel: 'Cancel',
  'list.account.all': 'All accounts',
  'list.filter.clear': 'Clear filters',
  'list.export.about': 'Everything that matches the search and the filters.',
  'list.export.spreadsheet': 'For a spreadsheet (CSV)',
  'list.export.machine': 'For other software (CSV)',
  'list.export.print': 'Print',
  'list.export.reading': { one: '{count} row read so far…', other: '{count} rows read so far…' },
  'list.export.done': { one: '{count} row exported', other: '{count} rows exported' },
  'list.export.failed': 'Not everything could be read.',
} as const satisfies Record<string, Message>;
