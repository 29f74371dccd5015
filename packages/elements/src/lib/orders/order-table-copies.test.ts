import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { flat } from '../../../test/reading.ts';
import { sampleOrder, sampleSession } from '../../../test/sample-orders.ts';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { OrderTable } from './order-table.element.ts';

/** Serves the kit a second time, under addresses of its own, as a page with two bundles has it; but not its tools. */
const worker = setupWorker(
  http.get('*/packages/*', async ({ request }) => {
    const url = new URL(request.url);
    if (!url.searchParams.has('copy')) return passthrough();
    if (/\/order-tools(-\w+)?\.ts$/.test(url.pathname)) return Response.error();
    const original = await fetch(url.origin + url.pathname);
    const source = (await original.text()).replace(/(["'])(\.{1,2}\/[^"']+\.ts)\1/g, '$1$2?copy=2$1');
    return new Response(source, { headers: { 'content-type': 'text/javascript' } });
  }),
);

const secondCopy = async () => {
  const [table, portal] = (await Promise.all(
    ['./order-table.element.ts', '../access/numberdesk-portal.element.ts'].map(
      (path) => import(new URL(`${path}?copy=2`, import.meta.url).href),
    ),
  )) as [{ OrderTable: typeof OrderTable }, { NumberdeskPortal: typeof NumberdeskPortal }];
  return { ...table, ...portal };
};

const memory = () =>
  new MemoryConnection()
    .answer('session', () => sampleSession())
    .answer('session/accounts', () => ({ data: [], next: null }))
    .answer('orders', () => ({ data: [sampleOrder('1')], next: null, syncedAt: null, feed: 1 }));

const shown = (table: Element) => table.shadowRoot?.querySelector<HTMLElement>('.order')?.dataset['key'];
const sessions = ({ calls }: MemoryConnection) => calls.filter(({ path }) => path === 'session').length;

describe('<order-table> under other tags', () => {
  it('works under a tag and in a portal with a prefix, next to those under their own', async () => {
    NumberdeskPortal.define();
    OrderTable.define();
    NumberdeskPortal.define('acme-portal');
    OrderTable.define('acme-order-table');
    const client = memory();
    const portal = fixtureSync(
      html`<acme-portal .client=${client}>
        <acme-order-table></acme-order-table><order-table></order-table>
      </acme-portal>`,
    );
    const tables = [...portal.children];
    await waitUntil(() => tables.every((table) => shown(table) === '1'));
    expect(sessions(client)).to.equal(1);
    expect(tables[0]?.constructor === tables[1]?.constructor).to.equal(false);
    expect(tables.every((table) => table instanceof OrderTable)).to.equal(true);
    await expect(portal).to.be.accessible();
  });

  it('is registered where it is told to', () => {
    const defined: string[] = [];
    const registry = { get: () => undefined, define: (tag: string) => defined.push(tag) };
    OrderTable.define('acme-order-list', registry as unknown as CustomElementRegistry);
    expect(defined).to.deep.equal(['acme-order-list']);
    expect(customElements.get('acme-order-list')).to.equal(undefined);
  });
});

describe('two copies of the kit on one page', () => {
  before(() =>
    worker.start({
      quiet: true,
      serviceWorker: { url: '/mockServiceWorker.js' },
    }),
  );
  after(() => worker.stop());

  it('are told apart, and leave a tag with whoever has it', async () => {
    const other = await secondCopy();
    OrderTable.define();
    const first = customElements.get('order-table');
    expect(other.OrderTable === OrderTable).to.equal(false);
    other.OrderTable.define();
    expect(customElements.get('order-table') === first).to.equal(true);
    expect(document.createElement('order-table')).to.be.instanceOf(OrderTable);
  });

  it('share a portal, whichever of them it is from', async () => {
    const other = await secondCopy();
    NumberdeskPortal.define();
    other.NumberdeskPortal.define('other-portal');
    OrderTable.define();
    other.OrderTable.define('other-order-table');
    for (const tag of ['numberdesk-portal', 'other-portal']) {
      const client = memory();
      const portal = Object.assign(document.createElement(tag) as NumberdeskPortal, { client });
      portal.innerHTML = '<order-table></order-table><other-order-table></other-order-table>';
      const wrapper = fixtureSync(html`<div></div>`);
      wrapper.append(portal);
      const tables = [...portal.children];
      await waitUntil(() => tables.every((table) => shown(table) === '1'));
      expect(sessions(client)).to.equal(1);
      wrapper.remove();
    }
  });

  it('say so where a part that is loaded on demand does not arrive, and the rest goes on', async () => {
    const other = await secondCopy();
    other.OrderTable.define('lame-order-table');
    const table = fixtureSync<OrderTable>(html`<lame-order-table .client=${memory()}></lame-order-table>`);
    await waitUntil(() => shown(table) === '1');
    const find = (selector: string) => table.shadowRoot?.querySelector<HTMLElement>(selector);
    find('.tool')?.click();
    await waitUntil(() => find('.tools .failed') !== null, 'the failure was never said');
    expect(flat(find('.tools')?.innerText ?? '')).to.include('could not be loaded');
    await expect(table).to.be.accessible();
    find('.tool')?.click();
    await table.updateComplete;
    expect(find('.tools') === null).to.equal(true);
    expect(shown(table)).to.equal('1');
  });
});
