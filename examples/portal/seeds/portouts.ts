import type { PortOutInput, RejectionInput, ServiceRecordInput } from '@numberdesk/core/portouts';
import { carriers } from './carriers.ts';

/** What has become of a request by the time the demonstration begins. */
export type PortOutStory =
  | { is: 'pending' | 'authorized' | 'ported-out' | 'canceled' }
  | { is: 'in-review' | 'rejected' | 'overruled'; rejection: RejectionInput };

export interface DemoPortOut {
  input: PortOutInput;
  story: PortOutStory;
}

/** What is on file of the customer's accounts. */
export const serviceRecords: Readonly<Record<string, ServiceRecordInput>> = {
  meridian: {
    name: 'Meridian Outfitters, Incorporated',
    address: '350 Fifth Avenue, New York, NY',
    zip: '10118',
    accountNumber: '881042',
    pin: '4711',
  },
  'meridian-stores': {
    name: 'Meridian Stores LLC',
    address: '1 Market Street, San Francisco, CA',
    zip: '94105',
    accountNumber: '881043',
    pin: '9090',
  },
};

const hour = 3_600_000;
const mismatch = (value: string): RejectionInput => ({
  reason: 'account-number-mismatch',
  details: { value },
});

const submitted = {
  name: 'MERIDIAN OUTFITTERS INC',
  address: '350 5th Ave, New York NY',
  zip: '10118-0110',
  accountNumber: '88-1042',
  pin: '4711',
  authorizedPerson: 'Amara Okafor',
};

const ofStores = {
  ...submitted,
  name: 'Meridian Stores, L.L.C.',
  address: '1 Market St, San Francisco CA',
  zip: '94105',
  accountNumber: '88-1043',
  pin: '9090',
  authorizedPerson: 'Jonas Lindqvist',
};

/** Hours ago, area code, first digits and count of its numbers, what differs, and what became of it. */
const stories: readonly [
  ago: number,
  numbers: readonly [area: number, first: number, count: number],
  more: Partial<PortOutInput>,
  story: PortOutStory,
][] = [
  [2, [303, 10, 2], { silenceHours: 24 }, { is: 'pending' }],
  [
    1,
    [415, 22, 1],
    { account: 'meridian-stores', portType: 'simple', submitted: ofStores },
    { is: 'pending' },
  ],
  [
    70,
    [212, 60, 3],
    { submitted: { ...submitted, accountNumber: '88-1024', pin: '4712' } },
    { is: 'pending' },
  ],
  [30, [646, 70, 12], {}, { is: 'authorized' }],
  [26, [917, 30, 2], {}, { is: 'in-review', rejection: mismatch('88-1024') }],
  [80, [718, 40, 1], {}, { is: 'rejected', rejection: mismatch('99-0001') }],
  [
    90,
    [347, 50, 1],
    {},
    { is: 'overruled', rejection: { reason: 'zip-mismatch', details: { value: '10118' } } },
  ],
  [200, [929, 10, 4], {}, { is: 'ported-out' }],
  [400, [332, 20, 1], {}, { is: 'ported-out' }],
  [120, [516, 30, 2], {}, { is: 'canceled' }],
];

/** Requests of the last weeks, in every status, relative to now. */
export function demoPortOuts(now: number): DemoPortOut[] {
  const date = (days: number) => new Date(now + days * 24 * hour).toISOString().slice(0, 10);
  // Signed the day before the request came.
  const letter = (person: string | null | undefined, ago: number) =>
    person ? { name: person, date: date(-1 - ago / 24), file: 'meridian-loa.pdf' } : null;
  return stories.map(
    ([ago, [area, first, count], { submitted: own = submitted, ...more }, story], index) => ({
      input: {
        account: 'meridian',
        request: `PO_${624_719 - index * 17}`,
        receivedAt: new Date(now - ago * hour).toISOString(),
        requestedFocDate: date(4 + (index % 3)),
        winningCarrier: carriers[index % carriers.length] ?? null,
        submitted: { ...own, loa: letter(own.authorizedPerson, ago) },
        numbers: Array.from(
          { length: count },
          (_, at) => `+1${area}55501${String(first + at).padStart(2, '0')}`,
        ),
        ...more,
      },
      story,
    }),
  );
}
