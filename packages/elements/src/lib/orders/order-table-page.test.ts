import type { Contact } from '@numberdesk/core/access';
import type { Order } from '@numberdesk/core/orders';
import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { mountedTable } from '../../../test/mount-table.ts';
import { labelOf } from '../../../test/reading.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import type { OrderDocumentsRequestEvent, OrderOpenRequestEvent } from './order-table.events.ts';

const pending = sampleOrder('A 1', [sampleLine({ status: 'pending-docs' })]);
const ended = (number: string, status: string) =>
  sampleOrder(number, [sampleLine({ status, statusChangedAt: sampleNow })]);

describe('the contact route of <order-table>', () => {
  const contacts: [string, Contact, string][] = [
    [
      'a mail',
      { email: 'help@carrier.example', phone: '+1 501 555 0100' },
      'mailto:help@carrier.example?subject=A%201',
    ],
    ['a call', { phone: '+1 (501) 555-0100' }, 'tel:+15015550100'],
    ['a page', { url: 'https://help.example/{order}?o={order}' }, 'https://help.example/A%201?o=A%201'],
  ];

  for (const [kind, contact, href] of contacts) {
    it(`ORD-10: is ${kind} in place of a cancel button, with the order number filled in`, async () => {
      const open = sampleOrder('A 1');
      const table = await mountedTable({ orders: [open], session: { contact } });
      const link = table.find('.quiet a');
      expect(link.getAttribute('href')).to.equal(href);
      expect(link.innerText).to.equal('Change or cancel');
      expect(link.getAttribute('aria-label')).to.equal('Ask to change or cancel order A 1');
      expect(
        [...table.root.querySelectorAll('button')].some(({ innerText }) => /cancel/i.test(innerText)),
      ).to.equal(false);
    });
  }

  it('ORD-10: is there as long as a line can still change, and for no order that is final', async () => {
    const partly = sampleOrder('4', [
      sampleLine({ id: '1', status: 'canceled', statusChangedAt: sampleNow }),
      sampleLine({ id: '2' }),
    ]);
    const table = await mountedTable({
      orders: [pending, partly, ended('3', 'completed'), ended('2', 'canceled')],
    });
    const numbers = [...table.root.querySelectorAll<HTMLElement>('.order:has(.quiet a)')].map(
      ({ dataset }) => dataset['key'],
    );
    expect(numbers).to.have.members(['A 1', '4']);
  });

  it('ORD-10: is not there without a contact, nor for an address that is none of the web', async () => {
    for (const contact of [{}, { url: 'javascript:alert(1)' }, { url: '//help.example' }]) {
      const table = await mountedTable({ session: { contact } });
      expect(table.has('.quiet a')).to.equal(false);
      table.portal.remove();
    }
  });

  it('ORD-11: lets the page take the documents in its own way', async () => {
    const table = await mountedTable({ orders: [pending] });
    const asked: string[] = [];
    let isTaken = true;
    const take = (event: OrderDocumentsRequestEvent) => {
      asked.push(event.order.number);
      if (isTaken) event.preventDefault();
    };
    document.addEventListener('order-documents-request', take as (event: Event) => void);
    const follow = () => {
      const click = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
      // The browser's own way is a mail program, which a test does not open.
      table.root.addEventListener('click', (event) => event.preventDefault(), { once: true });
      let isLeft = true;
      table.find('.action a').addEventListener('click', (event) => (isLeft = !event.defaultPrevented), {
        once: true,
      });
      table.find('.action a').dispatchEvent(click);
      return isLeft;
    };
    expect(follow()).to.equal(false);
    isTaken = false;
    expect(follow()).to.equal(true);
    document.removeEventListener('order-documents-request', take as (event: Event) => void);
    expect(asked).to.deep.equal(['A 1', 'A 1']);
  });
});

describe('the links of <order-table>', () => {
  it('lead where the page says, and no further for orders that it names no address for', async () => {
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    table.table.orderHref = ({ number }) => (number === '2' ? '/orders/2' : null);
    await table.table.updateComplete;
    expect(table.find('.order[data-key="2"] .number a').getAttribute('href')).to.equal('/orders/2');
    expect(table.has('.order[data-key="1"] .number a')).to.equal(false);
  });

  it('ask the page first, from inside its own shadow roots too', async () => {
    const table = await mountedTable();
    table.table.orderHref = () => '#there';
    await table.table.updateComplete;
    let event: OrderOpenRequestEvent | null = null;
    document.addEventListener('order-open-request', (told) => (event = told as OrderOpenRequestEvent), {
      once: true,
    });
    table.root.addEventListener('click', (click) => click.preventDefault(), { once: true });
    table.find('.number a').click();
    expect(event).to.include({ cancelable: true, bubbles: true, composed: true });
    expect((event as unknown as OrderOpenRequestEvent).order.number).to.equal('1001');
  });
});

describe('columns of the page’s own in <order-table>', () => {
  const link = ({ number }: Order) => {
    const anchor = document.createElement('a');
    anchor.href = `#invoice-${number}`;
    anchor.textContent = `Invoice of ${number}`;
    return anchor;
  };
  const columns = [
    { id: 'total', header: 'Total', cell: ({ quantity }: Order) => `${quantity * 2} <b>EUR</b>` },
    { id: 'invoice', header: 'Invoice', cell: link },
  ];

  it('have a head and a cell for each order, of text or of a node', async () => {
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    table.table.columns = columns;
    await table.table.updateComplete;
    const heads = [...table.root.querySelectorAll<HTMLElement>('thead [role=columnheader]')];
    expect(heads.map(({ innerText }) => innerText).slice(-2)).to.deep.equal(['Total', 'Invoice']);
    expect(table.cell('2', 'extra')).to.equal('4 <b>EUR</b>');
    expect(table.find('.order[data-key="2"] [data-column=invoice] a').innerText).to.equal('Invoice of 2');
    for (const row of table.root.querySelectorAll('tbody [role=row]')) {
      expect(row.children).to.have.length(heads.length);
    }
    table.table.columns = [];
    await table.table.updateComplete;
    expect(table.has('.extra')).to.equal(false);
  });

  it('follow a live change, and keep their place beside open lines', async () => {
    const lines = (quantity: number) => [sampleLine({ id: '1', quantity }), sampleLine({ id: '2' })];
    const table = await mountedTable({ orders: [sampleOrder('1', lines(1))] });
    table.table.columns = columns;
    await table.table.updateComplete;
    table.find('.lines').click();
    await table.tell(sampleOrder('1', lines(5), { version: 2 }), () =>
      table.cell('1', 'extra').startsWith('14'),
    );
    for (const row of table.rows('1')) expect(row.children).to.have.length(7);
  });

  for (const [width, shows] of [
    [1200, false],
    [340, true],
  ] as const) {
    it(`are named in each card, and in columns only at the head: ${width} pixels`, async () => {
      const table = await mountedTable({ width, orders: [sampleOrder('1')] });
      table.table.columns = columns;
      await table.table.updateComplete;
      expect(labelOf(table.find('td.extra'))).to.equal(shows ? 'Total' : '');
      expect(table.find('.frame').scrollWidth).to.be.at.most(table.find('.frame').clientWidth);
      await expect(table.table).to.be.accessible();
    });
  }
});

describe('texts of the page’s own in <order-table>', () => {
  it('take the place of the kit’s, also where a number decides, in names, and in what is said', async () => {
    const table = await mountedTable();
    table.table.messages = {
      'orders.view.history': 'Archive',
      'orders.search.hint': 'Find',
      'orders.shown': { one: 'Just {count}', other: 'All {count}' },
      'orders.copy': 'Take {number}',
    };
    await waitUntil(() => table.text.includes('Archive'));
    expect(table.find<HTMLInputElement>('input[type=search]').placeholder).to.equal('Find');
    expect(table.find('.count').innerText).to.equal('Just 1');
    expect(table.find('.copy').getAttribute('aria-label')).to.equal('Take 1001');
    table.table.messages = null;
    await waitUntil(() => table.text.includes('History'));
  });
});

describe('copying in <order-table>', () => {
  const give = (clipboard: unknown, execCommand: () => boolean) => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    document.execCommand = execCommand;
  };
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
    Reflect.deleteProperty(document, 'execCommand');
  });
  const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  /** What the browser does on pages without a clipboard interface: it asks the page what to copy. */
  const copied: string[] = [];
  const oldWay = () => {
    const event = new Event('copy', { bubbles: true, cancelable: true });
    const setData = (_: string, text: string) => copied.push(text);
    document.body.dispatchEvent(Object.assign(event, { clipboardData: { setData } }));
    return true;
  };

  it('puts the order number on the clipboard, says so, and shows it for a while', async () => {
    const texts: string[] = [];
    give({ writeText: async (text: string) => texts.push(text) }, () => false);
    const table = await mountedTable({ orders: [sampleOrder('2'), sampleOrder('1')] });
    const drawing = () => table.find('.order[data-key="2"] .copy').innerHTML;
    const before = drawing();
    await table.press('Copy order number 2');
    await waitUntil(() => table.said === 'Order number 2 copied');
    expect(texts).to.deep.equal(['2']);
    await waitUntil(() => drawing() !== before);
    await table.press('Copy order number 1');
    await waitUntil(() => table.said === 'Order number 1 copied');
    expect(drawing()).to.equal(before);
    await table.wait(10_000);
    await waitUntil(() => table.find('.order[data-key="1"] .copy').innerHTML === before);
  });

  for (const [name, clipboard] of [
    ['refuses', { writeText: refuse }],
    ['has none', undefined],
  ] as const) {
    it(`takes the old way where the browser ${name}`, async () => {
      copied.length = 0;
      give(clipboard, oldWay);
      const table = await mountedTable();
      await table.press('Copy order number 1001');
      await waitUntil(() => table.said === 'Order number 1001 copied');
      expect(copied).to.deep.equal(['1001']);
    });
  }

  it('says so where the browser lets nothing be copied', async () => {
    give({ writeText: refuse }, () => false);
    const table = await mountedTable();
    const before = table.find('.copy').innerHTML;
    await table.press('Copy order number 1001');
    await waitUntil(() => table.said.includes('did not let order number 1001 be copied'));
    expect(table.find('.copy').innerHTML).to.equal(before);
  });
});
