// The page of one picture: ?scene=…&lang=…&theme=…
import { connect } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import { NumberImporter } from '@numberdesk/elements/number-importer-element';
import { NumberTable } from '@numberdesk/elements/number-table-element';
import { NumberdeskPortal } from '@numberdesk/elements/numberdesk-portal-element';
import { OrderDetail } from '@numberdesk/elements/order-detail-element';
import { OrderTable } from '@numberdesk/elements/order-table-element';
import { PortOutList } from '@numberdesk/elements/portout-list-element';
import { PortOutReview } from '@numberdesk/elements/portout-review-element';
import { mockHandlers } from '@numberdesk/msw';
import { importerScenes } from './importer-scenes.ts';
import { numberScenes } from './number-scenes.ts';
import { portOutScenes } from './portout-scenes.ts';
import { galleryNow, scenes } from './scenes.ts';

const params = new URLSearchParams(location.search);
const scene = [...scenes, ...numberScenes, ...importerScenes, ...portOutScenes].find(
  ({ name }) => name === params.get('scene'),
);
if (!scene) throw new Error(`There is no scene "${params.get('scene')}".`);

NumberdeskPortal.define();
OrderTable.define();
OrderDetail.define();
NumberTable.define();
NumberImporter.define();
PortOutList.define();
PortOutReview.define();
document.documentElement.lang = params.get('lang') ?? 'en';
document.documentElement.dir = document.documentElement.lang === 'ar' ? 'rtl' : 'ltr';

const mock = mockHandlers(scene.mock);
scene.prepare?.(mock);
let pieces = 0;
/** As the mock answers, but for a later piece of an import that is to be held or lost. */
const answered: typeof fetch = async (input, init) => {
  const { url } = input instanceof Request ? input : new Request(input);
  const isPiece = url.endsWith('/numbers/batches');
  if (isPiece && pieces++ > 0 && scene.saved === 'held') return new Promise<never>(() => undefined);
  if (isPiece && pieces > 1 && scene.saved === 'lost') throw new TypeError('The network is gone.');
  return mock.fetch(input, init);
};
const portal = document.createElement('numberdesk-portal');
portal.theme = params.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.style.colorScheme = portal.theme;
portal.clock = { now: () => galleryNow, after: () => () => undefined };
portal.client = connect({
  baseUrl: '/numberdesk',
  fetchSession: () => Promise.resolve({ token: 'gallery', expiresAt: '2099-01-01T00:00:00.000Z' }),
  fetch: answered,
  retries: 0,
});
const table = document.createElement('order-table');
table.viewState = scene.viewState ?? '';
table.orderHref = ({ number }: Order) => `/orders/${encodeURIComponent(number)}`;
if (scene.columns) {
  table.columns = [{ id: 'account', header: 'Account', cell: ({ account }: Order) => account }];
}
const detail = document.createElement('order-detail');
detail.number = scene.order ?? '';
const inventory = document.createElement('number-table');
inventory.viewState = scene.viewState ?? '';
inventory.importHref = '/numbers/add';
inventory.orderHref = (order) => `/orders/${encodeURIComponent(order)}`;
const importer = document.createElement('number-importer');
if (scene.moved) importer.account = 'helpline';
const portouts = document.createElement('portout-list');
portouts.viewState = scene.viewState ?? '';
const review = document.createElement('portout-review');
review.request = scene.portout ?? null;
const widgets = [
  [scene.importer, importer],
  [scene.inventory, inventory],
  [scene.order, detail],
  [scene.portout, review],
  [scene.portouts, portouts],
] as const;
const [, widget] = widgets.find(([isShown]) => isShown) ?? [true, table];
portal.append(widget);
document.body.append(portal);
