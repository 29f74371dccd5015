import type { FetchSession } from '@numberdesk/core';
import type { Order } from '@numberdesk/core/orders';
import { chosen, followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';

const portal = document.querySelector('numberdesk-portal') as HTMLElement & { fetchSession: FetchSession };
portal.fetchSession = sessionFrom('/session', { role: chosen().role });

// Each order has a page of its own, in the same look and language.
const table = document.querySelector('order-table') as
  (HTMLElement & { orderHref: (order: Order) => string }) | null;
if (table) {
  table.orderHref = ({ number }) => `/orders/${encodeURIComponent(number)}${location.search}`;
}

followChoices(document.querySelector('form.strip') as HTMLFormElement);
