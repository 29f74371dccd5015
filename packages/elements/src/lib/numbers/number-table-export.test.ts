import { PortalError } from '@numberdesk/core/http';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { expect } from '@open-wc/testing';
import { type MountedNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';

/** A file that the browser was handed. */
interface Saved {
  name: string;
  text: string;
}

const { click } = HTMLAnchorElement.prototype;
let saved: Promise<Saved>[] = [];

async function read({ download, href }: HTMLAnchorElement): Promise<Saved> {
  const blob = await (await fetch(href)).blob();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());
  return { name: download, text };
}

/** A table with the export open, over a server that has pages of 200. */
async function opened(numbers: readonly PhoneNumber[], lang = 'en'): Promise<MountedNumbers> {
  const table = await mountedNumbers({
    lang,
    prepare: (connection) =>
      connection.answer('numbers', ({ cursor, limit }) => {
        const from = Number(cursor ?? 0);
        const to = from + Number(limit);
        const next = to < numbers.length ? String(to) : null;
        return { data: numbers.slice(from, to), next, feed: 7 };
      }),
  });
  table.find('.tool:last-of-type').click();
  await waitUntil(() => table.root.querySelectorAll('#panel .button').length === 3, 'no export');
  return table;
}

/** The file that one of the ways hands over. */
async function fileOf(table: MountedNumbers, way: 0 | 1): Promise<Saved> {
  table.root.querySelectorAll<HTMLElement>('#panel .button')[way]?.click();
  await waitUntil(() => saved.length > 0, 'no file was saved');
  return saved.pop() as Promise<Saved>;
}

const numbers = [
  sampleNumber(1, { account: 'east', order: 'NV1', purpose: null }),
  sampleNumber(2, { status: 'rejected', note: '=HYPERLINK("x")', purpose: 'informational-notification' }),
];

describe('the export of <number-table>', () => {
  before(() => {
    HTMLAnchorElement.prototype.click = function () {
      saved.push(read(this));
    };
  });
  beforeEach(() => void (saved = []));
  after(() => {
    HTMLAnchorElement.prototype.click = click;
  });

  it('NUM-3, NUM-5: writes for machines what an import takes first, and no formula for a spreadsheet', async () => {
    const table = await opened(numbers);
    const { name, text } = await fileOf(table, 1);
    expect(name).to.equal('numbers-2026-11-22.csv');
    expect(text.split('\r\n')).to.deep.equal([
      'number,purpose,status,note,account,addedAt,order',
      '+15013334001,,approved,,east,2026-11-20T14:59:00.000Z,NV1',
      '+15013334002,Informational/Notification,rejected,"=HYPERLINK(""x"")",acme,2026-11-20T14:58:00.000Z,',
      '',
    ]);
    const sheet = await fileOf(table, 0);
    expect(sheet.text.split('\r\n')).to.deep.equal([
      '\ufeffNumber,Call purpose,Status,Provider’s note,Account,Added,Order',
      `'+15013334001,,Approved,,Acme East,"Nov 20, 2026",NV1`,
      `'+15013334002,Informational/Notification,Rejected,"'=HYPERLINK(""x"")",Acme,"Nov 20, 2026",`,
      '',
    ]);
  });

  it('writes the purposes as an import takes them, in whichever language', async () => {
    const table = await opened(numbers, 'de');
    const { text } = await fileOf(table, 0);
    expect(text).to.include('Informational/Notification,Abgelehnt').and.include('\ufeffRufnummer,');
  });

  it('reads all of them, page by page, as the filters let them through', async () => {
    const table = await opened(Array.from({ length: 450 }, (_, index) => sampleNumber(index)));
    const { text } = await fileOf(table, 1);
    expect(text.trim().split('\r\n').length).to.equal(451);
    expect(table.asked.slice(1).map(({ cursor }) => cursor)).to.deep.equal([undefined, '200', '400']);
    await waitUntil(() => table.said === '450 rows exported');
  });

  it('says when not all could be read, and tries again', async () => {
    const table = await opened(numbers);
    table.connection.answer('numbers', () => new PortalError('internal', 'No.', { status: 500 }));
    table.find('#panel .button').click();
    await waitUntil(() => table.text.includes('Not everything could be read.'));
    expect(saved).to.deep.equal([]);
    table.connection.answer('numbers', () => ({ data: numbers, next: null, feed: 7 }));
    await table.press('Try again');
    await waitUntil(() => saved.length === 1);
  });

  it('can be called off while it reads', async () => {
    const table = await opened(numbers);
    const release = table.connection.hold();
    table.find('#panel .button').click();
    await waitUntil(() => table.text.includes('0 rows read so far'));
    await table.press('Cancel');
    release();
    await table.table.updateComplete;
    expect(table.text).to.include('For a spreadsheet');
    expect(saved).to.deep.equal([]);
  });

  it('prints them all on a sheet of their own', async () => {
    const table = await opened(numbers);
    const { append } = document.body;
    let paper: Document | null = null;
    document.body.append = (...nodes) => {
      append.apply(document.body, nodes);
      const sheet = (nodes[0] as HTMLIFrameElement).contentWindow as Window;
      sheet.print = () => {
        paper = sheet.document.cloneNode(true) as Document;
        sheet.dispatchEvent(new Event('afterprint'));
      };
    };
    const frames = document.querySelectorAll('iframe').length;
    await table.press('Print');
    await waitUntil(() => paper !== null).finally(() => Reflect.deleteProperty(document.body, 'append'));
    const sheet = paper as unknown as Document;
    const rows = [...sheet.querySelectorAll('tbody tr')].map((row) => row.firstElementChild?.textContent);
    expect(sheet.querySelector('h1')?.textContent).to.equal('Numbers');
    expect(rows).to.deep.equal(['+15013334001', '+15013334002']);
    await waitUntil(() => document.querySelectorAll('iframe').length === frames);
  });
});
