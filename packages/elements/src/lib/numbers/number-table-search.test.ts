import { expect } from '@open-wc/testing';
import { type MountedNumbers, mountNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { settleMillis } from '../internal/list-choice.controller.ts';
import type { ListViewChangedEvent } from '../internal/list-view.events.ts';

/** Waits until the server has been asked so many times, and gives what it was asked last. */
async function askedLast(table: MountedNumbers, times: number): Promise<Record<string, unknown>> {
  await waitUntil(() => table.asked.length === times, `asked ${table.asked.length} times`);
  const asked = Object.entries(table.asked.at(-1) ?? {});
  return Object.fromEntries(asked.filter(([name]) => name !== 'sort' && name !== 'limit'));
}

const openFilters = async (table: MountedNumbers) => {
  await table.press('Filter');
  await waitUntil(() => table.has('#panel fieldset'));
};

const choice = (table: MountedNumbers, name: string) =>
  [...table.root.querySelectorAll<HTMLElement>('.choice')].find(({ innerText }) => innerText.trim() === name);

describe('the search of <number-table>', () => {
  for (const typed of ['(501) 333-4001', '501.333.4001', '+1 501 333 4001', '3400']) {
    it(`takes "${typed}", and asks once the typing has come to rest`, async () => {
      const table = await mountedNumbers();
      await table.type(typed);
      expect(table.asked.length).to.equal(1);
      await table.wait(settleMillis);
      expect(await askedLast(table, 2)).to.deep.equal({ q: typed });
    });
  }

  it('takes a number as it is copied from a page, with all that is not to be seen in it', async () => {
    const table = await mountedNumbers();
    await table.type('\u2066+1\u00a0(501) 333\u20114001\u2069');
    await table.wait(settleMillis);
    expect(String((await askedLast(table, 2))['q']).replace(/\D/g, '')).to.equal('15013334001');
  });

  it('asks for nothing with fewer than three digits, and says why', async () => {
    const table = await mountedNumbers();
    await table.type('50');
    expect(table.find('#search-about').innerText).to.equal('Three digits or more');
    await table.wait(settleMillis);
    await table.type('');
    await table.wait(settleMillis);
    expect(table.asked.length).to.equal(1);
    expect(table.find('#search-about').innerText).to.equal('');
  });

  it('keeps the focus whatever the answer is, and says how many there are', async () => {
    const table = await mountedNumbers();
    table.connection.answer('numbers', () => ({ data: [], next: null, feed: 8 }));
    await table.type('9999');
    await table.wait(settleMillis);
    await table.shows('empty');
    expect(table.hasFocusOn('input[type=search]')).to.equal(true);
    expect(table.said).to.equal('0 numbers shown');
  });
});

describe('what is chosen to be seen in <number-table>', () => {
  it('is asked for, counted, told to the page and taken back', async () => {
    const table = await mountedNumbers();
    const told: string[] = [];
    table.table.addEventListener('view-state-changed', (event) =>
      told.push((event as unknown as ListViewChangedEvent).viewState),
    );
    await openFilters(table);
    choice(table, 'Pending')?.click();
    expect(await askedLast(table, 2)).to.deep.equal({ status: ['pending'] });
    choice(table, 'Prison')?.click();
    await askedLast(table, 3);
    choice(table, 'Political')?.click();
    await askedLast(table, 4);
    await table.fill('#panel select', 'east');
    expect(await askedLast(table, 5)).to.deep.equal({
      status: ['pending'],
      purpose: ['political', 'prison'],
      account: 'east',
    });
    expect(table.find('.tool').innerText).to.include('3');
    expect(told.at(-1)).to.equal('account=east&status=pending&purpose=political&purpose=prison');
    await table.press('Clear filters');
    expect(await askedLast(table, 6)).to.deep.equal({});
    expect(table.table.viewState).to.equal('');
  });

  it('NUM-8: offers the accounts in reach, each below the one that it belongs to', async () => {
    const table = await mountedNumbers();
    await openFilters(table);
    const names = [...table.find<HTMLSelectElement>('#panel select').options].map(({ text }) => text);
    expect(names).to.deep.equal([
      'All accounts',
      'Acme',
      'Acme East',
      'Reader Survey',
      'Acme West',
      'Night Helpline',
    ]);
  });

  it('comes from the page as well, as far as it is understood', async () => {
    const table = await mountNumbers({
      set: { viewState: 'sort=-number&q=3334&status=rejected&status=nonsense&purpose=survey&account=west' },
    });
    await table.shows('empty');
    expect(table.asked[0]).to.deep.equal({
      sort: '-number',
      q: '3334',
      status: ['rejected'],
      purpose: ['survey'],
      account: 'west',
      limit: 50,
    });
    table.table.viewState = 'sort=by-colour';
    await waitUntil(() => table.asked.length === 2);
    expect(table.asked[1]).to.deep.equal({ sort: '-addedAt', limit: 50 });
  });

  it('is sorted by the server, and live changes find their place', async () => {
    const numbers = [sampleNumber(1), sampleNumber(3)];
    const table = await mountedNumbers({ numbers });
    await table.fill('.toolbar select', 'number');
    await waitUntil(() => table.asked.length === 2);
    expect(table.asked[1]).to.deep.equal({ sort: 'number', limit: 50 });
    await waitUntil(() => table.connection.followed.length === 2);
    await table.tell({ numbers: [sampleNumber(2)] }, () => table.ids.length === 3);
    expect(table.ids).to.deep.equal(['n-1', 'n-2', 'n-3']);
  });
});
