import { PortalError } from '@numberdesk/core/http';
import { expect, oneEvent } from '@open-wc/testing';
import { flat } from '../../../test/reading.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { mountedTable } from '../../../test/mount-table.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const several = () => [
  sampleLine({ id: '1', quantity: 3 }),
  sampleLine({
    id: '2',
    type: 'toll-free',
    quantity: 1,
    status: 'pending-docs',
    location: { country: 'CA', city: 'Toronto' },
  }),
];

const daysAgo = (days: number) => new Date(Date.parse(sampleNow) - days * 86_400_000).toISOString();

describe('<order-table> with orders', () => {
  it('ORD-1: shows the newest order number first, counted as a number', async () => {
    const orders = ['999', '1000', '1001', 'B-7'].map((number) => sampleOrder(number));
    const { numbers } = await mountedTable({ orders });
    expect(numbers).to.deep.equal(['B-7', '1001', '1000', '999']);
  });

  it('ORD-2: shows number with who placed it, kind and place, quantity, action, status', async () => {
    const table = await mountedTable({ orders: [sampleOrder('NW-1')] });
    expect(table.cell('NW-1', 'number')).to.equal('NW-1 Ada Byron, Nov 20, 2026');
    expect(table.cell('NW-1', 'summary')).to.equal('Local Chicago, Illinois, United States');
    expect(table.cell('NW-1', 'quantity')).to.equal('2');
    expect(table.cell('NW-1', 'action')).to.equal('Change or cancel');
    expect(table.cell('NW-1', 'status')).to.include('Processing');
  });

  it('ORD-2: opens an order of several lines to a row for each, and closes it', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1001', several())] });
    expect(table.rows('1001')).to.have.length(1);
    const button = table.find('.lines');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    expect(button.getAttribute('aria-label')).to.equal('2 lines of order 1001');
    const expanded = oneEvent(table.table, 'order-expanded');
    button.click();
    expect(await expanded).to.include({ isExpanded: true, bubbles: true, composed: true });
    await table.table.updateComplete;
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(table.rows('1001')).to.have.length(3);
    expect(table.cell('1001', 'summary', 2)).to.equal('Toll-free Toronto, Canada');
    button.click();
    await table.table.updateComplete;
    expect(table.rows('1001')).to.have.length(1);
  });

  it('ORD-2: an order of one line has nothing to open', async () => {
    expect((await mountedTable()).has('.lines')).to.equal(false);
  });

  it('ORD-3: names each status in words, with a drawing where it is not on its way, and shows one that it does not know raw', async () => {
    const statuses = ['processing', 'pending-docs', 'completed', 'canceled', 'on-hold'];
    const orders = statuses.map((status, index) =>
      sampleOrder(String(index), [sampleLine({ status })], { status }),
    );
    const { root } = await mountedTable({ orders });
    const chips = [...root.querySelectorAll<HTMLElement>('.chip')];
    const words = chips.map((chip) => flat(chip.innerText));
    expect(words.reverse()).to.deep.equal(['Processing', 'Pending Docs', 'Completed', 'Canceled', 'on-hold']);
    const isDrawn = chips.map((chip) => chip.querySelector('svg[aria-hidden=true]') !== null);
    expect(isDrawn.reverse()).to.deep.equal([false, true, true, true, true]);
  });

  it('ORD-4: asks for action where the order says so, and only there', async () => {
    const pending = sampleOrder('2', [sampleLine({ status: 'pending-docs' })]);
    const table = await mountedTable({ orders: [sampleOrder('1'), pending] });
    expect(table.cell('2', 'action')).to.include('Action required');
    expect(table.cell('1', 'action')).to.not.include('Action required');
  });

  it('ORD-4: an action that it does not know is shown raw', async () => {
    const orders = [sampleOrder('1', undefined, { action: 'call-back' })];
    const table = await mountedTable({ orders, session: { contact: {} } });
    expect(table.cell('1', 'action')).to.equal('call-back');
    const nothing = await mountedTable({ session: { contact: {} } });
    expect(nothing.cell('1001', 'action')).to.equal('None');
  });

  it('ORD-11: names whom to send documents to, with the order number filled in', async () => {
    const pending = sampleOrder('A 1', [sampleLine({ status: 'pending-docs' })]);
    const contacts = [
      [{ email: 'docs@carrier.example' }, 'mailto:docs@carrier.example?subject=A%201'],
      [{ phone: '+1 501 555 0100' }, 'tel:+15015550100'],
      [{ url: 'https://help.example/?o={order}' }, 'https://help.example/?o=A%201'],
    ] as const;
    for (const [contact, href] of contacts) {
      const table = await mountedTable({ orders: [pending], session: { contact } });
      expect(table.find('.action a').getAttribute('href')).to.equal(href);
    }
    const none = await mountedTable({ orders: [pending], session: { contact: { url: 'javascript:1' } } });
    expect(none.has('.action a')).to.equal(false);
  });

  it('ORD-6: a row says when it leaves, in the account’s time zone', async () => {
    const line = sampleLine({ status: 'completed', statusChangedAt: daysAgo(5), numbers: ['+15015550100'] });
    const table = await mountedTable({ orders: [sampleOrder('1', [line])] });
    expect(table.cell('1', 'status')).to.equal('Completed Leaves the active list Nov 24, 12:00 PM');
  });

  it('ORD-7: a completed line shows its numbers from left to right, and counts the rest', async () => {
    const numbers = [1, 2, 3, 4, 5].map((last) => `+1501555010${last}`);
    const line = sampleLine({ status: 'completed', quantity: 5, numbers });
    const table = await mountedTable({ orders: [sampleOrder('1', [line])] });
    expect(table.cell('1', 'summary')).to.include('+15015550101 +15015550102 +15015550103 and 2 more');
    expect(table.find('.numbers bdi').dir).to.equal('ltr');
  });

  it('ORD-8: shows an order’s own status, and each line’s status when it is open', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1', several())] });
    expect(table.cell('1', 'status')).to.equal('Pending Docs');
    table.find('.lines').click();
    await table.table.updateComplete;
    expect(table.cell('1', 'status', 1)).to.include('Processing');
    expect(table.cell('1', 'status', 2)).to.equal('Pending Docs');
    expect(table.cell('1', 'action', 2)).to.equal('Action required');
  });

  it('ORD-9: shows an order that is not confirmed as such', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1', undefined, { confirmedAt: null })] });
    expect(table.cell('1', 'status')).to.include('Not confirmed by the carrier yet');
  });

  it('ORD-6, ORD-9: says when an order leaves, whether it has been confirmed or not', async () => {
    const done = sampleLine({ status: 'completed', statusChangedAt: '2026-11-21T15:00:00.000Z' });
    const table = await mountedTable({ orders: [sampleOrder('1', [done], { confirmedAt: null })] });
    expect(table.cell('1', 'status')).to.include('Leaves the active list Nov 28');
  });

  it('ORD-9: says when the orders were last synchronized and how long a new one may take', async () => {
    const table = await mountedTable({ syncedAt: '2026-11-22T17:42:00.000Z' });
    expect(flat(table.find('.synced').innerText)).to.equal(
      'Last synchronized with the carrier Nov 22, 11:42 AM. A new order can take up to 24 hours to appear.',
    );
  });

  it('ORD-9: before the first synchronization says so, and how long a new one may take', async () => {
    const table = await mountedTable({ syncedAt: null });
    expect(flat(table.find('.synced').innerText)).to.equal(
      'Not synchronized with the carrier yet. A new order can take up to 24 hours to appear.',
    );
  });

  it('names many places by the first ones and a count of the others', async () => {
    const cities = ['Chicago', 'Dallas', 'Denver', 'Boise'];
    const lines = cities.map((city, index) =>
      sampleLine({ id: String(index), location: { country: 'US', city } }),
    );
    const table = await mountedTable({ orders: [sampleOrder('1', lines)] });
    expect(table.cell('1', 'summary')).to.include('Chicago, Dallas and 2 more');
  });

  it('shows a kind and a country that it does not know raw', async () => {
    const line = sampleLine({ type: 'vanity', location: { country: 'not a code' } });
    const table = await mountedTable({ orders: [sampleOrder('1', [line])] });
    expect(table.cell('1', 'summary')).to.equal('vanity not a code');
  });
});

describe('<order-table> as a table', () => {
  it('has explicit roles, and counts its rows, open lines among them', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1', several()), sampleOrder('2')] });
    expect(table.find('table').getAttribute('aria-rowcount')).to.equal('3');
    table.find('.lines').click();
    await table.table.updateComplete;
    expect(table.find('table').getAttribute('aria-rowcount')).to.equal('5');
    const rows = [...table.root.querySelectorAll('[role=row]')];
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(['1', '2', '3', '4', '5']);
    expect(table.root.querySelectorAll('[role=columnheader]')).to.have.length(5);
    expect(table.root.querySelectorAll('tbody [role=rowheader]')).to.have.length(4);
    expect(table.root.querySelectorAll('tbody [role=cell]')).to.have.length(16);
  });

  it('keeps numbers, names and dates apart from the direction around them, where they could turn', async () => {
    const arabic = { placedBy: { name: 'ليلى حداد' } };
    const table = await mountedTable({
      orders: [sampleOrder('1001'), sampleOrder('1002', undefined, arabic)],
    });
    // As it stands in the tree: to some browsers, marks that keep texts apart are none of what is seen.
    const written = (number: string, place: string) =>
      flat(table.rows(number)[0]?.querySelector(place)?.textContent ?? '');
    expect(written('1001', '.number')).to.equal('1001 Ada Byron, Nov 20, 2026');
    expect(written('1002', '.number')).to.equal('1002 \u2068ليلى حداد\u2069, Nov 20, 2026');
    table.table.locale = 'ar';
    await waitUntil(() => table.find('.frame').dir === 'rtl');
    expect(table.find('.number bdi').textContent).to.equal('1002');
    expect(written('1001', '.number')).to.match(/^1001 \u2068Ada Byron\u2069، \u2068[^\u2068]+\u2069$/);
    expect(written('1001', '.summary .sub')).to.match(
      /^\u2068Chicago\u2069، \u2068Illinois\u2069، \u2068[^\u2068]+\u2069$/,
    );
  });

  it('writes no style attribute, so that a strict policy has nothing to refuse', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1', several())] });
    table.find('.lines').click();
    await table.table.updateComplete;
    expect(table.has('[style]')).to.equal(false);
  });

  it('makes a number a link where the page says where it leads, and lets the page open it', async () => {
    const table = await mountedTable();
    expect(table.has('.number a')).to.equal(false);
    table.table.orderHref = ({ number }) => `#order-${number}`;
    await table.table.updateComplete;
    const link = table.find<HTMLAnchorElement>('.number a');
    expect(link.getAttribute('href')).to.equal('#order-1001');
    let asked = '';
    table.table.addEventListener('order-open-request', (event) => {
      asked = event.order.number;
      event.preventDefault();
    });
    link.click();
    expect(asked).to.equal('1001');
    expect(location.hash).to.equal('');
  });

  it('leaves a click for a new tab to the browser', async () => {
    const table = await mountedTable();
    table.table.orderHref = () => '#x';
    await table.table.updateComplete;
    let asked = 0;
    table.table.addEventListener('order-open-request', () => asked++);
    table.root.addEventListener('click', (event) => event.preventDefault());
    table
      .find('.number a')
      .dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }));
    expect(asked).to.equal(0);
  });

  it('TIM-1: shows the dates of the account’s time zone, not of the reader’s', async () => {
    const orders = [sampleOrder('1', undefined, { placedAt: '2026-11-21T04:00:00.000Z' })];
    const table = await mountedTable({ orders });
    expect(table.cell('1', 'number')).to.include('Nov 20, 2026');
    const elsewhere = await mountedTable({
      orders,
      session: { account: { id: 'a', name: 'A', level: 'business', timeZone: 'Asia/Tokyo' } },
    });
    expect(elsewhere.cell('1', 'number')).to.include('Nov 21, 2026');
  });

  it('replaces texts by the page’s own, the widget’s before the portal’s', async () => {
    const table = await mountedTable();
    table.portal.messages = { 'orders.number': 'Reference', 'orders.status': 'State' };
    table.table.messages = { 'orders.status': 'Stage' };
    await waitUntil(() => table.text.includes('Reference'));
    expect(table.text).to.include('Stage').and.not.include('State ');
  });
});

describe('<order-table> page by page', () => {
  const pages = () => {
    const orders = Array.from({ length: 60 }, (_, index) => sampleOrder(String(1000 + index))).reverse();
    return { first: orders.slice(0, 50), second: orders.slice(50) };
  };

  it('loads the next page on demand, behind what is there, and says how many there are', async () => {
    const { first, second } = pages();
    const table = await mountedTable({
      prepare: (connection) =>
        connection.answer('orders', ({ cursor }) => ({
          data: cursor ? second : first,
          next: cursor ? null : 'page-2',
          syncedAt: null,
          feed: 7,
        })),
    });
    expect(table.numbers).to.have.length(50);
    expect(table.find('table').getAttribute('aria-rowcount')).to.equal('-1');
    expect(table.find('.count').innerText).to.equal('50 orders shown');
    table.find('.more .button').click();
    await waitUntil(() => table.numbers.length === 60);
    await waitUntil(() => table.said === '60 orders shown');
    expect(table.connection.calls.at(-1)?.input).to.deep.equal({
      view: 'active',
      sort: '-number',
      limit: 200,
      cursor: 'page-2',
    });
    expect(table.numbers.at(-1)).to.equal('1000');
    expect(table.has('.more .button')).to.equal(false);
    expect(table.hasFocusOn('.count')).to.equal(true);
  });

  it('keeps what is there when the next page fails, says so, and tries again', async () => {
    const { first, second } = pages();
    let fails = true;
    const table = await mountedTable({
      prepare: (connection) =>
        connection.answer('orders', ({ cursor }) => {
          if (cursor && fails) return new PortalError('internal', 'x', { status: 500, requestId: 'req_9' });
          return { data: cursor ? second : first, next: cursor ? null : 'page-2', syncedAt: null, feed: 7 };
        }),
    });
    table.find('.more .button').click();
    await waitUntil(() => table.text.includes('The next orders could not be loaded.'));
    expect(table.text).to.include('req_9');
    expect(table.numbers).to.have.length(50);
    fails = false;
    table.find('.more .button').click();
    await waitUntil(() => table.numbers.length === 60);
  });
});
