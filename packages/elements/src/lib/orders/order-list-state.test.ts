import { expect } from '@open-wc/testing';
import { bringDays } from './list-calendar.ts';
import {
  type ListState,
  filterCount,
  isNarrowed,
  plainList,
  readListState,
  toFilter,
  writeListState,
} from './order-list-state.ts';

bringDays();

const chosen: ListState = {
  view: 'history',
  sort: '-placedAt',
  q: 'ada & co',
  status: ['pending-docs', 'canceled'],
  account: 'acme-east',
  from: '2026-10-31',
  to: '2026-11-01',
};

describe('what a reader has chosen to see', () => {
  it('is written so that the same is read again, and nothing for what is not chosen', () => {
    expect(readListState(writeListState(chosen))).to.deep.equal(chosen);
    expect(writeListState(plainList)).to.equal('');
    expect(writeListState({ ...plainList, view: 'history', q: 'ada' })).to.equal('view=history&q=ada');
  });

  it('is read also with the question mark of an address', () => {
    expect(readListState('?view=history').view).to.equal('history');
  });

  it('is the plain list where what is kept is not understood', () => {
    const junk =
      'view=all&sort=name&status=lost&status=__proto__&from=yesterday&to=2026-02-30&page=7&sort=constructor';
    expect(readListState(junk)).to.deep.equal(plainList);
    expect(readListState('%')).to.deep.equal(plainList);
    for (const date of ['12026-11-01', '0001-01-01', '2026-11-1', '2026-13-01']) {
      expect(readListState(`from=${date}`).from, date).to.equal('');
    }
  });

  it('is cut to what a server takes', () => {
    expect(readListState(`q=${'a'.repeat(300)}`).q).to.have.length(100);
    expect(readListState(`account=${'a'.repeat(300)}`).account).to.have.length(64);
  });

  it('counts days as one filter, and the search as none', () => {
    expect(filterCount(chosen)).to.equal(3);
    expect(filterCount({ ...plainList, q: 'ada', view: 'history' })).to.equal(0);
  });

  it('is narrowed by a search or a filter, and not by blanks, a view or a sort', () => {
    expect(isNarrowed({ ...plainList, q: 'a' })).to.equal(true);
    expect(isNarrowed({ ...plainList, from: '2026-11-01' })).to.equal(true);
    expect(isNarrowed({ ...plainList, q: ' \u200e ', view: 'history', sort: 'number' })).to.equal(false);
  });

  it('TIM-4: asks for the days of the account’s calendar, also where the clocks change', () => {
    expect(toFilter(chosen, 'America/Chicago')).to.deep.equal({
      view: 'history',
      q: 'ada & co',
      status: ['pending-docs', 'canceled'],
      account: 'acme-east',
      placedFrom: '2026-10-31T05:00:00.000Z',
      placedBefore: '2026-11-02T06:00:00.000Z',
    });
    expect(toFilter(plainList, 'America/Chicago')).to.deep.equal({ view: 'active' });
  });

  it('searches without what takes no room or turns text around', () => {
    const hidden = '\u00ad\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\u0007';
    expect(toFilter({ ...plainList, q: ` ${hidden}10${hidden}01 ` }, 'UTC')?.q).to.equal('1001');
    expect(toFilter({ ...plainList, q: hidden }, 'UTC')).to.deep.equal({ view: 'active' });
  });
});
