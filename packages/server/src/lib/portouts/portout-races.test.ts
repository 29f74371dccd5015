import type { PhoneNumberPage } from '@numberdesk/core/numbers';
import type { PortOutDetail, ShownMonthCharges } from '@numberdesk/core/portouts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PortOutProblem, portOutDesk, rejection } from '../../../test/portout-desk.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import {
  type Answered,
  type TestServer,
  type TestTenant,
  openTestServer,
} from '../../../test/test-server.ts';
import { eventStore } from '../events/event.store.ts';
import { authorizeBySilence } from './portout-silence.ts';

type Answer = Answered<PortOutDetail & PortOutProblem>;

let tests = 0;
const tn = (line: number) => `+1506${320 + tests}${4000 + line}`;
const ported = (number: string) => `numbers/${encodeURIComponent(number)}/ported`;

describe.each(databaseKinds)('several at once on one port-out request, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let desk: ReturnType<typeof portOutDesk>;
  let clerks: string[];
  let noon: number;
  beforeAll(async () => {
    server = await openTestServer(kind);
    desk = portOutDesk(server);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    tests++;
    noon = server.clock.now;
    tenant = await server.newTenantWithAccounts();
    clerks = [];
    for (const name of ['Ada Byron', 'Lin Clerk', 'Jo Third']) {
      const session = { user: { id: name, name }, permissionSet: 'admin' as const, ttlSeconds: 3600 };
      clerks.push(await server.newSession(tenant, session));
    }
    return () => void (server.clock.now = noon);
  });

  const act = (as: string, made: PortOutDetail, path: string, body: object = {}) =>
    desk.act<Answer['body']>(as, made, path, body);
  const byOutcome = (answers: Answer[]) => ({
    won: answers.filter(({ status }) => status < 300),
    lost: answers.filter(({ status }) => status >= 300),
  });
  const countOf = async (from: string) => {
    const [row] = await server.database.asOwner<{ count: string }>(
      `select count(*) from ${from} where tenant_id = $1`,
      [tenant.id],
    );
    return Number(row!.count);
  };

  it('POR-6: of clerks who accept and reject at once one wins, and the others are shown who and what', async () => {
    const made = await desk.record(tenant.key);
    const answers = await Promise.all([
      act(clerks[0]!, made, 'accept'),
      act(clerks[1]!, made, 'reject', rejection),
      act(clerks[2]!, made, 'accept'),
    ]);
    const { won, lost } = byOutcome(answers);
    expect([won.length, lost.length]).toEqual([1, 2]);
    for (const { status, body } of lost) {
      expect(status).toBe(412);
      expect(body.current.history[0]).toEqual(won[0]!.body.history[0]);
      expect(body.current.history[0]!.by!.name).toBe(
        ['Ada Byron', 'Lin Clerk', 'Jo Third'][answers.indexOf(won[0]!)],
      );
    }
    // Whoever sends "any version" is told that it has been decided.
    const any = await desk.send<PortOutProblem>(clerks[0]!, 'POST', `portouts/${made.id}/accept`, {
      body: {},
      headers: { 'if-match': '*' },
    });
    expect([any.status, any.body.code]).toEqual([409, 'already-decided']);
    expect(any.body.current.version).toBe(2);
    expect(await countOf('portout_events')).toBe(2);
  });

  it('POR-9: an answer and silence at the same moment: silence is there first, and written down once', async () => {
    const made = await desk.record(tenant.key, { silenceHours: 0.5 });
    server.clock.now = noon + 1_800_000;
    const now = server.clock.now;
    const sweep = () =>
      server.database.write(tenant.id, async (tx) => {
        const silence = await authorizeBySilence(tx, made.id, now);
        if (silence) await eventStore(tx).append(silence.event);
        return silence !== null;
      });
    const [answer, ...swept] = await Promise.all([
      act(clerks[0]!, made, 'accept', { focDate: '2026-12-24' }),
      sweep(),
      sweep(),
    ]);
    expect([answer.status, answer.body.current.status, answer.body.current.focDate]).toEqual([
      412,
      'authorized',
      '2026-12-04',
    ]);
    expect(swept.filter(Boolean)).toHaveLength(1);
    expect(await sweep()).toBe(false);
    expect((await desk.get(clerks[0]!, made.id)).history.map(({ kind }) => kind)).toEqual([
      'silence',
      'received',
    ]);
    expect(await countOf('deadlines')).toBe(0);
  });

  it('POR-6, POR-7, POR-8: of a port and a cancellation at once one wins; number, charge and request agree', async () => {
    const numbers = [tn(1), tn(2)];
    for (const number of numbers) {
      await desk.send(tenant.key, 'POST', 'numbers', {
        body: { account: 'acme', number, purpose: 'survey' },
      });
    }
    const made = await desk.record(tenant.key, { numbers });
    const accepted = await desk.done(clerks[0]!, made, 'accept');
    const answers = await Promise.all([
      act(tenant.key, accepted, ported(tn(1))),
      act(tenant.key, accepted, 'cancel'),
      act(tenant.key, accepted, ported(tn(1))),
      act(tenant.key, accepted, ported(tn(2))),
    ]);
    const { won, lost } = byOutcome(answers);
    expect([won.length, lost.length]).toEqual([1, 3]);
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['stale']));
    const now = await desk.get(tenant.key, made.id);
    const gone = now.numbers.filter(({ status }) => status === 'ported-out').map((number) => number.tn);
    const left = (await desk.send<PhoneNumberPage>(tenant.key, 'GET', 'numbers')).body.data.map(
      (one) => one.number,
    );
    expect([...left, ...gone].toSorted()).toEqual(numbers);
    const { lines } = (await desk.send<ShownMonthCharges>(tenant.key, 'GET', 'portout-charges?account=acme'))
      .body;
    expect(lines.map((line) => line.tn)).toEqual(gone);
  });

  it('POR-7, POR-8: a number in several requests, ported with all of them at once, leaves with one and is charged once', async () => {
    for (let round = 0; round < 3; round++) {
      const requests = [];
      for (let count = 0; count < 4; count++) {
        const made = await desk.record(tenant.key, { numbers: [tn(round)] });
        requests.push(await desk.done(clerks[0]!, made, 'accept'));
      }
      const answers = await Promise.all(
        requests.map((request) => act(tenant.key, request, ported(tn(round)))),
      );
      const { won, lost } = byOutcome(answers);
      expect([won.length, lost.length]).toEqual([1, 3]);
      for (const { body } of lost)
        expect([body.code, body.errors]).toMatchObject([
          'transition-not-allowed',
          [{ path: '/tn', code: 'number-has-left' }],
        ]);
      expect(await countOf('portout_charges')).toBe(round + 1);
    }
  });

  it('POR-7: a number that is removed and ported at once is gone once, and nothing fails', async () => {
    for (let round = 0; round < 3; round++) {
      const { body } = await desk.send<{ id: string }>(tenant.key, 'POST', 'numbers', {
        body: { account: 'acme', number: tn(round), purpose: 'survey' },
      });
      const made = await desk.record(tenant.key, { numbers: [tn(round)] });
      const accepted = await desk.done(clerks[0]!, made, 'accept');
      const [port, removal] = await Promise.all([
        act(tenant.key, accepted, ported(tn(round))),
        desk.send<PortOutProblem>(tenant.key, 'DELETE', `numbers/${body.id}`),
      ]);
      expect(port.status).toBe(200);
      expect([404, 409]).toContain(removal.status);
    }
    expect(await countOf('active_numbers')).toBe(0);
    expect(await countOf('portout_charges')).toBe(3);
  });

  it('twelve times the same act is one act', async () => {
    const made = await desk.record(tenant.key);
    const headers = { 'idempotency-key': 'the-same', 'if-match': '"1"' };
    const accept = async () => {
      for (;;) {
        const answer = await desk.send(clerks[0]!, 'POST', `portouts/${made.id}/accept`, {
          body: {},
          headers,
        });
        if (answer.status !== 409) return answer; // the first has been at it for half a second
      }
    };
    const answers = await Promise.all(Array.from({ length: 12 }, accept));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await countOf('portout_events')).toBe(2);
  });
});
