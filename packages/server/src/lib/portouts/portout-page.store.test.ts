import {
  type PortOut,
  type PortOutFilter,
  type PortOutSort,
  earliestDeadline,
  matchesPortOutSearch,
  portOutBody,
  portOutFilters,
  portOutGroup,
  portOutSearch,
  portOutSorts,
  portOutStatuses,
} from '@numberdesk/core/portouts';
import { type Instant, toInstant, toMillis } from '@numberdesk/core/time';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTree, noon, somePortOut } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { scopeOf } from '../access/account-chain.ts';
import type { TenantId } from '../db/database.ts';
import { type StoredPortOut, portOutStore } from './portout.store.ts';

const hour = 3_600_000;
const moments = [-9, -5, -2, -1, 0, 1, 3, 30].map((hours) => toInstant(noon + hours * hour));
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const maybe = (arbitrary: fc.Arbitrary<Instant>) => fc.option(arbitrary, { nil: null, freq: 3 });

/** Few moments and few numbers, so that many are the same. */
const someRequest = fc.record({
  account: oneOf(['acme', 'west', 'sales', 'other'] as const),
  status: oneOf([...portOutStatuses, 'pending', 'pending', 'pending', 'authorized', 'On Hold', 'Waiting']),
  request: oneOf(['PO_624719', 'po_62', 'PO 62', '6247', '5013', 'Ü+1', 'A_1']),
  receivedAt: oneOf(moments),
  clocks: fc.record({
    answerDueAt: maybe(oneOf(moments)),
    portDueAt: maybe(oneOf(moments)),
    silenceAt: maybe(oneOf(moments)),
  }),
  numbers: fc.uniqueArray(
    oneOf(['+15013334444', '+15013334445', '+16247190000', '+442079460000', '+15015013624', '+2345678']),
    { minLength: 1 },
  ),
});

const someQuery = fc.record(
  {
    scope: oneOf(['acme', 'west', 'sales', 'other', null] as const),
    filter: oneOf(portOutFilters),
    status: fc.subarray([...portOutStatuses, 'On Hold', 'Nowhere'], { maxLength: 3 }),
    sort: oneOf(portOutSorts),
    limit: oneOf([4, 9, 50, 200]),
    q: fc.option(
      oneOf([
        'po_624719',
        'PO_6',
        '6247',
        '(501) 333-4444',
        ' 15013334444',
        '334444',
        '0000',
        '1501',
        'ü 1',
        '4420794',
        '501',
        '(442)',
        '+442',
        '234',
        '2079460000',
        '44207946',
        'none',
      ]),
      { nil: undefined },
    ),
    findsMany: oneOf([true, undefined]),
    dueBefore: fc.option(oneOf([...moments, '2026-11-22T14:00:00.000+02:00']), { nil: undefined, freq: 2 }),
  },
  { noNullPrototype: true },
);

interface Made {
  stored: StoredPortOut;
  numbers: readonly string[];
}

type Query = typeof someQuery extends fc.Arbitrary<infer T> ? T : never;

/** What core says a list is. */
function expectedList(all: readonly Made[], query: Query, now: number): string[] {
  const { filter, status, sort, q, dueBefore } = query;
  const shown = all.map(({ stored: { facts }, numbers }) => {
    const due = earliestDeadline(facts, now)?.at ?? null;
    return {
      ...portOutBody(facts, now, 'UTC'),
      numbers: numbers.map((tn) => ({ tn })),
      due: due === null ? null : toMillis(due),
    };
  });
  const isChosen = (portout: (typeof shown)[number]) =>
    isInFilter(portout, filter) &&
    (status.length === 0 || status.includes(portout.status)) &&
    (q === undefined || matchesPortOutSearch(portout, portOutSearch(q))) &&
    (dueBefore === undefined || (portout.due !== null && portout.due < toMillis(dueBefore)));
  const keyOf = (portout: (typeof shown)[number]) =>
    sort === 'dueAt' ? (portout.due ?? Infinity) : toMillis(portout.receivedAt);
  const sign = sort === ('-receivedAt' satisfies PortOutSort) ? -1 : 1;
  return shown
    .filter(isChosen)
    .sort((a, b) => sign * (keyOf(a) === keyOf(b) ? (a.id < b.id ? -1 : 1) : keyOf(a) - keyOf(b)))
    .map(({ id }) => id);
}

const isInFilter = ({ status }: PortOut, filter: PortOutFilter) =>
  filter === 'all' || portOutGroup(status) === filter;

describe.each(databaseKinds)('a page of port-out requests, on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());

  const fill = (
    tenant: TenantId,
    requests: readonly (typeof someRequest extends fc.Arbitrary<infer T> ? T : never)[],
  ) =>
    database.write(tenant, async (tx) => {
      const tree = await createTree(tx);
      const made: Made[] = [];
      for (const { account, clocks, numbers, ...facts } of requests) {
        const portout = somePortOut(tree[account], { numbers, facts: { ...facts, ...clocks } });
        made.push({ stored: await portOutStore(tx).insert(portout, new Date(noon)), numbers });
      }
      return { tree, made };
    });

  it('POR-2, POR-6, POR-9, ACC-1: is what core says, under every sort, page by page without gap or double', async () => {
    const seed = 20_261_127;
    for (let round = 0; round < 2; round++) {
      const tenant = await database.newTenant();
      const options = { seed: seed + round, numRuns: 1 };
      const [requests] = fc.sample(fc.array(someRequest, { minLength: 60, maxLength: 60 }), options);
      const { tree, made } = await fill(tenant, requests!);
      const queries = fc.sample(someQuery, { seed: seed + round, numRuns: 70 });
      await database.read(tenant, async (tx) => {
        for (const query of queries) {
          const { scope: place, ...rest } = query;
          const scope = scopeOf(place && tree[place]);
          const visible = made.filter(
            ({ stored: { chain } }) =>
              place === null || [chain.businessId, chain.unitId, chain.programId].includes(tree[place].id),
          );
          const found: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await portOutStore(tx).list({ ...rest, scope, now: noon, cursor });
            if (!page.ok) throw new Error(page.code);
            expect(page.data.length).toBeLessThanOrEqual(query.limit);
            found.push(...page.data.map(({ id }) => id));
            cursor = page.next ?? undefined;
          } while (cursor !== undefined && found.length <= made.length);
          expect(found, JSON.stringify(query)).toEqual(expectedList(visible, query, noon));
        }
      });
    }
  });

  it('refuses a cursor of another list, and what is none', async () => {
    const tenant = await database.newTenant();
    await fill(tenant, fc.sample(someRequest, { seed: 1, numRuns: 3 }));
    const list = (sort: PortOutSort, cursor?: string) =>
      database.read(tenant, (tx) =>
        portOutStore(tx).list({ scope: null, filter: 'all', status: [], sort, limit: 1, now: noon, cursor }),
      );
    const first = await list('dueAt');
    const next = first.ok ? first.next! : '';
    expect((await list('dueAt', next)).ok).toBe(true);
    for (const [sort, cursor] of [
      ['receivedAt', next],
      ['dueAt', 'x'],
      ['dueAt', Buffer.from('["dueAt",1e99,"0"]').toString('base64url')],
      ['receivedAt', Buffer.from('["receivedAt",null,"0"]').toString('base64url')],
    ] as const) {
      expect(await list(sort, cursor)).toEqual({ ok: false, code: 'bad-cursor' });
    }
  });
});
