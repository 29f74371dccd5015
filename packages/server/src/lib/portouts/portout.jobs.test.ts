import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { mailsIn } from '../../../test/mails.ts';
import { createAccount, noon, somePortOut } from '../../../test/samples.ts';
import {
  type TestDatabase,
  createPostgresDatabase,
  databaseKinds,
  openTestDatabase,
} from '../../../test/test-database.ts';
import { portOutChargesClosedSchema } from '@numberdesk/core/portouts';
import { scopeOf } from '../access/account-chain.ts';
import { accountStore } from '../access/account.store.ts';
import { tenantStore } from '../access/tenant.store.ts';
import type { Database, TenantId } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { deadlineStore } from '../deadlines/deadline.store.ts';
import { eventStore } from '../events/event.store.ts';
import { portOutChargeStore } from './portout-charge.store.ts';
import { portOutHappened } from './portout-happenings.ts';
import { portOutHistoryStore } from './portout-history.store.ts';
import { sweepDeadlines } from './portout.jobs.ts';
import { portOutStore } from './portout.store.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = (millis: number) => new Date(millis).toISOString();

type Times = Partial<Record<'answerDueAt' | 'silenceAt' | 'receivedAt', number | null>>;

/** Records a request as its handler does, and answers its id. */
async function record(database: Database, tenant: TenantId, account: string, times: Times = {}) {
  return database.write(tenant, async (tx) => {
    const { receivedAt = noon, answerDueAt = noon + day, silenceAt = null } = times;
    const orNull = (millis: number | null) => (millis === null ? null : at(millis));
    const facts = {
      receivedAt: at(receivedAt ?? noon),
      answerDueAt: orNull(answerDueAt),
      silenceAt: orNull(silenceAt),
    };
    const portout = somePortOut(await accountOf(tx, account), { facts });
    const after = await portOutStore(tx).insert(portout, new Date(noon));
    await portOutHappened(tx, { event: 'received', before: null, after, now: noon });
    return after.facts.id;
  });
}

type Tx = Parameters<Parameters<Database['write']>[1]>[0];
const accountOf = (tx: Tx, name: string) => createAccount(tx, `${name}-${uuidv7().slice(0, 18)}`);

/** Kinds of mail about each request beside the first, in their order. */
async function mailed(database: Database, tenant: TenantId) {
  const mails = await mailsIn(database as TestDatabase, tenant);
  const later = mails.filter(({ kind }) => kind !== 'received');
  return later.map(({ about, kind }) => `${kind} ${about.slice('portout:'.length)}`);
}

describe.each(databaseKinds)('what happens to port-outs by itself, on %s', (kind) => {
  let database: TestDatabase;
  let tenant: TenantId;
  const failures: unknown[] = [];
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());

  const heard = vi.fn();
  const sweep = (now: number) =>
    sweepDeadlines({
      database,
      clock: () => now,
      onEvents: heard,
      onFailure: (error) => void failures.push(error),
    });
  beforeEach(async () => {
    // A sweep is about all tenants: nothing is left of the test before.
    await sweep(noon + 100 * day);
    tenant = await database.newTenant();
  });
  const status = async (id: string) =>
    (await database.read(tenant, (tx) => portOutStore(tx).get(id, null)))?.facts.status;

  it('POR-9: reminds after half of the time and an hour before its end, then tells that the answer is overdue', async () => {
    const id = await record(database, tenant, 'acme');
    const seen: string[] = [];
    for (const now of [
      noon + 12 * hour - 1,
      noon + 12 * hour,
      noon + 23 * hour,
      noon + day,
      noon + 9 * day,
    ]) {
      await sweep(now);
      await sweep(now);
      seen.push(String((await mailed(database, tenant)).length));
    }
    expect(seen).toEqual(['0', '1', '2', '3', '3']);
    expect(await mailed(database, tenant)).toEqual([`half-time ${id}`, `last-hour ${id}`, `overdue ${id}`]);
    expect(await status(id)).toBe('pending');
    expect(heard).toHaveBeenCalledWith(tenant);
  });

  it('POR-9: after days in which nobody looked, tells the latest only: that it is overdue', async () => {
    const id = await record(database, tenant, 'acme');
    expect(await sweep(noon + 5 * day)).toBe(3);
    expect(await mailed(database, tenant)).toEqual([`overdue ${id}`]);
  });

  it('POR-9: within the last hour reminds of that alone', async () => {
    const id = await record(database, tenant, 'acme');
    expect(await sweep(noon + 23.5 * hour)).toBe(2);
    expect(await mailed(database, tenant)).toEqual([`last-hour ${id}`]);
  });

  it('POR-9: a reminder helps nobody after the answer is due, and is not sent then', async () => {
    await record(database, tenant, 'acme');
    await sweep(noon + 12 * hour);
    const [reminder] = (await mailsIn(database, tenant)).slice(-1);
    expect(reminder).toMatchObject({ kind: 'half-time', expiresAt: at(noon + day) });
  });

  it('POR-9: reminds before silence authorizes, where that is faster than the answer is due', async () => {
    const id = await record(database, tenant, 'acme', {
      answerDueAt: noon + 72 * hour,
      silenceAt: noon + day,
    });
    await sweep(noon + 12 * hour);
    await sweep(noon + 23 * hour);
    const [reminder] = (await mailsIn(database, tenant)).slice(-1);
    expect(reminder?.expiresAt).toBe(at(noon + day));
    await sweep(noon + day);
    expect(await mailed(database, tenant)).toEqual([`half-time ${id}`, `last-hour ${id}`, `silence ${id}`]);
  });

  it('POR-9: silence authorizes, with its event, its history and one mail, also after days, and then nothing is overdue', async () => {
    const id = await record(database, tenant, 'acme', { silenceAt: noon + 48 * hour });
    expect(await sweep(noon + 6 * day)).toBe(4);
    expect(await sweep(noon + 7 * day)).toBe(0);
    expect(await status(id)).toBe('authorized');
    expect(await mailed(database, tenant)).toEqual([`silence ${id}`]);
    const { events, history } = await database.read(tenant, async (tx) => ({
      events: (
        await eventStore(tx).after({ position: 0, scope: null, permissions: ['portouts:view'], limit: 9 })
      ).events,
      history: await portOutHistoryStore(tx).events(id),
    }));
    expect(events.map(({ type }) => type)).toEqual(['portout.changed']);
    expect(history).toMatchObject([{ kind: 'silence', at: at(noon + 48 * hour), to: 'authorized' }]);
  });

  it('POR-9: does nothing about a request that was answered in time', async () => {
    const id = await record(database, tenant, 'acme', { silenceAt: noon + 48 * hour });
    await database.write(tenant, async (tx) => {
      const before = (await portOutStore(tx).forUpdate(id, null))!;
      const after = (await portOutStore(tx).change(before, { status: 'authorized' }, new Date(noon)))!;
      await portOutHappened(tx, { event: 'accept', before, after, now: noon });
    });
    expect(await sweep(noon + 9 * day)).toBe(0);
    expect(await mailed(database, tenant)).toEqual([]);
  });

  it('POR-9: a tenant that wants no reminders gets none, but hears of what is overdue', async () => {
    const wish = { portouts: { reminders: [] } } as unknown as Parameters<
      ReturnType<typeof tenantStore>['setPolicy']
    >[0];
    await database.write(tenant, (tx) => tenantStore(tx).setPolicy(wish));
    const id = await record(database, tenant, 'acme');
    expect(await sweep(noon + 23.5 * hour)).toBe(0);
    await sweep(noon + 25 * hour);
    expect(await mailed(database, tenant)).toEqual([`overdue ${id}`]);
  });

  it('POR-8: a month is closed once, with what it came to', async () => {
    const closes = Date.parse('2026-12-01T05:00:00.000Z');
    await database.write(tenant, async (tx) => {
      const account = await createAccount(tx, 'acme');
      const { facts } = await portOutStore(tx).insert(somePortOut(account), new Date(noon));
      const charge = { portout: facts.id, tn: '+15183334444', kind: 'port-out', at: noon };
      const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
      await portOutChargeStore(tx).insert(account, { ...charge, month: '2026-11', amount: usd(150) });
      await portOutChargeStore(tx).insert(account, { ...charge, month: '2026-11', amount: usd(100) });
      await portOutChargeStore(tx).insert(account, { ...charge, month: '2026-12', amount: usd(999) });
      const end = { kind: 'charge-month-end' as const, subject: account.id, part: '2026-11', at: at(closes) };
      await deadlineStore(tx).keep(end);
    });
    expect(await sweep(closes - 1)).toBe(0);
    expect(await sweep(closes + 3 * day)).toBe(1);
    expect(await sweep(closes + 3 * day)).toBe(0);
    const log = await database.asOwner(
      `select subject, before, after from audit_log where tenant_id = $1 and action = 'portout-charges.closed'`,
      [tenant],
    );
    const totals = [{ amountMinor: 250, currency: 'USD' }];
    const after = { month: '2026-11', status: 'closed', closedAt: at(closes), totals };
    expect(log).toEqual([{ subject: 'account:acme', before: { month: '2026-11', status: 'open' }, after }]);
  });

  it('POR-8: a month is closed for each account by itself, for below it the month may last', async () => {
    const closes = Date.parse('2026-12-01T05:00:00.000Z');
    await database.write(tenant, async (tx) => {
      const account = await createAccount(tx, 'acme');
      const unit = await createAccount(tx, 'west', 'business-unit', account);
      for (const [index, each] of [account, unit].entries()) {
        const { facts } = await portOutStore(tx).insert(somePortOut(each), new Date(noon));
        const amount = { amountMinor: 100 + index, currency: 'USD' };
        const charge = { portout: facts.id, tn: '+15183334444', kind: 'port-out', at: noon, amount };
        await portOutChargeStore(tx).insert(each, { ...charge, month: '2026-11' });
        const end = { kind: 'charge-month-end' as const, subject: each.id, part: '2026-11' };
        await deadlineStore(tx).keep({ ...end, at: at(closes + index * 3 * hour) });
      }
    });
    const closed = () =>
      database.asOwner(
        `select subject, after -> 'totals' as totals from audit_log
         where tenant_id = $1 and action = 'portout-charges.closed' order by subject`,
        [tenant],
      );
    await sweep(closes);
    const acme = { subject: 'account:acme', totals: [{ amountMinor: 100, currency: 'USD' }] };
    expect(await closed()).toEqual([acme]);
    await sweep(closes + 3 * hour);
    const west = { subject: 'account:west', totals: [{ amountMinor: 101, currency: 'USD' }] };
    expect(await closed()).toEqual([acme, west]);
    const told = (account: string | null, permission = 'portouts:view') =>
      database.read(tenant, async (tx) => {
        const scope = scopeOf(account === null ? null : await accountStore(tx).find(account));
        const permissions = [permission];
        const { events } = await eventStore(tx).after({ position: 0, scope, permissions, limit: 9 });
        return events.map(({ type, at, data }) => {
          expect(type).toBe('portout-charges.closed');
          return portOutChargesClosedSchema.parse({ at, ...data });
        });
      });
    const month = { month: '2026-11', closedAt: at(closes), at: at(closes) };
    const later = at(closes + 3 * hour);
    const events = [
      { ...month, account: 'acme', totals: acme.totals },
      { ...month, account: 'west', totals: west.totals, closedAt: later, at: later },
    ];
    expect(await told(null)).toEqual(events);
    expect(await told('acme')).toEqual(events);
    expect(await told('west')).toEqual([events[1]]);
    expect(await told('acme', 'orders:view')).toEqual([]);
    await sweep(closes + day);
    expect(await told(null)).toEqual(events);
  });

  it('one that cannot be done holds up no other, and is tried again', async () => {
    const ids = [];
    for (let count = 0; count < 4; count++) ids.push(await record(database, tenant, 'acme'));
    const [broken, ...others] = ids;
    // An owner that nothing can be written to.
    const account = `(select account_id from portouts where id = '${broken}')`;
    await database.asOwner(`update accounts set owner = '"nobody"' where id = ${account}`);
    expect(await sweep(noon + 2 * day)).toBe(9);
    expect(failures.splice(0)).toHaveLength(1);
    expect((await mailed(database, tenant)).sort()).toEqual(others.map((id) => `overdue ${id}`).sort());
    await database.asOwner(
      `update accounts set owner = '{"name":"Olive","email":"o@example.com"}' where id = ${account}`,
    );
    expect(await sweep(noon + 2 * day)).toBe(3);
    expect(failures).toEqual([]);
    expect(await mailed(database, tenant)).toHaveLength(4);
  });
});

describe.runIf(databaseKinds.includes('postgres'))('two processes on one PostgreSQL', () => {
  it('POR-8, POR-9: sweep the same 200 deadlines, and each has its effect once', async ({
    onTestFinished,
  }) => {
    const { url, drop } = await createPostgresDatabase();
    const open = () => openDatabase({ url, clock: () => noon, ids: () => uuidv7() });
    const both = [await open(), await open()];
    onTestFinished(async () => {
      await Promise.all(both.map((database) => database.close()));
      await drop();
    });
    const [database] = both as [Database, Database];
    const tenant = await database.crossTenant.createTenant({ name: 'Two' });
    const ids: string[] = [];
    for (let count = 0; count < 100; count++) {
      // Half of them end in silence; without reminders that would be due as well.
      const silenceAt = count % 2 === 0 ? noon + day : null;
      ids.push(
        await record(database, tenant, 'acme', { answerDueAt: noon + day, silenceAt, receivedAt: noon }),
      );
    }
    const due = noon + day;
    const failures: unknown[] = [];
    const sweeps = both.flatMap((each) =>
      [1, 2].map(() =>
        sweepDeadlines({
          database: each,
          clock: () => due,
          onEvents: () => undefined,
          onFailure: (error) => void failures.push(error),
        }),
      ),
    );
    const taken = await Promise.all(sweeps);
    expect(failures).toEqual([]);
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(350);
    const told = await mailed(database, tenant);
    const expected = ids.map((id, index) => `${index % 2 === 0 ? 'silence' : 'overdue'} ${id}`);
    expect(told.sort()).toEqual(expected.sort());
  }, 60_000);
});
