import type { FetchSession } from '@numberdesk/core';
import type { Order } from '@numberdesk/core/orders';
import { clockAhead, followClock } from '../clock.ts';
import { chosen, followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';

const portal = document.querySelector('numberdesk-portal') as HTMLElement & {
  fetchSession: FetchSession;
  clock: ReturnType<typeof clockAhead>;
};
portal.fetchSession = sessionFrom('/session', { role: chosen().role });

// Each order has a page of its own, in the same look and language.
const orderPage = (number: string) => `/orders/${encodeURIComponent(number)}${location.search}`;
const orders = document.querySelector('order-table') as
  (HTMLElement & { orderHref: (order: Order) => string }) | null;
if (orders) orders.orderHref = ({ number }) => orderPage(number);
const numbers = document.querySelector('number-table') as
  (HTMLElement & { orderHref: (order: string) => string }) | null;
if (numbers) numbers.orderHref = orderPage;

// Each port-out has an address, to which the links in mail lead.
const portOutPage = (id: string) => `/portouts/${encodeURIComponent(id)}${location.search}`;
const portouts = document.querySelector('portout-list') as
  (HTMLElement & { portout: string | null; portoutHref: (portout: { id: string }) => string }) | null;
if (portouts) portouts.portoutHref = ({ id }) => portOutPage(id);
portouts?.addEventListener('portout-opened', (event) => {
  const { portout } = event as Event & { portout: { id: string } };
  history.pushState(null, '', portOutPage(portout.id));
});
portouts?.addEventListener('portout-closed', () =>
  history.pushState(null, '', `/portouts${location.search}`),
);
addEventListener('popstate', () => {
  const id = /^\/portouts\/([^/]+)$/.exec(location.pathname)?.[1];
  if (portouts) portouts.portout = id === undefined ? null : decodeURIComponent(id);
});

followClock((ahead) => (portal.clock = clockAhead(ahead)));
followChoices(document.querySelector('form.strip') as HTMLFormElement);
