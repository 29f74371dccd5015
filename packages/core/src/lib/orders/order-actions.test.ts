import { describe, expect, it } from 'vitest';
import { orderAction } from './order-actions.ts';

describe('the action of an order', () => {
  it.each([
    ['processing', null],
    ['pending-docs', 'action-required'],
    ['completed', null],
    ['canceled', null],
    ['on-hold', null],
    ['constructor', null],
    ['', null],
  ])('ORD-4: for the status %s is %s', (status, action) => {
    expect(orderAction(status)).toBe(action);
  });
});
