import { randomUUID } from 'node:crypto';
import { type PortalEvent, decodeEvents } from '@numberdesk/core/http';
import type { PhoneNumberPage } from '@numberdesk/core/numbers';
import type { Order, OrderPage } from '@numberdesk/core/orders';
import type { PortOutPage, ShownMonthCharges } from '@numberdesk/core/portouts';
import { portOutDesk, rejection } from './portout-desk.ts';
import { type Sending, type TestServer, type TestTenant, line, order } from './test-server.ts';

/** A reseller with something of everything, and what opens it. */
export interface Desk {
  tenant: TestTenant;
  member: string;
  staff: string;
  /** Sent once; sent again it must answer as before. */
  remembered: Required<Pick<Sending, 'as' | 'body' | 'headers'>>;
  events: number;
  /** An import that is under way. */
  numberImport: string;
  /** Port-out requests that `member` sees. */
  portOuts: string[];
}

type Place = Pick<TestServer, 'send' | 'fetch'>;

const fee = { amountMinor: 150, currency: 'USD' };
const past = { ...line, supply: 'in-stock' as const, statusChangedAt: '2026-11-02T09:00:00.000Z' };
const name = 'Žofie 李 ʼn 🙂 {NULL} "a" b\\c';

/** Fills a server through its API. */
export async function fillDesk(server: TestServer): Promise<Desk> {
  const tenant = await server.newTenantWithAccounts();
  const as = tenant.key;
  const send = async (method: string, path: string, body: unknown, headers = {}) => {
    const { status, body: answer } = await server.send<{ id: string }>(method, path, { as, body, headers });
    if (status >= 400) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  await send('PUT', '/v1/policy', {
    retentionDays: 9,
    holidays: ['2026-12-24'],
    contact: { email: 'a@b.test' },
    portouts: { fee, silenceHours: 48 },
  });
  const numberImport = await fillInventory(send);
  const portOuts = await fillPortOuts(server, as);
  const { orders } = {
    orders: [
      order({ number: 'A-9', placedBy: { name, email: 'zofie@acme.test' } }),
      order({
        number: 'A-10',
        account: 'acme-east-1',
        lines: [line, { ...line, id: 'second', quantity: 3 }],
      }),
      order({ number: 'a/b c', account: 'acme-east' }),
      order({ number: 'A-11', account: 'beta' }),
      order({ number: '99999999999999999999' }),
    ],
  };
  for (const body of orders) await send('POST', '/v1/orders', body, { 'idempotency-key': randomUUID() });
  const left = { placedBy: { name: 'Ada Byron' }, account: 'acme', placedAt: '2026-11-01T15:00:00.000Z' };
  for (const status of ['completed', 'canceled'] as const) {
    const numbers = status === 'completed' ? ['+12125550100'] : [];
    await send('PUT', `/v1/orders/old-${status}`, { ...left, lines: [{ ...past, status, numbers }] });
  }
  const move = (path: string, body: object, version: number) =>
    send('PATCH', `/v1/orders/${path}`, body, { 'if-match': `"${version}"` });
  await move('A-9/lines/1', { status: 'pending-docs' }, 1);
  await move(
    'A-10/lines/second',
    { status: 'completed', numbers: [1, 2, 3].map((n) => `+1212555010${n}`) },
    1,
  );
  await move('A-11/lines/1', { status: 'canceled' }, 1);
  const member = await server.newSession(tenant, {});
  const remembered = {
    as: member,
    body: order({ number: 'twice' }),
    headers: { 'idempotency-key': randomUUID() },
  };
  await server.send('POST', '/v1/orders', remembered);
  const staff = await server.newSession(tenant, { account: null, permissionSet: 'staff', locale: 'de' });
  await server.send('GET', '/v1/session', { as: member, headers: { origin: 'https://portal.test' } });
  return { tenant, member, staff, remembered, events: 13 + 6 + 11, numberImport, portOuts };
}

type Send = (method: string, path: string, body: unknown, headers?: object) => Promise<{ id: string }>;

/** Numbers in each status, a batch of which some rows are refused, and an import that is under way: six events. */
async function fillInventory(send: Send): Promise<string> {
  const key = () => ({ 'idempotency-key': randomUUID() });
  const row = (line: number, purpose = 'Customer Service') => ({ number: `501333${4000 + line}`, purpose });
  const rows = [row(1), row(2, 'Survey'), row(2), row(3, '?'), row(4, 'Do Not Originate')];
  const confirm = { doNotOriginate: 1 };
  await send('POST', '/v1/numbers/batches', { account: 'acme-east-1', rows, confirm }, key());
  const add = (line: number) => send('POST', '/v1/numbers', { account: 'acme', ...row(line) }, key());
  const [judged, changed] = [await add(5), await add(6)];
  const verdict = { valid: false, note: name };
  await send('POST', `/v1/numbers/${judged.id}/verdict`, verdict, { 'if-match': '"1"' });
  await send('PATCH', `/v1/numbers/${changed.id}`, { purpose: 'prison' });
  const { id } = await send('POST', '/v1/numbers/imports', { account: 'beta', rows: 4, name }, key());
  const piece = { account: 'beta', rows: [row(7), row(8)], import: { id, from: 0 } };
  await send('POST', '/v1/numbers/batches', piece, key());
  return id;
}

/** Requests in most statuses, with notes, charges, a correction, and what is on file, and one number that is leaving: eleven events. */
async function fillPortOuts(server: TestServer, as: string): Promise<string[]> {
  const desk = portOutDesk(server);
  const record = { name, address: '1 Main St', zip: '12207', accountNumber: 'A-1', pin: '4812' };
  await desk.send(as, 'PUT', 'accounts/acme/service-record', { body: record });
  const numbers = ['+15013334006', '+15013339999'];
  const leaving = await desk.record(as, { numbers, submitted: { ...record, zip: '12208' } });
  const agreed = await desk.done(as, leaving, 'accept');
  await desk.done(as, agreed, `numbers/${encodeURIComponent(numbers[0]!)}/ported`);
  await desk.send(as, 'POST', `portouts/${leaving.id}/notes`, { body: { text: name } });
  const { lines } = (await desk.send<ShownMonthCharges>(as, 'GET', 'portout-charges?account=acme')).body;
  const amount = { ...fee, amountMinor: 100 };
  const correction = { body: { amount, note: name } };
  await desk.send(as, 'POST', `portout-charges/${lines[0]!.id}/corrections`, correction);
  const disputed = await desk.record(as, { account: 'acme-east', request: name });
  const rejected = await desk.done(as, disputed, 'reject', rejection);
  await desk.done(as, rejected, 'verdict', { valid: false, note: name });
  await desk.done(as, await desk.record(as, { account: 'beta' }), 'cancel', { note: name });
  const held = await desk.record(as, { account: 'acme-east-1', status: 'On Hold', silenceHours: null });
  return [leaving.id, disputed.id, held.id];
}

/** Reads the events after a position, up to another one. */
export async function readEvents(
  { fetch }: Place,
  as: string,
  { after, last }: { after: number; last: number },
): Promise<PortalEvent[]> {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${as}`, 'last-event-id': String(after) };
  const { body } = await fetch(new Request('http://numberdesk.test/v1/events', { headers }));
  const seen: PortalEvent[] = [];
  for await (const event of decodeEvents(body!, { signal: stop.signal })) {
    seen.push(event);
    if (event.id === last && event.type !== 'ready') break;
  }
  stop.abort();
  return seen;
}

/** Every answer that must be the same from another place, with its ETag. */
export async function askEverything(server: Place, desk: Desk): Promise<Record<string, unknown>> {
  const { tenant, member, staff, remembered, events, numberImport, portOuts } = desk;
  const answers: Record<string, unknown> = {};
  const ask = async <Body>(as: string, path: string) => {
    const { status, headers, body } = await server.send<Body>('GET', path, { as });
    answers[`${as} ${path}`] = [status, headers.get('etag'), body];
    return body;
  };
  for (const as of [tenant.key, member, staff]) {
    for (const view of ['active', 'history']) {
      let cursor = '';
      do {
        const { next } = await ask<OrderPage>(as, `/v1/orders?view=${view}&limit=2${cursor}`);
        cursor = next ? `&cursor=${encodeURIComponent(next)}` : '';
      } while (cursor);
    }
    for (const query of ['limit=3', 'limit=3&sort=number', 'status=pending', 'purpose=survey', 'q=3340']) {
      let cursor = '';
      do {
        const { next } = await ask<PhoneNumberPage>(as, `/v1/numbers?${query}${cursor}`);
        cursor = next ? `&cursor=${encodeURIComponent(next)}` : '';
      } while (cursor);
    }
    for (const query of ['limit=2', 'limit=2&sort=dueAt', 'status=On%20Hold', 'q=333-9999', 'q=po_62']) {
      let cursor = '';
      do {
        const { next } = await ask<PortOutPage>(as, `/v1/portouts?${query}${cursor}`);
        cursor = next ? `&cursor=${encodeURIComponent(next)}` : '';
      } while (cursor);
    }
    for (const id of portOuts) await ask(as, `/v1/portouts/${id}`);
    await ask(as, '/v1/portout-charges?account=acme');
    await ask(as, '/v1/orders/A-10');
    await ask(as, '/v1/orders/a%2Fb%20c');
    await ask(as, `/v1/orders?q=${encodeURIComponent('žofie')}`);
    answers[`${as} events`] = await readEvents(server, as, { after: 0, last: events });
  }
  for (const as of [tenant.key, staff]) await ask(as, `/v1/numbers/imports/${numberImport}`);
  for (const as of [member, staff]) await ask(as, '/v1/session');
  for (const path of [
    '/v1/accounts',
    '/v1/accounts/acme-east-1',
    '/v1/accounts/acme/service-record',
    '/v1/policy',
  ])
    await ask(tenant.key, path);
  const again = await server.send<Order>('POST', '/v1/orders', remembered);
  answers['again'] = [
    again.status,
    again.headers.get('idempotent-replayed'),
    again.headers.get('etag'),
    again.body,
  ];
  return answers;
}
