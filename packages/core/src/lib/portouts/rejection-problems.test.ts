import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RejectionDetail, RejectionDetails } from './rejection-details.ts';
import { type RejectedPortOut, rejectionProblemTexts, rejectionProblems } from './rejection-problems.ts';
import { rejectionReasons } from './rejection-reasons.ts';

const requested = ['+15013334444', '+15013334445'];
const portout: RejectedPortOut = { portType: 'non-simple', numbers: requested, today: '2026-11-20' };

/** What satisfies each need. */
const told: Required<RejectionDetails> = {
  field: 'accountNumber',
  value: 'X-4471',
  numbers: [requested[1]!],
  evidence: { date: '2026-11-19', text: 'Wrote to us that she stays' },
  reference: '22-CV-1180',
  date: '2026-11-30',
  text: 'The signature is of somebody else',
};

const detailsFor = (reason: string, needs: readonly RejectionDetail[]): RejectionDetails => ({
  ...Object.fromEntries(needs.map((need) => [need, told[need]])),
  ...(reason === 'numbers-incomplete' ? { numbers: ['+15013334446'] } : {}),
});

const problemsOf = (reason: string, details: RejectionDetails, confirmed: string[] = [], of = portout) =>
  rejectionProblems({ reason, details, confirm: confirmed }, rejectionReasons, of);
const codesOf = (...given: Parameters<typeof problemsOf>) => problemsOf(...given).map(({ code }) => code);

describe('what stands against a rejection', () => {
  it.each(rejectionReasons.map(({ code, needs }) => [code, needs] as const))(
    'POR-5: nothing against %s with what it needs: %j',
    (code, needs) => {
      expect(problemsOf(code, detailsFor(code, needs))).toEqual([]);
    },
  );

  it.each(rejectionReasons.flatMap(({ code, needs }) => needs.map((need) => [code, need] as const)))(
    'POR-5: against %s without its %s, that it is missing',
    (code, need) => {
      expect(
        problemsOf(code, { ...told, numbers: detailsFor(code, [need]).numbers, [need]: undefined }),
      ).toEqual([{ path: `/details/${need}`, code: 'detail-missing', confirm: null, detail: need }]);
    },
  );

  it('POR-3, POR-5: no text of it holds the PIN, and no confirmation', () => {
    const pins = [null, '2580', undefined];
    const held = {
      field: 'the PIN (2580)',
      value: '2580',
      evidence: { date: '2026-11-19', text: 'She said 2580.' },
      reference: '25-80',
      text: '2580',
    };
    const problems = problemsOf('account-number-mismatch', held, ['2580'], { ...portout, pins });
    expect(problems.map(({ path }) => path).toSorted()).toEqual([
      '/confirm/0',
      '/details/evidence/text',
      '/details/field',
      '/details/reference',
      '/details/text',
      '/details/value',
    ]);
    expect(new Set(problems.map(({ code, confirm }) => `${code} ${confirm}`))).toEqual(
      new Set(['holds-pin null']),
    );
    expect(JSON.stringify([problems, rejectionProblemTexts])).not.toContain('2580');
    expect(problemsOf('account-number-mismatch', told, [], { ...portout, pins })).toEqual([]);
  });

  it.each(['unpaid-bill', 'Other', '', 'constructor'])('POR-5: "%s" is not on the list', (reason) => {
    expect(problemsOf(reason, told)).toEqual([{ path: '/reason', code: 'reason-unknown', confirm: null }]);
  });

  it('POR-5: a carrier’s own list counts for its request', () => {
    const reasons = [
      { code: '1002', label: 'Invalid PIN', needs: ['text'], fault: 'x', source: 'carrier' },
    ] as const;
    const problems = (reason: string, text?: string) =>
      rejectionProblems({ reason, details: { text } }, reasons, portout).map(({ code }) => code);
    expect(problems('1002', 'It is not this one')).toEqual([]);
    expect(problems('1002')).toEqual(['detail-missing']);
    expect(problems('pin-mismatch')).toEqual(['reason-unknown']);
  });

  it('POR-5: a reason never passes without the details that it needs, whatever else is told and confirmed', () => {
    const blank = fc.constantFrom('', ' ', '\u00a0', '—', '...', '\n\t', '\u200b');
    const empty: Record<RejectionDetail, fc.Arbitrary<unknown>> = {
      field: blank,
      value: blank,
      numbers: fc.constantFrom([], [''], ['5013334444'], ['+15013334444', 'x'], 'many', null),
      evidence: fc.constantFrom(
        {},
        null,
        { date: '2026-11-19' },
        { text: 'said so' },
        { date: '2026-02-30', text: 'said so' },
        { date: '19 Nov', text: 'said so' },
        { date: '2026-11-19', text: ' ' },
      ),
      reference: blank,
      date: fc.constantFrom('', 'soon', '2026-13-01', '2026-02-29', '20261130', '+002026-01-01'),
      text: blank,
    };
    const needy = rejectionReasons.filter(({ needs }) => needs.length > 0);
    const given = fc.constantFrom(...needy).chain(({ code, needs }) =>
      fc.record({
        code: fc.constant(code),
        need: fc.constantFrom(...(needs as readonly RejectionDetail[])),
        value: fc.oneof(fc.constant(undefined), empty[needs[0] as RejectionDetail]),
        others: fc.subarray(Object.keys(told) as RejectionDetail[]),
        confirmed: fc.array(fc.constantFrom('detail-missing', 'unpaid-bill', 'not-for-simple-port', code)),
        portType: fc.constantFrom('simple', 'non-simple', null),
      }),
    );
    fc.assert(
      fc.property(given, ({ code, need, value, others, confirmed, portType }) => {
        const some = Object.fromEntries(others.map((other) => [other, told[other]]));
        const problems = problemsOf(code, { ...some, [need]: value }, confirmed, { ...portout, portType });
        expect(problems).toContainEqual({
          path: `/details/${need}`,
          code: 'detail-missing',
          confirm: null,
          detail: need,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['number-not-on-account', 'number-inactive', 'number-already-ported'])(
    'POR-5: %s is about numbers of the request',
    (reason) => {
      expect(problemsOf(reason, { numbers: [requested[0]!, '+15019999999'] })).toEqual([
        {
          path: '/details/numbers/1',
          code: 'number-not-in-request',
          confirm: null,
          detail: 'numbers',
          number: '+15019999999',
        },
      ]);
      expect(codesOf(reason, { numbers: ['+15019999999'] }, [], {})).toEqual([]);
    },
  );

  it('POR-5: an incomplete list is about numbers that are not in the request', () => {
    expect(problemsOf('numbers-incomplete', { numbers: [requested[0]!] })).toMatchObject([
      { path: '/details/numbers/0', code: 'number-in-request' },
    ]);
  });

  it('POR-5: the customer’s word is not dated tomorrow', () => {
    const dated = (date: string) => ({ evidence: { date, text: 'by phone' } });
    expect(codesOf('withdrawn', dated('2026-11-20'))).toEqual([]);
    expect(codesOf('withdrawn', dated('2026-11-21'))).toEqual(['date-in-future']);
    expect(codesOf('withdrawn', dated('2026-11-21'), [], {})).toEqual([]);
  });

  it('POR-5: a PIN is never told, not even a wrong one', () => {
    expect(problemsOf('pin-mismatch', { value: '1234' })).toEqual([
      { path: '/details/value', code: 'pin-told', confirm: null, detail: 'value' },
    ]);
    expect(codesOf('request-incomplete', { field: 'pin', value: '1234' })).toEqual(['pin-told']);
    expect(codesOf('request-incomplete', { field: 'PIN', value: '1234' })).toEqual(['pin-told']);
    expect(codesOf('request-incomplete', { field: 'pin' })).toEqual([]);
  });
});

describe('grounds that are never valid', () => {
  it('POR-5: stop the reason "other", whatever is confirmed', () => {
    const details = { text: 'Unpaid bill. Please call us.' };
    for (const confirmed of [[], ['unpaid-bill', 'call-us', 'never-valid']]) {
      expect(problemsOf('other', details, confirmed)).toEqual([
        { path: '/details/text', code: 'never-valid', confirm: null, ground: 'unpaid-bill' },
        { path: '/details/text', code: 'never-valid', confirm: null, ground: 'call-us' },
      ]);
    }
  });

  it.each(
    rejectionReasons.filter(({ code }) => code !== 'other').map(({ code, needs }) => [code, needs] as const),
  )('POR-5: make %s ask once more, and pass once that is confirmed', (code, needs) => {
    const details = { ...detailsFor(code, needs), text: 'There is an unpaid bill' };
    expect(problemsOf(code, details)).toEqual([
      { path: '/details/text', code: 'never-valid-ground', confirm: 'unpaid-bill', ground: 'unpaid-bill' },
    ]);
    expect(problemsOf(code, details, ['unpaid-bill'])).toEqual([]);
    expect(codesOf(code, details, ['call-us']), 'another was confirmed').toEqual(['never-valid-ground']);
  });

  it('POR-5: an account number that differs on a bill goes through', () => {
    const details = { value: '4471', text: 'Account number on the bill differs' };
    expect(problemsOf('account-number-mismatch', details)).toEqual([]);
    expect(problemsOf('other', { text: details.text })).toEqual([]);
    const asked = { ...details, text: 'Account number on the unpaid bill differs' };
    expect(codesOf('account-number-mismatch', asked)).toEqual(['never-valid-ground']);
    expect(codesOf('account-number-mismatch', asked, ['unpaid-bill'])).toEqual([]);
  });

  it.each([
    ['/details/evidence/text', 'withdrawn', { evidence: { date: '2026-11-19', text: 'still owes us' } }],
    ['/details/reference', 'fraud-hold', { reference: 'early termination fee' }],
    ['/details/value', 'name-mismatch', { value: 'Unpaid Bill Inc' }],
    ['/details/field', 'request-incomplete', { field: 'retention offer' }],
  ])('POR-5: are seen at %s', (path, reason, details) => {
    expect(problemsOf(reason, details)).toMatchObject([{ path, code: 'never-valid-ground' }]);
  });
});

describe('a ground that stands in several fields', () => {
  it('POR-5: is told once, where it stands first', () => {
    const details = { reference: 'unpaid bill', text: 'unpaid bill' };
    expect(problemsOf('fraud-hold', details)).toMatchObject([
      { path: '/details/text', ground: 'unpaid-bill' },
    ]);
  });
});

describe('name and address', () => {
  it.each(['name-mismatch', 'address-mismatch'])(
    'POR-5: %s warns that it is no ground for a simple port',
    (reason) => {
      const simple = { ...portout, portType: 'simple' };
      expect(problemsOf(reason, { value: 'Ada Byron' }, [], simple)).toEqual([
        { path: '/reason', code: 'not-for-simple-port', confirm: 'not-for-simple-port' },
      ]);
      expect(problemsOf(reason, { value: 'Ada Byron' }, ['not-for-simple-port'], simple)).toEqual([]);
      expect(problemsOf(reason, { value: 'Ada Byron' }, [], { ...portout, portType: null })).toEqual([]);
      expect(problemsOf('zip-mismatch', { value: '07030' }, [], simple)).toEqual([]);
    },
  );
});

describe('what is said of each problem', () => {
  it.each(Object.entries(rejectionProblemTexts))('POR-5: %s is told in whole sentences', (_, text) => {
    expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
