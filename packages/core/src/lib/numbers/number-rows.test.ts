import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callPurposeTexts, callPurposes } from './call-purposes.ts';
import { numberRowProblems } from './number-problems.ts';
import { checkNumberRows, doNotOriginateCount } from './number-rows.ts';

const number = '+15013334444';

describe('the rows of a batch', () => {
  it('NUM-7: are added or have a reason, each in its place', () => {
    const rows = [
      { number, purpose: 'survey' },
      { number: '2323334444', purpose: 'Do Not Originate' },
      { number: '501 333 4445', purpose: 'survey' },
      { number: '5013334446', purpose: 'Surveys' },
      { number: '5013334444', purpose: 'survey' },
      { number, purpose: 'Charity' },
    ];
    const duplicate = {
      ok: false,
      code: 'duplicate-in-batch',
      detail: numberRowProblems['duplicate-in-batch'],
      first: 0,
    };
    expect(checkNumberRows(rows)).toEqual([
      { ok: true, number, purpose: 'survey', warning: null },
      { ok: true, number: '+12323334444', purpose: 'do-not-originate', warning: 'area-code-unknown' },
      { ok: false, code: 'not-digits', detail: numberRowProblems['not-digits'], suggestion: '+15013334445' },
      {
        ok: false,
        code: 'purpose-unknown',
        detail: numberRowProblems['purpose-unknown'],
        suggestion: 'Survey',
      },
      duplicate,
      duplicate,
    ]);
  });

  it('NUM-7: of several problems the number counts before the purpose, and that before the duplicate', () => {
    const rows = [
      { number: '911', purpose: '?' },
      { number, purpose: '?' },
      { number, purpose: '?' },
      { number, purpose: 'survey' },
    ];
    expect(checkNumberRows(rows)).toMatchObject([
      { code: 'wrong-length' },
      { code: 'purpose-unknown' },
      { code: 'purpose-unknown' },
      { code: 'duplicate-in-batch', first: 1 },
    ]);
  });

  it('NUM-4: follow the policy of the tenant', () => {
    const rows = [{ number: '2325550123', purpose: 'survey' }];
    const policy = { areaCodes: ['232'], allowFictionalNumbers: true };
    expect(checkNumberRows(rows)).toMatchObject([{ code: 'fictional' }]);
    expect(checkNumberRows(rows, policy)).toMatchObject([{ ok: true, warning: null }]);
  });

  it('NUM-6: those that never place calls are counted as far as they are added', () => {
    const rows = [
      { number, purpose: 'do-not-originate' },
      { number: '5013334445', purpose: 'Do Not Originate' },
      { number, purpose: 'do-not-originate' },
      { number: '5013334446', purpose: 'survey' },
    ];
    expect(doNotOriginateCount(checkNumberRows(rows))).toBe(2);
  });

  it('NUM-7: each gets one answer, and no number is added twice', () => {
    const purposes = fc.oneof(
      fc.constantFrom(...callPurposes, ...Object.values(callPurposeTexts)),
      fc.string(),
    );
    const numbers = fc.oneof(fc.stringMatching(/^(?:\+1)?501333444[0-9]$/), fc.string());
    fc.assert(
      fc.property(fc.array(fc.record({ number: numbers, purpose: purposes })), (rows) => {
        const checked = checkNumberRows(rows);
        expect(checked).toHaveLength(rows.length);
        const added = checked.flatMap((row) => (row.ok ? [row.number] : []));
        expect(new Set(added).size).toBe(added.length);
        for (const [index, row] of checked.entries())
          if (!row.ok && row.first !== undefined) {
            expect(row.first).toBeLessThan(index);
            expect(rows[row.first]!.number.slice(-10)).toBe(rows[index]!.number.slice(-10));
          }
      }),
    );
  });
});
