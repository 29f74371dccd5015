import type { Order } from '@numberdesk/core/orders';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { type MountedTable, type TableWishes, mountTable, mountedTable } from '../../../test/mount-table.ts';
import { orderServer } from '../../../test/order-server.ts';
import { ManualClock } from '../../../test/manual-clock.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { settleMillis as typingMillis } from '../internal/list-choice.controller.ts';
import { OrderTable } from './order-table.element.ts';
import type { ViewStateChangedEvent } from './order-table.events.ts';

const day = 86_400_000;
const ended = (number: string, daysAgo: number, version = 1) => {
  const statusChangedAt = new Date(Date.parse(sampleNow) - daysAgo * day).toISOString();
  return sampleOrder(number, [sampleLine({ status: 'completed', statusChangedAt })], { version });
};
const active = sampleOrder('1002');
const gone = ended('1001', 30);

const over = (orders: readonly Order[], wishes: TableWishes = {}) => ({
  ...wishes,
  prepare: (connection: MountedTable['connection']) => {
    connection.answer('orders', orderServer(orders));
    connection.answer('session/accounts', () => ({ data: [], next: null }));
  },
});

const shows = (table: MountedTable, ...numbers: string[]) =>
  waitUntil(() => table.numbers.join() === numbers.join(), `it never showed ${numbers.join()}`);

/** What a table tells of the reader's choices. */
function told(table: OrderTable): string[] {
  const states: string[] = [];
  table.addEventListener('view-state-changed', ({ viewState }: ViewStateChangedEvent) =>
    states.push(viewState),
  );
  return states;
}

describe('the history of <order-table>', () => {
  it('ORD-6: shows what has left the active list, and goes back', async () => {
    const table = await mountedTable(over([active, gone]));
    expect(table.numbers).to.deep.equal(['1002']);
    expect(table.button('Active').ariaPressed).to.equal('true');
    await table.press('History');
    await shows(table, '1001');
    expect(table.asked.at(-1)).to.include({ view: 'history' });
    expect(table.button('History').ariaPressed).to.equal('true');
    expect(table.cell('1001', 'status')).to.equal('Completed No longer in the active list');
    await table.press('Active');
    await shows(table, '1002');
  });

  it('ORD-6: takes in what is told to have left, and lets go of what is active again', async () => {
    const table = await mountedTable(over([active, gone]));
    await table.press('History');
    await shows(table, '1001');
    await table.tell(ended('1002', 8, 2), () => table.numbers.includes('1002'));
    const again = sampleOrder('1001', undefined, { version: 9 });
    await table.tell(again, () => !table.numbers.includes('1001'));
    expect(table.numbers).to.deep.equal(['1002']);
  });

  it('ORD-6: of the page’s own orders, takes in what leaves at the very moment', async () => {
    const clock = new ManualClock(sampleNow);
    const leaving = ended('1003', 7 - 2.5 / 24);
    const portal = fixtureSync(
      html`<numberdesk-portal .clock=${clock}
        ><order-table view-state="view=history" .orders=${[leaving, active, gone]}></order-table
      ></numberdesk-portal>`,
    );
    const table = portal.querySelector('order-table') as OrderTable;
    const numbers = () =>
      [...(table.shadowRoot?.querySelectorAll<HTMLElement>('.order') ?? [])].map(
        ({ dataset }) => dataset['key'],
      );
    await waitUntil(() => numbers().join() === '1001');
    await waitUntil(() => clock.pending > 0, 'nothing was to be done when an order leaves');
    clock.advance((2.5 / 24) * day - 1);
    await table.updateComplete;
    expect(numbers()).to.deep.equal(['1001']);
    clock.advance(1);
    await table.updateComplete;
    expect(numbers()).to.deep.equal(['1003', '1001']);
  });
});

describe('an empty <order-table>', () => {
  it('ORD-1: has never had an order, and leads nowhere', async () => {
    const table = await mountTable(over([]));
    await table.shows('empty');
    expect(table.text).to.include('No orders yet');
    expect(table.has('.panel button')).to.equal(false);
    await table.press('History');
    await waitUntil(() => table.text.includes('Nothing in the history yet'));
    expect(table.has('.panel button')).to.equal(false);
  });

  it('ORD-6: has nothing active any more, and leads to the history', async () => {
    const table = await mountTable(over([gone]));
    await table.shows('empty');
    expect(table.text).to.include('Nothing on its way');
    await table.press('Show history');
    await shows(table, '1001');
    expect(table.table.matches(':state(empty)')).to.equal(false);
  });

  it('ORD-6: has nothing in its history, and leads to the active orders', async () => {
    const table = await mountTable(over([active]));
    table.table.viewState = 'view=history';
    await table.shows('empty');
    expect(table.text).to.include('Nothing in the history yet');
    await table.press('Show active orders');
    await shows(table, '1002');
  });

  it('has none that match, and clears search and filters, but neither view nor sort', async () => {
    const table = await mountTable(over([active, gone]));
    table.table.viewState = 'view=history&sort=number&q=nobody&status=canceled&from=2026-11-01';
    await table.shows('empty');
    expect(table.text).to.include('No orders match');
    await table.press('Clear search and filters');
    await shows(table, '1001');
    expect(table.table.viewState).to.equal('view=history&sort=number');
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('');
  });

  it('leaves the focus in the widget when the way out goes away', async () => {
    const table = await mountTable(over([gone]));
    await table.shows('empty');
    table.button('Show history').focus();
    await table.press('Show history');
    await shows(table, '1001');
    expect(table.root.activeElement !== null).to.equal(true);
  });

  it('knows the same kinds with the page’s own orders', async () => {
    const table = fixtureSync<OrderTable>(html`<order-table .orders=${[gone]}></order-table>`);
    const text = () => table.shadowRoot?.querySelector<HTMLElement>('.panel')?.innerText ?? '';
    const past = 'Nothing on its way';
    await waitUntil(() => text() !== '');
    expect(text()).to.include(past);
    table.viewState = 'q=nobody';
    await table.updateComplete;
    expect(text()).to.include('No orders match');
    Object.assign(table, { orders: [active], viewState: 'view=history' });
    await table.updateComplete;
    expect(text()).to.include('Nothing in the history yet');
    Object.assign(table, { orders: [], viewState: '' });
    await table.updateComplete;
    expect(text()).to.include('No orders yet');
  });

  it('is accessible in each of its kinds', async () => {
    for (const [orders, viewState, lang] of [
      [[], '', 'en'],
      [[gone], '', 'ar'],
      [[active], 'view=history', 'en'],
      [[active], 'q=nobody', 'ar'],
    ] as const) {
      const table = await mountTable(over(orders, { lang }));
      table.portal.theme = lang === 'ar' ? 'dark' : 'light';
      table.table.viewState = viewState;
      await table.shows('empty');
      await expect(table.table).to.be.accessible();
      table.portal.remove();
    }
  });
});

describe('the view state of <order-table>', () => {
  it('goes in as a property or an attribute, without an event', async () => {
    const table = await mountedTable(over([active, gone]));
    const states = told(table.table);
    table.table.viewState = 'view=history&sort=placedAt';
    await shows(table, '1001');
    expect(table.find<HTMLSelectElement>('.toolbar select').value).to.equal('placedAt');
    table.table.setAttribute('view-state', '?q=100');
    await shows(table, '1002');
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('100');
    table.table.removeAttribute('view-state');
    await waitUntil(() => table.find<HTMLInputElement>('input[type=search]').value === '');
    expect(states).to.deep.equal([]);
  });

  it('comes out with the reader’s choice, once it counts, and never touches the page’s history', async () => {
    const table = await mountedTable(over([active, gone]));
    const states = told(table.table);
    const { href } = location;
    const { length } = history;
    await table.type('10');
    expect(states).to.deep.equal([]);
    await table.wait(typingMillis);
    await table.press('History');
    await table.fill('.toolbar select', 'number');
    expect(states).to.deep.equal(['q=10', 'view=history&q=10', 'view=history&sort=number&q=10']);
    expect(table.table.viewState).to.equal('view=history&sort=number&q=10');
    await table.press('History');
    expect(states).to.have.length(3);
    expect([location.href, history.length]).to.deep.equal([href, length]);
  });

  it('can be given back by the page as it came, while the reader types on', async () => {
    const table = await mountedTable(over([active, gone]));
    const states = told(table.table);
    await table.type('10');
    await table.wait(typingMillis);
    await table.type('100');
    // As a router does: later, and spelled its own way.
    table.table.viewState = `?${states[0]}`;
    await table.table.updateComplete;
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('100');
    const asked = table.asked.length;
    await table.wait(typingMillis);
    expect(table.asked).to.have.length(asked + 1);
  });

  it('shows in the controls what the page says, also after the reader has chosen', async () => {
    const table = await mountedTable(over([active, gone]));
    await table.fill('.toolbar select', 'placedAt');
    table.table.viewState = '';
    await waitUntil(() => table.find<HTMLSelectElement>('.toolbar select').value === '-number');
    expect(table.asked.at(-1)).to.include({ sort: '-number' });
  });

  it('is nothing where it is not understood', async () => {
    const table = await mountedTable(over([active, gone]));
    table.table.viewState = 'view=all&sort=name&status=lost&from=tomorrow&%%%';
    await table.table.updateComplete;
    expect(table.numbers).to.deep.equal(['1002']);
    expect(table.asked.at(-1)).to.deep.equal({ view: 'active', sort: '-number', limit: 50 });
  });
});
