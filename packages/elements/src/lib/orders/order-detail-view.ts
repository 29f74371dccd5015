import type { Contact } from '@numberdesk/core/access';
import type { OrderLine } from '@numberdesk/core/orders';
import type { DetailView } from '../internal/detail-parts.template.ts';
import type { OrderWords } from './order-view.ts';

/** What the templates of one order's page need besides the order. */
export interface OrderDetailView extends OrderWords, Omit<DetailView, 'texts'> {
  contact: Contact;
  /** Whether its confirmation should have come by now (ORD-9). */
  isOverdue: boolean;
  /** Whether the dates that were estimated for a line have passed. */
  hasPassed: (line: OrderLine) => boolean;
  onMore: () => void;
  onDocuments: (event: MouseEvent) => void;
}
