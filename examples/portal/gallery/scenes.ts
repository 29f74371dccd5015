import type { PortalMock, MockOptions, OrderSeed } from '@numberdesk/msw';

/** The moment of every picture. */
export const galleryNow = Date.parse('2026-11-22T18:00:00.000Z');

/** One picture of a widget: what the server answers, and what a person has done before it was taken. */
export interface Scene {
  name: string;
  /** What is to be seen, in a sentence. */
  about: string;
  mock: MockOptions;
  viewState?: string;
  /** Lines of this order are open. */
  opened?: string;
  /** This tool is open. */
  tool?: 'filter' | 'download';
  /** The lead time of the first order on its way is shown. */
  tip?: boolean;
  offline?: boolean;
  /** Columns of the page's own. */
  columns?: boolean;
  /** The page of this order, in place of the table. */
  order?: string;
  /** The numbers of the inventory, or where they are added, in place of the orders. */
  inventory?: boolean;
  importer?: 'manual' | 'batch';
  /** What is typed in there, as numbers and purposes. */
  typed?: readonly (readonly [number: string, purpose: string])[];
  /** The file that is dropped there. */
  file?: { name: string; content: string };
  /** What is valid of the file is saved: until the result is there, or a later piece is held or lost. */
  saved?: 'result' | 'held' | 'lost';
  /** Of the result, all that can be moved is chosen. */
  moved?: boolean;
  /** The port-out requests, or this one by its carrier's number, in place of the orders. */
  portouts?: boolean;
  portout?: string;
  /** What others have done before. */
  prepare?: (mock: PortalMock) => void;
  /** What is entered to reject the request, and whether it is refused; else its summary is shown. */
  rejection?: { reason: string; text?: string; isRefused?: boolean };
  /** What is being done to a number, by its id, and what has been chosen for it. */
  act?: { id: string; name: 'purpose' | 'move' | 'remove'; chosen?: string };
}

const day = 86_400_000;
const at = (days: number) => new Date(galleryNow + days * day).toISOString();
const place = (city: string, region: string, country = 'US') => ({ city, region, country });

const orders: OrderSeed[] = [
  {
    number: 'PO-10482',
    placedAt: at(-0.2),
    confirmedAt: null,
    placedBy: { name: 'Ada Byron' },
    lines: [{ type: 'local', location: place('Chicago', 'Illinois'), quantity: 4 }],
  },
  {
    number: 'PO-10481',
    placedAt: at(-1),
    placedBy: { name: 'Grace Okafor' },
    lines: [
      {
        type: 'mobile',
        location: place('Lyon', 'Auvergne-Rhône-Alpes', 'FR'),
        quantity: 2,
        status: 'pending-docs',
        supply: 'in-stock',
      },
      { type: 'national', location: { country: 'DE' }, quantity: 10 },
      {
        type: 'local',
        location: place('Madrid', 'Madrid', 'ES'),
        quantity: 1,
        status: 'completed',
        numbers: ['+34915550123'],
      },
    ],
  },
  {
    number: 'PO-10479',
    placedAt: at(-2),
    placedBy: { name: 'Lin Zhao' },
    lines: [{ type: 'toll-free', location: { country: 'US' }, quantity: 1, status: 'pending-docs' }],
  },
  {
    number: 'PO-10466',
    placedAt: at(-9),
    placedBy: { name: 'Ada Byron' },
    lines: [
      {
        type: 'local',
        location: place('São Paulo', 'São Paulo', 'BR'),
        quantity: 25,
        leadTime: { min: 2, max: 4 },
      },
    ],
  },
  {
    number: 'PO-10460',
    placedAt: at(-6),
    placedBy: { name: 'Grace Okafor' },
    lines: [
      {
        type: 'local',
        location: place('Newark', 'New Jersey'),
        quantity: 3,
        status: 'completed',
        statusChangedAt: at(-1),
        numbers: ['+19735550101', '+19735550102', '+19735550103'],
      },
    ],
  },
  {
    number: 'PO-10455',
    placedAt: at(-8),
    placedBy: { name: 'Lin Zhao' },
    lines: [
      {
        type: 'mobile',
        location: { country: 'GB' },
        quantity: 1,
        status: 'canceled',
        statusChangedAt: at(-3),
      },
    ],
  },
];
const history: OrderSeed[] = orders.slice(4).map((order) => ({
  ...order,
  lines: order.lines?.map((line) => ({ ...line, statusChangedAt: at(-30) })) ?? [],
}));
const many: OrderSeed[] = Array.from({ length: 10_000 }, (_, index) => ({
  ...(orders[index % orders.length] as OrderSeed),
  number: `PO-${20_000 + index}`,
}));

const base: MockOptions = {
  now: galleryNow,
  orders,
  syncedAt: galleryNow - 18 * 60_000,
  accounts: [
    { id: 'acme', name: 'Acme', timeZone: 'America/Chicago', contact: { email: 'orders@carrier.example' } },
    { id: 'east', name: 'Acme East', level: 'business-unit', parent: 'acme' },
    { id: 'west', name: 'Acme West', level: 'business-unit', parent: 'acme' },
  ],
};

export const scenes: readonly Scene[] = [
  { name: 'orders', about: 'Orders in every status.', mock: base },
  { name: 'lines', about: 'An order of several lines, opened.', mock: base, opened: 'PO-10481' },
  { name: 'lead-time', about: 'The estimated lead time of an order on its way.', mock: base, tip: true },
  {
    name: 'filters',
    about: 'The filters, with one set.',
    mock: base,
    tool: 'filter',
    viewState: 'status=processing',
  },
  { name: 'export', about: 'The ways to take the list along.', mock: base, tool: 'download' },
  { name: 'columns', about: 'A column of the page’s own.', mock: base, columns: true },
  {
    name: 'history',
    about: 'What has left the active list.',
    mock: { ...base, orders: history },
    viewState: 'view=history',
  },
  { name: 'one', about: 'A single order.', mock: { ...base, orders: orders.slice(2, 3) } },
  { name: 'ten-thousand', about: 'Ten thousand orders, the first page.', mock: { ...base, orders: many } },
  { name: 'loading', about: 'On its way.', mock: { ...base, delay: Infinity } },
  { name: 'none-yet', about: 'No orders yet.', mock: { ...base, orders: [] } },
  {
    name: 'none-active',
    about: 'Nothing active, something in the history.',
    mock: { ...base, orders: history },
  },
  { name: 'none-match', about: 'Nothing matches.', mock: base, viewState: 'q=zebra' },
  {
    name: 'forbidden',
    about: 'The permission is missing.',
    mock: { ...base, permissions: ['numbers:view'] },
  },
  {
    name: 'failed',
    about: 'The server has failed.',
    mock: { ...base, fail: { code: 'internal', on: 'orders.list' } },
  },
  {
    name: 'busy',
    about: 'Too many requests.',
    mock: { ...base, fail: { code: 'too-many-requests', retryAfter: 30, on: 'orders.list' } },
  },
  {
    name: 'session-over',
    about: 'The session is over.',
    mock: { ...base, fail: { code: 'session-expired' } },
  },
  { name: 'offline', about: 'The network has gone after the list was loaded.', mock: base, offline: true },
  {
    name: 'order',
    about: 'The page of one order that waits for documents.',
    mock: base,
    order: 'PO-10481',
  },
  {
    name: 'order-unconfirmed',
    about: 'The page of an order that the carrier has not confirmed yet.',
    mock: base,
    order: 'PO-10482',
  },
  { name: 'order-completed', about: 'The page of a completed order.', mock: base, order: 'PO-10460' },
  {
    name: 'order-loading',
    about: 'The page of an order, on its way.',
    mock: { ...base, delay: Infinity },
    order: 'PO-10481',
  },
  { name: 'order-missing', about: 'An order that there is not.', mock: base, order: 'PO-1' },
];
