import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhoneNumberProblemCode, phoneNumberProblems } from './number-problems.ts';
import { parsePhoneNumber } from './phone-number.ts';

const intended = '+15013334444';
const suggestionOf = (text: string) => {
  const reading = parsePhoneNumber(text);
  return reading.ok ? 'none needed' : reading.suggestion;
};

const refused: [PhoneNumberProblemCode, string[]][] = [
  ['empty', ['', ' ', '\t', '\u00a0', '\r\n']],
  ['not-digits', ['501 333 4444', '501-333-4444', '5013334444 ', ' 5013334444', '501333444O', "'5013334444"]],
  [
    'not-digits',
    ['5013334444\n', '+1 5013334444', 'tel:+15013334444', '５０１３３３４４４４', '٥٠١٣٣٣٤٤٤٤', '-'],
  ],
  ['wrong-length', ['501333444', '50133344444', '+1501333444', '+150133344445', '1', '+', '+1', '+1501']],
  ['wrong-length', ['25013334444', '0015013334444', '0'.repeat(100)]],
  ['plus-missing', ['15013334444', '10000000000']],
  ['plus-misplaced', ['1+5013334444', '5013334444+', '++15013334444', '+1501+3334444']],
  ['other-country', ['+442079460958', '+5013334444', '+2', '+05013334444', '+491701234567']],
  ['area-code-first-digit', ['0013334444', '1013334444', '+10013334444', '+11013334444']],
  ['area-code-n11', ['2113334444', '4113334444', '+19113334444', '8113334444', '5113334444']],
  [
    'area-code-reserved',
    ['3703334444', '+13793334444', '9603334444', '9693334444', '2903334444', '9993334444'],
  ],
  ['exchange-first-digit', ['5010334444', '5011334444', '+15011994444', '8000334444', '9001334444']],
  ['exchange-n11', ['2129111234', '+12122111234', '5014114444', '5018119999']],
  ['fictional', ['2125550100', '2125550123', '+12125550199', '2125551212', '8005550199']],
  [
    'spreadsheet-number',
    ['1.50133E+10', '1,50133E+10', '5.01E+09', '5E+9', '1.5013334444E+10', '5.013334444e09'],
  ],
];

describe('a phone number', () => {
  it.each([
    ['+15013334444', intended],
    ['5013334444', intended],
    ['+12129101234', '+12129101234'],
    ['2125550099', '+12125550099'],
    ['2125550200', '+12125550200'],
    ['2125551213', '+12125551213'],
    ['2125541212', '+12125541212'],
    ['8009111234', '+18009111234'],
    ['8005550100', '+18005550100'],
    ['8005551212', '+18005551212'],
    ['8335550199', '+18335550199'],
    ['5004111234', '+15004111234'],
    ['9005550123', '+19005550123'],
  ])('NUM-4: %s is one', (text, number) => {
    expect(parsePhoneNumber(text)).toEqual({ ok: true, number });
  });

  for (const [code, texts] of refused)
    it.each(texts)(`NUM-4: ${code} is said of %j`, (text) => {
      expect(parsePhoneNumber(text)).toMatchObject({ ok: false, code });
    });

  it('NUM-4: every code is said of something', () => {
    expect(new Set(refused.map(([code]) => code))).toEqual(new Set(Object.keys(phoneNumberProblems)));
  });

  it('NUM-4: an area code that the table misses is accepted and said, unless the policy knows it', () => {
    const number = '+12353334444';
    expect(parsePhoneNumber('2353334444')).toEqual({ ok: true, number });
    expect(parsePhoneNumber('2323334444')).toEqual({
      ok: true,
      number: '+12323334444',
      warning: 'area-code-unknown',
    });
    expect(parsePhoneNumber('2323334444', { areaCodes: ['232'] })).toEqual({
      ok: true,
      number: '+12323334444',
    });
    expect(parsePhoneNumber('3703334444', { areaCodes: ['370'] })).toMatchObject({
      code: 'area-code-reserved',
    });
  });

  it('NUM-4: an unknown area code is taken for a place, unless it ends as those of services do', () => {
    expect(parsePhoneNumber('2325550123')).toMatchObject({ code: 'fictional' });
    expect(parsePhoneNumber('8225550123')).toMatchObject({ ok: true, warning: 'area-code-unknown' });
  });

  it('NUM-4: a policy for tests takes numbers of fiction, but not directory assistance', () => {
    const policy = { allowFictionalNumbers: true };
    expect(parsePhoneNumber('2125550123', policy)).toEqual({ ok: true, number: '+12125550123' });
    expect(parsePhoneNumber('8005550199', policy)).toEqual({ ok: true, number: '+18005550199' });
    expect(parsePhoneNumber('2125551212', policy)).toMatchObject({ code: 'fictional' });
    expect(suggestionOf('212-555-0123')).toBeUndefined();
  });
});

describe('what was probably meant', () => {
  it.each([
    '501 333 4444',
    '501-333-4444',
    '501.333.4444',
    '(501) 333-4444',
    '[501]333/4444',
    '501–333—4444',
    '501\u2011333\u22124444',
    ' 5013334444 ',
    '501\u00a0333\u202f4444',
    '\u200e+1\u00a0501\u00a0333\u00a04444\u202c',
    '5013334444\n',
    '15013334444',
    '1 (501) 333-4444',
    '1-501-333-4444',
    '+1 501 333 4444',
    '(+1) 501 333 4444',
    '0015013334444',
    '1+5013334444',
    '5013334444+',
    '++15013334444',
    '５０１３３３４４４４',
    '＋１（５０１）３３３－４４４４',
    '٥٠١٣٣٣٤٤٤٤',
    '۵۰۱۳۳۳۴۴۴۴',
    "'+15013334444",
    "'5013334444",
    '’5013334444',
    '="5013334444"',
    '"5013334444"',
    'tel:+15013334444',
    'TEL:501-333-4444',
    '1.5013334444E+10',
    '1,5013334444E+10',
    '1.5013334444e10',
    '5.013334444E+09',
    '5.013334444E9',
    '5013334444.0',
    '15013334444,00',
    '5,013,334,444',
  ])('NUM-4: is plain in %j', (text) => {
    expect(suggestionOf(text)).toBe(intended);
  });

  it.each([
    '1.50133E+10',
    '1.501333444E+10',
    '5.01333444E+09',
    '1.50133344445E+10',
    '501333444',
    '+5013334444',
    '+44 20 7946 0958',
    '501-333-4444 x12',
    'tel:5013334444;ext=3',
    '501-FLOWERS',
    '501-333-444O',
    '212-911-1234',
    '1 212 555 0123',
    '-5013334444E',
    '5013334444'.repeat(20),
  ])('NUM-4: is not plain in %j', (text) => {
    expect(suggestionOf(text)).toBeUndefined();
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...'0123456789+-. ()E,\'"=\u00a0１٠\n', 'tel:'), { maxLength: 20 })
    .map((all) => all.join('')),
  fc.stringMatching(/^\+?1?[2-9][0-9]{9}$/),
);

describe('any text', () => {
  it('NUM-4: is a number or has one reason, and a suggestion is a number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = parsePhoneNumber(text);
        if (reading.ok) {
          expect([reading.number, reading.number.slice(2)]).toContain(text);
          expect(parsePhoneNumber(reading.number)).toEqual(reading);
          return;
        }
        expect(Object.keys(phoneNumberProblems)).toContain(reading.code);
        if (reading.suggestion !== undefined)
          expect(parsePhoneNumber(reading.suggestion)).toMatchObject({
            ok: true,
            number: reading.suggestion,
          });
      }),
      { numRuns: 5000 },
    );
  });

  it('NUM-4: both ways of writing a number are judged alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{10}$/), (digits) => {
        expect(parsePhoneNumber(`+1${digits}`)).toEqual(parsePhoneNumber(digits));
      }),
      { numRuns: 2000 },
    );
  });
});
