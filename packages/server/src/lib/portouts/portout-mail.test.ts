import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PortOutEvidence } from '@numberdesk/core/portouts';
import { portOutDesk, rejection } from '../../../test/portout-desk.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

const numbers = Array.from({ length: 7 }, (_, line) => `+1502333${4000 + line}`);
const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };
const hour = 3_600_000;

describe.each(databaseKinds)('mail about port-outs, on %s', (kind) => {
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
    await setPolicy();
    return () => void (server.clock.now = noon);
  });

  const setPolicy = (portouts: object = {}, more: object = {}) =>
    desk.send(tenant.key, 'PUT', 'policy', {
      body: {
        senderName: 'Northwind Voice',
        portalUrl: 'https://portal.example/{page}/{id}',
        portouts,
        ...more,
      },
    });
  const setAccount = (more: object) =>
    desk.send(tenant.key, 'PUT', 'accounts/acme', {
      body: { name: 'Acme', level: 'business', owner, timeZone: 'America/New_York', ...more },
    });
  const owned = () => server.newSession(tenant, { permissionSet: 'admin', ttlSeconds: 3600 });
  const record = (more: object = {}) => desk.record(tenant.key, { numbers, ...more });
  /** The newest first. */
  const mailbox = () => server.mailbox({ secretKey: tenant.key });
  const newest = async () => (await mailbox())[0]!;

  it('POR-1: tells the owner and each recipient once, by a mail of their own, with what they have to know', async () => {
    await setAccount({ recipients: ['desk@acme.test', 'GRACE@acme.test', 'noc@acme.test'] });
    const { id } = await record({ winningCarrier: 'Level Up', submitted: { pin: 'se-cret-4812' } });
    const mails = (await mailbox()).reverse();
    expect(mails.map(({ to }) => to)).toEqual([
      { address: 'grace@acme.test', name: 'Grace Hopper' },
      { address: 'desk@acme.test', name: null },
      { address: 'noc@acme.test', name: null },
    ]);
    const [mail] = mails;
    expect(mail).toMatchObject({ kind: 'received', account: 'acme', status: 'waiting', sentAt: null });
    expect(mail).toMatchObject({ from: 'Northwind Voice', subject: 'Port-out request PO_624719 received' });
    expect(mail!.text.replaceAll(/\s(?=[AP]M)/g, ' ')).toBe(
      `Level Up asks to take over 7 numbers of Acme.

Please accept or reject it by Tuesday, November 24, 2026 at 12:00 AM EST. After that the answer is overdue; the request stays open.

Request: PO_624719
Account: Acme
Winning carrier: Level Up
Quantity: 7 numbers
Numbers: +15023334000, +15023334001, +15023334002, +15023334003, +15023334004
and 2 more
Requested date: Friday, December 4, 2026

Open the request:
https://portal.example/portouts/${id}

-- 
Northwind Voice sends you this mail because you own the account Acme or are named there as a recipient.
`,
    );
    expect(mail!.html).toContain(`<a href="https://portal.example/portouts/${id}">Open the request</a>`);
    expect(JSON.stringify(mails)).not.toContain('se-cret');
  });

  it('POR-1: writes no markup that somebody else brings along, and no second line into a subject', async () => {
    await setAccount({ name: '<img src=x> & "Söhne"' });
    await record({ request: `<b>PO'1"`, winningCarrier: '<script>alert(1)</script>' });
    const { html, subject } = await newest();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('&lt;img src=x&gt; &amp; &quot;Söhne&quot;');
    expect(html).not.toMatch(/<(?:script|img|b)\b/);
    expect(subject).toBe(`Port-out request <b>PO'1" received`);
  });

  it.each([
    ['de-AT', 'de-AT', 'ltr', 'Portierungsanfrage PO_624719 eingegangen', '7 Rufnummern', '4. Dezember 2026'],
    [
      'es',
      'es',
      'ltr',
      'Solicitud de portabilidad PO_624719 recibida',
      '7 números',
      '4 de diciembre de 2026',
    ],
    ['ar', 'ar', 'rtl', 'وصل طلب نقل الأرقام PO_624719', 'أرقام', 'ديسمبر'],
    ['fr', 'en', 'ltr', 'Port-out request PO_624719 received', '7 numbers', 'December 4, 2026'],
  ])('POR-1: speaks %s', async (locale, spoken, direction, subject, count, date) => {
    await setAccount({ locale });
    await record();
    const mail = await newest();
    expect(mail).toMatchObject({ locale: spoken, subject });
    expect(mail.text).toContain(count);
    expect(mail.text).toContain(date);
    expect(mail.html).toContain(`<html lang="${spoken}" dir="${direction}">`);
    // A number is read from left to right in every language.
    expect(mail.html).toContain('<td dir="ltr"><bdi>+15023334000');
    if (direction === 'rtl') expect(mail.text).toContain('\u2066+15023334000');
    expect(mail.text).not.toMatch(/[{}]|undefined/);
  });

  it('POR-1: has no link where the tenant has named no portal, and the tenant’s name where it has named no other', async () => {
    await desk.send(tenant.key, 'PUT', 'policy', { body: {} });
    await record();
    const { text, html, from } = await newest();
    expect(from).toMatch(/^Tenant \d+$/);
    expect(text + html).not.toMatch(/https?:|<a /);
  });

  it('POR-9: says when silence authorizes, and afterwards that it has', async () => {
    await setPolicy({ silenceHours: 24 });
    const { id } = await record();
    expect((await newest()).text).toMatch(
      /reject it by Monday, November 23, 2026 at 12:00\sPM UTC\. If nobody answers by Monday, November 23, 2026 at 12:00\sPM UTC, .* leave on Friday, December 4, 2026\./,
    );
    server.clock.now = noon + 25 * hour;
    const shown = await desk.get(tenant.key, id);
    expect(shown.status).toBe('authorized');
    // Whoever acts next writes it down, unless a sweep was faster.
    await desk.done(tenant.key, shown, 'cancel', {});
    const [canceled, silence] = await mailbox();
    expect([canceled?.kind, silence?.kind]).toEqual(['canceled', 'silence']);
    expect(silence?.text).toMatch(
      /^Nobody answered this port-out request by Monday, November 23, 2026 at 12:00/,
    );
  });

  it('POR-9: tells the date that silence agrees to, which is never one that has passed by then', async () => {
    await setPolicy({ silenceHours: 24 });
    await record({ requestedFocDate: '2026-11-20', timeZone: 'Pacific/Auckland' });
    expect((await newest()).text).toMatch(
      /counts as authorized and the numbers leave on Tuesday, November 24, 2026\./,
    );
  });

  it('POR-9: asks for no answer once silence has authorized', async () => {
    await setPolicy({ silenceHours: 24 });
    await record({ receivedAt: new Date(noon - 25 * hour).toISOString() });
    expect((await newest()).text).not.toMatch(/Please accept or reject|If nobody answers/);
  });

  it.each([
    ['valid', { valid: true }, {}, 'is rejected', 'the numbers stay with acme'],
    [
      'going on',
      { valid: false, note: 'It does match.' },
      {},
      'the port goes on',
      'leave on Friday, December 4',
    ],
    [
      'sent back',
      { valid: false, note: 'It does match.' },
      { afterInvalidRejection: 'pending' },
      'please answer again',
      'Please accept or reject it by',
    ],
  ])('POR-5: tells of a verdict: %s', async (_name, verdict, portouts, subject, text) => {
    await setPolicy(portouts);
    const rejected = await desk.done(await owned(), await record(), 'reject', rejection);
    await desk.done(tenant.key, rejected, 'verdict', verdict);
    const [mail, received, ...none] = await mailbox();
    expect([mail?.kind, received?.kind, none.length]).toEqual(['verdict', 'received', 0]);
    expect(mail?.subject).toContain(subject);
    expect(mail?.text).toContain(text);
    expect(mail?.text.includes('Note: It does match.')).toBe(!verdict.valid);
  });

  it.each([
    [
      'accept',
      {},
      'was accepted for you',
      'Northwind Voice has accepted',
      'The numbers leave on Friday, December 4',
    ],
    ['reject', rejection, 'was rejected for you', 'Northwind Voice has rejected', 'stay with acme'],
  ])(
    'POR-1: tells of an answer that staff gave in the stead of the account, and not of its own: %s',
    async (path, body, subject, who, what) => {
      const user = { id: 's-1', name: 'Sam Staff' };
      const staff = await server.newSession(tenant, { account: null, user, permissionSet: 'staff' });
      const { id } = await desk.done(staff, await record(), path, body);
      const { kind, to, text, subject: said } = await newest();
      expect([kind, to.address]).toEqual(['answered', owner.email]);
      expect(said).toContain(subject);
      expect(text).toContain(who);
      expect(text).toContain(what);
      expect(text).toContain(`https://portal.example/portouts/${id}`);
      const { body: proof } = await desk.send<PortOutEvidence>(staff, 'GET', `portouts/${id}/evidence`);
      expect(proof.mails.map((mail) => mail.kind)).toEqual(['received', 'answered']);
      await desk.done(await owned(), await record(), path, body);
      expect((await mailbox()).map((mail) => mail.kind)).toEqual(['received', 'answered', 'received']);
      // A reseller's server, which has a key, is not the account either.
      const { history } = await desk.done(tenant.key, await record(), path, body);
      expect(history[0]).toMatchObject({ kind: path, by: { side: 'provider', name: null } });
      expect((await newest()).kind).toBe('answered');
    },
  );

  it.each(['de', 'es', 'ar'])('POR-1: tells of an answer of staff in %s', async (locale) => {
    await setAccount({ locale });
    await desk.done(tenant.key, await record(), 'accept');
    await desk.done(tenant.key, await record(), 'reject', rejection);
    const answered = (await mailbox()).filter(({ kind }) => kind === 'answered');
    expect(answered).toHaveLength(2);
    for (const mail of answered) {
      expect(mail.locale).toBe(locale);
      expect(mail.text).toContain('Northwind Voice');
      expect(mail.subject + mail.text).not.toMatch(/[{}]|undefined|Port-out request/);
    }
  });

  it('POR-6: tells once that a port is complete, with its last number', async () => {
    let portout = await desk.done(await owned(), await record({ numbers: numbers.slice(0, 2) }), 'accept');
    portout = await desk.done(tenant.key, portout, `numbers/${encodeURIComponent(numbers[0]!)}/ported`);
    expect((await mailbox()).map(({ kind }) => kind)).toEqual(['received']);
    await desk.done(tenant.key, portout, `numbers/${encodeURIComponent(numbers[1]!)}/ported`);
    expect((await mailbox()).map(({ kind }) => kind)).toEqual(['completed', 'received']);
  });

  it('is shown to whoever has the key of that tenant, and to nobody else', async () => {
    await record();
    const other = await server.newTenant();
    expect(await server.mailbox({ secretKey: other.key })).toEqual([]);
    const session = await server.newSession(tenant, {});
    for (const secretKey of ['', 'sk_demo', session, `${tenant.key.slice(0, -1)}~`]) {
      await expect(server.mailbox({ secretKey })).rejects.toThrow();
    }
    const [last] = await mailbox();
    expect(await server.mailbox({ secretKey: tenant.key, before: last!.id })).toEqual([]);
  });
});
