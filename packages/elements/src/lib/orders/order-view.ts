import type { Contact } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import type { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';

/** What the templates of the table need besides the orders. */
export interface OrderView {
  texts: Localizer;
  formats: Formats;
  /** Milliseconds since 1970. */
  now: number;
  /** The account's. */
  timeZone: string;
  contact: Contact;
  isExpanded: (order: Order) => boolean;
  isFresh: (order: Order) => boolean;
  href: (order: Order) => string | null;
  onOpen: (order: Order, event: MouseEvent) => void;
  onToggle: (order: Order) => void;
}
