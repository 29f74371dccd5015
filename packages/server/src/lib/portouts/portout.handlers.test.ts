import {
  type PortOutDetail,
  type PortOutEvidence,
  type PortOutPage,
  portOutDetailSchema,
  portOutEvidenceSchema,
} from '@numberdesk/core/portouts';
import type { PhoneNumber, PhoneNumberPage } from '@numberdesk/core/numbers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PortOutProblem, portOut, portOutDesk, rejection } from '../../../test/portout-desk.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';
import { scopeOf } from '../access/account-chain.ts';
import { accountStore } from '../access/account.store.ts';
import { deadlineStore } from '../deadlines/deadline.store.ts';
import { eventStore } from '../events/event.store.ts';

/** Numbers of a test's own, for those of its tenants are held elsewhere for every other. */
let tests = 0;
const tn = (line: number) => `+1502${320 + tests}${4000 + line}`;
const hour = 3_600_000;

describe.each(databaseKinds)('port-outs, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let desk: ReturnType<typeof portOutDesk>;
  let admin: string;
  let staff: string;
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
    admin = await server.newSession(tenant, { permissionSet: 'admin', ttlSeconds: 3600 });
    const user = { id: 's-1', name: 'Sam Staff' };
    staff = await server.newSession(tenant, {
      account: null,
      user,
      permissionSet: 'staff',
      ttlSeconds: 3600,
    });
    return () => void (server.clock.now = noon);
  });

  const policy = (portouts: object, more: object = {}) =>
    desk.send(tenant.key, 'PUT', 'policy', { body: { portouts, ...more } });
  const audit = () =>
    server.database.asOwner<{ action: string; before: never; after: never }>(
      `select action, before, after from audit_log
       where tenant_id = $1 and (action like 'portout%' or action like 'number%' or action like 'charge%')
       order by at, id`,
      [tenant.id],
    );
  const deadlines = (id: string) =>
    server.database.read(tenant.id, async (tx) =>
      (await deadlineStore(tx).of(id)).map(({ kind, part, at }) => [kind, part, at]),
    );
  const told = (account: string | null, permission = 'portouts:view') =>
    server.database.read(tenant.id, async (tx) => {
      const scope = scopeOf(account === null ? null : await accountStore(tx).find(account));
      const permissions = [permission];
      const { events } = await eventStore(tx).after({ position: 0, scope, permissions, limit: 100 });
      return events.map(({ type, data }) => [type, (data['portout'] as PortOutDetail)?.status]);
    });
  const addNumber = async (account: string, number: string) =>
    (
      await desk.send<PhoneNumber>(tenant.key, 'POST', 'numbers', {
        body: { account, number, purpose: 'survey' },
      })
    ).body;
  const inventory = async () =>
    (await desk.send<PhoneNumberPage>(tenant.key, 'GET', 'numbers')).body.data.map(({ number }) => number);

  it('POR-3: is shown with all that was submitted, but never the PIN', async () => {
    const pin = 'se-cret-4812';
    const record = { name: 'Acme Inc.', address: '1 Main St', zip: '12207', accountNumber: 'A-1', pin };
    const kept = await desk.send(tenant.key, 'PUT', 'accounts/acme/service-record', { body: record });
    expect(kept.body).toEqual({ account: 'acme', ...record, pin: '••••' });
    const submitted = {
      ...record,
      name: 'ACME, Inc',
      zip: '12207-1234',
      accountNumber: 'A-2',
      pin,
      loa: { name: 'Grace Hopper', date: '2026-11-20', file: 'loa.pdf' },
    };
    const made = await desk.record(tenant.key, { submitted, winningCarrier: 'Other Tel' });
    expect(() => portOutDetailSchema.parse(made)).not.toThrow();
    expect(made).toMatchObject({
      request: 'PO_624719',
      account: 'acme',
      status: 'pending',
      receivedAt: '2026-11-22T12:00:00.000Z',
      portType: 'non-simple',
      focDate: null,
      quantity: 1,
      version: 1,
      winningCarrier: 'Other Tel',
      submitted: { ...submitted, pin: '••••', authorizedPerson: null },
      matches: { name: 'match', address: 'match', accountNumber: 'mismatch', pin: 'match', zip: 'match' },
      numbers: [{ tn: '+15013334444', status: 'pending' }],
      history: [{ kind: 'received', by: { side: 'carrier', name: null }, to: 'pending' }],
      rejections: [],
      notes: [],
    });
    const evidence = await desk.send<PortOutEvidence>(admin, 'GET', `portouts/${made.id}/evidence`);
    expect(() => portOutEvidenceSchema.parse(evidence.body)).not.toThrow();
    expect(evidence.body).toMatchObject({
      account: { id: 'acme', timeZone: 'UTC' },
      mails: [{ kind: 'received', to: 'grace@acme.test', sentAt: null }],
    });
    const { body: again } = await desk.send(admin, 'GET', `portouts/${made.id}`);
    expect({ ...again, feed: 0 }).toEqual({ ...made, feed: 0 });
    await expectNowhere(pin);
  });

  it('POR-3: is never told a PIN, whoever writes it where; nothing of it is stored, mailed, told or logged', async () => {
    const pin = 'se-cret-4812';
    await desk.send(tenant.key, 'POST', 'webhooks', { body: { url: 'https://desk.example/hook' } });
    const made = await desk.record(tenant.key, { submitted: { pin }, numbers: [tn(1)] });
    const again = { account: 'acme', request: 'PO_2', requestedFocDate: '2026-12-04', numbers: [tn(2)] };
    const recorded = { ...again, winningCarrier: `Northwind (${pin})`, submitted: { pin } };
    const refusals = [
      await desk.send(tenant.key, 'POST', 'portouts', { body: recorded }),
      await desk.send(admin, 'POST', `portouts/${made.id}/notes`, { body: { text: `Try ${pin}.` } }),
      await desk.send(staff, 'POST', `portouts/${made.id}/notes`, { body: { text: pin } }),
      await desk.send(admin, 'POST', `portouts/${made.id}/notes`, { body: { text: 'Hm.', pin } }),
      await desk.act(admin, made, 'reject', { reason: 'other', details: { text: `Not ${pin}` } }),
      await desk.act(admin, made, 'reject', { reason: 'pin-mismatch', details: { value: pin } }),
      await desk.act(admin, made, 'reject', { ...rejection, confirm: [pin] }),
      await desk.act(admin, made, 'reject', { ...rejection, reason: pin }),
      await desk.act(staff, made, 'cancel', { note: pin }),
    ];
    const rejected = await desk.done(admin, made, 'reject', rejection);
    const verdict = { valid: false, note: `It is ${pin}` };
    refusals.push(await desk.act(staff, rejected, 'verdict', verdict));
    await desk.send(admin, 'GET', `portouts?q=${pin}`);
    const judged = await desk.done(staff, rejected, 'verdict', { valid: true, note: 'Right.' });
    const evidence = await desk.send(admin, 'GET', `portouts/${made.id}/evidence`);
    for (const { status, body } of refusals) {
      expect([400, 422]).toContain(status);
      expect(JSON.stringify(body)).not.toContain(pin);
    }
    expect(JSON.stringify([judged, evidence.body, server.log])).not.toContain(pin);
    await expectNowhere(pin);
  });

  /** Wherever else something is written down than as it was submitted, a PIN is not. */
  async function expectNowhere(pin: string) {
    const tables = await server.database.asOwner<{ name: string }>(
      `select relname as name from pg_class c join pg_policy p on p.polrelid = c.oid where relname not in
       ('portouts', 'service_records')`,
    );
    for (const { name } of tables) {
      const rows = await server.database.asOwner(`select from ${name} t where t::text like $1`, [`%${pin}%`]);
      expect(rows, name).toEqual([]);
    }
  }

  it('POR-4: accepted, its numbers leave on the date that is asked for or agreed to, not on one that is over', async () => {
    const first = await desk.record(tenant.key, {});
    const done = await desk.done(admin, first, 'accept');
    expect(done).toMatchObject({
      status: 'authorized',
      focDate: '2026-12-04',
      version: 2,
      answerDueAt: null,
    });
    expect(done.history[0]).toMatchObject({
      kind: 'accept',
      by: { side: 'customer', name: 'Ada Byron' },
      from: 'pending',
      to: 'authorized',
    });
    const second = await desk.record(tenant.key, { request: 'PO_2', requestedFocDate: '2026-11-20' });
    const late = await desk.act<PortOutProblem>(admin, second, 'accept');
    expect([late.status, late.body.errors]).toMatchObject([
      422,
      [{ path: '/focDate', code: 'date-in-past' }],
    ]);
    const agreed = await desk.done(admin, second, 'accept', { focDate: '2026-11-22' });
    expect(agreed).toMatchObject({ status: 'authorized', focDate: '2026-11-22' });
    expect((await audit()).map(({ action }) => action)).toEqual([
      'portout.recorded',
      'portout.accepted',
      'portout.recorded',
      'portout.accepted',
    ]);
  });

  it('POR-5: is rejected for a valid reason with its details, or not at all', async () => {
    const made = await desk.record(tenant.key, { portType: 'simple' });
    const refused = async (body: object) => {
      const answer = await desk.act<PortOutProblem>(admin, made, 'reject', body);
      return [answer.status, answer.body.code, answer.body.errors.map(({ path, code }) => [path, code])];
    };
    expect(await refused({ reason: 'unpaid-bill' })).toEqual([
      422,
      'invalid',
      [['/reason', 'reason-unknown']],
    ]);
    expect(await refused({ reason: 'legal-order' })).toEqual([
      422,
      'invalid',
      [['/details/reference', 'detail-missing']],
    ]);
    expect(await refused({ reason: 'number-inactive', details: { numbers: ['+15013339999'] } })).toEqual([
      422,
      'invalid',
      [['/details/numbers/0', 'number-not-in-request']],
    ]);
    expect(
      await refused({
        reason: 'not-authorized',
        details: { evidence: { date: '2026-11-23', text: 'By phone' } },
      }),
    ).toEqual([422, 'invalid', [['/details/evidence/date', 'date-in-future']]]);
    const name = { reason: 'name-mismatch', details: { value: 'Akme' } };
    const asked = await desk.act<PortOutProblem>(admin, made, 'reject', name);
    expect([asked.status, asked.body.code]).toEqual([422, 'confirmation-needed']);
    expect(asked.body.detail).toContain('confirm: ["not-for-simple-port"]');
    expect((await desk.get(admin, made.id)).version).toBe(1);
    const done = await desk.done(admin, made, 'reject', { ...name, confirm: ['not-for-simple-port'] });
    expect(done).toMatchObject({ status: 'rejection-in-review', version: 2, answerDueAt: null });
    expect(done.rejections).toMatchObject([
      { reason: 'name-mismatch', details: { value: 'Akme' }, verdict: null },
    ]);
  });

  it("POR-5: the carrier's own reasons for that very request come first, and those never valid not at all", async () => {
    const reasons = [
      { code: 'X1', label: 'Wrong CSR' },
      { code: 'X2', label: 'The bill is unpaid' },
    ];
    const made = await desk.record(tenant.key, { reasons });
    const { body } = await desk.send<{ reasons: object[] }>(
      admin,
      'GET',
      `portouts/${made.id}/rejection-reasons`,
    );
    expect(body.reasons).toMatchObject([{ code: 'X1', label: 'Wrong CSR', needs: [] }]);
    expect(made.reasons).toEqual(body.reasons);
    expect((await desk.act(admin, made, 'reject', { reason: 'X2' })).status).toBe(422);
    expect((await desk.act(admin, made, 'reject', { reason: 'X1' })).status).toBe(200);
  });

  it('POR-5: a rejection found valid is the end; found invalid, the port goes on, and both are kept', async () => {
    const numbers = [tn(1), tn(2)];
    const first = await desk.record(tenant.key, { numbers });
    const inReview = await desk.done(admin, first, 'reject', rejection);
    const valid = await desk.done(staff, inReview, 'verdict', { valid: true });
    expect(valid).toMatchObject({ status: 'rejected', portDueAt: null });
    expect(valid.numbers.map(({ status }) => status)).toEqual(['canceled', 'canceled']);
    expect(valid.history[0]).toMatchObject({
      kind: 'find-valid',
      by: { side: 'provider', name: 'Sam Staff' },
    });
    // Not by whom of the provider's people: the account does not learn that.
    expect((await desk.get(admin, first.id)).history[0]!.by).toEqual({ side: 'provider', name: null });
    const again = await desk.act<PortOutProblem>(staff, valid, 'verdict', { valid: false, note: 'No.' });
    expect([again.status, again.body.code, again.body.current.status]).toEqual([
      409,
      'already-decided',
      'rejected',
    ]);

    const second = await desk.record(tenant.key, { numbers });
    const noneYet = await desk.act<PortOutProblem>(staff, second, 'verdict', { valid: true });
    expect([noneYet.status, noneYet.body.code]).toEqual([409, 'transition-not-allowed']);
    const other = await desk.done(admin, second, 'reject', rejection);
    const invalid = await desk.done(staff, other, 'verdict', { valid: false, note: 'It matches.' });
    expect(invalid).toMatchObject({ status: 'authorized', focDate: '2026-12-04' });
    expect(invalid.rejections).toMatchObject([{ verdict: { valid: false, note: 'It matches.' } }]);
    expect(invalid.numbers.map(({ status }) => status)).toEqual(['pending', 'pending']);
  });

  it('POR-9: sent back to Pending, new clocks run and new deadlines stand', async () => {
    await policy({ afterInvalidRejection: 'pending', silenceHours: 48 });
    const made = await desk.record(tenant.key, { silenceHours: 24 });
    expect(made.silenceAt).toBe('2026-11-23T12:00:00.000Z');
    expect(await deadlines(made.id)).toEqual([
      // Silence comes before the answer is due, and so the reminders come before it.
      ['portout-reminder', 'half-time', '2026-11-23T00:00:00.000Z'],
      ['portout-reminder', 'last-hour', '2026-11-23T11:00:00.000Z'],
      ['portout-silence', '', '2026-11-23T12:00:00.000Z'],
      ['portout-overdue', '', expect.any(String)],
    ]);
    const inReview = await desk.done(admin, made, 'reject', rejection);
    expect(await deadlines(made.id)).toEqual([]);
    server.clock.now += 30 * 60_000;
    const back = await desk.done(staff, inReview, 'verdict', { valid: false, note: 'Look again.' });
    expect(back).toMatchObject({ status: 'pending', silenceAt: '2026-11-23T12:30:00.000Z', focDate: null });
    expect((await deadlines(made.id)).map(([kind]) => kind).sort()).toEqual([
      'portout-overdue',
      'portout-reminder',
      'portout-reminder',
      'portout-silence',
    ]);
    const twice = await desk.done(admin, back, 'reject', { ...rejection, reason: 'zip-mismatch' });
    expect(twice.rejections.map(({ reason, verdict }) => [reason, verdict?.valid])).toEqual([
      ['zip-mismatch', undefined],
      ['account-number-mismatch', false],
    ]);
  });

  it('POR-9: silence counts from its moment on, and is written down by whoever acts next', async () => {
    await policy({ silenceHours: 24 });
    const made = await desk.record(tenant.key, { numbers: [tn(1)] });
    server.clock.now += 24 * hour;
    admin = await server.newSession(tenant, { permissionSet: 'admin' });
    const silent = await desk.get(admin, made.id);
    expect(silent).toMatchObject({
      status: 'authorized',
      version: 2,
      focDate: '2026-12-04',
      silenceAt: null,
    });
    expect(silent.history[0]).toMatchObject({ kind: 'silence', at: '2026-11-23T12:00:00.000Z' });
    const stale = await desk.act<PortOutProblem>(admin, made, 'accept');
    expect([stale.status, stale.body.current.history[0]!.kind]).toEqual([412, 'silence']);
    const late = await desk.act<PortOutProblem>(admin, silent, 'reject', rejection);
    expect([late.status, late.body.code]).toEqual([409, 'already-decided']);
    expect(late.body.current).toMatchObject({ status: 'authorized', version: 2, history: silent.history });
    const list = async (query: string) =>
      (await desk.send<PortOutPage>(admin, 'GET', `portouts?${query}`)).body.data.map(({ id }) => id);
    expect([await list('status=authorized'), await list('status=pending')]).toEqual([[made.id], []]);
    const ported = await desk.done(tenant.key, silent, `numbers/${encodeURIComponent(tn(1))}/ported`);
    expect(ported).toMatchObject({ status: 'ported-out', version: 3 });
    expect(ported.history.map(({ kind, by }) => [kind, by?.side])).toEqual([
      ['port', 'provider'],
      ['silence', 'system'],
      ['received', 'carrier'],
    ]);
    expect(await told('acme')).toEqual([
      ['portout.changed', 'pending'],
      ['portout.changed', 'authorized'],
      ['portout.changed', 'ported-out'],
    ]);
    expect((await audit()).map(({ action }) => action)).toEqual([
      'portout.recorded',
      'portout.silence',
      'portout.ported',
    ]);
    expect(await deadlines(made.id)).toEqual([]);
  });

  it('POR-6, POR-7: numbers are ported one by one, each leaves the inventory; the last one ends the request', async () => {
    const numbers = [tn(1), tn(2), tn(3)];
    await addNumber('acme-east-1', tn(1));
    await addNumber('acme', tn(2));
    // A number of this request that sits elsewhere stays there.
    await addNumber('beta', tn(3));
    const made = await desk.record(tenant.key, { numbers });
    const early = await desk.act<PortOutProblem>(staff, made, `numbers/${encodeURIComponent(tn(1))}/ported`);
    expect([early.status, early.body.code]).toEqual([409, 'transition-not-allowed']);
    let now = await desk.done(admin, made, 'accept');
    const port = (number: string, body = {}) =>
      desk.act<PortOutDetail & PortOutProblem>(
        staff,
        now,
        `numbers/${encodeURIComponent(number)}/ported`,
        body,
      );
    const future = await port(tn(1), { portedOn: '2026-11-23' });
    expect([future.status, future.body.errors]).toMatchObject([422, [{ path: '/portedOn' }]]);
    now = (await port(tn(1), { portedOn: '2026-11-21' })).body;
    expect(now).toMatchObject({ status: 'authorized', version: 3 });
    expect(now.numbers).toMatchObject([
      { tn: tn(1), status: 'ported-out', portedOn: '2026-11-21' },
      { status: 'pending' },
      { status: 'pending' },
    ]);
    expect((await inventory()).toSorted()).toEqual([tn(2), tn(3)]);
    const twice = await port(tn(1));
    expect([twice.status, twice.body.code]).toEqual([409, 'already-decided']);
    expect((await port('+15013330000')).status).toBe(404);
    now = await desk.done(tenant.key, now, 'cancel', { numbers: [tn(2)], note: 'Stays.' });
    expect(now).toMatchObject({ status: 'authorized' });
    expect(now.history[0]).toMatchObject({ kind: 'cancel', note: 'Stays.', numbers: [tn(2)] });
    now = (await port(tn(3))).body;
    expect(now).toMatchObject({ status: 'ported-out', portDueAt: null });
    expect((await inventory()).toSorted()).toEqual([tn(2), tn(3)]);
    const over = await desk.act<PortOutProblem>(staff, now, 'cancel');
    expect([over.status, over.body.code]).toEqual([409, 'transition-not-allowed']);
    // It has come, a port-out of it has begun, and it has left.
    expect(await told('acme-east-1', 'numbers:view')).toHaveLength(3);
    expect((await audit()).filter(({ action }) => action === 'number.ported-out')).toHaveLength(1);
  });

  it('POR-7: a number of the account stays in the inventory while a port-out of it is open', async () => {
    const { id } = await addNumber('acme-east-1', tn(1));
    const isLeaving = async () => {
      const one = await desk.send<PhoneNumber>(admin, 'GET', `numbers/${id}`);
      const list = await desk.send<PhoneNumberPage>(admin, 'GET', `numbers?q=${encodeURIComponent(tn(1))}`);
      return [one.body.leaving, ...list.body.data.map(({ leaving }) => leaving)];
    };
    const beyond = await desk.record(tenant.key, { account: 'beta', numbers: [tn(1)] });
    expect(beyond.status).toBe('pending');
    expect(await isLeaving()).toEqual([false, false]);
    const made = await desk.record(tenant.key, { account: 'acme-east', numbers: [tn(1)] });
    expect(await isLeaving()).toEqual([true, true]);
    const kept = await desk.send<PortOutProblem>(tenant.key, 'DELETE', `numbers/${id}`);
    expect([kept.status, kept.body.code]).toEqual([409, 'transition-not-allowed']);
    const canceled = await desk.done(tenant.key, made, 'cancel', { note: 'Withdrawn.' });
    expect(canceled.numbers).toMatchObject([{ status: 'canceled' }]);
    expect((await desk.act(staff, canceled, 'cancel')).body).toMatchObject({ code: 'already-decided' });
    expect(await isLeaving()).toEqual([false, false]);
    expect((await desk.send(tenant.key, 'DELETE', `numbers/${id}`)).status).toBe(200);
  });

  it('POR-7: a number that comes into the inventory while a port-out of it is open stays as well', async () => {
    await desk.record(tenant.key, { account: 'acme-east', numbers: [tn(1)] });
    const { id, leaving } = await addNumber('acme-east-1', tn(1));
    expect(leaving).toBe(true);
    expect((await desk.send(tenant.key, 'DELETE', `numbers/${id}`)).status).toBe(409);
  });

  it('POR-6: a status that only the carrier knows is kept, shown raw and looked for as it is', async () => {
    const made = await desk.record(tenant.key, { status: 'On Hold (LSR)' });
    expect(made.status).toBe('On Hold (LSR)');
    const answer = await desk.act<PortOutProblem>(admin, made, 'accept');
    expect([answer.status, answer.body.code]).toEqual([409, 'transition-not-allowed']);
    const list = async (query: string) =>
      (await desk.send<PortOutPage>(admin, 'GET', `portouts?${query}`)).body.data.map(({ id }) => id);
    const status = encodeURIComponent('On Hold (LSR)');
    expect(await list(`status=${status}&filter=incomplete`)).toEqual([made.id]);
    expect([await list('status=Other'), await list('filter=complete')]).toEqual([[], []]);
    const earned = await desk.send<PortOutProblem>(tenant.key, 'POST', 'portouts', {
      body: portOut({ status: 'ported-out' }),
    });
    expect([earned.status, earned.body.errors]).toMatchObject([422, [{ path: '/status' }]]);
  });

  it('reads the notes of its own side only', async () => {
    const made = await desk.record(tenant.key, { account: 'acme-east' });
    const note = (as: string, text: string) =>
      desk.send(as, 'POST', `portouts/${made.id}/notes`, { body: { text } });
    const user = { id: 'u-2', name: 'Lin Below' };
    const below = await server.newSession(tenant, { account: 'acme-east', user, permissionSet: 'admin' });
    expect((await note(admin, 'Ask Jo.')).status).toBe(201);
    await note(staff, 'They are late.');
    await note(below, 'Asked.');
    const texts = async (as: string) =>
      (await desk.get(as, made.id)).notes.map(({ text, by }) => [text, by.name]);
    expect(await texts(admin)).toEqual([
      ['Asked.', 'Lin Below'],
      ['Ask Jo.', 'Ada Byron'],
    ]);
    expect(await texts(below)).toEqual([
      ['Asked.', 'Lin Below'],
      ['Ask Jo.', null],
    ]);
    expect(await texts(staff)).toEqual([['They are late.', 'Sam Staff']]);
    expect((await desk.get(admin, made.id)).version).toBe(1);
  });

  it('POR-9: sent back and answered again, each answer was due by the clock that ran then', async () => {
    await policy({ afterInvalidRejection: 'pending' });
    const made = await desk.record(tenant.key);
    const rejected = await desk.done(tenant.key, made, 'reject', rejection);
    server.clock.now = noon + 72 * hour;
    const verdict = { valid: false, note: 'It does match.' };
    const pending = await desk.done(tenant.key, rejected, 'verdict', verdict);
    expect(pending.answerDueAt).not.toBe(made.answerDueAt);
    server.clock.now = Date.parse(pending.answerDueAt!);
    await desk.done(tenant.key, pending, 'accept');
    const { body } = await desk.send<PortOutEvidence>(tenant.key, 'GET', `portouts/${made.id}/evidence`);
    const answers = body.portout.history.filter(({ kind }) => ['accept', 'reject'].includes(kind));
    expect(answers).toMatchObject([
      { kind: 'accept', answerDueAt: pending.answerDueAt, wasInTime: false },
      { kind: 'reject', answerDueAt: made.answerDueAt, wasInTime: true },
    ]);
  });

  it('POR-9: one that silence has authorized is not late before the date that was asked for, nor once that is written down', async () => {
    await policy({ silenceHours: 24 });
    const made = await desk.record(tenant.key, { numbers: [tn(1), tn(2)], requestedFocDate: '2026-12-18' });
    const due = '2026-12-19T00:00:00.000Z';
    expect(made.portDueAt).toBe(due);
    server.clock.now = noon + 25 * hour;
    const dueBefore = async (moment: string) =>
      (await desk.send<PortOutPage>(tenant.key, 'GET', `portouts?dueBefore=${moment}`)).body.data;
    expect(await dueBefore(due)).toEqual([]);
    const [shown] = await dueBefore('2026-12-19T00:00:00.001Z');
    expect(shown).toMatchObject({ status: 'authorized', portDueAt: due });
    const written = await desk.done(tenant.key, shown!, 'cancel', { numbers: [tn(1)] });
    expect(written).toMatchObject({ status: 'authorized', portDueAt: due });
  });

  it('tells those who watch the account or one above it, and nobody beside', async () => {
    const made = await desk.record(tenant.key, { account: 'acme-east' });
    await desk.done(admin, made, 'accept');
    const all = [
      ['portout.changed', 'pending'],
      ['portout.changed', 'authorized'],
    ];
    for (const account of [null, 'acme', 'acme-east']) expect(await told(account)).toEqual(all);
    for (const account of ['acme-east-1', 'beta']) expect(await told(account)).toEqual([]);
    expect(await told(null, 'orders:view')).toEqual([]);
  });

  it('takes an act once, however often it is sent, and none without the version that was seen', async () => {
    const made = await desk.record(tenant.key, {});
    const headers = { 'idempotency-key': 'once', 'if-match': '"1"' };
    const path = `portouts/${made.id}/accept`;
    const first = await desk.send(admin, 'POST', path, { body: {}, headers });
    const again = await desk.send(admin, 'POST', path, { body: {}, headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('etag')).toBe('"2"');
    expect((await desk.send(admin, 'POST', path, { body: {} })).status).toBe(428);
    const stale = await desk.act<PortOutProblem>(staff, made, 'cancel');
    expect([stale.status, stale.body.code, stale.body.current.history[0]]).toMatchObject([
      412,
      'stale',
      { kind: 'accept', by: { name: 'Ada Byron' } },
    ]);
  });

  it('records ten thousand numbers at once', async () => {
    const numbers = Array.from({ length: 10_000 }, (_, line) => `+1504${3_000_000 + line}`);
    const from = performance.now();
    const made = await desk.record(tenant.key, { numbers });
    expect(made).toMatchObject({ quantity: 10_000 });
    expect(made.numbers.map(({ tn }) => tn)).toEqual(numbers);
    expect(performance.now() - from).toBeLessThan(15_000);
    const { body } = await desk.send<PortOutPage>(admin, 'GET', 'portouts?q=(504)%20300-9999');
    expect(body.data.map(({ id }) => id)).toEqual([made.id]);
  });
});
