import type { Account } from '@numberdesk/core/access';
import type { ProblemBody } from '@numberdesk/core/http';
import {
  type PortOutDetail,
  type ShownChargeLine,
  type ShownMonthCharges,
  chargeLineSchema,
  monthChargesSchema,
} from '@numberdesk/core/portouts';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.ts';
import { portOutDesk } from '../../../test/portout-desk.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';
import { sweepDeadlines } from './portout.jobs.ts';

const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, line) => `+1505333${4000 + from + line}`);
const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

describe.each(databaseKinds)('the charges of port-outs, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let desk: ReturnType<typeof portOutDesk>;
  let noon: number;
  beforeAll(async () => {
    server = await openTestServer(kind);
    desk = portOutDesk(server);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    noon = server.clock.now;
    tenant = await server.newTenantWithAccounts();
    const level = 'business-unit';
    await put('acme-east', { name: 'East', level, parent: 'acme', timeZone: 'America/Los_Angeles' });
    await fee(150);
    return () => void (server.clock.now = noon);
  });

  const owner = { name: 'Olive Owner', email: 'olive@acme.test' };
  const put = async (id: string, body: object) => {
    const { status } = await desk.send(tenant.key, 'PUT', `accounts/${id}`, { body: { owner, ...body } });
    expect(status).toBe(200);
  };
  const moved = async (id: string, timeZone: string) => {
    const { body } = await desk.send<Account>(tenant.key, 'GET', `accounts/${id}`);
    const { id: _, version: __, ...account } = body;
    await put(id, { ...account, timeZone });
  };
  const fee = (amountMinor: number, currency = 'USD') =>
    desk.send(tenant.key, 'PUT', 'policy', { body: { portouts: { fee: { amountMinor, currency } } } });
  const at = (moment: string) => void (server.clock.now = Date.parse(moment));
  const ported = async (account: string, count: number, from = 0) => {
    const made = await desk.record(tenant.key, {
      account,
      numbers: numbers(count, from),
      requestedFocDate: '2027-01-31',
    });
    let now = await desk.done(tenant.key, made, 'accept');
    for (const tn of numbers(count, from)) now = await port(now, tn);
    return now;
  };
  const port = (portout: PortOutDetail, tn: string, body: object = {}) =>
    desk.done(tenant.key, portout, `numbers/${encodeURIComponent(tn)}/ported`, body);
  const charges = async (query: string, as = tenant.key) => {
    const { body } = await desk.send<ShownMonthCharges>(as, 'GET', `portout-charges?${query}`);
    return monthChargesSchema.parse(body);
  };
  const correct = (id: string, amount: object, note = 'Agreed.') =>
    desk.send<ShownChargeLine & ProblemBody>(tenant.key, 'POST', `portout-charges/${id}/corrections`, {
      body: { amount, note },
    });

  it("POR-8: are booked by the fee in the month of the account's own time zone, and summed up above it", async () => {
    at('2026-12-01T05:00:00.000Z'); // still November in Los Angeles
    await ported('acme-east', 2);
    await fee(175);
    await ported('acme', 1, 2);
    const east = await charges('account=acme-east');
    expect(east).toMatchObject({ month: '2026-11', status: 'open', total: usd(300), next: null });
    expect(east.lines).toHaveLength(2);
    expect(east.lines[0]).toMatchObject({
      account: 'acme-east',
      kind: 'port-out',
      tn: numbers(2)[1],
      request: 'PO_624719',
      amount: usd(150),
    });
    const all = await charges('account=acme');
    expect(all).toMatchObject({ month: '2026-12', status: 'open', total: usd(175) });
    expect(all.months).toEqual([
      { month: '2026-12', status: 'open', total: usd(175) },
      { month: '2026-11', status: 'open', total: usd(300) },
    ]);
    at('2026-12-01T08:00:00.000Z');
    expect((await charges('account=acme')).months[1]).toEqual({
      month: '2026-11',
      status: 'closed',
      total: usd(300),
    });
    expect((await charges('account=acme&month=2026-11')).lines).toHaveLength(2);
    expect(await charges('account=beta')).toMatchObject({
      total: usd(0),
      lines: [],
      months: [{ month: '2026-12' }],
    });
    const rows = await server.database.asOwner<{ part: string; due_at: Date }>(
      `select part, due_at from deadlines where tenant_id = $1 and kind = 'charge-month-end' order by due_at`,
      [tenant.id],
    );
    expect(rows.map(({ part, due_at }) => [part, due_at.toISOString()])).toEqual([
      ['2026-11', '2026-12-01T08:00:00.000Z'],
      ['2026-12', '2027-01-01T00:00:00.000Z'],
    ]);
  });

  it('POR-8: a port of last month that is confirmed now is billed now; what is closed stays as it was', async () => {
    at('2026-12-02T12:00:00.000Z');
    const made = await desk.record(tenant.key, { numbers: numbers(1) });
    await port(await desk.done(tenant.key, made, 'accept'), numbers(1)[0]!, { portedOn: '2026-11-30' });
    const [line] = (await charges('account=acme')).lines;
    expect(line).toMatchObject({ month: '2026-12' });
    at('2027-01-05T12:00:00.000Z');
    const closed = await charges('account=acme&month=2026-12');
    expect(closed.status).toBe('closed');
    const answer = await correct(line!.id, usd(100));
    expect(answer.status).toBe(201);
    expect(chargeLineSchema.parse(answer.body)).toMatchObject({
      month: '2027-01',
      kind: 'correction',
      amount: usd(-50),
      corrects: line!.id,
      note: 'Agreed.',
      account: 'acme',
      request: 'PO_624719',
    });
    const { months: _, ...before } = closed;
    const { months, ...after } = await charges('account=acme&month=2026-12');
    expect(after).toEqual(before);
    expect(months.map(({ month, total }) => [month, total.amountMinor])).toEqual([
      ['2027-01', -50],
      ['2026-12', 150],
    ]);
    expect((await correct(line!.id, usd(120))).body).toMatchObject({ amount: usd(20) });
    const shown = await charges('account=acme');
    expect(shown.lines.map(({ amount }) => amount.amountMinor)).toEqual([20, -50]);
  });

  it('POR-8: are booked in the next month once theirs is closed, though their request came before its end', async () => {
    at('2026-12-01T07:59:59.000Z'); // still November in Los Angeles
    await ported('acme-east', 1);
    const [line] = (await charges('account=acme-east')).lines;
    await server.database.asOwner('update deadlines set done_at = due_at where tenant_id = $1', [tenant.id]);
    await ported('acme-east', 1, 1);
    expect((await correct(line!.id, usd(100))).body).toMatchObject({ month: '2026-12', amount: usd(-50) });
    expect(await charges('account=acme-east&month=2026-11')).toMatchObject({ total: usd(150) });
    expect(await charges('account=acme-east&month=2026-12')).toMatchObject({ total: usd(100) });
  });

  it('POR-8: of a closed month stay as they are, wherever the account or one below it moves', async () => {
    at('2026-12-01T07:30:00.000Z'); // December in UTC, November in Los Angeles
    await ported('acme-east', 1);
    expect((await charges('account=acme&month=2026-11')).status).toBe('open');
    await moved('acme-east', 'America/New_York'); // where November is over
    const closed = await charges('account=acme&month=2026-11');
    expect(closed).toMatchObject({ status: 'closed', total: usd(150) });
    // Its end in Los Angeles has not come, and no sweep has closed it.
    await moved('acme-east', 'America/Los_Angeles');
    expect(await charges('account=acme&month=2026-11')).toEqual(closed);
    await ported('acme-east', 1, 1);
    expect(await charges('account=acme-east')).toMatchObject({ month: '2026-12', total: usd(150) });
    await moved('acme', 'Pacific/Honolulu'); // which has no lines of its own
    expect(await charges('account=acme&month=2026-11')).toMatchObject({ status: 'closed', total: usd(150) });
    await ported('acme', 1, 2);
    expect(await charges('account=acme')).toMatchObject({
      month: '2026-12',
      status: 'open',
      total: usd(300),
    });
    at('2026-12-01T12:00:00.000Z');
    const ports = { database: server.database, clock: () => server.clock.now, onEvents: () => undefined };
    await sweepDeadlines({ ...ports, onFailure: (error) => expect.unreachable(String(error)) });
    expect(await charges('account=acme&month=2026-11')).toMatchObject({ status: 'closed', total: usd(150) });
  });

  it.runIf(kind === 'postgres')(
    'POR-8: are booked by the zone to which the account moves at that very moment',
    async () => {
      at('2026-12-01T07:30:00.000Z');
      await put('acme-far', {
        name: 'Far',
        level: 'business-unit',
        parent: 'acme',
        timeZone: 'Pacific/Honolulu',
      });
      at('2026-12-01T09:00:00.000Z'); // November in Honolulu alone
      const made = await desk.record(tenant.key, { account: 'acme-far', numbers: numbers(1) });
      const accepted = await desk.done(tenant.key, made, 'accept');
      const waiting = async () => {
        const [row] = await server.database.asOwner<{ count: string }>(
          `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return Number(row!.count);
      };
      const [isWritten, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const moving = server.database.write(tenant.id, async ({ db }) => {
        await db
          .updateTable('accounts')
          .set({ time_zone: 'America/New_York' })
          .where('tenant_id', '=', tenant.id)
          .where('external_id', '=', 'acme-far')
          .execute();
        isWritten.resolve();
        await mayEnd.promise;
      });
      await isWritten.promise;
      const confirmed = port(accepted, numbers(1)[0]!);
      await Promise.race([confirmed, eventually(waiting).toBe(1)]);
      mayEnd.resolve();
      await Promise.all([moving, confirmed]);
      expect(await charges('account=acme-far')).toMatchObject({ month: '2026-12', total: usd(150) });
    },
  );

  it('POR-8: of a month that lasts elsewhere are open for an account that comes in, and for those above it', async () => {
    at('2026-12-01T07:30:00.000Z');
    await put('acme-far', {
      name: 'Far',
      level: 'business-unit',
      parent: 'acme',
      timeZone: 'Pacific/Honolulu',
    });
    at('2026-12-01T08:30:00.000Z'); // over in Los Angeles
    await ported('acme-far', 1);
    expect(await charges('account=acme-far')).toMatchObject({ month: '2026-11', total: usd(150) });
    expect(await charges('account=acme&month=2026-11')).toMatchObject({ status: 'open', total: usd(150) });
    at('2026-12-01T10:00:00.000Z');
    expect(await charges('account=acme&month=2026-11')).toMatchObject({ status: 'closed', total: usd(150) });
    // A business of its own has none above it.
    await put('new-far', { name: 'Far', level: 'business', parent: null, timeZone: 'Etc/GMT+12' });
    await ported('new-far', 1, 1);
    expect(await charges('account=new-far')).toMatchObject({
      month: '2026-11',
      status: 'open',
      total: usd(150),
    });
  });

  it('POR-8: are corrected in their own currency, and not by correcting a correction', async () => {
    await ported('acme', 1);
    const [line] = (await charges('account=acme')).lines;
    const other = await correct(line!.id, { amountMinor: 1, currency: 'EUR' });
    expect([other.status, other.body.errors]).toMatchObject([422, [{ path: '/amount/currency' }]]);
    const { body } = await correct(line!.id, usd(0));
    const again = await correct(body.id, usd(1));
    expect([again.status, again.body.errors]).toMatchObject([422, [{ code: 'not-a-charge' }]]);
    await fee(200, 'EUR');
    await ported('acme', 1, 1);
    const both = await charges('account=acme');
    expect(both.total).toEqual({ amountMinor: 200, currency: 'EUR' });
    expect(both.months.map(({ total }) => total)).toEqual([{ amountMinor: 200, currency: 'EUR' }, usd(0)]);
  });

  it('POR-8: of two corrections at once the second counts from the first', async () => {
    await ported('acme', 1);
    const [line] = (await charges('account=acme')).lines;
    const answers = await Promise.all([correct(line!.id, usd(100)), correct(line!.id, usd(100))]);
    expect(answers.map(({ body }) => body.amount.amountMinor).sort()).toEqual([-50, 0]);
    expect((await charges('account=acme')).total).toEqual(usd(100));
  });

  it('are read by pages, and asked of an account by whoever sees all', async () => {
    await ported('acme', 5);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { lines, next, total } = await charges(`account=acme&limit=2${cursor}`);
      expect(total).toEqual(usd(750));
      seen.push(...lines.map(({ tn }) => tn));
      cursor = next === null ? '' : `&cursor=${encodeURIComponent(next)}`;
    } while (cursor);
    expect(seen).toEqual(numbers(5).toReversed());
    const nobodys = await desk.send<ProblemBody>(tenant.key, 'GET', 'portout-charges');
    expect([nobodys.status, nobodys.body.errors]).toMatchObject([422, [{ path: '/account' }]]);
    const viewer = await server.newSession(tenant, { account: 'acme', permissionSet: 'viewer' });
    expect((await charges('', viewer)).total).toEqual(usd(750));
    const wrong = await desk.send<ProblemBody>(tenant.key, 'GET', 'portout-charges?account=acme&cursor=x');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'bad-request']);
  });

  it('cannot be changed or taken away by any request', async () => {
    await ported('acme', 1);
    for (const statement of ['update portout_charges set amount_minor = 0', 'delete from portout_charges']) {
      const asked = server.database.write(tenant.id, async ({ db }) => {
        await sql.raw(statement).execute(db);
      });
      await expect(asked).rejects.toThrow(/permission denied/);
    }
  });
});
