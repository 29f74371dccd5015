import { expect } from '@open-wc/testing';
import {
  isNarrowedList,
  isShortSearch,
  plainNumbers,
  readNumberChoices,
  toNumberAsk,
  writeNumberChoices,
} from './number-list-state.ts';

describe('what is chosen of the numbers', () => {
  it('is written as a query and read as it was', () => {
    const choices = {
      sort: 'number',
      q: '(501) 333',
      status: ['pending', 'rejected'],
      purpose: ['charity', 'do-not-originate'],
      account: 'east & west',
    } as const;
    expect(readNumberChoices(writeNumberChoices(choices))).to.deep.equal(choices);
    expect(writeNumberChoices(plainNumbers)).to.equal('');
    expect(readNumberChoices('')).to.deep.equal(plainNumbers);
  });

  it('is nothing where it is not understood', () => {
    expect(readNumberChoices('sort=toString&status=constructor&purpose=x&q=')).to.deep.equal(plainNumbers);
  });

  it('asks for a search of three digits and more, in whichever way they are written', () => {
    const asked = (q: string) => toNumberAsk({ ...plainNumbers, q }).filter.q;
    expect(asked('50')).to.equal(undefined);
    expect(asked('5-0')).to.equal(undefined);
    expect(asked('501')).to.equal('501');
    expect(asked('٥٠١ ٣٣٣')).to.equal('501 333');
    expect(asked('hello')).to.equal(undefined);
    expect(asked(' 501-3 ')).to.equal('501-3');
    expect(isShortSearch({ q: '5 0' })).to.equal(true);
    expect(isShortSearch({ q: '  ' })).to.equal(false);
    expect(isNarrowedList({ ...plainNumbers, q: '50' })).to.equal(false);
    expect(isNarrowedList({ ...plainNumbers, q: '501' })).to.equal(true);
    expect(isNarrowedList({ ...plainNumbers, account: 'x' })).to.equal(true);
  });
});
