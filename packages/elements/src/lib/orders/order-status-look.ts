import type { OrderStatus } from '@numberdesk/core/orders';
import type { IconName } from '../internal/icons.ts';

/** How a status looks; its words are what tells it, colour and drawing only help. */
export interface StatusLook {
  icon: IconName;
  tone: 'info' | 'warning' | 'positive' | 'neutral';
  /** Whether the estimated lead time is told with it (ORD-5). */
  hasLeadTime: boolean;
}

const looks = {
  processing: { icon: 'clock', tone: 'info', hasLeadTime: true },
  'pending-docs': { icon: 'document', tone: 'warning', hasLeadTime: false },
  completed: { icon: 'check', tone: 'positive', hasLeadTime: false },
  canceled: { icon: 'cross', tone: 'neutral', hasLeadTime: false },
} as const satisfies Record<OrderStatus, StatusLook>;

const unknown: StatusLook = { icon: 'question', tone: 'neutral', hasLeadTime: false };

/** How a status looks; one that is not known looks neutral. */
export function statusLook(status: string): StatusLook {
  return Object.hasOwn(looks, status) ? looks[status as OrderStatus] : unknown;
}
