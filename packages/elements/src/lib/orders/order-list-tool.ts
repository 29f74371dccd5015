import type { Connection } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import type { ExportContext } from '../internal/list-export.ts';
import type { ListState } from './order-list-state.ts';
import type { HostGiven } from './order-rule.ts';
import type { OrderView } from './order-view.ts';

/** What the filters and the export work on. */
export interface OrderToolsContext {
  state: ListState;
  view: OrderView;
  /** Whence the accounts are, unless the page gives the orders itself. */
  connection: Connection | null;
  /** What the page gives itself, if so. */
  given: Pick<HostGiven, 'orders' | 'accounts'> | null;
  /** A page of all orders that are asked for, in their order. */
  page: ExportContext<Order>['page'];
  onState: (change: Partial<ListState>) => void;
  say: (text: string) => void;
  update: () => void;
}
