import { expect, it } from 'vitest';
import { changedBy } from './changed-by.ts';

it.each([
  ['the reseller’s own server', null, 'acme', { side: 'system', name: null }],
  ['staff, to a customer', { account: null, name: 'Mirela' }, 'acme', { side: 'provider', name: null }],
  ['staff, to staff', { account: null, name: 'Mirela' }, null, { side: 'provider', name: 'Mirela' }],
  [
    'somebody of the same account',
    { account: 'east', name: 'Ada' },
    'east',
    { side: 'customer', name: 'Ada' },
  ],
  ['somebody below', { account: 'east-1', name: 'Ada' }, 'acme', { side: 'customer', name: 'Ada' }],
  ['somebody above', { account: 'acme', name: 'Ada' }, 'east-1', { side: 'customer', name: null }],
  ['somebody from elsewhere', { account: 'beta', name: 'Ada' }, 'acme', { side: 'customer', name: null }],
])('ACC-1, ACC-5: says whose doing it was: %s', (_, doer, actingIn, known) => {
  expect(changedBy(doer, actingIn, ['acme', 'east', 'east-1'])).toEqual(known);
});
