import { randomUUID } from 'node:crypto';
import type { NumberBatch, NumberImport, PhoneNumber, PhoneNumberPage } from '@numberdesk/core/numbers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../../../test/test-database.ts';
import { type Sending, type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

/** Numbers of a round's own. */
let rounds = 0;
const row = (line: number, more: object = {}) => ({
  number: `+1503${320 + rounds}${4000 + line}`,
  purpose: 'survey',
  ...more,
});
const rows = (count: number, more: object = {}) => Array.from({ length: count }, (_, at) => row(at, more));

describe.each(databaseKinds)('several at once, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  beforeAll(async () => void (server = await openTestServer(kind)));
  afterAll(() => server.close());
  beforeEach(async () => {
    rounds++;
    tenant = await server.newTenantWithAccounts();
  });

  const send = <Body>(method: string, path: string, { headers, ...rest }: Sending = {}) =>
    server.send<Body>(method, `/v1/numbers${path}`, {
      as: tenant.key,
      headers: { 'idempotency-key': randomUUID(), ...headers },
      ...rest,
    });
  const batch = (account: string, rows: object[], more: object = {}) =>
    send<NumberBatch>('POST', '/batches', { body: { account, rows, ...more } });
  const list = async (query = '') => (await send<PhoneNumberPage>('GET', `?limit=200${query}`)).body.data;

  it('NUM-7: of two batches with the same numbers each number is added by one and refused by the other', async () => {
    const given = rows(40);
    for (const [mine, other, code] of [
      ['acme', 'beta', 'held-elsewhere'],
      ['acme', 'acme', 'already-here'],
    ] as const) {
      rounds++;
      const fresh = rows(given.length);
      const answers = await Promise.all([batch(mine, fresh), batch(other, fresh.toReversed())]);
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      const added = answers.flatMap(({ body }) => body.added.map(({ number }) => number));
      const rejected = answers.flatMap(({ body }) => body.rejected);
      expect(added.toSorted()).toEqual(fresh.map(({ number }) => number));
      expect(rejected.map(({ number }) => number).toSorted()).toEqual(added.toSorted());
      expect(new Set(rejected.map((one) => one.code))).toEqual(new Set([code]));
    }
    expect(await list()).toHaveLength(2 * given.length);
  });

  it('NUM-8: of two tenants that add the same numbers at one moment one gets each, and the other is told', async () => {
    const other = await server.newTenantWithAccounts();
    const given = rows(40);
    const answers = await Promise.all([
      batch('acme', given),
      send<NumberBatch>('POST', '/batches', {
        as: other.key,
        body: { account: 'acme', rows: given.toReversed() },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const added = answers.flatMap(({ body }) => body.added.map(({ number }) => number));
    expect(added.toSorted()).toEqual(given.map(({ number }) => number));
    const rejected = answers.flatMap(({ body }) => body.rejected);
    expect(rejected.map(({ number }) => number).toSorted()).toEqual(added.toSorted());
    expect(new Set(rejected.map(({ code }) => code))).toEqual(new Set(['held-elsewhere']));
  });

  it('NUM-2: twelve times the same act adds one number, and every answer that is one is the same', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const post = async () => {
      for (;;) {
        const answer = await send<PhoneNumber>('POST', '', { body: { account: 'acme', ...row(0) }, headers });
        if (answer.status !== 409) return answer; // the first has been at it for half a second
      }
    };
    const answers = await Promise.all(Array.from({ length: 12 }, post));
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ headers: each }) => each.has('idempotent-replayed'))).toHaveLength(11);
    expect(await list()).toHaveLength(1);
  });

  it('NUM-8: numbers that two programs reach for go to one of them each, and to nobody twice', async () => {
    const given = rows(30, { reassign: true });
    await batch('acme', given);
    const both = ['acme-east-1', 'acme-east-2'];
    const answers = await Promise.all([batch(both[0]!, given), batch(both[1]!, given.toReversed())]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const now = await list('&sort=number');
    expect(now.map(({ number }) => number)).toEqual(given.map(({ number }) => number));
    for (const { account, number, version } of now) {
      const takers = both.filter((_, at) => answers[at]!.body.added.some((one) => one.number === number));
      expect(takers).toContain(account);
      expect(version).toBe(1 + takers.length);
    }
  });

  it('NUM-8: of two batches that reach for numbers for one program one moves them, and the other finds them there', async () => {
    const given = rows(30, { reassign: true });
    await batch('acme', given);
    const target = 'acme-east-1';
    const answers = await Promise.all([batch(target, given), batch(target, given.toReversed())]);
    const added = answers.flatMap(({ body }) => body.added);
    expect(added.map(({ number }) => number).toSorted()).toEqual(given.map(({ number }) => number));
    const rejected = answers.flatMap(({ body }) => body.rejected);
    expect(rejected).toHaveLength(given.length);
    expect(new Set(rejected.map(({ code }) => code))).toEqual(new Set(['already-here']));
  });

  it('NUM-7: a piece of an import that is sent twice at once is done once, under whatever keys', async () => {
    const given = rows(20);
    const begun = await send<NumberImport>('POST', '/imports', { body: { account: 'acme', rows: 40 } });
    const { id } = begun.body;
    const piece = () => batch('acme', given, { import: { id, from: 0 } });
    const answers = await Promise.all([piece(), piece(), piece()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[0]!.body.totals).toEqual({ rows: 20, added: 20, rejected: 0 });
    expect(answers[1]!.body).toEqual(answers[0]!.body);
    expect(answers[2]!.body).toEqual(answers[0]!.body);
    expect((await send('GET', `/imports/${id}`)).body).toMatchObject({ next: 20, added: 20, rejected: 0 });
  });

  it('NUM-9: of two verdicts on what both have seen one counts', async () => {
    const { body: added } = await send<PhoneNumber>('POST', '', { body: { account: 'acme', ...row(0) } });
    const judge = (body: object) =>
      send('POST', `/${added.id}/verdict`, { body, headers: { 'if-match': '"1"' } });
    const answers = await Promise.all([judge({ valid: true }), judge({ valid: false, note: 'No.' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(lost!.body).toMatchObject({ code: 'stale', current: won!.body });
  });
});
