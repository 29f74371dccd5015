import type { MockOptions } from '@numberdesk/msw';
import { galleryNow, type Scene } from './scenes.ts';

const hour = 3_600_000;
const at = (hours: number) => new Date(galleryNow + hours * hour).toISOString();
const day = (hours: number) => at(hours).slice(0, 10);

type PortOuts = NonNullable<MockOptions['portouts']>;

/** Nothing differs from what is on file. */
const matching = {
  name: 'Acme Incorporated',
  address: '12 Main Street, Newark, NJ',
  zip: '07102',
  accountNumber: '4471-88',
};

const portouts: PortOuts = [
  {
    request: 'PO_624719',
    receivedAt: at(-1),
    winningCarrier: 'Northwind Mobile',
    submitted: { name: 'ACME Holding', accountNumber: '447199', pin: '2508' },
    numbers: ['+19735552001', '+19735552002'],
    answerDueAt: at(2.6),
    portDueAt: at(23),
    notes: [
      { at: at(-0.5), doer: { account: 'acme', name: 'Grace Okafor' }, text: 'Asked the east office.' },
    ],
  },
  {
    request: 'PO_624715',
    account: 'east',
    receivedAt: at(-2),
    portType: 'simple',
    winningCarrier: 'Contoso Voice',
    submitted: matching,
    numbers: ['+13125558800'],
    answerDueAt: at(0.7),
    portDueAt: at(22),
  },
  {
    request: 'PO_624711',
    receivedAt: at(-30),
    winningCarrier: 'Fabrikam Tel',
    numbers: ['+19735552010', '+19735552011', '+19735552012'],
    answerDueAt: at(-6),
    portDueAt: at(18),
  },
  {
    request: 'PO_624707',
    receivedAt: at(-26),
    winningCarrier: 'Northwind Mobile',
    numbers: ['+19735552020'],
    answerDueAt: at(-3),
    portDueAt: at(40),
    silenceAt: at(-2),
  },
  {
    request: 'PO_624702',
    account: 'west',
    status: 'authorized',
    receivedAt: at(-48),
    winningCarrier: 'Contoso Voice',
    numbers: ['+17375554321'],
    portDueAt: at(30),
  },
  {
    request: 'PO_624655',
    receivedAt: at(-20),
    winningCarrier: 'Fabrikam Tel',
    submitted: { accountNumber: '447199' },
    numbers: ['+19735552004'],
  },
  {
    request: 'PO_624640',
    receivedAt: at(-22),
    winningCarrier: 'Contoso Voice',
    submitted: matching,
    numbers: ['+19735552031'],
  },
  {
    request: 'PO_624580',
    status: 'rejected',
    receivedAt: at(-120),
    numbers: [{ tn: '+19735552005', status: 'canceled' }],
  },
  {
    request: 'PO_624511',
    status: 'authorized',
    receivedAt: at(-144),
    focDate: day(-24),
    winningCarrier: 'Northwind Mobile',
    numbers: ['+19735552006', '+19735552007'],
  },
  {
    request: 'PO_624498',
    status: 'canceled',
    receivedAt: at(-160),
    winningCarrier: 'Fabrikam Tel',
    numbers: [{ tn: '+19735552008', status: 'canceled' }],
  },
];

const many: PortOuts = Array.from({ length: 10_000 }, (_, index) => ({
  ...(portouts[index % portouts.length] as PortOuts[number]),
  request: `PO_${624_719 - index}`,
  receivedAt: at(-1 - index / 10),
  numbers: [`+1${9_735_550_000 + index}`],
}));

const base: MockOptions = {
  now: galleryNow,
  orders: [],
  portouts,
  portOutPolicy: { fee: { amountMinor: 150, currency: 'USD' } },
  accounts: [
    { id: 'acme', name: 'Acme', timeZone: 'America/Chicago', contact: { email: 'care@carrier.example' } },
    { id: 'east', name: 'Acme East', level: 'business-unit', parent: 'acme' },
    { id: 'west', name: 'Acme West', level: 'business-unit', parent: 'acme' },
  ],
  onFile: { acme: { ...matching, pin: '2580' }, east: { ...matching, pin: '2580' } },
};

/** What others have done before the picture: a rejection under review, one that was overruled, a port. */
const prepare: Scene['prepare'] = (mock) => {
  const mismatch = { reason: 'account-number-mismatch', details: { value: '447199' } };
  mock.portouts.reject('PO_624655', mismatch);
  mock.portouts.reject('PO_624640', { reason: 'withdrawn', details: { evidence: called } });
  mock.portouts.judge('PO_624640', { valid: false, note: 'The customer has signed since.' });
  for (const tn of ['+19735552006', '+19735552007']) mock.portouts.port('PO_624511', tn, day(-24));
};
const called = { date: day(-24), text: 'Called, and does not want to leave.' };

const list = (name: string, about: string, more: Partial<Scene> = {}): Scene => ({
  name: `portouts-${name}`,
  about,
  portouts: true,
  ...(more.mock ? {} : { prepare }),
  ...more,
  mock: { ...base, ...more.mock },
});

const review = (name: string, about: string, portout: string, more: Partial<Scene> = {}): Scene => ({
  ...list(name, about, more),
  name: `portout-${name}`,
  portout,
});

const viewer: MockOptions = { permissions: ['portouts:view'] };

/** Pictures of `<portout-list>` and `<portout-review>`. */
export const portOutScenes: readonly Scene[] = [
  list('all', 'Port-out requests in every status.'),
  list('due', 'Port-out requests, those that are due first.', { viewState: 'sort=dueAt&filter=incomplete' }),
  list('charges', 'What ported numbers cost, in the running month.', { viewState: 'view=charges' }),
  list('filters', 'The filters of the port-outs, with two set.', {
    tool: 'filter',
    viewState: 'status=pending&account=acme',
  }),
  list('ten-thousand', 'Ten thousand port-outs, the first page.', { mock: { portouts: many } }),
  list('viewer', 'Who may not answer port-outs sees them.', { mock: viewer }),
  list('loading', 'Port-outs on their way.', { mock: { delay: Infinity } }),
  list('none-yet', 'No port-outs yet.', { mock: { portouts: [] } }),
  list('none-match', 'No port-out matches.', { viewState: 'q=PO_999' }),
  list('forbidden', 'The permission to see port-outs is missing.', {
    mock: { permissions: ['orders:view'] },
  }),
  list('failed', 'The server has failed to read the port-outs.', {
    mock: { fail: { code: 'internal', on: 'portouts.list' } },
  }),
  list('offline', 'The network has gone after the port-outs were loaded.', { offline: true }),
  review('pending', 'A request to answer, with what does not match.', 'PO_624719'),
  review('simple', 'A simple port to answer, in its last hour.', 'PO_624715'),
  review('overdue', 'A request whose answer is overdue.', 'PO_624711'),
  review('silence', 'A request that silence has authorized.', 'PO_624707'),
  review('reject', 'A rejection as it is about to be sent.', 'PO_624719', {
    rejection: { reason: 'account-number-mismatch' },
  }),
  review('never-valid', 'Why a request can never be rejected for that.', 'PO_624719', {
    rejection: { reason: 'other', text: 'The customer has an unpaid bill.', isRefused: true },
  }),
  review('in-review', 'A rejection that the provider looks at.', 'PO_624655'),
  review('overruled', 'A rejection that was found not valid: the port goes on.', 'PO_624640'),
  review('ported-out', 'A request whose numbers have left.', 'PO_624511'),
  review('viewer', 'Who may not answer is told who can grant it.', 'PO_624719', { mock: viewer }),
  review('missing', 'There is no such request.', 'PO_1'),
  review('failed', 'The server has failed to read the request.', 'PO_624719', {
    mock: { fail: { code: 'internal', on: 'portouts.list' } },
  }),
];
