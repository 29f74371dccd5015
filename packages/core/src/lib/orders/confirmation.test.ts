import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../access/policy.schema.ts';
import { confirmationDueAt, defaultConfirmationHours } from './confirmation.ts';

const placedAt = '2026-11-24T10:00:00.000Z';

describe('the confirmation of an order', () => {
  it.each([
    ['in a day', null, {}, '2026-11-25T10:00:00.000Z'],
    ['in the hours of the policy', null, { confirmationHours: 1 }, '2026-11-24T11:00:00.000Z'],
    ['never, once it is here', '2026-11-30T10:00:00.000Z', {}, null],
  ])('ORD-9: is due %s', (_, confirmedAt, policy, due) => {
    expect(confirmationDueAt({ placedAt, confirmedAt }, policy)).toBe(due);
  });

  it('ORD-9: may take as long as the policy of a tenant that has set none says', () => {
    expect(defaultConfirmationHours).toBe(defaultPolicy.confirmationHours);
  });
});
