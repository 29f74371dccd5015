import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../http/field-problems.ts';
import { monthChargesSchema } from './charges.schema.ts';
import { canAnswer } from './portout-answer.ts';
import { answerDueAt } from './portout-clocks.ts';
import { earliestDeadline } from './portout-deadlines.ts';
import { portOutAfter } from './portout-numbers.ts';
import { matchesPortOutSearch, portOutSearch } from './portout-search.ts';
import { portOutDetailSchema } from './portout-detail.schema.ts';
import { portOutPageSchema, portOutSchema } from './portout.schema.ts';
import { chargesByMonth } from './port-charges.ts';
import { rejectionInputSchema } from './rejection-input.schema.ts';
import { rejectionProblems } from './rejection-problems.ts';
import { offeredReasons } from './rejection-reasons.ts';
import { matchSubmitted } from './submitted-match.ts';

const shown = {
  id: 'p-1',
  request: 'PO_624719',
  account: 'acme',
  status: 'on-hold',
  receivedAt: '2026-11-16T15:00:00.000Z',
  portType: 'project',
  requestedFocDate: '2026-11-20',
  focDate: null,
  winningCarrier: null,
  quantity: 1,
  answerDueAt: '2026-11-17T15:00:00.000Z',
  portDueAt: '2026-11-20T15:00:00.000Z',
  silenceAt: null,
  version: 1,
};
const later = { addedLater: { yes: true } };

const detail = {
  ...shown,
  timeZone: null,
  submitted: {
    name: 'Acme',
    address: '12 Main St',
    zip: '07030',
    accountNumber: '4471',
    pin: '••••',
    authorizedPerson: 'Ada Byron',
    loa: { name: 'Ada Byron', date: '2026-11-12', file: 'loa.pdf', ...later },
    ...later,
  },
  numbers: [{ tn: '+15013334444', status: 'snapped-back', ...later }],
  matches: { ...matchSubmitted({ name: 'Acme' }, {}), ssn: 'match' },
  rejections: [
    {
      reason: '1002',
      details: { value: '4417' },
      at: '2026-11-16T16:00:00.000Z',
      verdict: { valid: false, note: null, at: '2026-11-16T17:00:00.000Z', ...later },
    },
  ],
  reasons: [
    { code: '1002', label: 'Invalid PIN', needs: ['selfie'], fault: 'x', source: 'carrier', ...later },
  ],
  history: [{ id: 'e-1', at: '2026-11-16T15:00:00.000Z', kind: 'faxed', by: null, ...later }],
  notes: [{ id: 'n-1', at: '2026-11-16T15:00:00.000Z', by: { name: 'Ada' }, text: 'Asked her.', ...later }],
  feed: 7,
};

const november = chargesByMonth(
  [
    {
      id: '1',
      month: '2026-11',
      kind: 'port-out',
      tn: '+15013334444',
      portout: 'p-1',
      amount: { amountMinor: 150, currency: 'USD' },
      at: '2026-11-16T15:00:00.000Z',
    },
  ],
  'USD',
  '2026-12-01T12:00:00.000Z',
  'UTC',
)[1]!;
const { month, status, total } = november;
const charges = {
  ...november,
  lines: november.lines.map((line) => ({ ...line, account: 'acme', request: 'PO_624719', ...later })),
  next: null,
  months: [{ month, status, total, ...later }],
};

describe('a port-out as it is shown', () => {
  it.each([
    ['POR-2: in a list', portOutSchema, shown],
    ['POR-3: in detail', portOutDetailSchema, detail],
    ['POR-8: in the charges of a month', monthChargesSchema, charges],
  ])('%s, keeps what this version does not know, and misses each field', (_, schema, value) => {
    expect(fieldProblems(schema, structuredClone({ ...value, ...later })).value).toEqual({
      ...value,
      ...later,
    });
    for (const field of Object.keys(value)) {
      expect(fieldProblems(schema, { ...value, [field]: undefined }).problems, field).toHaveLength(1);
    }
  });

  it('POR-2: is on a page that tells where the feed is', () => {
    const page = { data: [shown], next: null, feed: 7, took: 3 };
    expect(portOutPageSchema.parse(structuredClone(page))).toEqual(page);
    expect(portOutPageSchema.safeParse({ ...page, feed: undefined }).success).toBe(false);
  });

  it('POR-6: is what the rules take, its unknown status and type included', () => {
    const portout = portOutDetailSchema.parse(structuredClone(detail));
    const now = '2026-11-18T00:00:00.000Z';
    expect(portout.status).toBe('on-hold');
    expect(earliestDeadline(portout, now)).toBeNull();
    expect(answerDueAt(portout, { timeZone: 'UTC', holidays: [] })).toBe(portout.answerDueAt);
    expect(canAnswer(portout, { permissions: ['portouts:modify'] }, now)).toMatchObject({
      reason: 'status-unknown',
    });
    expect(matchesPortOutSearch(portout, portOutSearch('po_6'))).toBe(true);
    expect(portOutAfter(portout, 'accept')).toMatchObject({
      code: 'transition-not-allowed',
      allowed: ['cancel'],
    });
  });
});

describe('a rejection as it is sent', () => {
  const pathsOf = (value: unknown) =>
    fieldProblems(rejectionInputSchema, value).problems?.map(({ path }) => path);

  it('POR-5: is what the rule takes', () => {
    const rejection = rejectionInputSchema.parse({ reason: 'pin-mismatch' });
    expect(rejection).toEqual({ reason: 'pin-mismatch', details: {}, confirm: [] });
    expect(rejectionProblems(rejection, offeredReasons(null))).toEqual([]);
  });

  it.each([
    ['/reason', { reason: ' ' }],
    ['/details/numbers/0', { details: { numbers: ['5013334444'] } }],
    ['/details/evidence/date', { details: { evidence: { date: '2026-02-30', text: 'by phone' } } }],
    ['/details/evidence/text', { details: { evidence: { date: '2026-02-28' } } }],
    ['/details/date', { details: { date: 'soon' } }],
    ['/details/text', { details: { text: 'x'.repeat(1001) } }],
    ['/details/pin', { details: { pin: '1234' } }],
    ['/confirm/0', { confirm: [7] }],
  ])('POR-5: is refused at %s', (path, change) => {
    expect(pathsOf({ reason: 'other', ...change })).toEqual([path]);
  });
});
