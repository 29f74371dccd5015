import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPortOutSearch, portOutRequestKey, portOutSearch } from './portout-search.ts';

const portout = {
  request: 'PO_624719',
  numbers: [{ tn: '+15013334444' }, { tn: '+18005550100' }],
};
const finds = (q: string, of = portout) => matchesPortOutSearch(of, portOutSearch(q));

describe('a search for port-outs', () => {
  it.each([
    '+15013334444',
    ' 15013334444',
    '15013334444',
    '5013334444',
    '501-333-4444',
    '(501) 333-4444',
    '(501)333.4444',
    '+1 (501) 333–4444',
    ' 1 501 333 4444',
    '1-501-333-4444',
    '501/333/4444',
    'tel:+15013334444',
    '\u202a+1 501-333-4444\u202c',
    '５０１３３３４４４４',
    '٥٠١٣٣٣٤٤٤٤',
    '+۱۵۰۱۳۳۳۴۴۴۴',
    '501\u00a0333\u20114444',
  ])('POR-2: "%s" is the whole number', (q) => {
    expect(portOutSearch(q)).toMatchObject({ number: '+15013334444', start: null });
    expect(finds(q)).toBe(true);
  });

  it.each([
    ['5013334444', '+4915013334444'],
    ['15013334444', '+4915013334444'],
    ['20 7946 0000', '+442079460000'],
    ['(207) 946-0000', '+442079460000'],
  ])('POR-2: "%s" may be a part of %s as well, without a plus', (q, tn) => {
    expect(finds(q, { request: 'PO_1', numbers: [{ tn }] })).toBe(true);
    expect(finds(`+1 ${q}`, { request: 'PO_1', numbers: [{ tn }] })).toBe(false);
  });

  it.each(['501', '(501)', '800', '+150', ' 501 ', '٥٠١'])('POR-2: "%s" is how a number begins', (q) => {
    expect(portOutSearch(q)).toMatchObject({ number: null, digits: null });
    expect(finds(q)).toBe(true);
  });

  it('POR-2: three digits after a plus may be the code of a country', () => {
    const irish = { request: 'PO_1', numbers: [{ tn: '+35312345678' }] };
    expect([finds('+353', irish), finds('353', irish)]).toEqual([true, false]);
  });

  it.each([
    ['3334', '3334'],
    ['333-44', '33344'],
    ['(501) 3', '5013'],
    ['+1501', '1501'],
    [' 1501333', '1501333'],
    ['4444', '4444'],
    ['0100', '0100'],
    ['1 800 555', '1800555'],
    ['+5013334444', '5013334444'], // by its plus a number of Belize, and by its digits this one
  ])('POR-2: "%s" is the part %s of a number', (q, digits) => {
    expect(portOutSearch(q)).toMatchObject({ number: null, digits });
    expect(finds(q)).toBe(true);
  });

  it.each(['44', '(50', '1', '+15'])('POR-2: "%s" is too little of a number', (q) => {
    expect(portOutSearch(q)).toMatchObject({ number: null, start: null, digits: null });
    expect(finds(q)).toBe(false);
  });

  it.each(['333', '444', '150', '+501', '3335', '5013334445', '+44 20 7946 0000', '44448'])(
    'POR-2: "%s" is another number',
    (q) => {
      expect(finds(q)).toBe(false);
    },
  );

  it.each(['PO_624719', 'po_624719', 'Po_6247', ' po_624719 ', 'ｐｏ_624719', 'p'])(
    'POR-2: "%s" is the request, or its start',
    (q) => {
      expect(finds(q)).toBe(true);
    },
  );

  it.each(['PO_624718', 'O_624719', 'PO_6247190', 'PO624719', 'xPO_624719'])(
    'POR-2: "%s" is another request',
    (q) => {
      expect(finds(q)).toBe(false);
    },
  );

  it('POR-2: digits may be the start of a request number as well', () => {
    expect(portOutSearch('624719')).toEqual({
      number: null,
      start: null,
      digits: '624719',
      request: '624719',
    });
    expect(finds('62', { ...portout, request: '624719' })).toBe(true);
    expect(finds('5013334444', { request: '5013334444-A', numbers: [] })).toBe(true);
  });

  it('POR-2: a request number with a plus sign is found, also where that has arrived as a blank', () => {
    const plus = { ...portout, request: 'A+7/B' };
    expect([finds('a+7', plus), finds('a 7/b', plus), finds('A7', plus)]).toEqual([true, true, false]);
    expect(portOutRequestKey('+A + 7')).toBe('a 7');
  });

  it.each(['', ' ', '\u200e'])('POR-2: a search for nothing (%j) finds all', (q) => {
    expect(portOutSearch(q)).toEqual({ number: null, start: null, digits: null, request: null });
    expect(finds(q)).toBe(true);
  });

  it('POR-2: a sign without a digit is no number', () => {
    expect(portOutSearch('+')).toEqual({ number: null, start: null, digits: null, request: null });
    expect(portOutSearch('()')).toMatchObject({ number: null, digits: null });
  });

  it('POR-2: its area code and any four and more digits of a number find it, however they are set apart', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', ') ', '\u00a0');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/),
        fc.nat(7),
        fc.integer({ min: 3, max: 11 }),
        fc.array(separator, { minLength: 11, maxLength: 11 }),
        (national, from, count, separators) => {
          const tn = `+1${national}`;
          const part = tn.slice(1 + from, 1 + from + count);
          const q = [...part].map((digit, index) => digit + separators[index]).join('');
          const isFound = part.length >= 4 || part === national.slice(0, 3);
          expect(finds(q, { request: 'PO_1', numbers: [{ tn }] })).toBe(isFound);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('POR-2: every request is found by its own number in any case', () => {
    const request = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 64 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(request, (text) => {
        const own = { request: text, numbers: [] };
        expect(finds(text, own)).toBe(true);
        expect(finds(text.toUpperCase(), own)).toBe(true);
        expect(finds(text.toLowerCase().replaceAll('+', ' '), own)).toBe(true);
      }),
    );
  });
});
