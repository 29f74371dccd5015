import type { Contact, Session } from '@numberdesk/core/access';
import { type Order, defaultConfirmationHours } from '@numberdesk/core/orders';
import type { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';

/** A column of the page's own, after the table's. */
export interface OrderColumn {
  id: string;
  header: string;
  /** What stands in it: text, or a node of the page's own. */
  cell: (order: Order) => string | Node;
}

/** What it takes to put an order into words. */
export interface OrderWords {
  texts: Localizer;
  formats: Formats;
  /** Milliseconds since 1970. */
  now: number;
  /** The account's time zone. */
  zone: () => string;
  /** What the tenant has set; nothing where the page gives the orders itself. */
  policy: Session['policy'] | undefined;
}

/** Hours that the carrier may take to confirm an order and bring it into the list, in words (ORD-9). */
export const hoursToConfirm = ({ texts, policy }: OrderWords): string =>
  texts.say('orders.hours', { count: policy?.confirmationHours ?? defaultConfirmationHours });

/** What the templates of the table need besides the orders. */
export interface OrderView extends OrderWords {
  contact: Contact;
  columns: readonly OrderColumn[];
  /** Whether the lines of any order are open. */
  hasExpanded: boolean;
  isExpanded: (order: Order) => boolean;
  /** The rows of its lines, from the one after `rowIndex`. */
  lines: (order: Order, rowIndex: number) => unknown;
  isFresh: (order: Order) => boolean;
  isCopied: (order: Order) => boolean;
  href: (order: Order) => string | null;
  onOpen: (order: Order, event: MouseEvent) => void;
  onToggle: (order: Order) => void;
  onCopy: (order: Order) => void;
  onDocuments: (order: Order, event: MouseEvent) => void;
}
