import type { NumberBatchInput } from '@numberdesk/core/numbers';

/** What staff found of a number. */
export interface DemoVerdict {
  valid: boolean;
  note?: string;
}

/** A number that a customer has added: its account, area code, last two digits, purpose, and what became of it. */
type Story = readonly [account: string, area: number, digits: number, purpose: string, verdict?: DemoVerdict];

const fine: DemoVerdict = { valid: true };
const refused = (note: string): DemoVerdict => ({ valid: false, note });

/** Numbers that the customer has added by itself, besides those that came with orders. */
const stories: readonly Story[] = [
  ['meridian', 303, 10, 'Customer Service', fine],
  ['meridian', 303, 11, 'Customer Service', fine],
  ['meridian', 303, 12, 'Informational/Notification', fine],
  ['meridian', 303, 13, 'Multi-Use Line', fine],
  ['meridian', 303, 14, 'Do Not Originate', fine],
  ['meridian', 303, 15, 'Charity', fine],
  [
    'meridian',
    303,
    16,
    'Telemarketing',
    refused('Telemarketing needs a registration. Send it to us and ask again.'),
  ],
  ['meridian', 303, 17, 'Customer Service'],
  ['meridian-stores', 415, 20, 'Customer Service', fine],
  ['meridian-stores', 415, 21, 'Customer Service', fine],
  ['meridian-stores', 415, 22, 'Informational/Notification', fine],
  ['meridian-stores', 415, 23, 'Do Not Originate', fine],
  [
    'meridian-stores',
    415,
    24,
    'Survey',
    refused('Another customer of ours says that this number is theirs.'),
  ],
  ['meridian-stores', 415, 25, 'Multi-Use Line'],
  ['meridian-stores', 415, 26, 'Informational/Notification'],
  ['store-lines', 512, 30, 'Customer Service', fine],
  ['store-lines', 512, 31, 'Customer Service', fine],
  ['store-lines', 512, 32, 'Customer Service', fine],
  ['store-lines', 512, 33, 'Informational/Notification', fine],
  ['store-lines', 512, 34, 'Debt Collection', refused('The name that debtors are told is missing.')],
  ['store-lines', 512, 35, 'Customer Service'],
  ['store-lines', 512, 36, 'Do Not Originate'],
  ['meridian-online', 615, 40, 'Informational/Notification', fine],
  ['meridian-online', 615, 41, 'Informational/Notification', fine],
  ['meridian-online', 615, 42, 'Survey', fine],
  ['meridian-online', 615, 43, 'Do Not Originate', fine],
  [
    'meridian-online',
    615,
    44,
    'Political',
    refused('A shop places no political calls: choose another purpose.'),
  ],
  ['meridian-online', 615, 45, 'Telemarketing'],
  ['returns-desk', 702, 50, 'Customer Service', fine],
  ['returns-desk', 702, 51, 'Customer Service', fine],
  ['returns-desk', 702, 52, 'Multi-Use Line', fine],
  ['returns-desk', 702, 53, 'Informational/Notification', fine],
  ['returns-desk', 702, 54, 'Prison', refused('This purpose is for prisons only.')],
  ['returns-desk', 702, 55, 'Customer Service'],
  ['returns-desk', 702, 56, 'Charity'],
];

/** In E.164, out of the block that is kept for fiction in every area. */
const numberOf = ([, area, digits]: Story) => `+1${area}55501${digits}`;

/** The batches in which they were added, one for each account. */
export function demoBatches(): NumberBatchInput[] {
  const byAccount = Map.groupBy(stories, ([account]) => account);
  return [...byAccount].map(([account, added]) => ({
    account,
    rows: added.map((story) => ({ number: numberOf(story), purpose: story[3] })),
    confirm: { doNotOriginate: added.filter(([, , , purpose]) => purpose === 'Do Not Originate').length },
  }));
}

/** What has been found of those that staff has looked at; the others still wait. */
export function demoVerdicts(): ReadonlyMap<string, DemoVerdict> {
  return new Map(stories.flatMap((story) => (story[4] ? [[numberOf(story), story[4]] as const] : [])));
}
