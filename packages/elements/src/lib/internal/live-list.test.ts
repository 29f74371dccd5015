import { expect } from '@open-wc/testing';
import { withItems, withoutItems, withoutStrangers } from './live-changes.ts';
import { type LiveRule, emptyLiveList, withPage } from './live-list.ts';

interface Thing {
  id: string;
  place: number;
  version: number;
  status: string;
  home: string;
}

const thing = (id: string, place: number, more: Partial<Thing> = {}): Thing => ({
  id,
  place,
  version: 1,
  status: 'here',
  home: 'a',
  ...more,
});

const rule: LiveRule<Thing> = {
  keyOf: ({ id }) => id,
  compare: (a, b) => a.place - b.place,
  belongs: ({ status }) => status !== 'hidden',
};
const ids = ({ items }: { items: readonly Thing[] }) => items.map(({ id }) => id).join('');
const page = (next: string | null, ...data: Thing[]) => ({ data, next });
const two = withPage(emptyLiveList(rule), page('more', thing('a', 1), thing('c', 3)));

describe('a live list', () => {
  it('is as its pages say, each item once, in its order', () => {
    const all = withPage(two, page(null, thing('c', 3), thing('b', 2), thing('x', 4, { status: 'hidden' })));
    expect(ids(all)).to.equal('abc');
    expect(all.boundary).to.equal(null);
    expect(two.boundary?.id).to.equal('c');
  });

  it('takes in what belongs before its end; what comes after comes with the next page', () => {
    const { list, changes } = withItems(two, [thing('b', 2), thing('d', 4)]);
    expect(ids(list)).to.equal('abc');
    expect(changes.map(({ kind, item }) => kind + item.id)).to.deep.equal(['addedb']);
    const newer = withItems(list, [thing('d', 4, { version: 2, status: 'new' })]).list;
    const all = withPage(newer, page(null, thing('d', 4)));
    expect(all.items.at(-1)?.status).to.equal('new');
  });

  it('tells a change of status from another, and does not go back', () => {
    const { list, changes } = withItems(two, [
      thing('a', 1, { version: 2 }),
      thing('c', 3, { version: 2, status: 'gone' }),
    ]);
    expect(changes.map(({ kind }) => kind)).to.deep.equal(['updated', 'status']);
    expect(withItems(list, [thing('a', 1)]).changes).to.deep.equal([]);
  });

  it('keeps what does not belong any more until somebody lets it go', () => {
    const { list } = withItems(two, [thing('a', 1, { version: 2, status: 'hidden' })]);
    expect(ids(list)).to.equal('ac');
    expect(withoutStrangers(list, 'a').list).to.equal(list);
    const { list: rest, changes } = withoutStrangers(list, null);
    expect(ids(rest)).to.equal('c');
    expect(changes.map(({ kind }) => kind)).to.deep.equal(['left']);
  });

  it('takes out what is gone from where it was, but not what has come elsewhere meanwhile', () => {
    const fromA = ({ home }: Thing) => home === 'a';
    const { list, changes } = withoutItems(two, ['a', 'z'], fromA);
    expect(ids(list)).to.equal('c');
    expect(changes.map(({ kind }) => kind)).to.deep.equal(['removed']);
    expect(ids(withPage(list, page(null, thing('z', 9), thing('a', 1))))).to.equal('c');
    expect(ids(withPage(list, page(null, thing('z', 9, { home: 'b' }))))).to.equal('cz');
    const moved = withItems(two, [thing('a', 1, { version: 2, home: 'b' })]).list;
    expect(ids(withoutItems(moved, ['a'], fromA).list)).to.equal('ac');
    expect(ids(withItems(list, [thing('a', 1, { version: 2 })]).list)).to.equal('ac');
  });
});
