import { expect } from '@open-wc/testing';
import { numberFieldState } from './number-field-state.ts';

const typed = (text: string) => numberFieldState(text, {}, false);

/** What is said after each key of a text. */
const kinds = (text: string) => Array.from(text, (_, index) => typed(text.slice(0, index + 1)).kind);

describe('the number field while somebody types', () => {
  it('NUM-2: says nothing until a number is whole, then confirms it', () => {
    for (const text of ['5013334444', '+15013334444', '8005551234', '2125551213']) {
      const all = kinds(text);
      expect(all.pop(), text).to.equal('fine');
      expect(new Set(all), text).to.deep.equal(new Set(['typing']));
    }
  });

  it('NUM-4: says what is wrong as soon as nothing that follows can make it right', () => {
    const cases: [string, string][] = [
      ['37', 'area-code-reserved'],
      ['211', 'area-code-n11'],
      ['+1501911', 'exchange-n11'],
      ['5011', 'exchange-first-digit'],
      ['20555501', 'fictional'],
      ['+4', 'other-country'],
      ['501x', 'not-digits'],
    ];
    for (const [text, code] of cases) {
      expect(typed(text), text).to.deep.equal({ kind: 'wrong', code, suggestion: null });
      expect(typed(text.slice(0, -1)).kind, text.slice(0, -1)).to.equal('typing');
    }
  });

  it('NUM-4: offers what was meant once it is whole, and not before', () => {
    for (const text of ['(501) 333-4444', '15013334444', '501.333.4444', '+1 501 333 4444']) {
      const all = kinds(text);
      expect(all.pop(), text).to.equal('wrong');
      expect(all, text).to.not.include('wrong');
      expect(typed(text)).to.include({ suggestion: '+15013334444' });
    }
  });

  it('says what is wrong with a beginning when its writer is done with it', () => {
    expect(numberFieldState('501333', {}, true)).to.include({ kind: 'wrong', code: 'wrong-length' });
    expect(numberFieldState('  ', {}, true)).to.deep.equal({ kind: 'empty' });
  });

  it('NUM-4: confirms a number of an area code that is not known, and says so', () => {
    expect(typed('8222345678')).to.deep.equal({
      kind: 'fine',
      number: '+18222345678',
      warning: 'area-code-unknown',
    });
    expect(numberFieldState('8222345678', { areaCodes: ['822'] }, false)).to.include({ warning: null });
  });
});
