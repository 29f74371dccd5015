import type { Order } from '@numberdesk/core/orders';
import { sendKeys } from '@web/test-runner-commands';
import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { type MountedTable, mountedTable } from '../../../test/mount-table.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const two = (number: string, status = 'processing') =>
  sampleOrder(number, [sampleLine({ id: '1' }), sampleLine({ id: '2', status })]);

/** Presses a key where the focus is, and tells whether that is left to the browser. */
function press(table: MountedTable, key: string, more: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  return (table.root.activeElement ?? document.body).dispatchEvent(event);
}

/** Where the focus is: the order, the row in it, and the kind of control. */
function place({ root }: MountedTable): string {
  const { activeElement } = root;
  const group = activeElement?.closest<HTMLElement>('.order');
  const row = [...(group?.children ?? [])].indexOf(activeElement?.closest('tr') as Element);
  return `${group?.dataset['key']}/${row}/${activeElement?.classList[0] ?? activeElement?.localName}`;
}

const goes = async (table: MountedTable, key: string, to: string) => {
  press(table, key);
  await waitUntil(() => place(table) === to, `${key} never led to ${to} but to ${place(table)}`);
};

const focus = (table: MountedTable, selector: string) => table.find(selector).focus();

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

describe('<order-table> by keyboard', () => {
  it('goes up and down through rows, and stays in the column', async () => {
    const table = await mountedTable({ orders: ['1', '2', '3'].map((number) => sampleOrder(number)) });
    focus(table, '.order[data-key="3"] .copy');
    await goes(table, 'ArrowDown', '2/0/copy');
    await goes(table, 'ArrowDown', '1/0/copy');
    await goes(table, 'ArrowUp', '2/0/copy');
    focus(table, '.order[data-key="2"] .status button');
    await goes(table, 'ArrowUp', '3/0/chip');
    expect(table.root.querySelectorAll(':popover-open')).to.have.length(1);
  });

  it('goes through the lines of an open order, past those that have nothing to reach', async () => {
    const table = await mountedTable({ orders: [two('3'), two('2', 'pending-docs'), sampleOrder('1')] });
    for (const button of table.root.querySelectorAll<HTMLElement>('.lines')) button.click();
    await table.table.updateComplete;
    focus(table, '.order[data-key="3"] .status button');
    await goes(table, 'ArrowDown', '3/1/chip');
    await goes(table, 'ArrowDown', '3/2/chip');
    await goes(table, 'ArrowDown', '2/0/copy');
    focus(table, '.order[data-key="2"] tr:nth-child(2) .status button');
    await goes(table, 'ArrowDown', '1/0/chip');
    await goes(table, 'ArrowUp', '2/1/chip');
  });

  it('goes no further than the first and the last row, and scrolls nothing there', async () => {
    const orders = Array.from({ length: 30 }, (_, index) => sampleOrder(String(index + 1)));
    const table = await mountedTable({ orders });
    for (const [number, key] of [
      ['30', 'ArrowUp'],
      ['1', 'ArrowDown'],
    ] as const) {
      focus(table, `.order[data-key="${number}"] .copy`);
      // An engine brings what gets the focus into view a frame or more later.
      await waitUntil(() => isInView(table.find(`.order[data-key="${number}"] .copy`)));
      const { scrollY } = window;
      expect(press(table, key)).to.equal(false);
      await nextFrame();
      await nextFrame();
      expect(place(table)).to.equal(`${number}/0/copy`);
      expect(window.scrollY).to.equal(scrollY);
    }
    window.scrollTo(0, 0);
  });

  it('goes over the edge of what is rendered', async () => {
    const orders = Array.from({ length: 500 }, (_, index) => sampleOrder(String(index + 1)));
    const table = await mountedTable({ orders });
    const edge = Number(table.numbers.at(-1));
    table.find(`.order[data-key="${edge + 1}"] .copy`).focus({ preventScroll: true });
    for (const step of [0, 1, 2, 3]) await goes(table, 'ArrowDown', `${edge - step}/0/copy`);
    const box = table.find(`.order[data-key="${edge - 3}"]`).getBoundingClientRect();
    expect(box.top).to.be.at.least(0);
    expect(box.bottom).to.be.at.most(innerHeight + 1);
    window.scrollTo(0, 0);
    await nextFrame();
    await nextFrame();
    await goes(table, 'ArrowUp', `${edge - 2}/0/copy`);
    await goes(table, 'ArrowDown', `${edge - 3}/0/copy`);
    window.scrollTo(0, 0);
  });

  it('leaves arrows with a modifier, other keys, and those elsewhere to the browser', async () => {
    const table = await mountedTable();
    focus(table, '.copy');
    expect(press(table, 'ArrowDown', { shiftKey: true })).to.equal(true);
    expect(press(table, 'ArrowDown', { altKey: true })).to.equal(true);
    expect(press(table, 'PageDown')).to.equal(true);
    expect(press(table, 'Home')).to.equal(true);
    focus(table, 'input[type=search]');
    expect(press(table, 'ArrowDown')).to.equal(true);
    focus(table, '.toolbar select');
    expect(press(table, 'ArrowDown')).to.equal(true);
    focus(table, '.toolbar button');
    expect(press(table, 'ArrowDown')).to.equal(true);
  });

  it('leaves the arrows to what a page puts into a column of its own, where that needs them', async () => {
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    const control = (tag: string) => (order: Order) =>
      Object.assign(document.createElement(tag), { title: order.number });
    for (const tag of ['input', 'select', 'textarea']) {
      table.table.columns = [{ id: 'own', header: 'Own', cell: control(tag) }];
      await table.table.updateComplete;
      focus(table, `.extra ${tag}`);
      expect(press(table, 'ArrowDown'), tag).to.equal(true);
      expect(place(table)).to.equal(`2/0/${tag}`);
    }
    table.table.columns = [{ id: 'own', header: 'Own', cell: control('button') }];
    await table.table.updateComplete;
    focus(table, '.extra button');
    await goes(table, 'ArrowDown', '1/0/button');
  });

  it('comes by Tab from the toolbar to the rows and on to the way to more', async () => {
    const table = await mountedTable({ orders: [two('2'), sampleOrder('1')], next: 'more' });
    table.table.orderHref = ({ number }) => `#${number}`;
    await table.table.updateComplete;
    const stops = [...table.root.querySelectorAll<HTMLElement>('a, button, input, select')];
    expect(stops.map(({ tabIndex }) => tabIndex)).to.deep.equal(stops.map(() => 0));
    const kinds = stops.map(
      (stop) => stop.closest('[part~=toolbar], .order, .more')?.className.split(' ')[0],
    );
    expect(kinds.filter((kind, index) => kind !== kinds[index - 1])).to.deep.equal([
      'toolbar',
      'order',
      'more',
    ]);
  });

  it('closes the tip by Escape, and leaves every other Escape to the page', async () => {
    const table = await mountedTable();
    focus(table, '.copy');
    expect(press(table, 'Escape')).to.equal(true);
    focus(table, '.has-tip');
    expect(press(table, 'Escape')).to.equal(false);
    expect(table.root.querySelector(':popover-open') === null).to.equal(true);
    expect(table.hasFocusOn('.has-tip')).to.equal(true);
  });

  it('goes by real keys', async () => {
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    focus(table, '.order[data-key="2"] .copy');
    const canPress = await sendKeys({ press: 'ArrowDown' }).then(
      () => true,
      () => false,
    );
    if (canPress) await waitUntil(() => place(table) === '1/0/copy');
    else await goes(table, 'ArrowDown', '1/0/copy');
  });
});

describe('the focus in <order-table>', () => {
  it('stays in the row when a live change takes away what has it', async () => {
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    focus(table, '.order[data-key="2"] .has-tip');
    const done = sampleOrder('2', [sampleLine({ status: 'completed', statusChangedAt: sampleNow })], {
      version: 2,
    });
    await table.tell(done, () => table.cell('2', 'status').includes('Completed'));
    expect(place(table)).to.equal('2/0/copy');
  });

  it('stays in the row when an order has one line left', async () => {
    const table = await mountedTable({ orders: [two('1')] });
    focus(table, '.lines');
    await table.tell(sampleOrder('1', undefined, { version: 2 }), () => !table.has('.lines'));
    expect(place(table)).to.equal('1/0/copy');
  });

  it('stays in the widget when the page takes the row away', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1')] });
    table.table.orders = [sampleOrder('2'), sampleOrder('1')];
    await table.table.updateComplete;
    focus(table, '.order[data-key="2"] .copy');
    table.table.orders = [sampleOrder('1')];
    await table.table.updateComplete;
    expect(table.hasFocusOn('.frame')).to.equal(true);
  });

  it('is not taken from the page', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1')] });
    const elsewhere = document.body.appendChild(document.createElement('button'));
    focus(table, '.has-tip');
    elsewhere.focus();
    const done = sampleOrder('1', [sampleLine({ status: 'canceled', statusChangedAt: sampleNow })], {
      version: 2,
    });
    await table.tell(done, () => table.cell('1', 'status').includes('Canceled'));
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
  });
});
