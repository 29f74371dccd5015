import { mockHandlers } from '@numberdesk/msw';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { setupWorker } from 'msw/browser';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { OrderTable } from './order-table.element.ts';

NumberdeskPortal.define();
OrderTable.define();

const numbers = Array.from({ length: 60 }, (_, index) => String(1001 + index));
const mock = mockHandlers({ orders: numbers.map((number) => ({ number })) });
const worker = setupWorker(...mock.handlers);
const patience = { timeout: 8000 };

/** Sessions that the page has been asked for. */
let sessions = 0;

function mount(): OrderTable {
  const fetchSession = async () => {
    sessions++;
    return { token: `token-${sessions}`, expiresAt: '2099-01-01T00:00:00.000Z' };
  };
  const portal = fixtureSync(
    html`<numberdesk-portal base-url="/numberdesk" .fetchSession=${fetchSession}>
      <order-table></order-table>
    </numberdesk-portal>`,
  );
  return portal.querySelector('order-table') as OrderTable;
}

const rows = ({ shadowRoot }: OrderTable) => [...(shadowRoot?.querySelectorAll<HTMLElement>('.order') ?? [])];
const row = (table: OrderTable, number: string) =>
  rows(table).find(({ dataset }) => dataset['key'] === number);

describe('<order-table> over the client and a mock of the server', () => {
  before(() => worker.start({ quiet: true, serviceWorker: { url: '/mockServiceWorker.js' } }));
  beforeEach(() => mock.reset());
  after(() => worker.stop());

  it('shows two pages, and a line that moves meanwhile', async () => {
    const table = mount();
    await waitUntil(() => rows(table).length === 50, 'no orders', patience);
    expect(rows(table)[0]?.dataset['key']).to.equal('1060');
    table.shadowRoot?.querySelector<HTMLElement>('.more .button')?.click();
    await waitUntil(() => rows(table).length === 60, 'no second page', patience);
    mock.orders.move('1042', '1', 'pending-docs');
    await waitUntil(() => row(table, '1042')?.innerText.includes('Pending Docs'), 'no change', patience);
    expect(row(table, '1042')?.innerText).to.include('Action required');
    expect(row(table, '1042')?.classList.contains('fresh')).to.equal(true);
  });

  it('goes on with a fresh session when the old one ends', async () => {
    const table = mount();
    await waitUntil(() => rows(table).length === 50, 'no orders', patience);
    const before = sessions;
    mock.endSessions();
    mock.orders.put({ number: '2000' });
    await waitUntil(() => row(table, '2000'), 'no new order', patience);
    expect(sessions).to.be.greaterThan(before);
    expect(table.shadowRoot?.querySelector('.notice') === null).to.equal(true);
  });

  it('reads the list anew when the feed has forgotten where it was', async () => {
    const table = mount();
    await waitUntil(() => rows(table).length === 50, 'no orders', patience);
    mock.orders.put({ number: '3000' });
    await waitUntil(() => row(table, '3000'), 'no new order', patience);
    mock.events.forget();
    mock.events.cut();
    mock.orders.put({ number: '3001' });
    await waitUntil(() => row(table, '3001'), 'no new order', patience);
  });

  it('ACC-4: is refused by the server with the permission that is missing', async () => {
    mock.permissions = ['numbers:view'];
    const table = mount();
    await waitUntil(() => table.matches(':state(forbidden)'), 'not forbidden', patience);
    await table.updateComplete;
    expect(table.shadowRoot?.querySelector<HTMLElement>('.panel')?.innerText).to.include('orders:view');
  });

  it('shows the number of the request that failed', async () => {
    mock.fail = { code: 'internal', on: 'orders.list' };
    const table = mount();
    await waitUntil(() => table.matches(':state(error)'), 'no error', patience);
    await table.updateComplete;
    expect(table.shadowRoot?.querySelector('.panel .code')?.textContent).to.not.equal('');
  });
});
