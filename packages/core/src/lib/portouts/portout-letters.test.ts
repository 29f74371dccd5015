import { expect, it } from 'vitest';
import { mailRecipients, portOutLetterKind, portOutMailKind } from './portout-letters.ts';

it.each([
  ['received', null, 'pending', undefined, 'received', 'received'],
  ['accept', 'pending', 'authorized', 'customer', null, null],
  ['accept', 'pending', 'authorized', 'provider', 'accepted-for', 'answered'],
  ['reject', 'pending', 'rejection-in-review', 'customer', null, null],
  ['reject', 'pending', 'rejection-in-review', 'provider', 'rejected-for', 'answered'],
  ['find-valid', 'rejection-in-review', 'rejected', 'provider', 'valid', 'verdict'],
  ['find-invalid', 'rejection-in-review', 'authorized', 'provider', 'going-on', 'verdict'],
  ['find-invalid', 'rejection-in-review', 'pending', 'provider', 'sent-back', 'verdict'],
  ['silence', 'pending', 'authorized', undefined, 'silence', 'silence'],
  ['port', 'authorized', 'authorized', 'provider', null, null],
  ['port', 'authorized', 'ported-out', 'provider', 'completed', 'completed'],
  ['cancel', 'pending', 'pending', 'provider', null, null],
  ['cancel', 'authorized', 'canceled', 'provider', 'canceled', 'canceled'],
  // The last numbers that are not ported stay: the port is complete.
  ['cancel', 'authorized', 'ported-out', 'provider', 'completed', 'completed'],
] as const)(
  'POR-1, POR-5, POR-6: of %s, from %s to %s, by %s, is written: %s',
  (event, from, to, side, kind, short) => {
    const letter = portOutLetterKind({ event, from, to, side });
    expect(letter).toBe(kind);
    expect(letter && portOutMailKind(letter)).toBe(short);
  },
);

it('POR-1: the owner and whoever is named are written to once each', () => {
  const owner = { name: 'Grace', email: 'grace@acme.test' };
  expect(
    mailRecipients({ owner, recipients: ['noc@acme.test', 'Grace@acme.test', 'noc@acme.test'] }),
  ).toEqual([
    { address: 'grace@acme.test', name: 'Grace' },
    { address: 'noc@acme.test', name: null },
  ]);
});
