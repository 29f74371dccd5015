import type { PortOut } from '@numberdesk/core/portouts';
import { ListExport } from '../internal/list-export.ts';
import type { ListTool, ListToolName } from '../internal/list-tools.controller.ts';
import { listToolWords } from '../internal/locales/en-list-tools.ts';
import { portOutListToolWords } from '../internal/locales/en-portout-list-tools.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { printSheet } from '../internal/print-sheet.ts';
import { portOutFilterTool } from './portout-list-filters.ts';
import { portOutSheet, portOutsCsv } from './portout-list-sheet.ts';
import type { PortOutToolsContext } from './portout-list-tool.ts';

export { listToolStyles } from '../internal/list-tool.styles.ts';

bringEnglish(listToolWords);
bringEnglish(portOutListToolWords);

/** Opens a tool of the list. What it needs is loaded with this file, when it is needed for the first time. */
export function openTool(name: ListToolName): ListTool<PortOutToolsContext> {
  return name === 'filter' ? portOutFilterTool : portOutExport();
}

function portOutExport(): ListTool<PortOutToolsContext> {
  const tool = new ListExport<PortOut>();
  return {
    close: () => tool.close(),
    render: ({ view, page, say, update }) =>
      tool.render({
        texts: view.texts,
        page,
        say,
        update,
        fileName: `port-outs-${new Date(view.now).toISOString().slice(0, 10)}`,
        csv: (portouts, profile) => portOutsCsv(portouts, profile, view),
        print: (portouts) => {
          const { texts, formats, now } = view;
          const sheet = { title: texts.say('portouts.label'), about: formats.moment(now) };
          return printSheet({ ...sheet, ...portOutSheet(portouts, view) }, texts);
        },
      }),
  };
}
