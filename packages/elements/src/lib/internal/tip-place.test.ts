import { expect } from '@open-wc/testing';
import { tipPlace } from './tip-place.ts';

const window = { width: 400, height: 300 };
const tip = { width: 120, height: 80 };
const at = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

describe('tipPlace', () => {
  it('puts a tip below its trigger, from where reading begins', () => {
    expect(tipPlace(at(100, 50), tip, window, false)).to.deep.equal({ left: 100, top: 70 });
    expect(tipPlace(at(200, 50), tip, window, true)).to.deep.equal({ left: 140, top: 70 });
  });

  it('puts it above where there is no room below', () => {
    expect(tipPlace(at(100, 250), tip, window, false)).to.deep.equal({ left: 100, top: 170 });
  });

  it('puts it below where there is room neither way', () => {
    expect(tipPlace(at(100, 50), { width: 120, height: 290 }, window, false)).to.deep.equal({
      left: 100,
      top: 70,
    });
  });

  it('keeps it inside the window', () => {
    expect(tipPlace(at(370, 50), tip, window, false).left).to.equal(272);
    expect(tipPlace(at(0, 50), tip, window, true).left).to.equal(8);
    expect(tipPlace(at(0, 50), { width: 900, height: 20 }, window, false).left).to.equal(8);
  });
});
