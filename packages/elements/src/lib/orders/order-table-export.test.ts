import { PortalError } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { type MountedTable, mountedTable } from '../../../test/mount-table.ts';
import { flat } from '../../../test/reading.ts';
import { orderServer } from '../../../test/order-server.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { settleMillis as typingMillis } from '../internal/list-choice.controller.ts';
import { OrderTable } from './order-table.element.ts';

/** A parser that knows nothing of ours. */
interface OtherParser {
  parse(text: string): { data: string[][]; errors: unknown[] };
}

/** A file that the browser was handed. */
interface Saved {
  name: string;
  type: string;
  text: string;
}

const parserUrl = new URL('../../../node_modules/papaparse/papaparse.min.js', import.meta.url).href;
let parser: OtherParser;
const { click } = HTMLAnchorElement.prototype;
let saved: Promise<Saved>[] = [];

/** Rows of a file, by an independent parser; the last line ends with a line break. */
function rowsOf(text: string): string[][] {
  const { data, errors } = parser.parse(text);
  expect(errors).to.deep.equal([]);
  expect(data.pop()).to.deep.equal(['']);
  return data;
}

async function read({ download, href }: HTMLAnchorElement): Promise<Saved> {
  const blob = await (await fetch(href)).blob();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
  return { name: download, type: blob.type, text };
}

const many = Array.from({ length: 450 }, (_, index) => sampleOrder(String(1000 + index)));

/** A table with the export open. */
async function opened(list: readonly Order[], viewState = ''): Promise<MountedTable> {
  const table = await mountedTable({
    prepare: (connection) => connection.answer('orders', orderServer(list)),
  });
  table.table.viewState = viewState;
  await table.press('Export');
  await waitUntil(() => table.text.includes('For a spreadsheet'), 'the export never opened');
  return table;
}

/** The file that a button hands over. */
async function fileOf(table: MountedTable, name: string): Promise<Saved> {
  await table.press(name);
  await waitUntil(() => saved.length > 0, 'no file was saved');
  return saved.pop() as Promise<Saved>;
}

const spreadsheet = 'For a spreadsheet (CSV)';
const machine = 'For other software (CSV)';

describe('the export of <order-table>', () => {
  before(async () => {
    const script = Object.assign(document.createElement('script'), { src: parserUrl });
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      document.head.append(script);
    });
    parser = (window as unknown as { Papa: OtherParser }).Papa;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(read(this));
    };
  });
  beforeEach(() => {
    saved = [];
  });
  after(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  it('ORD-2: writes a row for each line, in the words of the interface for machines', async () => {
    const lines = [
      sampleLine({ id: '1' }),
      sampleLine({
        id: '2',
        type: 'toll-free',
        status: 'completed',
        statusChangedAt: sampleNow,
        quantity: 1,
        location: { country: 'CA', city: 'Toronto' },
        leadTime: null,
        estimated: null,
        numbers: ['+14165550100'],
      }),
    ];
    const table = await opened([sampleOrder('NW-1', lines)]);
    const { name, type, text } = await fileOf(table, machine);
    expect(name).to.equal('orders-active-2026-11-22.csv');
    expect(type).to.match(/^text\/csv(;charset=utf-8)?$/);
    expect(rowsOf(text)).to.deep.equal([
      [
        ...['order', 'placedAt', 'placedBy', 'account', 'line', 'type', 'country', 'region', 'city'],
        ...['quantity', 'status', 'action', 'estimatedFrom', 'estimatedTo', 'leavesAt', 'numbers'],
      ],
      [
        ...['NW-1', '2026-11-20T15:00:00.000Z', 'Ada Byron', 'acme', '1', 'local', 'US', 'Illinois'],
        ...['Chicago', '2', 'processing', '', '2026-11-25', '2026-11-30', '', ''],
      ],
      [
        ...['NW-1', '2026-11-20T15:00:00.000Z', 'Ada Byron', 'acme', '2', 'toll-free', 'CA', ''],
        ...['Toronto', '1', 'completed', '', '', '', '', '+14165550100'],
      ],
    ]);
    expect(table.said).to.equal('1 order exported');
  });

  it('writes the reader’s words for a spreadsheet, and nothing that one takes for a formula', async () => {
    const line = sampleLine({ status: 'pending-docs', numbers: ['+15015550100', '+15015550101'] });
    const { text } = await fileOf(await opened([sampleOrder('-1', [line])]), spreadsheet);
    expect(text.startsWith('\ufeff')).to.equal(true);
    const [head, row] = rowsOf(text.slice(1));
    expect(head?.slice(0, 3)).to.deep.equal(['Order', 'Placed', 'Placed by']);
    expect(row).to.include.members(["'-1", 'Nov 20, 2026', 'Pending Docs', 'Action required']);
    expect(row).to.include.members(['United States', "'+15015550100 +15015550101"]);
  });

  it('gives back names with quotes, commas, line breaks and formulas as they are', async () => {
    const names = [
      'Ada "Countess", L.',
      'two\r\nlines',
      '=HYPERLINK("x")',
      ' blank ',
      '@cmd',
      'عمر',
      "O'Hara",
    ];
    const list = names.map((name, index) => sampleOrder(String(index), undefined, { placedBy: { name } }));
    const table = await opened(list, 'sort=number');
    await waitUntil(() => table.numbers[0] === '0');
    const forMachines = rowsOf((await fileOf(table, machine)).text).slice(1);
    expect(forMachines.map((row) => row[2])).to.deep.equal(names);
    const forSheets = rowsOf((await fileOf(table, spreadsheet)).text.slice(1)).slice(1);
    expect(forSheets.map((row) => row[2])).to.deep.equal(
      names.map((name) => (/^[=@]/.test(name) ? `'${name}` : name)),
    );
  });

  it('hands over the whole filtered list, page by page, in its order', async () => {
    const table = await opened(many, 'q=1&sort=number');
    await waitUntil(() => table.numbers[0] === '1000');
    expect(table.numbers).to.have.length(50);
    const from = table.asked.length;
    const rows = rowsOf((await fileOf(table, machine)).text).slice(1);
    expect(rows.map(([number]) => number)).to.deep.equal(many.map(({ number }) => number));
    expect(table.asked.slice(from)).to.deep.equal(
      [undefined, '200', '400'].map((cursor) => ({
        view: 'active',
        q: '1',
        sort: 'number',
        limit: 200,
        ...(cursor ? { cursor } : {}),
      })),
    );
    expect(table.said).to.equal('450 orders exported');
    expect(table.numbers).to.have.length(50);
  });

  it('says how far it is, and stops when it is told to', async () => {
    const table = await opened(many);
    const answer = orderServer(many);
    let isAsked = false;
    table.connection.answer('orders', (input) => {
      if (!input['cursor']) return answer(input);
      isAsked = true;
      return new Promise(() => {});
    });
    await table.press(machine);
    await waitUntil(() => isAsked && table.text.includes('200 orders read so far…'));
    await expect(table.table).to.be.accessible();
    table.button('Cancel').focus();
    await table.press('Cancel');
    expect(table.text).to.include('For a spreadsheet').and.not.include('so far');
    expect(table.root.activeElement !== null).to.equal(true);
    table.connection.answer('orders', answer);
    expect(rowsOf((await fileOf(table, machine)).text)).to.have.length(451);
    expect(saved).to.have.length(0);
  });

  it('says what failed and hands over nothing, then all of it', async () => {
    const table = await opened(many);
    const answer = orderServer(many);
    table.connection.answer('orders', (input) =>
      input['cursor']
        ? new PortalError('too-many-requests', 'x', { status: 429, retryAfter: 7, requestId: 'req_7' })
        : answer(input),
    );
    await table.press(machine);
    await waitUntil(() => table.text.includes('Not all orders could be read.'));
    expect(table.text).to.include('Wait 7 seconds, then try again.').and.include('req_7');
    expect(table.find('[role=alert]').innerText).to.include('could be read');
    expect(saved).to.have.length(0);
    await expect(table.table).to.be.accessible();
    table.connection.answer('orders', answer);
    expect(rowsOf((await fileOf(table, 'Try again')).text)).to.have.length(451);
  });

  it('goes on with what was asked for when it began, whatever is searched meanwhile', async () => {
    const table = await opened(many);
    const release = table.connection.hold();
    await table.press(machine);
    await table.type('1449');
    await table.wait(typingMillis);
    release();
    await waitUntil(() => saved.length > 0);
    expect(rowsOf((await (saved[0] as Promise<Saved>)).text)).to.have.length(451);
    await waitUntil(() => table.numbers.join() === '1449');
  });

  it('stops with the widget, and begins afresh when it comes back', async () => {
    const table = await opened(many);
    const parent = table.portal.parentElement as HTMLElement;
    table.connection.hold();
    await table.press(machine);
    await waitUntil(() => table.text.includes('read so far'));
    table.portal.remove();
    parent.append(table.portal);
    await waitUntil(() => table.text.includes('For a spreadsheet'));
  });

  it('is accessible open, in both directions and colours', async () => {
    for (const [lang, theme] of [
      ['en', 'dark'],
      ['ar', 'light'],
    ] as const) {
      const table = await mountedTable({ lang });
      table.portal.theme = theme;
      await waitUntil(() => table.find('.frame').lang === lang);
      [...table.root.querySelectorAll<HTMLElement>('.tool')].at(-1)?.click();
      await waitUntil(() => table.root.querySelectorAll('.tools .button').length === 3);
      await expect(table.table).to.be.accessible();
      table.portal.remove();
    }
  });

  it('names the history’s file so', async () => {
    const gone = sampleOrder('9', [
      sampleLine({ status: 'canceled', statusChangedAt: '2026-10-01T00:00:00.000Z' }),
    ]);
    const table = await opened([gone, sampleOrder('1')]);
    await table.press('History');
    await waitUntil(() => table.numbers[0] === '9');
    expect((await fileOf(table, machine)).name).to.equal('orders-history-2026-11-22.csv');
  });

  it('hands over the page’s own orders, filtered, without a server', async () => {
    const table = fixtureSync<OrderTable>(
      html`<order-table .orders=${many} view-state="q=1449"></order-table>`,
    );
    await table.updateComplete;
    const buttons = () => [...(table.shadowRoot?.querySelectorAll('button') ?? [])];
    buttons()
      .find((button) => flat(button.innerText) === 'Export')
      ?.click();
    await waitUntil(() => buttons().some((button) => flat(button.innerText) === machine));
    buttons()
      .find((button) => flat(button.innerText) === machine)
      ?.click();
    await waitUntil(() => saved.length > 0);
    const [, ...rows] = rowsOf((await (saved[0] as Promise<Saved>)).text);
    expect(rows.map(([number]) => number)).to.deep.equal(['1449']);
  });
});

describe('the print of <order-table>', () => {
  const { append } = document.body;
  /** What was on the sheet when it was printed. */
  let sheets: { title: string; lang: string; dir: string; rows: string[][]; styles: number }[] = [];

  before(() => {
    document.body.append = (...nodes) => {
      append.apply(document.body, nodes);
      for (const node of nodes) if (node instanceof HTMLIFrameElement) stub(node.contentWindow as Window);
    };
  });
  beforeEach(() => {
    sheets = [];
  });
  after(() => Reflect.deleteProperty(document.body, 'append'));

  function stub(sheet: Window): void {
    sheet.print = () => {
      const { title, documentElement, adoptedStyleSheets } = sheet.document;
      const rows = [...sheet.document.querySelectorAll('tr')].map((row) =>
        [...row.children].map(({ textContent }) => textContent ?? ''),
      );
      const { lang, dir } = documentElement;
      sheets.push({ title, lang, dir, rows, styles: adoptedStyleSheets.length });
      sheet.dispatchEvent(new Event('afterprint'));
    };
  }

  it('puts the whole list on a sheet of its own, and takes it away again', async () => {
    const table = await opened(many, 'q=1');
    const frames = document.querySelectorAll('iframe').length;
    await table.press('Print');
    await waitUntil(() => sheets.length === 1);
    const { title, lang, dir, rows, styles } = sheets[0] as (typeof sheets)[0];
    expect([title, lang, dir, styles]).to.deep.equal(['Orders', 'en', 'ltr', 1]);
    expect(rows).to.have.length(451);
    expect(rows[0]?.slice(0, 3)).to.deep.equal(['Order', 'Placed', 'Placed by']);
    expect(rows[1]?.slice(0, 3)).to.deep.equal(['1449', 'Nov 20, 2026', 'Ada Byron']);
    await waitUntil(() => document.querySelectorAll('iframe').length === frames);
    expect(table.said).to.equal('450 orders exported');
  });

  it('prints in the reader’s language and direction, and takes no markup from a name', async () => {
    const name = '<img src=x onerror=alert(1)>';
    const table = await mountedTable({
      lang: 'ar',
      orders: [sampleOrder('1', undefined, { placedBy: { name } })],
    });
    await waitUntil(() => table.find('.frame').lang === 'ar');
    [...table.root.querySelectorAll<HTMLElement>('.tool')].at(-1)?.click();
    await waitUntil(() => table.root.querySelectorAll('.tools .button').length === 3);
    [...table.root.querySelectorAll<HTMLElement>('.tools .button')].at(-1)?.click();
    await waitUntil(() => sheets.length === 1);
    expect(sheets[0]).to.include({ lang: 'ar', dir: 'rtl' });
    expect(sheets[0]?.rows[1]?.[2]).to.equal(name);
  });
});
