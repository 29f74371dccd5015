import type { Order } from '@numberdesk/core/orders';
import { ListExport } from '../internal/list-export.ts';
import type { ListTool, ListToolName } from '../internal/list-tools.controller.ts';
import { listToolWords } from '../internal/locales/en-list-tools.ts';
import { orderToolWords } from '../internal/locales/en-order-tools.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { printSheet } from '../internal/print-sheet.ts';
import { bringDays } from './list-calendar.ts';
import { OrderFilters } from './order-filters.ts';
import type { OrderToolsContext } from './order-list-tool.ts';
import { ordersCsv, sheetRows } from './order-sheet.ts';

export { listToolStyles } from '../internal/list-tool.styles.ts';

bringEnglish(listToolWords);
bringEnglish(orderToolWords);
bringDays();

/** Opens a tool of the table. What it needs is loaded with this file, when it is needed for the first time. */
export function openTool(name: ListToolName): ListTool<OrderToolsContext> {
  return name === 'filter' ? new OrderFilters() : orderExport();
}

function orderExport(): ListTool<OrderToolsContext> {
  const tool = new ListExport<Order>({
    about: 'orders.export.about',
    reading: 'orders.export.reading',
    done: 'orders.export.done',
    failed: 'orders.export.failed',
  });
  return {
    close: () => tool.close(),
    render: ({ state, view, page, say, update }) =>
      tool.render({
        texts: view.texts,
        page,
        say,
        update,
        fileName: `orders-${state.view}-${new Date(view.now).toISOString().slice(0, 10)}`,
        csv: (orders, profile) => ordersCsv(orders, profile, view),
        print: (orders) => {
          const { texts, formats, now } = view;
          const [head = [], ...rows] = sheetRows(orders, view);
          return printSheet(
            { title: texts.say('orders.label'), about: formats.moment(now), head, rows },
            texts,
          );
        },
      }),
  };
}
