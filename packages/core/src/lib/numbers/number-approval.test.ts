import { describe, expect, it } from 'vitest';
import { newNumberStatus, numberVerdict } from './number-approval.ts';
import { numberStatuses } from './number-status.ts';

const now = Date.parse('2026-11-20T12:00:00.000Z');
const begins = (minutes: number | null, warning: 'area-code-unknown' | null = null) =>
  newNumberStatus({ warning }, { numberApprovalMinutes: minutes }, now);

describe('a new number', () => {
  it('NUM-9: is pending, and approved by itself after the minutes of the policy', () => {
    expect(begins(5)).toEqual({ status: 'pending', approvesAt: '2026-11-20T12:05:00.000Z' });
    expect(begins(10_080)).toEqual({ status: 'pending', approvesAt: '2026-11-27T12:00:00.000Z' });
    expect(begins(0)).toEqual({ status: 'approved', approvesAt: null });
  });

  it('NUM-4, NUM-9: waits for staff where the policy or its area code says so', () => {
    expect(begins(null)).toEqual({ status: 'pending', approvesAt: null });
    for (const minutes of [0, 5, null])
      expect(begins(minutes, 'area-code-unknown')).toEqual({ status: 'pending', approvesAt: null });
  });
});

describe('a verdict', () => {
  it('NUM-9: changes a status, or says that there is nothing to change', () => {
    const verdicts = numberStatuses.map((status) =>
      [true, false].map((valid) => {
        const verdict = numberVerdict({ status }, valid);
        return verdict.ok ? verdict.status : `${verdict.code} ${verdict.from} ${verdict.to}`;
      }),
    );
    expect(verdicts).toEqual([
      ['approved', 'rejected'],
      ['transition-not-allowed approved approved', 'rejected'],
      ['approved', 'transition-not-allowed rejected rejected'],
    ]);
  });

  it('is not given of a number in a status that is unknown', () => {
    expect(numberVerdict({ status: 'suspended' }, true)).toMatchObject({ ok: false, from: 'suspended' });
  });
});
