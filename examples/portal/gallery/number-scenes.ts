import type { MockOptions } from '@numberdesk/msw';
import { galleryNow, type Scene } from './scenes.ts';

const day = 86_400_000;
const at = (days: number) => new Date(galleryNow + days * day).toISOString();

type Numbers = NonNullable<MockOptions['numbers']>;

const numbers: Numbers = [
  { number: '+15013334444', purpose: 'customer-service', addedAt: at(-0.1), status: 'pending' },
  {
    number: '+12125557890',
    account: 'east',
    purpose: 'informational-notification',
    addedAt: at(-1),
  },
  { number: '+19735551201', account: 'west', purpose: null, order: 'PO-10460', addedAt: at(-2) },
  {
    number: '+18005550144',
    account: 'survey',
    purpose: 'survey',
    status: 'rejected',
    note: 'The registration for surveys is missing. Send it to us, then add the number again.',
    addedAt: at(-3),
  },
  {
    number: '+17375554321',
    account: 'helpline',
    purpose: 'multi-use-line',
    status: 'pending',
    warning: 'area-code-unknown',
    addedAt: at(-4),
  },
  { number: '+13125558800', account: 'east', purpose: 'do-not-originate', addedAt: at(-6) },
  { number: '+13125558801', purpose: 'charity', addedAt: at(-20), order: 'PO-10431' },
];

const many: Numbers = Array.from({ length: 10_000 }, (_, index) => ({
  ...(numbers[index % numbers.length] as Numbers[number]),
  number: `+1${2_125_550_000 + index}`,
}));

/** A business with two units and a program below each, and what they have. */
export const numberBase: MockOptions = {
  now: galleryNow,
  orders: [],
  numbers,
  accounts: [
    { id: 'acme', name: 'Acme', timeZone: 'America/Chicago', contact: { email: 'care@carrier.example' } },
    { id: 'east', name: 'Acme East', level: 'business-unit', parent: 'acme' },
    { id: 'west', name: 'Acme West', level: 'business-unit', parent: 'acme' },
    { id: 'survey', name: 'Reader Survey', level: 'program', parent: 'east' },
    { id: 'helpline', name: 'Night Helpline', level: 'program', parent: 'west' },
  ],
};

const scene = (name: string, about: string, more: Partial<Scene> = {}): Scene => ({
  name: `numbers-${name}`,
  about,
  inventory: true,
  ...more,
  mock: { ...numberBase, ...more.mock },
});

/** Pictures of `<number-table>`. */
export const numberScenes: readonly Scene[] = [
  scene('all', 'Numbers in every status.'),
  scene('purpose', 'Do Not Originate warns before it is saved.', {
    act: { id: 'number-2', name: 'purpose', chosen: 'do-not-originate' },
  }),
  scene('move', 'A number is to move, and who loses it is said.', {
    act: { id: 'number-2', name: 'move', chosen: 'helpline' },
  }),
  scene('remove', 'A number is to be removed, for good.', { act: { id: 'number-3', name: 'remove' } }),
  scene('leaving', 'A number whose port-out is open stays where it is, and the table says why.', {
    mock: { portouts: [{ request: 'PO_624719', numbers: ['+15013334444'], receivedAt: at(-0.1) }] },
    tip: true,
  }),
  scene('filters', 'The filters of the numbers, with two set.', {
    tool: 'filter',
    viewState: 'status=pending&account=west',
  }),
  scene('ten-thousand', 'Ten thousand numbers, the first page.', { mock: { numbers: many } }),
  scene('viewer', 'Who may not change numbers is told who can grant it.', {
    mock: { permissions: ['numbers:view'] },
  }),
  scene('loading', 'Numbers on their way.', { mock: { delay: Infinity } }),
  scene('none-yet', 'No numbers yet.', { mock: { numbers: [] } }),
  scene('none-match', 'No number matches.', { viewState: 'q=9999' }),
  scene('forbidden', 'The permission to see numbers is missing.', { mock: { permissions: ['orders:view'] } }),
  scene('failed', 'The server has failed to read the numbers.', {
    mock: { fail: { code: 'internal', on: 'numbers.list' } },
  }),
  scene('offline', 'The network has gone after the numbers were loaded.', { offline: true }),
];
