import { describe, expect, it } from 'vitest';
import { type NumberFacts, numberBody } from './number-body.ts';

const start = Date.parse('2026-11-20T12:00:00.000Z');
const facts: NumberFacts = {
  id: 'n-1',
  number: '+15013334444',
  account: 'acme',
  purpose: 'survey',
  status: 'pending',
  statusChangedAt: '2026-11-20T12:00:00.000Z',
  approvesAt: '2026-11-20T12:05:00.000Z',
  note: null,
  warning: null,
  order: null,
  addedAt: '2026-11-20T12:00:00.000Z',
  version: 1,
};

describe('a number as it is shown', () => {
  it('POR-7: says whether a port-out of it is open', () => {
    expect(numberBody(facts, start, true)).toMatchObject({ status: 'pending', leaving: true });
    expect(numberBody(facts, start + 300_000, true)).toMatchObject({ status: 'approved', leaving: true });
  });

  it('NUM-9: is approved from the very moment on, in the version that this makes', () => {
    const { approvesAt, ...written } = facts;
    const pending = { ...written, leaving: false };
    expect(numberBody(facts, start + 299_999, false)).toEqual(pending);
    const approved = { ...pending, status: 'approved', statusChangedAt: approvesAt, version: 2 };
    expect(numberBody(facts, start + 300_000, false)).toEqual(approved);
    expect(numberBody(facts, start + 86_400_000, false)).toEqual(approved);
  });

  it('NUM-9: stays as it is while it waits for staff, and once it is decided', () => {
    const later = start + 86_400_000;
    expect(numberBody({ ...facts, approvesAt: null }, later, false)).toMatchObject({
      status: 'pending',
      version: 1,
    });
    const rejected = { ...facts, status: 'rejected' as const };
    expect(numberBody(rejected, later, false)).toMatchObject({ status: 'rejected', version: 1 });
  });

  it('says nothing of when it will be approved', () => {
    expect(numberBody(facts, start, false)).not.toHaveProperty('approvesAt');
  });
});
