import type { PhoneNumber } from '@numberdesk/core/numbers';
import { ListExport } from '../internal/list-export.ts';
import type { ListTool, ListToolName } from '../internal/list-tools.controller.ts';
import { listToolWords } from '../internal/locales/en-list-tools.ts';
import { numberToolWords } from '../internal/locales/en-number-tools.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { printSheet } from '../internal/print-sheet.ts';
import { numberFilters } from './number-list-filters.ts';
import { numberSheet, numbersCsv } from './number-list-sheet.ts';
import type { NumberToolsContext } from './number-list-tool.ts';

export { listToolStyles } from '../internal/list-tool.styles.ts';

bringEnglish(listToolWords);
bringEnglish(numberToolWords);

/** Opens a tool of the table. What it needs is loaded with this file, when it is needed for the first time. */
export function openTool(name: ListToolName): ListTool<NumberToolsContext> {
  return name === 'filter' ? numberFilters : numberExport();
}

function numberExport(): ListTool<NumberToolsContext> {
  const tool = new ListExport<PhoneNumber>();
  return {
    close: () => tool.close(),
    render: ({ view, page, say, update }) =>
      tool.render({
        texts: view.texts,
        page,
        say,
        update,
        fileName: `numbers-${new Date(view.now).toISOString().slice(0, 10)}`,
        csv: (numbers, profile) => numbersCsv(numbers, profile, view),
        print: (numbers) => {
          const { texts, formats, now } = view;
          const sheet = { title: texts.say('numbers.label'), about: formats.moment(now) };
          return printSheet({ ...sheet, ...numberSheet(numbers, view) }, texts);
        },
      }),
  };
}
