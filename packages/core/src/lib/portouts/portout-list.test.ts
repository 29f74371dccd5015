import { describe, expect, it } from 'vitest';
import { comparePortOuts, matchesPortOutQuery } from './portout-list.ts';
import type { PortOut } from './portout.schema.ts';

const now = '2026-11-17T12:00:00.000Z';
const portOut = (more: Partial<PortOut> & { id: string }): PortOut => ({
  request: `PO_${more.id}`,
  account: 'acme',
  status: 'pending',
  receivedAt: '2026-11-16T15:00:00.000Z',
  portType: 'non-simple',
  requestedFocDate: '2026-11-20',
  focDate: null,
  winningCarrier: null,
  quantity: 1,
  answerDueAt: null,
  portDueAt: null,
  silenceAt: null,
  version: 1,
  ...more,
});

describe('the order of a list', () => {
  const a = portOut({
    id: 'a',
    receivedAt: '2026-11-14T15:00:00.000Z',
    answerDueAt: '2026-11-18T15:00:00.000Z',
  });
  const b = portOut({ id: 'b', answerDueAt: '2026-11-17T15:00:00.000Z' });
  const c = portOut({ id: 'c', status: 'rejection-in-review', answerDueAt: '2026-11-01T15:00:00.000Z' });
  const ids = (sort?: Parameters<typeof comparePortOuts>[0]) =>
    [a, b, c]
      .sort(comparePortOuts(sort, now))
      .map(({ id }) => id)
      .join('');

  it('POR-2: is by when requests came, or by what is due first, with those that are never due last', () => {
    expect(ids()).toBe('cba');
    expect(ids('receivedAt')).toBe('abc');
    expect(ids('dueAt')).toBe('bac');
  });
});

describe('what belongs in a list', () => {
  const one = {
    ...portOut({ id: '1', answerDueAt: '2026-11-17T15:00:00.000Z' }),
    numbers: [{ tn: '+15013334444' }],
  };

  it.each([
    [{}, true],
    [{ filter: 'all' }, true],
    [{ filter: 'incomplete' }, true],
    [{ filter: 'complete' }, false],
    [{ status: ['pending', 'canceled'] }, true],
    [{ status: ['canceled'] }, false],
    [{ account: 'acme' }, true],
    [{ account: 'other' }, false],
    [{ dueBefore: '2026-11-17T15:00:00.001Z' }, true],
    [{ dueBefore: '2026-11-17T15:00:00.000Z' }, false],
    [{ q: 'po_1' }, true],
    [{ q: 'po_2' }, false],
    [{ q: '(501) 333-4444' }, true],
    [{ q: '3344' }, true],
    [{ q: '3345' }, false],
  ] as const)('POR-2, POR-6: %j → %s', (choice, isIn) => {
    expect(matchesPortOutQuery(one, choice as Parameters<typeof matchesPortOutQuery>[1], now)).toBe(isIn);
  });

  it('POR-6: has a status that nobody knows among those that are not complete', () => {
    const raw = portOut({ id: '2', status: 'on-hold' });
    expect(matchesPortOutQuery(raw, { filter: 'incomplete' }, now)).toBe(true);
    expect(matchesPortOutQuery(raw, { status: ['on-hold'] }, now)).toBe(true);
    expect(matchesPortOutQuery(raw, { dueBefore: '2030-01-01T00:00:00.000Z' }, now)).toBe(false);
  });
});
