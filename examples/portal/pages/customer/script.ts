import type { FetchSession } from '@numberdesk/core';
import type { Order } from '@numberdesk/core/orders';
import { chosen, followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';

const portal = document.querySelector('numberdesk-portal') as HTMLElement & { fetchSession: FetchSession };
portal.fetchSession = sessionFrom('/session', { role: chosen().role });

// Each order has a page of its own, in the same look and language.
const orderPage = (number: string) => `/orders/${encodeURIComponent(number)}${location.search}`;
const orders = document.querySelector('order-table') as
  (HTMLElement & { orderHref: (order: Order) => string }) | null;
if (orders) orders.orderHref = ({ number }) => orderPage(number);
const numbers = document.querySelector('number-table') as
  (HTMLElement & { orderHref: (order: string) => string }) | null;
if (numbers) numbers.orderHref = orderPage;

followChoices(document.querySelector('form.strip') as HTMLFormElement);
