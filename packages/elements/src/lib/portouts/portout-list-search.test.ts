import { expect } from '@open-wc/testing';
import { mountPortOuts, mountedPortOuts } from '../../../test/mount-portouts.ts';
import { samplePortOut, samplePortOutDetail } from '../../../test/sample-portout-list.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { settleMillis } from '../internal/list-choice.controller.ts';
import { gatherNewsMillis } from '../internal/news.controller.ts';
import { allPortOuts } from './portout-list-narrowing.ts';
import {
  plainPortOuts,
  readPortOutChoices,
  toPortOutAsk,
  writePortOutChoices,
} from './portout-list-state.ts';

describe('what is chosen of port-outs', () => {
  it('is written as it is read, and what is not understood counts as not chosen', () => {
    for (const text of [
      '',
      'filter=incomplete&sort=dueAt&q=%2B1+501&account=east&dueBy=2026-12-01&status=pending&status=canceled',
      'view=charges&month=2026-10',
    ])
      expect(writePortOutChoices(readPortOutChoices(text))).to.equal(text);
    const odd = 'view=x&filter=toString&sort=y&month=2026-13&dueBy=2026-02-30&status=odd';
    expect(readPortOutChoices(odd)).to.deep.equal(plainPortOuts);
  });

  it('POR-2: is asked for as typed, without what nobody sees', () => {
    expect(toPortOutAsk({ ...plainPortOuts, q: '\u2068(501) 333-4001\u2069 ' }).choice).to.deep.equal({
      q: '(501) 333-4001',
    });
    expect(toPortOutAsk({ ...plainPortOuts, ...allPortOuts }).choice).to.deep.equal({});
  });
});

describe('the search, the filters and the sorts of <portout-list>', () => {
  it('POR-2: asks once the typing has come to rest, and says how many there are', async () => {
    const list = await mountedPortOuts();
    await list.type('po_62');
    await list.type('po_624');
    expect(list.asked.length).to.equal(1);
    await list.wait(settleMillis);
    await waitUntil(() => list.asked.length === 2);
    expect(list.asked[1]).to.deep.equal({ q: 'po_624', sort: '-receivedAt', limit: 50 });
    expect(list.list.viewState).to.equal('q=po_624');
    await waitUntil(() => list.said === '1 request shown');
    expect(list.hasFocusOn('input')).to.equal(true);
  });

  it('POR-6: shows one group, and tells the page what was chosen', async () => {
    const list = await mountedPortOuts();
    const told: string[] = [];
    list.list.addEventListener('view-state-changed', ({ viewState }) => told.push(viewState));
    await list.press('Incomplete');
    expect(list.button('Incomplete').getAttribute('aria-pressed')).to.equal('true');
    await list.fill('select', 'dueAt');
    await waitUntil(() => list.asked.length === 3);
    expect(list.asked[2]).to.deep.equal({ filter: 'incomplete', sort: 'dueAt', limit: 50 });
    expect(told).to.deep.equal(['filter=incomplete', 'filter=incomplete&sort=dueAt']);
  });

  it('narrows by status, account and the last day that something is due on, as the account has it', async () => {
    const list = await mountedPortOuts();
    await list.press('Filter');
    await waitUntil(() => list.has('#panel option[value=east]'));
    list.find('#panel input').click();
    await list.fill('#panel input[type=date]', '2026-11-30');
    await list.fill('#panel select', 'east');
    await waitUntil(() => list.asked.at(-1)?.['account'] !== undefined);
    expect(list.asked.at(-1)).to.deep.equal({
      status: ['pending'],
      account: 'east',
      // The end of that day in Chicago.
      dueBefore: '2026-12-01T06:00:00.000Z',
      sort: '-receivedAt',
      limit: 50,
    });
    expect(list.button('Filter, 3 set') !== null).to.equal(true);
    await list.press('Clear filters');
    await waitUntil(() => list.list.viewState === '');
  });

  it('keeps each list right by itself: what is told of comes in where it belongs, and nowhere else', async () => {
    const portouts = [samplePortOut(1), samplePortOut(2)];
    const list = await mountPortOuts({
      portouts,
      set: { viewState: 'filter=incomplete&sort=dueAt&account=east' },
      prepare: (connection) =>
        connection.answer('portouts', () => ({
          data: portouts.map((portout) => ({ ...portout, account: 'survey' })),
          next: null,
          feed: 7,
        })),
    });
    await list.isLive();
    const soon = { account: 'east', answerDueAt: '2026-11-22T18:10:00.000Z' };
    await list.tell(samplePortOut(9, { account: 'acme' }));
    await list.tell(samplePortOut(8, { ...soon, status: 'canceled' }));
    await list.tell(samplePortOut(7, soon), () => list.ids.length === 3);
    expect(list.ids).to.deep.equal(['p-7', 'p-1', 'p-2']);
    await list.tell(
      samplePortOut(1, { account: 'survey', status: 'canceled', version: 2 }),
      () => list.ids.length === 2,
    );
    await list.wait(gatherNewsMillis);
    expect(list.said).to.include('PO_624007').and.include('PO_624001 is no longer in this list.');
  });

  it('POR-2: what is found by its numbers stays found, and what comes is held against them', async () => {
    const numbers: Record<string, string[]> = { 'p-5': ['+15013334001'], 'p-6': ['+15559990000'] };
    const list = await mountPortOuts({
      set: { viewState: 'q=(501) 333-4001' },
      prepare: (connection) =>
        connection.answer('portouts/{id}', ({ id }) =>
          samplePortOutDetail(samplePortOut(Number(String(id).slice(2))), numbers[id as string] ?? []),
        ),
    });
    await list.isLive();
    await list.tell(samplePortOut(1, { status: 'authorized', version: 2 }), () =>
      list.cell('p-1', 'status').includes('Authorized'),
    );
    await list.tell(samplePortOut(6));
    await list.tell(samplePortOut(5), () => list.ids.includes('p-5'));
    expect(list.ids).to.deep.equal(['p-1', 'p-5']);
    expect(list.askedOf('portouts/{id}').map(({ id }) => id)).to.deep.equal(['p-6', 'p-5']);
  });
});

describe('<portout-list> live', () => {
  it('shows what has become of a request, marks it, says it, and takes nobody’s focus', async () => {
    const list = await mountedPortOuts({ portouts: [samplePortOut(1), samplePortOut(2)] });
    expect(list.connection.followed).to.deep.equal([7]);
    const button = list.find('[data-key="p-2"] .details > *');
    button.focus();
    const added = samplePortOut(0);
    await list.tell(added, () => list.ids.length === 3);
    await list.tell(samplePortOut(2, { status: 'authorized', version: 2 }), () =>
      list.cell('p-2', 'status').includes('Authorized'),
    );
    expect(list.ids).to.deep.equal(['p-0', 'p-1', 'p-2']);
    expect(list.root.activeElement === button).to.equal(true);
    expect(list.find('[data-key="p-2"]').classList.contains('fresh')).to.equal(true);
    await list.wait(gatherNewsMillis);
    expect(list.said).to.equal('New request PO_624000: Pending. PO_624002: now Authorized.');
    list.connection.tell({ type: 'portout.changed', data: { portout: 7 } });
    list.connection.tell({ type: 'order.changed', data: {} });
    await list.tell(samplePortOut(9), () => list.ids.length === 4);
  });
});
