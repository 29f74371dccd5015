import { expect } from '@open-wc/testing';
import { apart } from './apart.ts';
import { Localizer } from './localize.ts';
import { en } from './locales/en.ts';

const english = new Localizer('en', en);
const hebrew = new Localizer('he', en);

/** Whether a number that stands after a text is seen before it. */
function turns(text: string, direction: string): boolean {
  const place = document.createElement('p');
  place.dir = direction;
  const [name, number] = [document.createElement('i'), document.createElement('b')];
  [name.textContent, number.textContent] = [text, '2'];
  place.append(name, ' ', number);
  document.body.append(place);
  const [first, second] = [name, number].map((element) => element.getBoundingClientRect().left) as [
    number,
    number,
  ];
  place.remove();
  return direction === 'rtl' ? first < second : first > second;
}

describe('apart', () => {
  it('leaves a text alone that turns nothing in a language from left to right', () => {
    for (const text of ['Ada Byron', 'São Paulo', 'Nov 20, 2026', '東京', 'Москва', '+1 501 555 0100', ''])
      expect(apart(text, english)).to.equal(text);
  });

  it('keeps a text apart that could turn what stands beside it', () => {
    for (const text of ['ليلى حداد', 'דוד', 'ܐܒܓ', 'ߒߞߏ', 'a\u202eb', '\u200f', 'ﭐ', '𐤀𐤁', '𞤀𞤁']) {
      expect(apart(text, english)).to.equal(`\u2068${text}\u2069`);
      expect(turns(apart(text, english), 'ltr'), text).to.equal(false);
    }
    expect(turns('ليلى', 'ltr'), 'a number beside a name that is not kept apart').to.equal(true);
  });

  it('keeps each text apart in a language from right to left', () => {
    for (const text of ['Ada Byron', 'דוד']) {
      expect(apart(text, hebrew)).to.equal(`\u2068${text}\u2069`);
      expect(turns(apart(text, hebrew), 'rtl'), text).to.equal(false);
    }
  });
});
