import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { type MountedPortOuts, mountPortOuts } from '../../../test/mount-portouts.ts';
import { sampleCharge, sampleCharges, samplePortOut } from '../../../test/sample-portout-list.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { gatherNewsMillis } from '../internal/news.controller.ts';
import { moneyText, plainAmount } from './money-text.ts';

/** Charges that are shown. */
async function charges(wishes: Parameters<typeof mountPortOuts>[0] = {}): Promise<MountedPortOuts> {
  const list = await mountPortOuts({ ...wishes, set: { viewState: 'view=charges', ...wishes.set } });
  await waitUntil(() => list.has('.charges .panel, .charges .total'));
  await list.isLive();
  return list;
}

const asked = (list: MountedPortOuts) => list.askedOf('portout-charges');

const correction = sampleCharge(3, {
  kind: 'correction',
  account: 'survey',
  amount: { amountMinor: -150, currency: 'USD' },
  corrects: 'c-1',
  note: '=Billed twice',
});

/** Files that the browser was handed. */
let saved: Promise<{ name: string; text: string }>[] = [];
const { click } = HTMLAnchorElement.prototype;
before(() => {
  HTMLAnchorElement.prototype.click = function () {
    const read = async () => {
      const bytes = await (await fetch(this.href)).arrayBuffer();
      return { name: this.download, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
    };
    saved.push(read());
  };
});
beforeEach(() => void (saved = []));
after(() => {
  HTMLAnchorElement.prototype.click = click;
});

/** The file that the first or the second of the ways hands over. */
async function fileOf(list: MountedPortOuts, way: 0 | 1) {
  await waitUntil(() => list.root.querySelectorAll('.tools .button').length === 3, 'no export');
  list.root.querySelectorAll<HTMLElement>('.tools .button')[way]?.click();
  await waitUntil(() => saved.length > 0, 'no file was saved');
  const { name, text } = await (saved.pop() as (typeof saved)[number]);
  return { name, lines: text.split('\r\n') };
}

describe('money', () => {
  it('has the digits of its currency, and is exact to the last', () => {
    expect(moneyText({ amountMinor: 150, currency: 'USD' }, 'en')).to.equal('$1.50');
    expect(moneyText({ amountMinor: 150, currency: 'JPY' }, 'en')).to.equal('¥150');
    expect(moneyText({ amountMinor: -1234, currency: 'KWD' }, 'en')).to.include('1.234');
    expect(moneyText({ amountMinor: 5, currency: 'points' }, 'en')).to.equal('5 points');
    expect(plainAmount({ amountMinor: 9_007_199_254_740_991, currency: 'USD' })).to.equal(
      '90071992547409.91',
    );
    expect(plainAmount({ amountMinor: -5, currency: 'USD' })).to.equal('0.05');
    expect(plainAmount({ amountMinor: 7, currency: 'JPY' })).to.equal('7');
  });
});

describe('the charges of <portout-list>', () => {
  it('POR-8: shows the running month with its total so far, its lines, and the months that are closed', async () => {
    const list = await charges({
      prepare: (connection) =>
        connection.answer('portout-charges', () => sampleCharges({ lines: [sampleCharge(1), correction] })),
    });
    expect(asked(list)).to.deep.equal([{ account: 'acme', limit: 50 }]);
    expect(list.text)
      .to.include('November 2026 This month is still open: lines can be added')
      .and.include('Total so far $3.00');
    expect(list.text).to.include('October 2026 $1,234.50 Closed').and.include('September 2026 -$1.50');
    const [first, second] = [...list.root.querySelectorAll<HTMLElement>('.line')];
    expect(first?.innerText.replace(/\s+/g, ' ').trim()).to.equal(
      '+1 501 333 4001 Port-out PO_624001 Nov 21, 11:00 AM $1.50',
    );
    expect(second?.innerText)
      .to.include('Correction')
      .and.include('=Billed twice')
      .and.include('Reader Survey');
    await expect(list.list).to.be.accessible();
  });

  it('shows a closed month, which never changes, and tells the page', async () => {
    const list = await charges();
    list.connection.answer('portout-charges', () =>
      sampleCharges({ month: '2026-10', status: 'closed', lines: [] }),
    );
    list.root.querySelectorAll<HTMLElement>('.months button')[1]?.click();
    await waitUntil(() => list.text.includes('No charges in October 2026'));
    expect(asked(list)[1]).to.deep.equal({ account: 'acme', month: '2026-10', limit: 50 });
    expect(list.text).to.include('is closed and does not change any more');
    expect(list.list.viewState).to.equal('view=charges&month=2026-10');
    expect(list.find('[aria-current=true]').innerText).to.include('October 2026');
    await expect(list.list).to.be.accessible();
    await list.press('Requests');
    expect(list.list.viewState).to.equal('month=2026-10');
    expect(list.has('.charges')).to.equal(false);
    expect(list.hasFocusOn('.views button')).to.equal(true);
  });

  it('loads more lines by a button, and says when they cannot be had', async () => {
    const list = await charges({
      prepare: (connection) => connection.answer('portout-charges', () => sampleCharges({ next: 'more' })),
    });
    list.connection.answer('portout-charges', () => new PortalError('internal', 'No.', { status: 500 }));
    await list.press('Load more');
    await waitUntil(() => list.text.includes('The rest could not be loaded.'));
    list.connection.answer('portout-charges', () => sampleCharges({ lines: [sampleCharge(3)] }));
    await list.press('Load more');
    await waitUntil(() => list.said === '3 charges shown');
    expect(asked(list).at(-1)).to.deep.equal({ account: 'acme', limit: 200, cursor: 'more' });
    expect(list.root.querySelectorAll('.line').length).to.equal(3);
    expect(list.hasFocusOn('.count')).to.equal(true);
  });

  it('asks staff whose charges to show, and asks for nothing before', async () => {
    const list = await charges({ session: { account: null } });
    expect(list.text).to.include('Choose an account');
    expect(asked(list)).to.deep.equal([]);
    await waitUntil(() => list.has('.whose select'));
    await list.fill('.whose select', 'east');
    await waitUntil(() => list.has('.total'));
    expect(asked(list)).to.deep.equal([{ account: 'east', limit: 50 }]);
    expect(list.list.viewState).to.equal('view=charges&account=east');
  });

  it('says when they cannot be had, and tries again', async () => {
    const list = await charges({
      prepare: (connection) =>
        connection.answer(
          'portout-charges',
          () => new PortalError('internal', 'No.', { status: 500, requestId: 'req_9' }),
        ),
    });
    expect(list.text).to.include('Something went wrong on our side').and.include('req_9');
    list.connection.answer('portout-charges', () => sampleCharges());
    await list.press('Try again');
    await waitUntil(() => list.has('.total'));
  });

  it('follows what is ported, once for several at a time', async () => {
    const list = await charges();
    const total = { amountMinor: 450, currency: 'USD' };
    list.connection.answer('portout-charges', () => sampleCharges({ total }));
    await list.tell(samplePortOut(1, { status: 'ported-out', version: 2 }));
    await list.tell(samplePortOut(2, { status: 'ported-out', version: 2 }));
    await list.wait(gatherNewsMillis);
    await waitUntil(() => list.text.includes('Total so far $4.50'));
    expect(asked(list).length).to.equal(2);
  });

  it('hands over a month as CSV in both profiles: credits apart, and no formula in either', async () => {
    const list = await charges({
      prepare: (connection) =>
        connection.answer('portout-charges', () => sampleCharges({ lines: [sampleCharge(1), correction] })),
    });
    list.find('.sum .tool').click();
    const sheet = await fileOf(list, 0);
    expect(sheet.name).to.equal('port-out-charges-2026-11.csv');
    expect(sheet.lines.slice(0, 3)).to.deep.equal([
      '\ufeffMonth,What for,Number,Request,Account,Booked,Amount,Credit,Currency,Note',
      `2026-11,Port-out,'+15013334001,PO_624001,Acme,"Nov 21, 2026, 11:00 AM",1.50,,USD,`,
      `2026-11,Correction,'+15013334003,PO_624001,Reader Survey,"Nov 21, 2026, 9:00 AM",,1.50,USD,'=Billed twice`,
    ]);
    const machine = await fileOf(list, 1);
    expect(machine.lines.slice(0, 3)).to.deep.equal([
      'month,kind,number,request,account,at,amountMinor,currency,note,id,corrects,portout',
      '2026-11,port-out,+15013334001,PO_624001,acme,2026-11-21T17:00:00.000Z,150,USD,,c-1,,p-1',
      '2026-11,correction,+15013334003,PO_624001,survey,2026-11-21T15:00:00.000Z,-150,USD,=Billed twice,c-3,c-1,p-1',
    ]);
    await expect(list.list).to.be.accessible();
  });
});

describe('the export of <portout-list>', () => {
  it('hands over what the filters let through, page by page, in both profiles', async () => {
    const portouts = [
      samplePortOut(1, { account: 'east', winningCarrier: '=1+1' }),
      samplePortOut(2, { status: 'authorized', focDate: '2026-12-01', portType: 'non-simple' }),
    ];
    const list = await mountPortOuts({
      set: { viewState: 'filter=incomplete' },
      prepare: (connection) =>
        connection.answer('portouts', ({ cursor }) => ({
          data: cursor ? [portouts[1]] : [portouts[0]],
          next: cursor ? null : 'more',
          feed: 7,
        })),
    });
    await list.shows('data');
    await list.isLive();
    await list.press('Export');
    await waitUntil(() => list.root.querySelectorAll('#panel .button').length === 3);
    const machine = await fileOf(list, 1);
    expect(machine.name).to.equal('port-outs-2026-11-22.csv');
    expect(machine.lines).to.deep.equal([
      'request,status,receivedAt,portType,requestedFocDate,focDate,quantity,winningCarrier,answerDueAt,portDueAt,silenceAt,account,id',
      'PO_624001,pending,2026-11-22T15:59:00.000Z,simple,2026-11-30,,2,=1+1,2026-11-22T21:30:00.000Z,2026-11-24T00:00:00.000Z,,east,p-1',
      'PO_624002,authorized,2026-11-22T15:58:00.000Z,non-simple,2026-11-30,2026-12-01,2,Bright Wireless,,,,acme,p-2',
      '',
    ]);
    expect(list.asked.at(-1)).to.deep.equal({
      filter: 'incomplete',
      sort: '-receivedAt',
      limit: 200,
      cursor: 'more',
    });
    await waitUntil(() => list.said === '2 rows exported');
    const sheet = await fileOf(list, 0);
    expect(sheet.lines[0]).to.equal(
      '\ufeffRequest,Status,Received,Kind of port,Requested FOC date,Agreed FOC date,Numbers,Winning carrier,Answer due,Port due,Authorized by silence,Account',
    );
    expect(sheet.lines[1])
      .to.include(`PO_624001,Pending,"Nov 22, 2026, 9:59 AM",Simple`)
      .and.include(`'=1+1`);
    expect(sheet.lines[1]).to.include('Acme East');
  });
});
