import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import {
  freshNewsMillis as freshMillis,
  gatherNewsMillis as gatherMillis,
} from '../internal/news.controller.ts';
import { mountTable, mountedTable } from '../../../test/mount-table.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const completed = (number: string, version = 2) =>
  sampleOrder(number, [sampleLine({ status: 'completed', statusChangedAt: sampleNow })], { version });

const several = (number: string, version = 1) =>
  sampleOrder(number, [sampleLine({ id: '1' }), sampleLine({ id: '2', quantity: version })], { version });

const soon = 60_000;

/** An order that leaves in a minute. */
const leaving = (number: string) => {
  const statusChangedAt = new Date(Date.parse(sampleNow) - 7 * 86_400_000 + soon).toISOString();
  return sampleOrder(number, [sampleLine({ status: 'canceled', statusChangedAt })]);
};

describe('<order-table> live', () => {
  it('follows the feed from where the list stood, and lets go of it with the page', async () => {
    const { connection, portal, table, clock } = await mountedTable();
    expect(connection.followed).to.deep.equal([7]);
    expect(connection.feeds[0]?.aborted).to.equal(false);
    portal.remove();
    expect(connection.feeds[0]?.aborted).to.equal(true);
    table.requestUpdate();
    await table.updateComplete;
    expect(clock.pending).to.equal(0);
  });

  it('reads the list anew when it comes back to the page', async () => {
    const table = await mountedTable();
    const parent = table.portal.parentElement as HTMLElement;
    table.portal.remove();
    table.connection.answer('orders', () => ({
      data: [completed('1001')],
      next: null,
      syncedAt: null,
      feed: 9,
    }));
    parent.append(table.portal);
    await waitUntil(() => table.cell('1001', 'status').includes('Completed'));
    expect(table.connection.followed).to.deep.equal([7, 9]);
  });

  it('shows a change of status, marks the row for a while, and says it in words', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1042')] });
    await table.tell(completed('1042'), () => table.cell('1042', 'status').includes('Completed'));
    expect(table.find('.order').classList.contains('fresh')).to.equal(true);
    expect(table.said).to.equal('');
    await table.wait(gatherMillis);
    expect(table.said).to.equal('Order 1042: now Completed.');
    expect(table.find('[role=status]').getAttribute('aria-live') ?? 'polite').to.equal('polite');
    await table.wait(freshMillis);
    expect(table.find('.order').classList.contains('fresh')).to.equal(false);
  });

  it('is readable also where a mark is at its strongest, in a brand whose grey is pale', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1042')] });
    for (const [name, color] of Object.entries({ surface: '#fffdf8', muted: '#656857', accent: '#285943' }))
      table.portal.style.setProperty(`--nd-color-${name}`, color);
    await table.tell(completed('1042'), () => table.cell('1042', 'status').includes('Completed'));
    for (const animation of table.find('.order tr').getAnimations()) {
      animation.pause();
      animation.currentTime = 0;
    }
    await expect(table.table).to.be.accessible();
  });

  it('says several changes at once in one sentence', async () => {
    const numbers = ['1', '2', '3', '4'];
    const table = await mountedTable({ orders: numbers.map((number) => sampleOrder(number)) });
    for (const number of numbers) {
      await table.tell(completed(number), () => table.cell(number, 'status').includes('Completed'));
    }
    await table.wait(gatherMillis);
    expect(table.said).to.equal('4 orders have changed.');
  });

  it('tells a few one by one: the new, the changed and the updated', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1'), sampleOrder('2')] });
    await table.tell(sampleOrder('3'), () => table.numbers.includes('3'));
    await table.tell(completed('2'), () => table.cell('2', 'status').includes('Completed'));
    await table.tell(
      sampleOrder('1', [sampleLine({ quantity: 9 })], { version: 2 }),
      () => table.cell('1', 'quantity') === '9',
    );
    await table.wait(gatherMillis);
    expect(table.said).to.equal('New order 3: Processing. Order 2: now Completed. Order 1 has been updated.');
  });

  it('says the same words again when they are news again', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1')] });
    const change = (version: number) =>
      table.tell(
        sampleOrder('1', [sampleLine({ quantity: version })], { version }),
        () => table.cell('1', 'quantity') === String(version),
      );
    await change(3);
    await table.wait(gatherMillis);
    const first = table.find('[role=status]').firstElementChild;
    await change(4);
    await table.wait(gatherMillis);
    expect(table.said).to.equal('Order 1 has been updated.');
    expect(table.find('[role=status]').firstElementChild === first).to.equal(false);
  });

  it('passes over what is older than what it shows, and what is no order', async () => {
    const table = await mountedTable({ orders: [completed('1', 5)] });
    table.connection.tell({
      type: 'order.changed',
      data: { order: sampleOrder('1', undefined, { version: 4 }) },
    });
    table.connection.tell({ type: 'order.changed', data: { order: { number: '1', version: 9 } } });
    table.connection.tell({ type: 'something.else', data: { order: sampleOrder('8') } });
    await table.tell(sampleOrder('2'), () => table.numbers.includes('2'));
    expect(table.cell('1', 'status')).to.include('Completed');
    expect(table.numbers).to.deep.equal(['2', '1']);
  });

  it('leaves orders beyond what is loaded to the next page', async () => {
    const table = await mountedTable({ orders: [sampleOrder('50'), sampleOrder('40')], next: 'more' });
    table.connection.tell({ type: 'order.changed', data: { order: sampleOrder('30') } });
    await table.tell(sampleOrder('45'), () => table.numbers.includes('45'));
    expect(table.numbers).to.deep.equal(['50', '45', '40']);
  });

  it('fills an empty table', async () => {
    const table = await mountTable({ orders: [] });
    await table.shows('empty');
    await table.tell(sampleOrder('1'), () => table.numbers.length === 1);
    expect(table.table.matches(':state(empty)')).to.equal(false);
  });

  it('reads as much as was loaded anew when the feed says that it has a hole', async () => {
    const orders = Array.from({ length: 90 }, (_, index) => sampleOrder(String(2000 - index)));
    const page = ({ limit, cursor }: Record<string, unknown>) => {
      const from = Number(cursor ?? 0);
      const to = from + Number(limit);
      return { data: orders.slice(from, to), next: to < 90 ? String(to) : null, syncedAt: null, feed: 7 };
    };
    const table = await mountedTable({ prepare: (connection) => connection.answer('orders', page) });
    table.find('.more .button').click();
    await waitUntil(() => table.numbers.length === 90);
    const asked = table.connection.calls.length;
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.connection.followed.length === 2);
    expect(table.numbers).to.have.length(90);
    expect(table.connection.calls.slice(asked).map(({ input }) => input)).to.deep.equal([
      { view: 'active', sort: '-number', limit: 90 },
    ]);
  });

  it('moves neither the focus, nor an open row, nor what is open in it', async () => {
    const table = await mountedTable({ orders: [several('10'), sampleOrder('9')] });
    table.find('.lines').click();
    await table.table.updateComplete;
    table.find('.lines').focus();
    await table.tell(sampleOrder('11'), () => table.numbers.includes('11'));
    await table.tell(several('10', 7), () => table.cell('10', 'quantity', 2) === '7');
    expect(table.hasFocusOn('.order[data-key="10"] .lines')).to.equal(true);
    expect(table.rows('10')).to.have.length(3);
    expect(table.numbers).to.deep.equal(['11', '10', '9']);
  });

  it('does not scroll', async () => {
    const orders = Array.from({ length: 40 }, (_, index) => sampleOrder(String(1000 - index)));
    const table = await mountedTable({ orders });
    const row = table.rows('980')[0] as HTMLElement;
    row.scrollIntoView({ block: 'center' });
    const before = row.getBoundingClientRect().top;
    expect(window.scrollY).to.be.greaterThan(0);
    await table.tell(sampleOrder('2000'), () => table.numbers.includes('2000'));
    await waitUntil(() => Math.abs(row.getBoundingClientRect().top - before) < 1, 'the row has moved');
    window.scrollTo(0, 0);
  });
});

describe('<order-table> as time goes by', () => {
  it('ORD-6: a row leaves by the widget’s own clock, at the very moment, and is said to', async () => {
    const table = await mountedTable({ orders: [leaving('7'), sampleOrder('6')] });
    await table.wait(soon - 1);
    expect(table.numbers).to.deep.equal(['7', '6']);
    await table.wait(1);
    expect(table.numbers).to.deep.equal(['6']);
    await table.wait(gatherMillis);
    expect(table.said).to.equal('Order 7 has left the list.');
    expect(table.connection.calls.filter(({ path }) => path === 'orders')).to.have.length(1);
  });

  it('ORD-6: a row that has the focus stays until the focus leaves it', async () => {
    const table = await mountedTable({ orders: [leaving('7'), sampleOrder('6')] });
    table.table.orderHref = ({ number }) => `#${number}`;
    await table.table.updateComplete;
    table.find('.order[data-key="7"] a').focus();
    await table.wait(soon);
    expect(table.numbers).to.deep.equal(['7', '6']);
    expect(table.cell('7', 'status')).to.include('No longer in the active list');
    table.find('.order[data-key="6"] a').focus();
    await table.wait(0);
    await waitUntil(() => table.numbers.length === 1);
    expect(table.hasFocusOn('.order[data-key="6"] a')).to.equal(true);
  });

  it('ORD-6: without any order left, says so', async () => {
    const table = await mountedTable({ orders: [leaving('7')] });
    await table.wait(soon);
    await table.shows('empty');
  });

  it('ORD-5: an estimate passes with the day, without a word from the server', async () => {
    const line = sampleLine({ estimated: { from: '2026-11-20', to: '2026-11-22' } });
    const table = await mountedTable({ orders: [sampleOrder('1', [line])] });
    table.find('.has-tip').focus();
    const tip = () => table.find('[role=tooltip]').textContent;
    expect(tip()).to.include('business days').and.not.include('has passed');
    await table.wait(13 * 3_600_000);
    expect(tip()).to.include('This date has passed.');
  });
});
