import { PortalError } from '@numberdesk/core/http';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import type { Order } from '@numberdesk/core/orders';
import { orderServer } from '../../../test/order-server.ts';
import { type MountedTable, type TableWishes, mountedTable } from '../../../test/mount-table.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { settleMillis as typingMillis } from '../internal/list-choice.controller.ts';
import { gatherNewsMillis as gatherMillis } from '../internal/news.controller.ts';
import { OrderTable } from './order-table.element.ts';

const placed = (number: string, name: string, more: Partial<Order> = {}) =>
  sampleOrder(number, undefined, { placedBy: { name }, ...more });

const orders = [
  placed('1001', 'Ada Byron'),
  placed('1002', 'Grace Hopper'),
  placed('1003', 'Ada Lovelace'),
  placed('2001', 'Mary Adams', { placedAt: '2026-11-18T15:00:00.000Z' }),
];

const served = (wishes: TableWishes = {}, list: readonly Order[] = orders) =>
  mountedTable({
    ...wishes,
    prepare: (connection) => {
      connection.answer('orders', orderServer(list));
      connection.answer('session/accounts', () => ({ data: [], next: null }));
      wishes.prepare?.(connection);
    },
  });

/** Waits until a table has the answer to what it asks for. */
const settled = async (table: MountedTable, numbers: string[]) => {
  await waitUntil(
    () => table.numbers.join() === numbers.join(),
    `it never showed ${numbers.join()} but ${table.numbers.join()}`,
  );
  await waitUntil(() => table.find('.frame').getAttribute('aria-busy') === 'false');
};

const search = async (table: MountedTable, text: string) => {
  await table.type(text);
  await table.wait(typingMillis);
};

describe('the search of <order-table>', () => {
  it('asks the server once, when the typing has come to rest', async () => {
    const table = await served();
    for (const text of ['a', 'ad', 'ada']) {
      await table.type(text);
      await table.wait(typingMillis - 1);
    }
    expect(table.asked).to.have.length(1);
    await table.wait(1);
    await settled(table, ['2001', '1003', '1001']);
    expect(table.asked.map(({ q }) => q)).to.deep.equal([undefined, 'ada']);
  });

  it('shows everything again at once when it is emptied', async () => {
    const table = await served();
    await search(table, 'grace');
    await settled(table, ['1002']);
    await table.type('');
    await settled(table, ['2001', '1003', '1002', '1001']);
    expect(table.asked).to.have.length(3);
  });

  it('keeps what is there while it asks, busy, and the focus where it is', async () => {
    const table = await served();
    const release = table.connection.hold();
    await search(table, 'grace');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('true');
    expect(table.numbers).to.deep.equal(['2001', '1003', '1002', '1001']);
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
    release();
    await settled(table, ['1002']);
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
  });

  it('keeps the focus and the text through an answer without orders, a failure, and back', async () => {
    const table = await served();
    await search(table, 'nobody');
    await table.shows('empty');
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
    table.connection.answer('orders', () => new PortalError('internal', 'x', { requestId: 'req_1' }));
    await search(table, 'grace');
    await table.shows('error');
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('grace');
    table.connection.answer('orders', orderServer(orders));
    await search(table, 'ada');
    await settled(table, ['2001', '1003', '1001']);
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
  });

  it('shows the failure of a new question with a way to ask again, and no orders of the old one', async () => {
    const table = await served();
    table.connection.answer('orders', () => new PortalError('unreachable', 'x'));
    await search(table, 'grace');
    await table.shows('error');
    expect(table.numbers).to.deep.equal([]);
    expect(table.has('.toolbar')).to.equal(true);
    expect(table.has('.notice')).to.equal(false);
    table.connection.answer('orders', orderServer(orders));
    await table.press('Try again');
    await settled(table, ['1002']);
  });

  it('keeps what is typed through a live change and through a reload', async () => {
    const table = await served();
    await search(table, 'ada');
    await settled(table, ['2001', '1003', '1001']);
    await table.type('ada b');
    await table.tell(placed('1004', 'Ada Yonath'), () => table.numbers.includes('1004'));
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('ada b');
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.connection.followed.length === 3);
    await table.table.updateComplete;
    expect(table.find<HTMLInputElement>('input[type=search]').value).to.equal('ada b');
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
  });

  it('passes over what cannot be seen in a copied number, and takes a hundred characters', async () => {
    const table = await served();
    await search(table, ' \u200e1002\u202c\u00ad ');
    await settled(table, ['1002']);
    expect(table.asked.at(-1)?.['q']).to.equal('1002');
    expect(table.find<HTMLInputElement>('input[type=search]').maxLength).to.equal(100);
  });

  it('says once how many there are', async () => {
    const table = await served();
    await search(table, 'ada');
    await settled(table, ['2001', '1003', '1001']);
    await waitUntil(() => table.said === '3 orders shown');
    const said = table.find('[role=status]').firstElementChild;
    await table.wait(gatherMillis);
    table.table.requestUpdate();
    await table.table.updateComplete;
    expect(table.find('[role=status]').firstElementChild === said).to.equal(true);
  });

  it('ends without a word to the server when the widget leaves the page', async () => {
    const table = await served();
    await table.type('grace');
    table.portal.remove();
    await table.wait(typingMillis);
    expect(table.asked).to.have.length(1);
    expect(table.clock.pending).to.equal(0);
  });

  it('an order that no longer matches leaves, one that now matches joins', async () => {
    const table = await served();
    await search(table, 'ada');
    await settled(table, ['2001', '1003', '1001']);
    await table.tell(placed('1001', 'Charles', { version: 2 }), () => !table.numbers.includes('1001'));
    await table.tell(placed('1002', 'Ada Hopper', { version: 2 }), () => table.numbers.includes('1002'));
    expect(table.numbers).to.deep.equal(['2001', '1003', '1002']);
    await table.wait(gatherMillis);
    expect(table.said).to.equal('Order 1001 has left the list. New order 1002: Processing.');
  });

  it('an order that no longer matches stays for as long as it has the focus', async () => {
    const table = await served();
    await search(table, 'grace');
    await settled(table, ['1002']);
    table.find('.order[data-key="1002"] .copy').focus();
    await table.tell(placed('1002', 'Charles', { version: 2 }), () =>
      table.cell('1002', 'number').includes('Charles'),
    );
    expect(table.hasFocusOn('.order[data-key="1002"] .copy')).to.equal(true);
    table.find('input[type=search]').focus();
    await table.wait(0);
    await table.shows('empty');
  });

  it('searches the page’s own orders with every keystroke', async () => {
    const table = fixtureSync<OrderTable>(html`<order-table .orders=${orders}></order-table>`);
    await table.updateComplete;
    const input = table.shadowRoot?.querySelector('input') as HTMLInputElement;
    input.value = 'gr';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await table.updateComplete;
    const shown = [...(table.shadowRoot?.querySelectorAll<HTMLElement>('.order') ?? [])];
    expect(shown.map(({ dataset }) => dataset['key'])).to.deep.equal(['1002']);
  });
});

describe('the filters of <order-table>', () => {
  const accounts = [
    { id: 'east', name: 'East', level: 'business-unit', parent: 'acme' },
    { id: 'acme', name: 'Acme', level: 'business', parent: null },
    { id: 'shop', name: 'Shop', level: 'program', parent: 'east' },
    { id: 'care', name: 'Care', level: 'business-unit', parent: 'acme' },
  ];
  const filtered = async (list?: readonly Order[]) => {
    const table = await served(
      {
        prepare: (connection) =>
          connection.answer('session/accounts', ({ cursor }) =>
            cursor ? { data: accounts.slice(2), next: null } : { data: accounts.slice(0, 2), next: 'more' },
          ),
      },
      list,
    );
    await table.press('Filter');
    await waitUntil(() => table.has('.tools select'), 'the filters never opened');
    return table;
  };
  const tick = async (table: MountedTable, word: string) => {
    const choice = [...table.root.querySelectorAll<HTMLElement>('.choice')].find(
      ({ innerText }) => innerText.trim() === word,
    );
    choice?.querySelector('input')?.click();
    await table.table.updateComplete;
  };

  it('ORD-8: by status, several at once, and says how many filters are set', async () => {
    const canceled = sampleOrder('3001', [sampleLine({ status: 'canceled', statusChangedAt: sampleNow })]);
    const pending = sampleOrder('3002', [sampleLine({ status: 'pending-docs' })]);
    const table = await filtered([...orders, canceled, pending]);
    await tick(table, 'Canceled');
    await settled(table, ['3001']);
    await tick(table, 'Pending Docs');
    await settled(table, ['3002', '3001']);
    expect(table.asked.at(-1)?.['status']).to.have.members(['canceled', 'pending-docs']);
    expect(table.button('Filter, 1 set').querySelector('b')?.innerText).to.equal('1');
    await tick(table, 'Canceled');
    await settled(table, ['3002']);
    await table.press('Clear filters');
    await settled(table, ['3002', '3001', '2001', '1003', '1002', '1001']);
    expect(table.root.querySelectorAll('.choice :checked')).to.have.length(0);
  });

  it('TIM-4: by days of the account’s calendar', async () => {
    const table = await filtered([
      placed('1', 'A', { placedAt: '2026-11-18T05:59:59.999Z' }),
      placed('2', 'B', { placedAt: '2026-11-18T06:00:00.000Z' }),
      placed('3', 'C', { placedAt: '2026-11-19T05:59:59.999Z' }),
      placed('4', 'D', { placedAt: '2026-11-19T06:00:00.000Z' }),
    ]);
    await table.fill('input[type=date]', '2026-11-18');
    await settled(table, ['4', '3', '2']);
    await table.fill('label:nth-of-type(2) input[type=date]', '2026-11-18');
    await settled(table, ['3', '2']);
    expect(table.asked.at(-1)).to.include({
      placedFrom: '2026-11-18T06:00:00.000Z',
      placedBefore: '2026-11-19T06:00:00.000Z',
    });
    expect(table.find<HTMLInputElement>('input[type=date]').max).to.equal('2026-11-18');
  });

  it('passes over a year that is still being typed, or that nobody means', async () => {
    const table = await filtered();
    for (const date of ['0002-11-18', '0202-11-18', '12026-11-18'])
      await table.fill('input[type=date]', date);
    expect(table.asked).to.have.length(1);
    expect(table.numbers).to.have.length(4);
    await table.fill('input[type=date]', '2026-11-19');
    await settled(table, ['1003', '1002', '1001']);
  });

  it('ACC-1: by an account and those below it, each named below its own, live changes among them', async () => {
    const table = await filtered();
    const options = [...table.root.querySelectorAll<HTMLOptionElement>('.tools option')];
    expect(options.map(({ text }) => text)).to.deep.equal(['All accounts', 'Acme', 'Care', 'East', 'Shop']);
    table.connection.answer('orders', () => ({
      data: [placed('9', 'A', { account: 'shop' }), placed('8', 'B', { account: 'east' })],
      next: null,
      syncedAt: null,
      feed: 7,
    }));
    await table.fill('.tools select', 'east');
    await settled(table, ['9', '8']);
    expect(table.asked.at(-1)?.['account']).to.equal('east');
    table.connection.tell({ type: 'order.changed', data: { order: placed('11', 'C', { account: 'care' }) } });
    table.connection.tell({ type: 'order.changed', data: { order: placed('10', 'C', { account: 'acme' }) } });
    await table.tell(placed('12', 'D', { account: 'shop' }), () => table.numbers.includes('12'));
    expect(table.numbers).to.deep.equal(['12', '9', '8']);
  });

  it('ACC-1: offers no choice of accounts to whoever has one', async () => {
    const table = await served({
      prepare: (connection) =>
        connection.answer('session/accounts', () => ({ data: accounts.slice(1, 2), next: null })),
    });
    await table.press('Filter');
    await waitUntil(() => table.has('.tools input'));
    await waitUntil(() => table.connection.calls.some(({ path }) => path === 'session/accounts'));
    await table.table.updateComplete;
    expect(table.has('.tools select')).to.equal(false);
  });

  it('ACC-1: an account that is not there matches no order, and can be cleared', async () => {
    const table = await served({
      prepare: (connection) =>
        connection.answer('orders', (input) =>
          input['account'] ? new PortalError('not-found', 'x', { status: 404 }) : orderServer(orders)(input),
        ),
    });
    table.table.viewState = 'account=gone';
    await table.shows('empty');
    expect(table.text).to.include('No orders match');
    expect(table.text).to.not.include('could not be refreshed');
    await table.press('Clear search and filters');
    await settled(table, ['2001', '1003', '1002', '1001']);
  });

  it('an order whose status no longer matches leaves, and stays while it has the focus', async () => {
    const pending = (version: number, status: string) =>
      sampleOrder('7', [sampleLine({ status })], { version });
    const table = await filtered([pending(1, 'pending-docs'), sampleOrder('6')]);
    await tick(table, 'Pending Docs');
    await settled(table, ['7']);
    table.find('.order[data-key="7"] .copy').focus();
    await table.tell(pending(2, 'processing'), () => table.cell('7', 'status').includes('Processing'));
    expect(table.hasFocusOn('.order[data-key="7"] .copy')).to.equal(true);
    table.find('.choice input').focus();
    await table.wait(0);
    await table.shows('empty');
    await table.tell(pending(3, 'pending-docs'), () => table.numbers.includes('7'));
  });

  it('closes what is open by the same button, and opens one at a time', async () => {
    const table = await filtered();
    expect(table.button('Filter').getAttribute('aria-expanded')).to.equal('true');
    await table.press('Export');
    await waitUntil(() => table.text.includes('For a spreadsheet'));
    expect(table.has('.tools input')).to.equal(false);
    await table.press('Export');
    expect(table.has('.tools')).to.equal(false);
  });

  it('is accessible with the filters open and set, in both directions and colours', async () => {
    for (const [lang, theme] of [
      ['en', 'light'],
      ['ar', 'dark'],
    ] as const) {
      const table = await served({
        lang,
        prepare: (connection) =>
          connection.answer('session/accounts', () => ({ data: accounts, next: null })),
      });
      table.portal.theme = theme;
      table.table.viewState = 'status=processing&from=2026-11-01&q=ada';
      table.find('.tool').click();
      await waitUntil(() => table.has('.tools select'));
      await waitUntil(() => table.find('.frame').getAttribute('aria-busy') === 'false');
      await expect(table.table).to.be.accessible();
      table.portal.remove();
    }
  });
});

describe('the sort of <order-table>', () => {
  it('ORD-1: begins with the newest number, and asks for another order on demand', async () => {
    const table = await served();
    const select = table.find<HTMLSelectElement>('.toolbar select');
    expect(select.selectedOptions[0]?.text).to.equal('Newest number');
    await table.fill('.toolbar select', 'placedAt');
    await settled(table, ['2001', '1001', '1002', '1003']);
    await table.fill('.toolbar select', 'number');
    await settled(table, ['1001', '1002', '1003', '2001']);
    await table.tell(placed('1500', 'New'), () => table.numbers.includes('1500'));
    expect(table.numbers).to.deep.equal(['1001', '1002', '1003', '1500', '2001']);
    expect(table.hasFocusOn('.toolbar select')).to.equal(true);
  });
});
