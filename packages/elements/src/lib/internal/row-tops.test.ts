import { expect } from '@open-wc/testing';
import { areCalledLike, firstWhere, shiftTops, topsOf } from './row-tops.ts';

describe('where rows begin', () => {
  it('is the sum of all heights above, and the end of the last', () => {
    expect([...topsOf([10, 0, 30], (height) => height)]).to.deep.equal([0, 10, 10, 40]);
    expect([...topsOf([], Number)]).to.deep.equal([0]);
  });

  it('is what it would be anew after some have turned out higher or lower', () => {
    const heights = [70, 70, 70, 70, 70];
    const tops = topsOf(heights, Number);
    for (const changes of [
      [{ index: 1, by: 20 }],
      [
        { index: 0, by: -5 },
        { index: 3, by: 5 },
        { index: 4, by: 1 },
      ],
      [],
      [{ index: 2, by: 0 }],
    ]) {
      shiftTops(tops, changes);
      for (const { index, by } of changes) heights[index] = (heights[index] as number) + by;
      expect([...tops]).to.deep.equal([...topsOf(heights, Number)]);
    }
  });

  it('is found by halving', () => {
    const tops = topsOf([10, 20, 30], Number);
    expect(firstWhere(tops, (top) => top > 0)).to.equal(1);
    expect(firstWhere(tops, (top) => top >= 30)).to.equal(2);
    expect(firstWhere(tops, (top) => top > 60)).to.equal(4);
  });

  it('stays as long as the same are in the same places, whatever else has changed', () => {
    const keyOf = (item: { key: string }) => item.key;
    const [a, b] = [{ key: 'a' }, { key: 'b' }];
    expect(areCalledLike([a, { ...b }], [a, b], keyOf)).to.equal(true);
    expect(areCalledLike([b, a], [a, b], keyOf)).to.equal(false);
    expect(areCalledLike([a], [a, b], keyOf)).to.equal(false);
  });
});
