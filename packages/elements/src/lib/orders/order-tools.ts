import { OrderExport } from './order-export.ts';
import { OrderFilters } from './order-filters.ts';
import type { OpenTool, ToolName } from './order-tools.controller.ts';

/** Opens a tool of the table. What it needs is loaded with this file, when it is needed for the first time. */
export function openTool(name: ToolName): OpenTool {
  return name === 'filter' ? new OrderFilters() : new OrderExport();
}
