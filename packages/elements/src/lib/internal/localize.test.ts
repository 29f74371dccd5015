import { expect } from '@open-wc/testing';
import { Localizer } from './localize.ts';
import { ar } from './locales/ar.ts';
import { loadMessages, loadedMessages } from './locales/catalogue.ts';
import { type MessageKey, type Messages, en } from './locales/en.ts';
import type { Message } from './locales/message.ts';

const languages: [string, Messages][] = [
  ['en', en],
  ['ar', ar],
];

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

describe('the texts', () => {
  for (const [language, messages] of languages) {
    it(`say in ${language} all that English says, with the same values`, () => {
      expect(Object.keys(messages).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en) as MessageKey[]) {
        const known = new Set(forms(en[key]).flatMap(placeholders));
        for (const form of forms(messages[key])) {
          for (const name of placeholders(form)) expect(known, `${key}: {${name}}`).to.include(name);
        }
        const used = new Set(forms(messages[key]).flatMap(placeholders));
        for (const name of known) if (name !== 'count') expect(used, key).to.include(name);
      }
    });

    it(`know in ${language} each plural that the language has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, message] of Object.entries(messages)) {
        if (typeof message !== 'string')
          expect(Object.keys(message), key).to.include.members(pluralCategories);
      }
    });
  }

  it('are all translated', () => {
    for (const key of Object.keys(en) as MessageKey[])
      expect(forms(ar[key])[0], key).to.match(/[\u0600-\u06ff]/);
  });
});

describe('Localizer', () => {
  it('chooses the plural by count, and writes numbers as the language does', () => {
    const texts = new Localizer('en', en);
    expect(texts.say('orders.lines', { count: 1 })).to.equal('1 line');
    expect(texts.say('orders.lines', { count: 1200 })).to.equal('1,200 lines');
    const arabic = new Localizer('ar-EG', ar);
    expect(arabic.say('orders.lines', { count: 2 })).to.equal('بندان');
    expect(arabic.say('orders.lines', { count: 3 })).to.equal('٣ بنود');
    expect(arabic.say('orders.lines', { count: 11 })).to.equal('١١ بندًا');
  });

  it('hands values on as they are, so that templates can stand in a text', () => {
    const value = Symbol('a template');
    expect(new Localizer('en', en).show('orders.leaves', { time: value })).to.deep.equal([
      'Leaves this list ',
      value,
      '',
    ]);
  });

  it('takes a page’s own words, also only for some plurals', () => {
    const texts = new Localizer('en', en, { 'orders.lines': { one: 'a single', other: '{count} pieces' } });
    expect(texts.say('orders.lines', { count: 1 })).to.equal('a single');
    expect(texts.say('orders.lines', { count: 5 })).to.equal('5 pieces');
    const noOne = new Localizer('en', en, { 'orders.lines': { other: 'n={count}' } });
    expect(noOne.say('orders.lines', { count: 1 })).to.equal('n=1');
  });

  it('knows which way a language is written', () => {
    for (const tag of ['ar', 'ar-EG', 'he', 'fa-IR', 'ur'])
      expect(new Localizer(tag, en).direction).to.equal('rtl');
    for (const tag of ['en', 'arn', 'de', 'zh-Hant'])
      expect(new Localizer(tag, en).direction).to.equal('ltr');
  });

  it('has no word for a value that is none of ours, whatever it is called', () => {
    const texts = new Localizer('en', en);
    expect(texts.term('orders.status', 'completed')).to.equal('Completed');
    for (const raw of ['on-hold', '', '__proto__', 'toString'])
      expect(texts.term('orders.status', raw)).to.equal(null);
  });
});

describe('the languages', () => {
  it('are loaded when they are needed', async () => {
    expect(loadedMessages('en')).to.equal(en);
    expect(loadedMessages('xx')).to.equal(null);
    expect(loadedMessages('ar')).to.equal(undefined);
    await loadMessages('ar');
    expect(loadedMessages('ar')).to.equal(ar);
  });
});
