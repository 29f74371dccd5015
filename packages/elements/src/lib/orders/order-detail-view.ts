import type { Contact } from '@numberdesk/core/access';
import type { OrderLine } from '@numberdesk/core/orders';
import type { OrderWords } from './order-view.ts';

/** What the templates of one order's page need besides the order. */
export interface OrderDetailView extends OrderWords {
  contact: Contact;
  /** Of the order's number; what is below it has the next one. */
  headingLevel: number;
  /** Whether the order has just changed. */
  isFresh: boolean;
  /** Whether the dates that were estimated for a line have passed. */
  hasPassed: (line: OrderLine) => boolean;
  hasCopied: (text: string) => boolean;
  onCopy: (text: string) => void;
  onMore: () => void;
  onDocuments: (event: MouseEvent) => void;
}
