import type { ReactiveElement } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { bringDays } from './list-calendar.ts';
import { OrderExport } from './order-export.ts';
import { OrderFilters } from './order-filters.ts';
import { orderToolWords } from '../internal/locales/en-order-tools.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { orderToolStyles } from './order-tool.styles.ts';
import type { OpenTool, ToolName } from './order-tool.ts';

bringEnglish(orderToolWords);
bringDays();

/** Opens a tool of the table. What it needs is loaded with this file, when it is needed for the first time. */
export function openTool(name: ToolName, host: ReactiveElement): OpenTool {
  addStyles(host, orderToolStyles);
  return name === 'filter' ? new OrderFilters() : new OrderExport();
}
