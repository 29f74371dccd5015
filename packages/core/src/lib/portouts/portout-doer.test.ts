import { expect, it } from 'vitest';
import { portOutDoneBy, portOutSide, providersKey } from './portout-doer.ts';

const ada = { account: 'acme', name: 'Ada' };
const mirela = { account: null, name: 'Mirela' };

it.each([
  ['a key that decides', 'accept', providersKey, { side: 'provider', name: null }],
  ['a key that records', 'received', providersKey, { side: 'carrier', name: null }],
  ['a key that cancels', 'cancel', providersKey, { side: 'carrier', name: null }],
  ['staff that cancels', 'cancel', mirela, { side: 'provider', name: null }],
  ['somebody of the account', 'reject', ada, { side: 'customer', name: 'Ada' }],
  ['nobody', 'silence', null, { side: 'system', name: null }],
])('ACC-5: says whose doing something was: %s', (_, kind, doer, known) => {
  expect(portOutDoneBy(kind, doer, 'acme', ['acme'])).toEqual(known);
});

it('POR-1: whoever is of no account is on the provider’s side, a secret key too', () => {
  expect([ada, mirela, providersKey, null].map(portOutSide)).toEqual([
    'customer',
    'provider',
    'provider',
    'provider',
  ]);
});
