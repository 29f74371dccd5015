import { expect } from '@open-wc/testing';
import { Localizer } from './localize.ts';
import { ar as arShared } from './locales/ar.ts';
import { arNumberImporter } from './locales/ar-number-importer.ts';
import { arNumberTable } from './locales/ar-number-table.ts';
import { arPortOut } from './locales/ar-portout.ts';
import { arPortOutList } from './locales/ar-portout-list.ts';
import { loadMessages, loadedMessages } from './locales/catalogue.ts';
import { deNumberImporter } from './locales/de-number-importer.ts';
import { deNumberTable } from './locales/de-number-table.ts';
import { dePortOut } from './locales/de-portout.ts';
import { dePortOutList } from './locales/de-portout-list.ts';
import { arPortOutReview } from './locales/ar-portout-review.ts';
import { dePortOutReview } from './locales/de-portout-review.ts';
import { de as deShared } from './locales/de.ts';
import { callPurposeWords } from './locales/en-call-purposes.ts';
import { listToolWords } from './locales/en-list-tools.ts';
import { listWords } from './locales/en-list.ts';
import { numberActWords } from './locales/en-number-acts.ts';
import { numberLaterWords } from './locales/en-number-later.ts';
import { numberBatchWords } from './locales/en-number-batch.ts';
import { numberImporterWords } from './locales/en-number-importer.ts';
import { numberTableWords } from './locales/en-number-table.ts';
import { numberToolWords } from './locales/en-number-tools.ts';
import { leadTimeWords } from './locales/en-lead-time.ts';
import { orderEmptyWords } from './locales/en-order-empty.ts';
import { orderLaterWords } from './locales/en-order-later.ts';
import { listNoticeWords } from './locales/en-list-notice.ts';
import { orderTableWords } from './locales/en-order-table.ts';
import { orderNoticeWords } from './locales/en-order-notice.ts';
import { orderToolWords } from './locales/en-order-tools.ts';
import { orderWords } from './locales/en-order.ts';
import { portOutChargeWords } from './locales/en-portout-charges.ts';
import { portOutInsideWords } from './locales/en-portout-inside.ts';
import { portOutListLaterWords } from './locales/en-portout-list-later.ts';
import { portOutListWords } from './locales/en-portout-list.ts';
import { portOutListToolWords } from './locales/en-portout-list-tools.ts';
import { portOutCaseWords } from './locales/en-portout-case.ts';
import { portOutLaterWords } from './locales/en-portout-later.ts';
import { portOutRejectWords } from './locales/en-portout-reject.ts';
import { portOutReviewWords } from './locales/en-portout-review.ts';
import { portOutWords } from './locales/en-portout.ts';
import { type MessageKey, type Messages, en as sharedWords } from './locales/en.ts';
import { esNumberImporter } from './locales/es-number-importer.ts';
import { esNumberTable } from './locales/es-number-table.ts';
import { esPortOut } from './locales/es-portout.ts';
import { esPortOutList } from './locales/es-portout-list.ts';
import { esPortOutReview } from './locales/es-portout-review.ts';
import { es as esShared } from './locales/es.ts';
import type { Message } from './locales/message.ts';

/** With what single widgets bring along. */
const en: Messages = {
  ...sharedWords,
  ...orderTableWords,
  ...leadTimeWords,
  ...orderEmptyWords,
  ...orderLaterWords,
  ...listNoticeWords,
  ...orderNoticeWords,
  ...orderToolWords,
  ...orderWords,
  ...listWords,
  ...listToolWords,
  ...callPurposeWords,
  ...numberTableWords,
  ...numberLaterWords,
  ...numberActWords,
  ...numberToolWords,
  ...numberImporterWords,
  ...numberBatchWords,
  ...portOutWords,
  ...portOutListWords,
  ...portOutInsideWords,
  ...portOutListLaterWords,
  ...portOutListToolWords,
  ...portOutChargeWords,
  ...portOutReviewWords,
  ...portOutLaterWords,
  ...portOutRejectWords,
  ...portOutCaseWords,
};
const shared = { ar: arShared, de: deShared, es: esShared };
const ar: Messages = {
  ...arShared,
  ...arNumberTable,
  ...arNumberImporter,
  ...arPortOut,
  ...arPortOutReview,
  ...arPortOutList,
};
const de: Messages = {
  ...deShared,
  ...deNumberTable,
  ...deNumberImporter,
  ...dePortOut,
  ...dePortOutReview,
  ...dePortOutList,
};
const es: Messages = {
  ...esShared,
  ...esNumberTable,
  ...esNumberImporter,
  ...esPortOut,
  ...esPortOutReview,
  ...esPortOutList,
};
const translations: Readonly<Record<string, Messages>> = { ar, de, es };
const languages = Object.entries({ en, ...translations });
const keys = Object.keys(en) as MessageKey[];

/** Texts that are the same word, or the same punctuation, as in English. */
const alike: Readonly<Record<string, readonly MessageKey[]>> = {
  ar: [],
  de: [
    'separator',
    'list.filter',
    'orders.sheet.region',
    'orders.status',
    'orders.placed',
    'numbers.status',
    'import.result.status-head',
    'portouts.status',
  ],
  es: ['separator', 'orders.type.local', 'orders.placed', 'purpose.telemarketing'],
};

/** What is to be read, and the longer name that a screen reader says in its place. */
const spokenLabels: readonly [MessageKey, MessageKey][] = [
  ['order.copy', 'orders.copy'],
  ['orders.change', 'orders.change.label'],
  ['list.filter', 'list.filter.set'],
  ['list.filter', 'list.filter.set'],
  ['numbers.ask', 'numbers.ask.label'],
  ['portout.copy', 'portout.copy.request'],
  ['numbers.move', 'numbers.move.label'],
  ['numbers.remove', 'numbers.remove.label'],
  ['order.copy', 'orders.copy'],
  ['portouts.details', 'portouts.details.label'],
  ['portouts.answer', 'portouts.answer.label'],
];

const forms = (message: Message) => (typeof message === 'string' ? [message] : Object.values(message));
/** The forms that are said of several numbers, so that they cannot have one of them written out. */
const openForms = (message: Message) =>
  typeof message === 'string'
    ? [message]
    : Object.entries(message).flatMap(([category, form]) =>
        /zero|one|two/.test(category) ? [] : [form as string],
      );
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const placeholdersOf = (texts: readonly string[]) => [...new Set(texts.flatMap(placeholders))].sort();

describe('the texts', () => {
  for (const [language, messages] of languages) {
    it(`say in ${language} all that English says, with the same values`, () => {
      expect(Object.keys(messages).sort()).to.deep.equal(keys.toSorted());
      for (const key of keys) {
        const known = placeholdersOf(forms(en[key]));
        for (const form of forms(messages[key])) {
          for (const name of placeholders(form)) expect(known, `${key}: {${name}}`).to.include(name);
        }
        for (const form of openForms(messages[key])) {
          expect(placeholdersOf([form]), `${key}: ${form}`).to.deep.equal(known);
        }
      }
    });

    it(`know in ${language} each plural that the language has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const key of keys) {
        const message = messages[key];
        if (typeof message !== 'string') expect(Object.keys(message), key).to.have.members(pluralCategories);
        else expect(en[key], `${key} is said of a count`).to.be.a('string');
      }
    });

    it(`are written in ${language} without loose ends`, () => {
      for (const key of keys) {
        for (const form of forms(messages[key])) {
          expect(form, key).to.not.match(/ {2}|^ |\.\.\.|["'`]/);
          expect(form.replace(/\{\w+\}/g, ''), key).to.not.match(/[{}]/);
        }
      }
    });

    it(`say in ${language} the words that are to be read where they say more (WCAG 2.5.3)`, () => {
      for (const [read, spoken] of spokenLabels) {
        const [words = ''] = forms(messages[read]);
        for (const form of forms(messages[spoken]))
          expect(form.toLocaleLowerCase(language), spoken).to.include(words.toLocaleLowerCase(language));
      }
    });
  }

  for (const [language, messages] of Object.entries(translations)) {
    it(`are all translated into ${language}`, () => {
      const untouched = keys.filter((key) =>
        forms(messages[key]).some((form) => forms(en[key]).includes(form)),
      );
      expect(untouched).to.have.members(alike[language] ?? []);
    });
  }

  it('are in Arabic letters, but for the names of formats', () => {
    for (const form of keys.flatMap((key) => forms(ar[key]))) {
      expect(form).to.match(/[\u0600-\u06ff]/);
      expect(form.replace(/\{\w+\}|CSV|TXT|UTF-16|Windows-1252/g, '')).to.not.match(/[a-z]/i);
    }
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
    const spanish = new Localizer('es', es);
    expect(spanish.say('orders.shown', { count: 1 })).to.equal('Se muestra 1 pedido');
    expect(spanish.say('orders.shown', { count: 12_000 })).to.equal('Se muestran 12.000 pedidos');
    expect(spanish.say('orders.shown', { count: 2_000_000 })).to.equal('Se muestran 2.000.000 de pedidos');
    const german = new Localizer('de', de);
    expect(german.say('orders.lines', { count: 1 })).to.equal('1 Position');
    expect(german.say('orders.lines', { count: 1200 })).to.equal('1.200 Positionen');
  });

  it('hands values on as they are, so that templates can stand in a text', () => {
    const value = Symbol('a template');
    expect(new Localizer('en', en).show('orders.leaves', { time: value })).to.deep.equal([
      'Leaves the active list ',
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
    expect(loadedMessages('en')).to.equal(sharedWords);
    expect(loadedMessages('xx')).to.equal(null);
    for (const [language, messages] of Object.entries(shared)) {
      expect(loadedMessages(language), language).to.equal(undefined);
      await loadMessages(language);
      expect(loadedMessages(language), language).to.equal(messages);
    }
  });
});
