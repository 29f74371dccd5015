import { describe, expect, it } from 'vitest';
import { type RejectionReason, offeredReasons, rejectionReasons } from './rejection-reasons.ts';

const codes = (reasons: readonly RejectionReason[]) => reasons.map(({ code }) => code);

describe('the reasons to reject a request', () => {
  it.each([
    ['account-number-mismatch', ['value'], 'winning-carrier', '47 CFR 52.36'],
    ['pin-mismatch', [], 'winning-carrier', '47 CFR 52.36'],
    ['zip-mismatch', ['value'], 'winning-carrier', '47 CFR 52.36'],
    ['name-mismatch', ['value'], 'winning-carrier', 'industry'],
    ['address-mismatch', ['value'], 'winning-carrier', 'industry'],
    ['number-not-on-account', ['numbers'], 'winning-carrier', 'industry'],
    ['number-inactive', ['numbers'], 'customer', 'industry'],
    ['number-already-ported', ['numbers'], 'winning-carrier', 'industry'],
    ['numbers-incomplete', ['numbers'], 'winning-carrier', 'industry'],
    ['not-authorized', ['evidence'], 'winning-carrier', '47 CFR 64.1120'],
    ['withdrawn', ['evidence'], 'customer', 'industry'],
    ['porting-freeze', ['evidence'], 'customer', '47 CFR 64.1190'],
    ['request-incomplete', ['field'], 'winning-carrier', '47 CFR 52.36'],
    ['request-duplicate', ['reference'], 'winning-carrier', 'industry'],
    ['due-date-not-possible', ['date'], 'winning-carrier', '47 CFR 52.35'],
    ['legal-order', ['reference'], 'authority', 'industry'],
    ['fraud-hold', ['reference'], 'authority', 'industry'],
    ['other', ['text'], 'winning-carrier', 'industry'],
  ])('POR-5: %s needs %j, is up to the %s, by %s', (code, needs, fault, source) => {
    expect(rejectionReasons.find((reason) => reason.code === code)).toMatchObject({ needs, fault, source });
  });

  it('POR-5: there are eighteen, each once', () => {
    expect(new Set(codes(rejectionReasons)).size).toBe(18);
    expect(rejectionReasons.length).toBe(18);
  });

  it('POR-5: name and address alone are no ground for a simple port', () => {
    const marked = offeredReasons(null).filter((reason) => reason.isNotForSimplePorts);
    expect(codes(marked)).toEqual(['name-mismatch', 'address-mismatch']);
  });
});

describe('the reasons that are offered', () => {
  const carriers: RejectionReason[] = [
    { code: '1002', label: 'Invalid PIN', needs: [], fault: 'winning-carrier', source: 'carrier' },
    {
      code: '1004',
      label: 'Account has an outstanding balance',
      needs: [],
      fault: 'customer',
      source: 'carrier',
    },
    {
      code: '1010',
      label: 'Account number on bill differs',
      needs: ['text'],
      fault: 'carrier-x',
      source: 'carrier',
    },
  ];

  it('POR-5: are the carrier’s where it names them, but none that is never valid', () => {
    expect(codes(offeredReasons(carriers))).toEqual(['1002', '1010']);
    const nameless = { needs: [], fault: 'customer', source: 'carrier' };
    const bare = ['UNPAID_BILL', 'early-termination-fee', 'PIN_MISMATCH'].map((code) => ({
      ...nameless,
      code,
    }));
    expect(codes(offeredReasons(bare))).toEqual(['PIN_MISMATCH']);
  });

  it.each([[null], [undefined], [[]], [[carriers[1]!]]])(
    'POR-5: are the built-in ones where it names none',
    (given) => {
      expect(offeredReasons(given)).toBe(rejectionReasons);
    },
  );
});
