import { sendKeys } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { mountTable, mountedTable } from '../../../test/mount-table.ts';
import { labelOf } from '../../../test/reading.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const mixed = () => [
  sampleOrder('5', [sampleLine({ id: '1' }), sampleLine({ id: '2', status: 'pending-docs' })]),
  sampleOrder('4', [
    sampleLine({ status: 'completed', statusChangedAt: sampleNow, numbers: ['+15015550100'] }),
  ]),
  sampleOrder('3', [sampleLine({ status: 'canceled', statusChangedAt: sampleNow })]),
  sampleOrder('2', undefined, { confirmedAt: null }),
  sampleOrder('1', [sampleLine({ status: 'on-hold' })], { status: 'on-hold' }),
];

describe('<order-table> for everybody', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1200, 340]) {
      it(`is accessible with ${width} pixels, in ${scheme} colours`, async () => {
        const table = await mountedTable({ orders: mixed(), width, syncedAt: sampleNow, next: 'more' });
        table.portal.theme = scheme;
        table.find('.lines').click();
        await table.table.updateComplete;
        expect(getComputedStyle(table.table).colorScheme).to.equal(scheme);
        await expect(table.table).to.be.accessible();
      });
    }
  }

  it('takes its colours from the page’s color-scheme and from the brand’s tokens', async () => {
    const table = await mountedTable();
    const colour = () => getComputedStyle(table.find('.frame')).backgroundColor;
    table.portal.theme = 'light';
    await table.portal.updateComplete;
    expect(colour()).to.equal('rgb(255, 255, 255)');
    table.portal.theme = 'dark';
    await table.portal.updateComplete;
    expect(colour()).to.equal('rgb(21, 24, 29)');
    table.portal.style.setProperty('--nd-color-surface', 'rgb(1, 2, 3)');
    expect(colour()).to.equal('rgb(1, 2, 3)');
  });

  it('becomes cards in a narrow place, and stays a table to a reader', async () => {
    const table = await mountedTable({ orders: mixed(), width: 340 });
    expect(getComputedStyle(table.find('tbody tr')).display).to.equal('grid');
    expect(labelOf(table.find('td.quantity'))).to.equal('Quantity');
    expect(table.find('table').scrollWidth).to.be.at.most(340);
    const wide = await mountedTable({ orders: mixed() });
    expect(getComputedStyle(wide.find('thead')).position).to.equal('static');
    const heads = [...wide.root.querySelectorAll<HTMLElement>('thead th')];
    expect(new Set(heads.map((head) => head.getBoundingClientRect().top)).size).to.equal(1);
    expect(heads.map((head) => head.getBoundingClientRect().left)).to.deep.equal(
      [...(wide.rows('5')[0]?.children ?? [])].map((cell) => cell.getBoundingClientRect().left),
    );
  });

  it('goes by keyboard from link to lines to status', async () => {
    const table = await mountedTable({ orders: mixed().slice(0, 1) });
    table.table.orderHref = ({ number }) => `#${number}`;
    await table.table.updateComplete;
    const stops = [...table.root.querySelectorAll<HTMLElement>('.order :is(a, button)')];
    expect(stops.map(({ className, localName }) => className || localName)).to.deep.equal([
      'a',
      'copy',
      'lines',
      'a',
      'a',
    ]);
    table.find('.lines').focus();
    if (!(await canPress())) return;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => table.rows('5').length === 3);
    expect(table.hasFocusOn('.lines')).to.equal(true);
    await sendKeys({ press: ' ' });
    await waitUntil(() => table.rows('5').length === 1);
  });
});

/** Not every driver of a browser can press keys. */
async function canPress(): Promise<boolean> {
  return sendKeys({ press: 'Shift' }).then(
    () => true,
    () => false,
  );
}

describe('<order-table> in the reader’s language', () => {
  it('reads in Arabic from right to left where the page does, without showing English first', async () => {
    let release = () => {};
    const table = await mountTable({
      lang: 'ar',
      orders: mixed(),
      prepare: (connection) => (release = connection.hold()),
    });
    release();
    await table.shows('data');
    expect(table.find('.frame').dir).to.equal('rtl');
    expect(table.find('.frame').lang).to.equal('ar');
    expect(table.text).to.include('قيد المعالجة').and.include('مطلوب منك إجراء').and.include('بند');
    expect(table.text).to.not.match(/Processing|Completed|Quantity/);
    expect(getComputedStyle(table.find('.chip')).direction).to.equal('rtl');
    await expect(table.table).to.be.accessible();
  });

  it('changes its language with the page', async () => {
    const table = await mountedTable();
    const wrapper = table.portal.parentElement as HTMLElement;
    wrapper.lang = 'ar-EG';
    await waitUntil(() => table.find('.frame').lang === 'ar-EG');
    expect(table.text).to.include('الحالة');
    wrapper.lang = 'en-GB';
    await waitUntil(() => table.find('.frame').lang === 'en-GB');
    expect(table.cell('1001', 'number')).to.include('20 Nov 2026');
  });

  it('its own language counts before the portal’s, the portal’s before the page’s, the page’s before the session’s', async () => {
    const table = await mountedTable({ lang: 'en', session: { locale: 'ar' } });
    expect(table.find('.frame').lang).to.equal('en');
    table.portal.locale = 'ar';
    await waitUntil(() => table.find('.frame').lang === 'ar');
    table.table.locale = 'en-US';
    await waitUntil(() => table.find('.frame').lang === 'en-US');
  });

  it('takes the session’s language where the page names none', async () => {
    const pages = document.documentElement.lang;
    document.documentElement.removeAttribute('lang');
    const table = await mountedTable({ lang: '', session: { locale: 'ar' } });
    await waitUntil(() => table.find('.frame').lang === 'ar');
    document.documentElement.lang = pages;
  });

  it('reads in English where it has no texts in the language, dates included', async () => {
    const table = await mountedTable({ lang: 'fr' });
    expect(table.find('.frame').lang).to.equal('en');
    expect(table.cell('1001', 'number')).to.include('Nov 20, 2026');
    table.table.messages = { 'orders.number': 'Commande' };
    await waitUntil(() => table.find('.frame').lang === 'fr');
    expect(table.cell('1001', 'number')).to.include('20 nov. 2026');
  });

  it('passes over a language tag that is none', async () => {
    const table = await mountedTable({ lang: 'not_a-tag!' });
    expect(table.text).to.include('Processing');
  });
});
