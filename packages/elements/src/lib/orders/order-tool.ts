import type { Connection } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import type { TemplateResult } from 'lit';
import type { ListState } from './order-list-state.ts';
import type { ListAsk } from './order-page.ts';
import type { OrderView } from './order-view.ts';

/** What opens below the toolbar. */
export type ToolName = 'filter' | 'download';

/** What the tools work on. */
export interface ToolsContext {
  state: ListState;
  view: OrderView;
  /** `null` where the page gives the orders itself. */
  connection: Connection | null;
  /** What is asked for. */
  ask: ListAsk | null;
  /** The page's own orders, as far as they are asked for, in their order; `null` where a server has them. */
  orders: readonly Order[] | null;
  onState: (change: Partial<ListState>) => void;
  say: (text: string) => void;
  update: () => void;
}

/** A tool while it is open. */
export interface OpenTool {
  render(context: ToolsContext): TemplateResult;
  close(): void;
}
