import { expect } from '@open-wc/testing';
import { type MountedTable, mountedTable } from '../../../test/mount-table.ts';
import { flat } from '../../../test/reading.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const trigger = ({ root }: MountedTable) => root.querySelector('.has-tip') as HTMLElement;
const tip = ({ root }: MountedTable) => root.querySelector('[role=tooltip]') as HTMLElement;
const isOpen = (table: MountedTable) => tip(table).matches(':popover-open');
const tipText = (table: MountedTable) => flat(tip(table).textContent ?? '');

/** What a pointer does; where it goes to matters when it leaves. */
function point(target: Element, type: string, relatedTarget: Element | null = null, pointerType = 'mouse') {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType, relatedTarget }));
}

function tap(target: HTMLElement) {
  point(target, 'pointerover', null, 'touch');
  point(target, 'pointerdown', null, 'touch');
  point(target, 'pointerup', null, 'touch');
  point(target, 'pointerout', null, 'touch');
  target.focus();
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1 }));
}

const press = (key: string) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('the lead time tip of <order-table>', () => {
  it('ORD-5: tells business days and dates', async () => {
    const table = await mountedTable();
    expect(tipText(table)).to.equal('Estimated lead time 3 to 5 business days Nov 25 – 30, 2026');
  });

  it('ORD-5: tells one day as one, and a lead time that was never quoted as such', async () => {
    const leadTime = { min: 1, max: 1 };
    const estimated = { from: '2026-11-23', to: '2026-11-23' };
    const one = await mountedTable({ orders: [sampleOrder('1', [sampleLine({ leadTime, estimated })])] });
    expect(tipText(one)).to.equal('Estimated lead time 1 business day Nov 23, 2026');
    const none = sampleLine({ leadTime: null, estimated: null });
    expect(tipText(await mountedTable({ orders: [sampleOrder('1', [none])] }))).to.include('None was quoted');
  });

  it('ORD-5: says when the estimated date has passed, by the account’s calendar', async () => {
    const until = (to: string) => [sampleOrder('1', [sampleLine({ estimated: { from: '2026-11-18', to } })])];
    expect(tipText(await mountedTable({ orders: until('2026-11-21') }))).to.include('This date has passed.');
    expect(tipText(await mountedTable({ orders: until('2026-11-22') }))).to.not.include('passed');
  });

  it('ORD-5: tells the lead time of each line on its way, and counts the rest', async () => {
    const lines = Array.from({ length: 8 }, (_, index) => sampleLine({ id: String(index) }));
    lines.push(sampleLine({ id: 'done', status: 'completed', statusChangedAt: sampleNow }));
    const table = await mountedTable({ orders: [sampleOrder('1', lines)] });
    expect(tipText(table).split('3 to 5 business days')).to.have.length(7);
    expect(tipText(table)).to.include('and 2 more');
  });

  it('ORD-5: is the description of its status, and only of one that is on its way', async () => {
    const done = sampleOrder('2', [sampleLine({ status: 'completed', statusChangedAt: sampleNow })]);
    const table = await mountedTable({ orders: [sampleOrder('1'), done] });
    expect(table.root.querySelectorAll('[role=tooltip]')).to.have.length(1);
    expect(trigger(table).getAttribute('aria-describedby')).to.equal(tip(table).id);
    expect(flat(trigger(table).innerText)).to.equal('Processing');
  });

  it('opens under a pointer, stays while the pointer is on it, and closes behind it', async () => {
    const table = await mountedTable();
    point(trigger(table), 'pointerover');
    expect(isOpen(table)).to.equal(true);
    point(trigger(table), 'pointerout', tip(table));
    expect(isOpen(table)).to.equal(true);
    point(tip(table), 'pointerout', document.body);
    expect(isOpen(table)).to.equal(false);
  });

  it('opens on focus, also while a pointer comes and goes, and closes with it', async () => {
    const table = await mountedTable();
    trigger(table).focus();
    expect(isOpen(table)).to.equal(true);
    point(trigger(table), 'pointerover');
    point(trigger(table), 'pointerout', document.body);
    expect(isOpen(table)).to.equal(true);
    trigger(table).blur();
    expect(isOpen(table)).to.equal(false);
  });

  it('opens by a tap, and closes by another, or by one elsewhere', async () => {
    const table = await mountedTable();
    tap(trigger(table));
    expect(isOpen(table)).to.equal(true);
    tap(trigger(table));
    expect(isOpen(table)).to.equal(false);
    tap(trigger(table));
    point(document.body, 'pointerdown', null, 'touch');
    expect(isOpen(table)).to.equal(false);
  });

  it('closes by Escape without moving the focus, and opens again by Enter', async () => {
    const table = await mountedTable();
    trigger(table).focus();
    expect(press('Escape'), 'the dialog around it would close').to.equal(false);
    expect(isOpen(table)).to.equal(false);
    expect(table.hasFocusOn('.has-tip')).to.equal(true);
    expect(press('Escape'), 'this one is not ours').to.equal(true);
    trigger(table).click();
    expect(isOpen(table)).to.equal(true);
    trigger(table).click();
    expect(isOpen(table)).to.equal(false);
  });

  it('is one at a time', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1'), sampleOrder('2')] });
    const [first, second] = table.root.querySelectorAll('.has-tip');
    point(first as Element, 'pointerover');
    point(second as Element, 'pointerover');
    expect(table.root.querySelectorAll(':popover-open')).to.have.length(1);
  });

  it('stays inside the window', async () => {
    const table = await mountedTable({ width: 330 });
    point(trigger(table), 'pointerover');
    const { left, right, top, bottom } = tip(table).getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('goes when its status goes, and with the widget', async () => {
    const table = await mountedTable({ orders: [sampleOrder('1')] });
    trigger(table).focus();
    const done = sampleOrder('1', [sampleLine({ status: 'completed', statusChangedAt: sampleNow })], {
      version: 2,
    });
    await table.tell(done, () => !table.has('[role=tooltip]'));
    expect(press('Escape')).to.equal(true);

    const other = await mountedTable();
    trigger(other).focus();
    other.portal.remove();
    expect(press('Escape')).to.equal(true);
  });

  it('is accessible while it is open', async () => {
    const table = await mountedTable();
    trigger(table).focus();
    await expect(table.table).to.be.accessible();
  });
});
