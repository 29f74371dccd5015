import { randomUUID } from 'node:crypto';
import type { PortOutDetail, PortOutPage } from '@numberdesk/core/portouts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PortOutProblem, portOutDesk, rejection } from '../../../test/portout-desk.ts';
import {
  type PaperPortOut,
  accept,
  cancel,
  hour,
  judge,
  letPass,
  paperPortOut,
  port,
  reject,
  shownOnPaper,
} from '../../../test/portout-model.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';
import { eventStore } from '../events/event.store.ts';
import { authorizeBySilence } from './portout-silence.ts';

/**
 * Sequences of acts, more on the database that takes them sooner; `npm run test:sequences` makes a long run, of as many
 * on each as `PORTOUT_SEQUENCES` says, and `PORTOUT_SEED` makes one again.
 */
const runsOn = { pglite: 60, postgres: 450 };
const asked = Number(process.env['PORTOUT_SEQUENCES'] || 0);
const seed = process.env['PORTOUT_SEED'];

/** A tenant whose policy on rejections that are found invalid is one of two. */
interface Place {
  tenant: TestTenant;
  after: string;
  /** Numbers that it has and no request is about. */
  stock: string[];
}

interface Real {
  server: TestServer;
  desk: ReturnType<typeof portOutDesk>;
  place: Place;
  now: PortOutDetail;
}

interface Model {
  paper: PaperPortOut;
}

/** What somebody does, and what the sheet says of it; `stale` acts on a version that is not that of now. */
interface Act {
  name: string;
  path: (numbers: string[]) => string;
  body: (numbers: string[]) => object;
  onPaper(paper: PaperPortOut, numbers: string[], real: Real): ReturnType<typeof accept>;
  stale: boolean;
}

class ActCommand implements fc.AsyncCommand<Model, Real> {
  readonly #act: Act;
  constructor(act: Act) {
    this.#act = act;
  }

  check = () => true;
  toString = () => `${this.#act.name}${this.#act.stale ? ' (stale)' : ''}`;

  async run({ paper }: Model, real: Real): Promise<void> {
    const { server, desk, place, now } = real;
    const { path, body, onPaper, stale } = this.#act;
    letPass(paper, server.clock.now);
    const numbers = [...paper.numbers.keys()];
    const seen = { id: now.id, version: paper.version - (stale ? 1 : 0) };
    const answer = await desk.act<PortOutDetail & PortOutProblem>(
      place.tenant.key,
      seen,
      path(numbers),
      body(numbers),
    );
    if (stale) {
      expect([answer.status, answer.body.code]).toEqual([412, 'stale']);
      expect(shownOnPaper(answer.body.current)).toMatchObject(onSheet(paper));
      return;
    }
    const outcome = onPaper(paper, numbers, real);
    if (outcome !== 'done') {
      expect([answer.status, answer.body.code]).toEqual([409, outcome]);
      expect(shownOnPaper(answer.body.current)).toMatchObject(onSheet(paper));
      return;
    }
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(shownOnPaper(answer.body)).toEqual(onSheet(paper));
  }
}

function onSheet({ silenceAt: _, silenceHours: __, ...paper }: PaperPortOut) {
  return paper;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  readonly #hours: number;
  constructor(hours: number) {
    this.#hours = hours;
  }

  check = () => true;
  toString = () => `wait ${this.#hours} h`;

  async run({ paper }: Model, { server }: Real): Promise<void> {
    server.clock.now += this.#hours * hour;
    letPass(paper, server.clock.now);
  }
}

/** A process that writes down what silence has done, whenever it comes by. */
class Sweep implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  toString = () => 'sweep';

  async run({ paper }: Model, { server, place, now }: Real): Promise<void> {
    await server.database.write(place.tenant.id, async (tx) => {
      const silence = await authorizeBySilence(tx, now.id, server.clock.now);
      if (silence) await eventStore(tx).append(silence.event);
    });
    letPass(paper, server.clock.now);
  }
}

class Note implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  toString = () => 'note';

  async run({ paper }: Model, { desk, place, now }: Real): Promise<void> {
    const sending = { body: { text: 'Called back.' } };
    const answer = await desk.send(place.tenant.key, 'POST', `portouts/${now.id}/notes`, sending);
    paper.notes++;
    expect(answer.status).toBe(201);
    expect(shownOnPaper(answer.body)).toEqual(onSheet(paper));
  }
}

/** What is read, alone and in the list, is what the sheet says. */
class Look implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  toString = () => 'look';

  async run({ paper }: Model, { desk, place, now }: Real): Promise<void> {
    const detail = await desk.get(place.tenant.key, now.id);
    expect(shownOnPaper(detail)).toEqual(onSheet(paper));
    const query = `portouts?q=${now.request}&status=${paper.status}`;
    const { data } = (await desk.send<PortOutPage>(place.tenant.key, 'GET', query)).body;
    expect(data).toEqual([Object.fromEntries(Object.keys(data[0] ?? {}).map((key) => [key, detail[key]]))]);
  }
}

const stale = fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0);
const at = fc.nat({ max: 2 });
const pick = (numbers: string[], index: number) => numbers[index % numbers.length]!;

const acts: fc.Arbitrary<Act>[] = [
  fc.record({ stale, focDate: fc.constantFrom(undefined, '2099-12-31') }).map(({ stale, focDate }) => ({
    name: 'accept',
    stale,
    path: () => 'accept',
    body: () => ({ focDate }),
    onPaper: (paper) => accept(paper, focDate),
  })),
  fc.record({ stale }).map(({ stale }) => ({
    name: 'reject',
    stale,
    path: () => 'reject',
    body: () => rejection,
    onPaper: reject,
  })),
  fc.record({ stale, valid: fc.boolean() }).map(({ stale, valid }) => ({
    name: valid ? 'find valid' : 'find invalid',
    stale,
    path: () => 'verdict',
    body: () => ({ valid, note: 'Looked at.' }),
    onPaper: (paper, _, { place, server }) => judge(paper, valid, place.after, server.clock.now),
  })),
  fc.record({ stale, some: fc.option(at) }).map(({ stale, some }) => ({
    name: some === null ? 'cancel' : `cancel number ${some}`,
    stale,
    path: () => 'cancel',
    body: (numbers) => (some === null ? {} : { numbers: [pick(numbers, some)] }),
    onPaper: (paper, numbers) => cancel(paper, some === null ? undefined : [pick(numbers, some)]),
  })),
  fc.record({ stale, which: at }).map(({ stale, which }) => ({
    name: `port number ${which}`,
    stale,
    path: (numbers) => `numbers/${encodeURIComponent(pick(numbers, which))}/ported`,
    body: () => ({}),
    onPaper: (paper, numbers) => port(paper, pick(numbers, which)),
  })),
];

const [accepting, rejecting, judging, canceling, porting] = acts.map((act) =>
  act.map((each) => new ActCommand(each)),
) as [Acting, Acting, Acting, Acting, Acting];

type Acting = fc.Arbitrary<ActCommand>;

const waiting = fc.constantFrom(1, 5, 12, 30).map((hours) => new Wait(hours));
const reading = fc.constantFrom(new Sweep(), new Note(), new Look());

/** What is done first, so that half of all does not begin anew: a few sequences wait, most go on from an answer. */
const beginning = fc.oneof(accepting, accepting, accepting, rejecting, waiting);

const commands = fc.commands(
  [accepting, rejecting, judging, judging, canceling, porting, porting, porting, waiting, reading],
  { maxCommands: 9, size: 'max' },
);

describe.each(databaseKinds)('whatever is done to port-out requests, on %s', (kind) => {
  const runs = asked || runsOn[kind];
  let server: TestServer;
  let desk: ReturnType<typeof portOutDesk>;
  let places: Place[];
  let taken = 0;
  beforeAll(async () => {
    server = await openTestServer(kind, { limits: { requestsPerKey: 0, requestsPerAddress: 0 } });
    desk = portOutDesk(server);
    places = [];
    for (const after of ['authorized', 'pending']) {
      const tenant = await server.newTenantWithAccounts();
      const body = { portouts: { afterInvalidRejection: after }, allowFictionalNumbers: true };
      await desk.send(tenant.key, 'PUT', 'policy', { body });
      places.push({ tenant, after, stock: [] });
    }
  });
  afterAll(() => server.close());

  /** Numbers of the inventory, a batch of them at once. */
  async function take(place: Place, count: number): Promise<string[]> {
    if (place.stock.length < count) {
      place.stock = Array.from(
        { length: 300 },
        () => `+1${kind === 'pglite' ? 507 : 508}${2_000_000 + ++taken}`,
      );
      const rows = place.stock.map((number) => ({ number, purpose: 'survey' }));
      const body = { account: 'acme', rows };
      await desk.send(place.tenant.key, 'POST', 'numbers/batches', { body });
    }
    return place.stock.splice(0, count);
  }

  async function begin(place: Place, numbers: string[], silenceHours: number | null): Promise<Real> {
    const requestedFocDate = '2099-01-01';
    const request = `PO-${randomUUID()}`;
    const now = await desk.record(place.tenant.key, { request, numbers, silenceHours, requestedFocDate });
    return { server, desk, place, now };
  }

  /** What follows from a request outside of it agrees with it: inventory, charges, events, deadlines, audit. */
  async function expectWhole({ paper }: Model, { place, now }: Real): Promise<void> {
    const numbers = [...paper.numbers.keys()];
    const [found] = await server.database.asOwner<Record<string, string[] | null>>(
      `select
         (select array_agg(number order by number) from active_numbers where tenant_id = $1 and number = any($3)) as held,
         (select array_agg(number order by number) from portout_charges where tenant_id = $1 and portout_id = $2) as charged,
         (select array_agg((data -> 'portout' ->> 'version')::int order by position) from events
           where tenant_id = $1 and type = 'portout.changed' and data -> 'portout' ->> 'id' = $2::text) as told,
         (select array_agg(kind) from deadlines where tenant_id = $1 and subject_id = $2) as deadlines,
         (select array_agg(version) from portouts where tenant_id = $1 and id = $2) as version,
         (select array_agg(status) from portouts where tenant_id = $1 and id = $2) as status`,
      [place.tenant.id, now.id, numbers],
    );
    const ported = numbers.filter((number) => paper.numbers.get(number) === 'ported-out').toSorted();
    const version = Number(found!['version']![0]);
    expect(found!['charged'] ?? []).toEqual(ported);
    expect(found!['held'] ?? []).toEqual(numbers.filter((number) => !ported.includes(number)).toSorted());
    expect(found!['told']).toEqual(Array.from({ length: version }, (_, index) => index + 1));
    expect((found!['deadlines'] ?? []).length > 0).toBe(found!['status']![0] === 'pending');
  }

  it(
    'POR-4, POR-5, POR-6, POR-7, POR-8, POR-9: it becomes what a sheet of paper says',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          commands,
          fc.constantFrom(0, 1),
          fc.integer({ min: 1, max: 3 }),
          fc.constantFrom(null, 4, 24),
          beginning,
          async (all, which, count, silenceHours, first) => {
            const numbers = await take(places[which]!, count);
            const real = await begin(places[which]!, numbers, silenceHours);
            const requestedFocDate = '2099-01-01';
            const model = {
              paper: paperPortOut({ numbers, silenceHours, requestedFocDate }, server.clock.now),
            };
            await first.run(model, real);
            await fc.asyncModelRun(() => ({ model, real }), all);
            await expectWhole(model, real);
          },
        ),
        { numRuns: runs, ...(seed === undefined ? {} : { seed: Number(seed) }) },
      );
    },
    Math.max(240_000, runs * 400),
  );
});
