import type { MockOptions } from '@numberdesk/msw';
import { numberBase } from './number-scenes.ts';
import type { Scene } from './scenes.ts';

const rows = [
  '5013334401,Customer Service',
  '+13125550188,Informational/Notification',
  '501 333 4402,Customer Service',
  '15013334403,Surveys',
  '5013334404,Do Not Originate',
  '5013334401,Charity',
  '5019114405,Political',
  '5013334406,Fundraising',
  '8005550145,Debt Collection',
];

const good = (count: number) =>
  Array.from({ length: count }, (_, index) => `${5_012_000_000 + index},Customer Service`);

const file = (lines: readonly string[], name = 'numbers.csv') => ({ name, content: lines.join('\r\n') });

const scene = (name: string, about: string, more: Partial<Scene> = {}): Scene => ({
  name: name === '' ? 'importer' : `importer-${name}`,
  about,
  importer: 'batch',
  ...more,
  mock: { ...numberBase, policy: { batchMaxRows: 10_000 }, ...more.mock } as MockOptions,
});

/** Pictures of `<number-importer>`. */
export const importerScenes: readonly Scene[] = [
  scene('', 'Numbers are added one by one.', { importer: 'manual' }),
  scene('listed', 'Some are listed and can still be changed; one of them will place no calls.', {
    importer: 'manual',
    typed: [
      ['5013334401', 'customer-service'],
      ['+13125558899', 'informational-notification'],
      ['5013334404', 'do-not-originate'],
    ],
  }),
  scene('batch', 'Numbers are added from a file.'),
  scene('refused', 'A spreadsheet that only calls itself a CSV file.', {
    file: { name: 'numbers.csv', content: 'PK\u0003\u0004\u0014\u0000\u0006\u0000[Content_Types].xml' },
  }),
  scene('review', 'A file is looked through before it is saved.', { file: file(rows) }),
  scene('saving', 'Many numbers are being saved, piece by piece.', {
    file: file(good(6_000)),
    saved: 'held',
  }),
  scene('paused', 'The connection was lost on the way: nothing twice, nothing left out.', {
    file: file(good(6_000)),
    saved: 'lost',
  }),
  scene('turned-away', 'The server does not take the rows, and says why.', {
    file: file(good(6_000)),
    saved: 'lost',
    mock: {
      fail: {
        code: 'invalid',
        on: 'numbers.startImport',
        detail: 'These are 6000 rows, and at most 500 are taken: split them up.',
      },
    },
  }),
  scene('vetted', 'What staff looks at first, and why.', {
    file: file(['8222345678,Survey', '5013334402,Customer Service']),
    saved: 'result',
  }),
  scene('result', 'What was added and what was not, each with its reason.', {
    file: file(rows),
    saved: 'result',
  }),
  scene('move', 'Numbers of other accounts can be moved here, and who loses them is said.', {
    file: file(['8005550144,Survey', '2125557890,Survey', '5013334401,Survey']),
    mock: { session: { account: 'acme' } },
    saved: 'result',
    moved: true,
  }),
  scene('loading', 'On its way.', { mock: { delay: Infinity } }),
  scene('forbidden', 'The permission to add numbers is missing.', {
    mock: { permissions: ['numbers:view'] },
  }),
  scene('failed', 'The server has failed.', { mock: { fail: { code: 'internal' } } }),
];
