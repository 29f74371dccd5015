import { expect, it } from 'vitest';
import { type PortOutInput, portOutInputSchema } from './portout-input.schema.ts';
import { recordedPinProblems } from './recorded-pin.ts';

type Submitted = NonNullable<PortOutInput['submitted']>;

const onFile = { name: 'Acme', address: '4711 Main St', zip: '07102', accountNumber: '88-4711', pin: '4711' };
const pathsOf = (more: Partial<PortOutInput>, submitted: Submitted = {}, known: object = onFile) => {
  const input = {
    account: 'acme',
    request: 'PO_1',
    requestedFocDate: '2026-12-04',
    numbers: ['+15013334444'],
  };
  const read = portOutInputSchema.parse({ ...input, ...more, submitted: { pin: '2580', ...submitted } });
  return recordedPinProblems(read, known).map(({ path }) => path);
};
const loa = { name: 'Ada Byron', date: '2026-12-01' };

it.each<[string, Partial<PortOutInput>, Submitted?]>([
  ['/winningCarrier', { winningCarrier: 'Northwind, PIN 2580' }],
  ['/status', { status: 'on hold 2580' }],
  ['/submitted/name', {}, { name: 'Acme 4711' }],
  ['/submitted/address', {}, { address: '12 Main St (4711)' }],
  ['/submitted/zip', {}, { zip: '2580' }],
  ['/submitted/accountNumber', {}, { accountNumber: '4711' }],
  ['/submitted/authorizedPerson', {}, { authorizedPerson: 'Ada, 2 5 8 0' }],
  ['/submitted/loa/name', {}, { loa: { ...loa, name: 'Ada 2580' } }],
  ['/submitted/loa/file', {}, { loa: { ...loa, file: 'loa-2580.pdf' } }],
  ['/reasons/0/label', { reasons: [{ code: '8A', label: 'PIN is not 2580' }] }],
])('POR-3: a request is not recorded with a PIN in %s', (path, more, submitted = {}) => {
  expect(pathsOf(more, submitted)).toEqual([path]);
});

it('POR-3: what is on file is itself, though it has the digits of the PIN', () => {
  const submitted = { address: '4711 Main Street', accountNumber: '884711', zip: '07102' };
  expect(pathsOf({}, submitted)).toEqual([]);
  expect(pathsOf({}, { ...submitted, accountNumber: '88-4711', pin: '4711' }, { pin: null })).toEqual([
    '/submitted/address',
    '/submitted/accountNumber',
  ]);
});

it('POR-3: the carrier’s number of a request is what it is', () => {
  expect(pathsOf({ request: 'PO_2580' })).toEqual([]);
});
