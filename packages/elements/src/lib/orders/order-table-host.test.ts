import type { Order, OrderLine } from '@numberdesk/core/orders';
import { PortalError } from '@numberdesk/core/http';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { OrderTable } from './order-table.element.ts';
import { type MountedTable, mountTable } from '../../../test/mount-table.ts';
import { cameToLife } from '../../../test/mounted-widget.ts';
import { sampleLine, sampleOrder, sampleSession } from '../../../test/sample-orders.ts';

OrderTable.define();

const numbersOf = (table: OrderTable) =>
  [...(table.shadowRoot as ShadowRoot).querySelectorAll<HTMLElement>('.order')].map(
    ({ dataset }) => dataset['key'],
  );
const textOf = (table: OrderTable) =>
  (table.shadowRoot as ShadowRoot).querySelector<HTMLElement>('.frame')?.innerText ?? '';

async function mountAlone(properties: Partial<OrderTable>): Promise<OrderTable> {
  const table = Object.assign(fixtureSync<OrderTable>(html`<order-table></order-table>`), properties);
  if (!properties.client) await cameToLife(import('./ruled-orders.ts'));
  await table.updateComplete;
  return table;
}

describe('<order-table> with the page’s own orders', () => {
  it('ORD-1, ORD-6: sorts them and leaves out what has left, as a server would', async () => {
    const gone = sampleOrder('3', [
      sampleLine({ status: 'canceled', statusChangedAt: '2020-01-01T00:00:00.000Z' }),
    ]);
    const orders = [sampleOrder('9'), gone, sampleOrder('10')];
    expect(numbersOf(await mountAlone({ orders }))).to.deep.equal(['10', '9']);
    expect(orders.map(({ number }) => number)).to.deep.equal(['9', '3', '10']);
  });

  it('ORD-9: says when they were last synchronized, where the page tells', async () => {
    const orders = [sampleOrder('1')];
    const table = await mountAlone({ orders, syncedAt: '2026-11-22T17:42:00.000Z' });
    expect(textOf(table)).to.include('can take up to 24 hours to appear');
    table.orders = [];
    await waitUntil(() => textOf(table).includes('No orders yet'));
    expect(textOf(table)).to.include('can take up to 24 hours to appear');
  });

  it('ORD-9: says that they were never synchronized where the page tells that, and nothing where it tells nothing', async () => {
    const table = await mountAlone({ orders: [sampleOrder('1')] });
    expect(textOf(table)).not.to.include('to appear');
    table.syncedAt = null;
    await table.updateComplete;
    expect(textOf(table)).to.include('Not synchronized with the carrier yet').and.include('up to 24 hours');
    table.syncedAt = undefined;
    await table.updateComplete;
    expect(textOf(table)).not.to.include('to appear');
  });

  it('shows all of them, without a way to more', async () => {
    const orders = Array.from({ length: 60 }, (_, index) => sampleOrder(String(index)));
    const table = await mountAlone({ orders });
    expect(numbersOf(table)).to.have.length(60);
    expect(table.shadowRoot?.querySelector('.more .button') === null).to.equal(true);
  });

  it('takes them before a client and before the portal', async () => {
    const mounted = await mountTable();
    await mounted.shows('data');
    mounted.table.orders = [sampleOrder('777')];
    await waitUntil(() => mounted.numbers[0] === '777');
    expect(mounted.connection.feeds.every(({ aborted }) => aborted)).to.equal(true);
    mounted.table.orders = null;
    await waitUntil(() => mounted.numbers[0] === '1001');
  });

  it('shows what the page says of them: on their way, refused, none, not allowed', async () => {
    const table = await mountAlone({ loading: true });
    expect(table.matches(':state(loading)')).to.equal(true);
    Object.assign(table, {
      loading: false,
      error: new PortalError('unavailable', 'x', { requestId: 'r-1' }),
    });
    await table.updateComplete;
    expect(table.matches(':state(error)')).to.equal(true);
    expect(textOf(table)).to.include('r-1');
    expect(table.shadowRoot?.querySelector('.panel button') === null).to.equal(true);
    Object.assign(table, { error: null, orders: [] });
    await table.updateComplete;
    expect(table.matches(':state(empty)')).to.equal(true);
    table.permissions = [];
    await table.updateComplete;
    expect(table.matches(':state(forbidden)')).to.equal(true);
  });
});

describe('the accounts of the page’s own orders in <order-table>', () => {
  const of = (number: string, account: string) => sampleOrder(number, undefined, { account });
  const orders = [of('1', 'acme'), of('2', 'shop'), of('3', 'east'), of('4', 'shop')];
  const opened = async (properties: Partial<OrderTable>) => {
    const mounted = await mountTable();
    await mounted.shows('data');
    Object.assign(mounted.table, properties);
    await mounted.press('Filter');
    await waitUntil(() => mounted.has('.tools input'), 'the filters never opened');
    return mounted;
  };
  const options = ({ root }: MountedTable) =>
    [...root.querySelectorAll<HTMLOptionElement>('.tools option')].map(({ text }) => text);

  it('ACC-1: are those that the orders name, and each shows its own', async () => {
    const table = await opened({ orders });
    expect(options(table)).to.deep.equal(['All accounts', 'acme', 'east', 'shop']);
    await table.fill('.tools select', 'shop');
    await waitUntil(() => table.numbers.join() === '4,2');
    table.table.orders = [...orders, of('5', 'west')];
    await waitUntil(() => options(table).includes('west'));
    expect(table.connection.calls.some(({ path }) => path === 'session/accounts')).to.equal(false);
  });

  it('ACC-1: have names where the page tells them, and show what lies below', async () => {
    const account = (id: string, parent: string | null, name: string) => ({
      id,
      parent,
      name,
      level: 'program',
    });
    const accounts = [
      account('east', 'acme', 'East'),
      account('shop', 'east', 'Shop'),
      account('acme', null, 'Acme'),
    ];
    const table = await opened({ orders, accounts });
    expect(options(table)).to.deep.equal(['All accounts', 'Acme', 'East', 'Shop']);
    await table.fill('.tools select', 'east');
    await waitUntil(() => table.numbers.join() === '4,3,2');
    table.table.accounts = [account('east', null, 'East'), account('shop', null, 'Shop')];
    await waitUntil(() => table.numbers.join() === '3');
  });

  it('ACC-1: are no choice where there is but one', async () => {
    const table = await opened({ orders: [of('1', 'acme'), of('2', 'acme')] });
    expect(table.has('.tools select')).to.equal(false);
  });
});

describe('<order-table> when the page’s own orders change', () => {
  it('says what failed rather than that there are none, and keeps those that are there', async () => {
    const error = new PortalError('unavailable', 'x', { requestId: 'r-2' });
    const table = await mountAlone({ orders: [], error });
    expect(table.matches(':state(error)')).to.equal(true);
    expect(textOf(table)).to.include('r-2').and.not.include('No orders yet');
    table.orders = [sampleOrder('1')];
    await table.updateComplete;
    expect(numbersOf(table)).to.deep.equal(['1']);
  });

  it('ORD-1: puts those that are in the place of others where they belong', async () => {
    const pending = [sampleLine({ status: 'pending-docs' })];
    const at = (number: string, day: number, lines?: OrderLine[]) =>
      sampleOrder(number, lines, { placedAt: `2026-11-${day}T15:00:00.000Z` });
    let orders = [at('3', 13), at('1', 11), at('2', 12)];
    const table = await mountAlone({ orders });
    const replace = async (index: number, order: Order) => {
      table.orders = orders = orders.with(index, order);
      await table.updateComplete;
      return numbersOf(table);
    };
    expect(await replace(1, at('1', 11, pending))).to.deep.equal(['3', '2', '1']);
    expect(textOf(table)).to.include('Pending Docs');
    expect(await replace(1, at('4', 11))).to.deep.equal(['4', '3', '2']);
    table.viewState = 'sort=placedAt';
    await table.updateComplete;
    expect(numbersOf(table)).to.deep.equal(['4', '2', '3']);
    expect(await replace(0, at('3', 10))).to.deep.equal(['3', '4', '2']);
    table.viewState = 'sort=placedAt&status=pending-docs';
    await table.updateComplete;
    expect(await replace(2, at('2', 12, pending))).to.deep.equal(['2']);
    expect(await replace(1, at('4', 11, pending))).to.deep.equal(['4', '2']);
    expect(await replace(1, at('4', 11))).to.deep.equal(['2']);
  });

  it('keeps those that are there, busy, while others are on their way', async () => {
    const table = await mountAlone({ orders: [sampleOrder('1')], loading: true });
    const busy = () => table.shadowRoot?.querySelector('.frame')?.getAttribute('aria-busy');
    expect(numbersOf(table)).to.deep.equal(['1']);
    expect(busy()).to.equal('true');
    Object.assign(table, { orders: [sampleOrder('2')], loading: false });
    await table.updateComplete;
    expect(numbersOf(table)).to.deep.equal(['2']);
    expect(busy()).to.equal('false');
  });
});

describe('<order-table> with a client of its own', () => {
  const clientOf = (number: string) =>
    new MemoryConnection()
      .answer('session', () => sampleSession())
      .answer('orders', () => ({ data: [sampleOrder(number)], next: null, syncedAt: null, feed: 1 }));

  it('needs no portal', async () => {
    const client = clientOf('1');
    const table = await mountAlone({ client });
    await waitUntil(() => numbersOf(table)[0] === '1');
    expect(client.calls.map(({ path }) => path)).to.deep.equal(['session', 'orders']);
  });

  it('takes it before the portal’s, with its own session', async () => {
    const mounted = await mountTable();
    await mounted.shows('data');
    const client = clientOf('2').answer('session', () => sampleSession({ permissions: [] }));
    mounted.table.client = client;
    await mounted.shows('forbidden');
    expect(client.calls.map(({ path }) => path)).to.deep.equal(['session']);
  });

  it('shows nothing of one client’s orders under another', async () => {
    const first = clientOf('1');
    const table = await mountAlone({ client: first });
    // What follows a list is loaded after its first orders.
    await waitUntil(() => numbersOf(table)[0] === '1' && first.feeds.length === 1);
    const second = clientOf('2');
    const release = second.hold();
    table.client = second;
    await table.updateComplete;
    expect(table.matches(':state(loading)')).to.equal(true);
    expect(numbersOf(table)).to.deep.equal([]);
    release();
    await waitUntil(() => numbersOf(table)[0] === '2');
    expect(first.feeds[0]?.aborted).to.equal(true);
  });

  it('asks again for a session that failed', async () => {
    let failures = 1;
    const client = clientOf('1').answer('session', () =>
      failures-- > 0 ? new PortalError('unreachable', 'x') : sampleSession(),
    );
    const table = await mountAlone({ client });
    await waitUntil(() => table.matches(':state(error)'));
    await table.updateComplete;
    table.shadowRoot?.querySelector<HTMLElement>('.button')?.click();
    await waitUntil(() => numbersOf(table)[0] === '1');
  });
});
