import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCallPurpose } from './call-purpose-text.ts';
import { callPurposeTexts, callPurposes } from './call-purposes.ts';

const texts: readonly string[] = callPurposes.map((purpose) => callPurposeTexts[purpose]);
const suggestionOf = (text: string) => {
  const reading = parseCallPurpose(text);
  return reading.ok ? 'none needed' : reading.suggestion;
};

describe('a call purpose', () => {
  it.each(callPurposes)('NUM-5: %s is written exactly as it is', (purpose) => {
    expect(parseCallPurpose(callPurposeTexts[purpose])).toEqual({ ok: true, purpose });
  });

  it.each([
    ['charity', 'Charity'],
    ['CHARITY', 'Charity'],
    ['Charities', 'Charity'],
    ['Charity ', 'Charity'],
    ['Chairty', 'Charity'],
    ['customer-service', 'Customer Service'],
    ['CustomerService', 'Customer Service'],
    ['Customer  Services', 'Customer Service'],
    ['Custumer Servce', 'Customer Service'],
    ['debt_collection', 'Debt Collection'],
    ['Debt\u00a0Collection', 'Debt Collection'],
    ['informational-notification', 'Informational/Notification'],
    ['Informational / Notification', 'Informational/Notification'],
    ['Informational & Notification', 'Informational/Notification'],
    ['Informational and Notifications', 'Informational/Notification'],
    ['Informational Notification', 'Informational/Notification'],
    ['Multi Use Line', 'Multi-Use Line'],
    ['multiuse lines', 'Multi-Use Line'],
    ['Multi–Use Line', 'Multi-Use Line'],
    ['Politcal', 'Political'],
    ['Prisons', 'Prison'],
    ['Ｐｒｉｓｏｎ', 'Prison'],
    ['Servey', 'Survey'],
    ['Tele-Marketing', 'Telemarketing'],
    ['Telemarketting', 'Telemarketing'],
    ['do not originate', 'Do Not Originate'],
    ['do-not-originate', 'Do Not Originate'],
    ['Do Not Orignate', 'Do Not Originate'],
  ])('NUM-5: %j is no purpose but suggests %s', (text, suggestion) => {
    expect(parseCallPurpose(text)).toEqual({ ok: false, code: 'purpose-unknown', suggestion });
  });

  it.each([
    '',
    ' ',
    'Person',
    'Support',
    'Purpose',
    'Customer',
    'Line',
    '5013334444',
    '-',
    'Survey Prison',
    'x'.repeat(9999),
  ])('NUM-5: %j suggests nothing', (text) => {
    expect(parseCallPurpose(text)).toEqual({ ok: false, code: 'purpose-unknown' });
  });

  it('NUM-5: a suggestion is the exact text of a purpose, whatever is read', () => {
    const near = fc
      .tuple(fc.constantFrom(...texts), fc.nat(30), fc.string({ maxLength: 2 }))
      .map(([text, at, put]) => text.slice(0, at) + put + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), near), (text) => {
        const suggestion = suggestionOf(text);
        if (suggestion !== 'none needed' && suggestion !== undefined) expect(texts).toContain(suggestion);
      }),
      { numRuns: 1000 },
    );
  });

  it('NUM-5: one letter left out, put in, changed or swapped is forgiven in every purpose', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(0, 1, 2, 3), (text, seed, slip) => {
        const at = seed % (text.length - 1);
        const [letter = '', next = ''] = [text[at], text[at + 1]];
        const slips = ['', `${letter}q`, 'q', next + letter];
        const written = text.slice(0, at) + slips[slip] + text.slice(at + (slip === 3 ? 2 : 1));
        expect([text, 'none needed']).toContain(suggestionOf(written));
      }),
      { numRuns: 1000 },
    );
  });
});
