import { expect, oneEvent } from '@open-wc/testing';
import { mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { NumberImportRequestEvent } from './number-table.events.ts';

const inEveryStatus = [
  sampleNumber(1, { status: 'pending' }),
  sampleNumber(2),
  sampleNumber(3, { status: 'rejected', note: 'The registration is missing.' }),
];

describe('<number-table>', () => {
  it('shows a number grouped for reading, from left to right in every language', async () => {
    for (const lang of ['en', 'ar']) {
      const table = await mountedNumbers({ lang });
      const number = table.find('.number bdi');
      expect(number.innerText).to.equal('+1 501 333 4001');
      expect(getComputedStyle(number).direction).to.equal('ltr');
      expect(getComputedStyle(table.find('.frame')).direction).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
    }
  });

  it('NUM-9: says the status of each, and what staff said of a rejected one', async () => {
    const table = await mountedNumbers({ numbers: inEveryStatus });
    expect(table.cell('n-1', 'status')).to.equal('Pending');
    expect(table.cell('n-2', 'status')).to.equal('Approved');
    expect(table.cell('n-3', 'status')).to.include('Rejected').and.include('The registration is missing.');
  });

  it('NUM-9: shows a status, a purpose and a level that it does not know as they are', async () => {
    const table = await mountedNumbers({
      numbers: [sampleNumber(1, { status: 'in-orbit', purpose: 'weather', account: 'moon' })],
      accounts: [{ id: 'moon', name: 'Moon Base', level: 'crater', parent: null }],
    });
    expect(table.cell('n-1', 'status')).to.equal('in-orbit');
    expect(table.cell('n-1', 'purpose')).to.include('weather');
    expect(table.cell('n-1', 'account')).to.equal('Moon Base crater');
  });

  it('NUM-4: says of a pending number with a strange area code why it waits', async () => {
    const odd = { warning: 'area-code-unknown' };
    const table = await mountedNumbers({
      numbers: [sampleNumber(1, { ...odd, status: 'pending' }), sampleNumber(2, odd)],
    });
    expect(table.cell('n-1', 'status')).to.include('New area code');
    expect(table.cell('n-2', 'status')).to.equal('Approved');
  });

  it('NUM-1, NUM-5: says what calls are for, and where in the tree of accounts a number sits', async () => {
    const table = await mountedNumbers({
      numbers: [sampleNumber(1), sampleNumber(2, { account: 'survey', purpose: 'survey' })],
    });
    expect(table.cell('n-1', 'purpose')).to.equal('Customer Service');
    expect(table.cell('n-1', 'account')).to.equal('Acme Business');
    expect(table.cell('n-2', 'account')).to.equal('Reader Survey Program');
  });

  it('ORD-7: names the order that brought a number, and leads to it where the page says so', async () => {
    const numbers = [sampleNumber(1, { order: 'NV 7', purpose: null }), sampleNumber(2)];
    const table = await mountedNumbers({
      numbers,
      set: { orderHref: (order) => `/orders/${encodeURIComponent(order)}` },
    });
    expect(table.cell('n-1', 'added')).to.equal('Nov 20, 2026 with order NV 7');
    expect(table.find('[data-key=n-1] .added a').getAttribute('href')).to.equal('/orders/NV%207');
    expect(table.cell('n-2', 'added')).to.equal('Nov 20, 2026');
    expect(table.cell('n-1', 'purpose')).to.equal('Not set');
    table.table.orderHref = null;
    await table.table.updateComplete;
    expect(table.has('.added a')).to.equal(false);
    expect(table.cell('n-1', 'added')).to.include('NV 7');
  });

  it('says days in the time zone of the account', async () => {
    const numbers = [sampleNumber(1, { addedAt: '2026-11-21T03:00:00.000Z' })];
    const table = await mountedNumbers({ numbers });
    expect(table.cell('n-1', 'added')).to.equal('Nov 20, 2026');
  });

  it('copies a number as it is dialled from everywhere, and says so', async () => {
    const table = await mountedNumbers();
    let copied = '';
    const onCopy = (event: ClipboardEvent) => {
      copied = event.clipboardData?.getData('text/plain') ?? '';
    };
    const clipboard = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void (copied = text) },
    });
    document.addEventListener('copy', onCopy);
    try {
      await table.press('Copy +1 501 333 4001');
      await waitUntil(() => table.said === '+1 501 333 4001 copied');
      expect(copied).to.equal('+15013334001');
    } finally {
      document.removeEventListener('copy', onCopy);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('NUM-10: has whoever helps in reach, in general and for a rejected number', async () => {
    const table = await mountedNumbers({ numbers: inEveryStatus });
    expect(table.find('.help a').getAttribute('href')).to.equal('mailto:orders@carrier.example');
    const ask = table.find('[data-key=n-3] .status a');
    expect(ask.getAttribute('href')).to.equal('mailto:orders@carrier.example?subject=%2B15013334003');
    expect(ask.getAttribute('aria-label')).to.equal('Ask about it: +1 501 333 4003');
    expect(table.has('[data-key=n-2] .status a')).to.equal(false);
    table.table.contact = { phone: '+1 888 555 0100' };
    await table.table.updateComplete;
    expect(table.find('.help a').getAttribute('href')).to.equal('tel:+18885550100');
  });

  it('says what columns would have said where there is no room for them', async () => {
    const wide = await mountedNumbers();
    expect(wide.cell('n-1', 'account')).to.equal('Acme Business');
    const narrow = await mountedNumbers({ width: 360 });
    expect(narrow.cell('n-1', 'account')).to.equal('Account Acme Business');
    expect(narrow.find('.frame').scrollWidth).to.be.at.most(narrow.find('.frame').clientWidth);
  });

  it('is a table to a reader, however it looks', async () => {
    for (const width of [360, 1200]) {
      const table = await mountedNumbers({ width, numbers: inEveryStatus });
      expect(table.find('table').getAttribute('aria-rowcount')).to.equal('4');
      const rows = [...table.root.querySelectorAll('[data-key] > [role=row]')];
      expect(rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(['2', '3', '4']);
      for (const row of rows) {
        expect([...row.children].map((cell) => cell.getAttribute('role'))).to.deep.equal([
          'rowheader',
          ...Array<string>(5).fill('cell'),
        ]);
      }
    }
  });
});

describe('the way from <number-table> to adding numbers', () => {
  it('is a link of the page, which the page may take over', async () => {
    const table = await mountedNumbers({ set: { importHref: '#add' } });
    const link = table.button('Add numbers') as HTMLAnchorElement;
    expect(link.getAttribute('href')).to.equal('#add');
    const asked = oneEvent(table.table, 'number-import-request');
    table.table.addEventListener('number-import-request', (event) => event.preventDefault());
    link.click();
    expect(await asked).to.be.instanceOf(NumberImportRequestEvent);
    expect(location.hash).to.equal('');
  });

  it('is an importer in the slot, which stays as it is while it is closed', async () => {
    const importer = Object.assign(document.createElement('textarea'), { slot: 'import', value: 'typed' });
    const table = await mountedNumbers({ content: importer });
    const button = table.button('Add numbers');
    expect(importer.offsetHeight).to.equal(0);
    await table.press('Add numbers');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(importer.offsetHeight).to.be.greaterThan(0);
    await table.press('Add numbers');
    expect(importer.offsetHeight).to.equal(0);
    expect(importer.value).to.equal('typed');
    table.table.addEventListener('number-import-request', (event) => event.preventDefault());
    await table.press('Add numbers');
    expect(importer.offsetHeight).to.equal(0);
  });

  it('is not there where it would lead nowhere', async () => {
    const table = await mountedNumbers();
    expect(table.text).not.to.include('Add numbers');
  });
});
