import { PortalError } from '@numberdesk/core/http';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { mountTable, mountedTable } from '../../../test/mount-table.ts';
import { sampleOrder, sampleSession } from '../../../test/sample-orders.ts';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { OrderTable } from './order-table.element.ts';

NumberdeskPortal.define();
OrderTable.define();

const over = () => new PortalError('session-expired', 'x', { status: 401 });
const busy = () => new PortalError('too-many-requests', 'x', { status: 429, retryAfter: 42 });
const page = () => ({ data: [sampleOrder('1')], next: null, syncedAt: null, feed: 1 });

/** Two tables in one portal, over one connection. */
async function mountTwo(connection: MemoryConnection): Promise<OrderTable[]> {
  const portal = fixtureSync(
    html`<numberdesk-portal .client=${connection}>
      <order-table></order-table><order-table></order-table>
    </numberdesk-portal>`,
  );
  return [...portal.querySelectorAll('order-table')];
}

const text = ({ shadowRoot }: OrderTable) =>
  shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '';
const isIn = (tables: OrderTable[], state: string) =>
  tables.every((table) => table.matches(`:state(${state})`));
const retry = (table: OrderTable | undefined) =>
  table?.shadowRoot?.querySelector<HTMLElement>('.panel .button')?.click();

describe('the end of a session in <order-table>', () => {
  let told = 0;
  let isPrevented = false;
  const listen = (event: Event) => {
    told++;
    if (isPrevented) event.preventDefault();
  };

  beforeEach(() => {
    told = 0;
    isPrevented = false;
    document.addEventListener('session-expired', listen);
  });
  afterEach(() => document.removeEventListener('session-expired', listen));

  for (const where of ['session', 'orders']) {
    const refuse = () =>
      new MemoryConnection()
        .answer('session', () => (where === 'session' ? over() : sampleSession()))
        .answer('orders', over);

    it(`is told to the page once, however many widgets it has, where it is refused: ${where}`, async () => {
      const tables = await mountTwo(refuse());
      await waitUntil(() => isIn(tables, 'error'));
      await waitUntil(() => tables.every((table) => text(table).includes('Your session has ended')));
      expect(told).to.equal(1);
    });

    it(`is left to a page that deals with it, by all widgets, where it is refused: ${where}`, async () => {
      isPrevented = true;
      const tables = await mountTwo(refuse());
      await waitUntil(() => told === 1);
      await waitUntil(() => isIn(tables, 'loading'));
      await Promise.all(tables.map((table) => table.updateComplete));
      expect(told).to.equal(1);
      for (const table of tables) expect(text(table)).to.not.include('Your session has ended');
    });

    it(`is told again after another try, where it is refused: ${where}`, async () => {
      const [first, second] = await mountTwo(refuse());
      await waitUntil(() => isIn([first as OrderTable, second as OrderTable], 'error'));
      await first?.updateComplete;
      retry(first);
      await waitUntil(() => told === 2, 'the page was not told again');
      expect(told).to.equal(2);
    });
  }

  it('goes by when the page has got a new session and somebody tries again', async () => {
    const connection = new MemoryConnection().answer('session', over).answer('orders', page);
    const tables = await mountTwo(connection);
    await waitUntil(() => isIn(tables, 'error'));
    await Promise.all(tables.map((table) => table.updateComplete));
    connection.answer('session', () => sampleSession());
    retry(tables[0]);
    await waitUntil(() => tables.every((table) => text(table).includes('Ada Byron')));
  });

  it('in the middle of a list says what to do, keeps the list, and is told again after a reload', async () => {
    const table = await mountedTable();
    table.connection.tell(over());
    await waitUntil(() => told === 1);
    await waitUntil(() => table.text.includes('Sign in again, or reload this page, to carry on.'));
    expect(table.numbers).to.deep.equal(['1001']);
    table.connection.answer('orders', over);
    await table.press('Reload');
    await waitUntil(() => told === 2, 'the page was not told again');
    expect(table.numbers).to.deep.equal(['1001']);
  });

  it('in the middle of a list is left to a page that deals with it', async () => {
    isPrevented = true;
    const table = await mountedTable();
    table.connection.tell(over());
    await waitUntil(() => told === 1);
    await table.table.updateComplete;
    expect(table.has('.notice')).to.equal(false);
    expect(table.numbers).to.deep.equal(['1001']);
  });
});

describe('too many requests in <order-table>', () => {
  const wait = 'Wait 42 seconds, then try again.';

  it('say how long to wait: in place of the list, beside it, and below it', async () => {
    const refused = await mountTable({ prepare: (connection) => connection.answer('orders', busy) });
    await refused.shows('error');
    expect(refused.text).to.include('Too many requests').and.include(wait);
    const table = await mountedTable({ next: 'more' });
    table.connection.answer('orders', busy);
    await table.press('Load more');
    await waitUntil(() => table.find('.more').innerText.includes(wait));
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.has('.notice'));
    expect(table.find('.notice').innerText).to.include('could not be refreshed').and.include(wait);
    expect(table.numbers).to.deep.equal(['1001']);
    await expect(table.table).to.be.accessible();
  });
});

describe('a server out of reach of <order-table>', () => {
  it('is said while changes do not come in, and no longer when they do', async () => {
    const table = await mountedTable();
    table.connection.setLive(false);
    await waitUntil(() => table.text.includes('so no changes come in'));
    expect(table.text).to.include('loaded Nov 22, 12:00 PM');
    await expect(table.table).to.be.accessible();
    expect(table.numbers).to.deep.equal(['1001']);
    table.connection.setLive(true);
    await waitUntil(() => !table.has('.notice'));
  });

  it('is accessible in Arabic and in dark colours', async () => {
    const table = await mountedTable({ lang: 'ar', next: 'more' });
    table.portal.theme = 'dark';
    table.connection.setLive(false);
    table.connection.answer('orders', busy);
    await waitUntil(() => table.has('.notice') && table.find('.frame').lang === 'ar');
    table.find('.more .button').click();
    await waitUntil(() => table.has('.more .failed'));
    await expect(table.table).to.be.accessible();
  });

  it('is said in an empty list as well', async () => {
    const table = await mountTable({ orders: [] });
    await table.shows('empty');
    table.connection.setLive(false);
    await waitUntil(() => table.text.includes('so no changes come in'));
    expect(table.text).to.include('No orders yet');
  });

  it('takes second place to being offline, which reloading does not help', async () => {
    const table = await mountedTable();
    table.connection.setLive(false);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => table.text.includes('You are offline.'));
    expect(table.text).to.not.include('so no changes come in');
    expect(table.has('.notice button')).to.equal(false);
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => table.text.includes('so no changes come in'));
  });
});
