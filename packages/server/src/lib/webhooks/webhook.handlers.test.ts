import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '@numberdesk/core/http';
import type { Webhook, WebhookDelivery } from '@numberdesk/core/webhooks';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../test/eventually.ts';
import { type Receiver, openReceiver, status } from '../../../test/receiver.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

type Created = Webhook & { secret: string };
const url = 'https://desk.example/hook';

describe.each(databaseKinds)('the operations on webhooks over %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let receiver: Receiver;
  beforeAll(async () => {
    server = await openTestServer(kind, { loopbackWebhooks: true });
    receiver = await openReceiver();
  });
  afterAll(async () => {
    await server?.close();
    await receiver?.close();
  });
  beforeEach(async () => {
    tenant = await server.newTenantWithAccounts();
    receiver.received.length = 0;
    receiver.answer = status(204);
  });

  const ask = <Body = ProblemBody>(method: string, path = '', body?: unknown, as = tenant.key) =>
    server.send<Body>(method, `/v1/webhooks${path}`, {
      as,
      ...(body === undefined ? {} : { body }),
      headers: { 'idempotency-key': randomUUID() },
    });
  const create = async (body: object = { url }) => (await ask<Created>('POST', '', body)).body;
  const deliveries = async ({ id }: { id: string }) =>
    (await ask<{ data: WebhookDelivery[] }>('GET', `/${id}/deliveries`)).body.data;
  const idsReceived = () => receiver.received.map(({ headers }) => headers['webhook-id']);

  it('send what happens to where it was asked for, signed', async () => {
    const webhook = await create({ url: receiver.url, types: ['order.changed'] });
    const order = await server.place(tenant.key, { number: 'PO-1' });
    await eventually(() => receiver.received.length).toBe(1);
    const [{ body, headers }] = receiver.received as [Receiver['received'][number]];
    vi.setSystemTime(server.clock.now);
    const told = new Verifier(webhook.secret).verify(body, headers);
    vi.useRealTimers();
    expect(told).toEqual({
      type: 'order.changed',
      timestamp: new Date(server.clock.now).toISOString(),
      data: { id: 1, order },
    });
    await expect
      .poll(() => deliveries(webhook))
      .toMatchObject([
        { id: headers['webhook-id'], event: 1, status: 'delivered', attempts: 1, answer: 204, error: null },
      ]);
  });

  it('send a ping when asked, and an event again under the id that it had', async () => {
    const webhook = await create({ url: receiver.url });
    const { status: code, body: ping } = await ask<WebhookDelivery>('POST', `/${webhook.id}/test`);
    expect(code).toBe(202);
    await eventually(idsReceived).toEqual([ping.id]);
    await server.place(tenant.key, { number: 'PO-1' });
    await eventually(() => deliveries(webhook)).toMatchObject([{ event: 1, status: 'delivered' }, {}]);
    const id = idsReceived()[1];
    expect((await ask('POST', `/${webhook.id}/replay`, { event: 1 })).body).toEqual({ events: 1 });
    await eventually(idsReceived).toEqual([ping.id, id, id]);
    await eventually(() => deliveries(webhook)).toMatchObject([{ event: 1, status: 'delivered' }, {}]);
    expect((await ask('POST', `/${webhook.id}/replay`, { after: 0 })).body).toEqual({ events: 1 });
    await eventually(idsReceived).toEqual([ping.id, id, id, id]);
  });

  it('send what has waited as soon as it is enabled again', async () => {
    const webhook = await create({ url: receiver.url });
    receiver.answer = status(410);
    await server.place(tenant.key, { number: 'PO-1' });
    const shown = async () => (await ask<Webhook>('GET', `/${webhook.id}`)).body;
    await eventually(shown).toMatchObject({ status: 'disabled', disabledReason: 'gone', version: 2 });
    receiver.answer = status(200);
    const enabled = await ask<Webhook>('PATCH', `/${webhook.id}`, { status: 'enabled' });
    expect(enabled.body).toMatchObject({ status: 'enabled', disabledReason: null, version: 3 });
    await eventually(idsReceived).toEqual([expect.any(String), idsReceived()[0]]);
  });

  it('try again at once where the address was put right', async () => {
    const webhook = await create({ url: `${receiver.url}/wrong` });
    receiver.answer = (response, { url: path }) =>
      void response.writeHead(path?.endsWith('/wrong') ? 404 : 200).end();
    await server.place(tenant.key, { number: 'PO-1' });
    await eventually(() => deliveries(webhook)).toMatchObject([{ status: 'pending', answer: 404 }]);
    await ask('PATCH', `/${webhook.id}`, { url: receiver.url });
    await eventually(() => deliveries(webhook)).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  });

  it('sign with both secrets after a rotation', async () => {
    const webhook = await create({ url: receiver.url });
    const rotated = (await ask<{ secret: string }>('POST', `/${webhook.id}/rotate`)).body;
    await ask('POST', `/${webhook.id}/test`);
    await eventually(() => receiver.received.length).toBe(1);
    const [{ body, headers }] = receiver.received as [Receiver['received'][number]];
    expect(headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
    vi.setSystemTime(server.clock.now);
    for (const { secret } of [webhook, rotated]) {
      expect(new Verifier(secret).verify(body, headers)).toMatchObject({ type: 'ping' });
    }
    vi.useRealTimers();
  });

  it.each([
    ['https://10.0.0.1/', 'address-not-public'],
    ['https://169.254.169.254/latest/meta-data/', 'address-not-public'],
    ['https://[fd00:ec2::254]/', 'address-not-public'],
    ['https://[::ffff:10.0.0.1]/', 'address-not-public'],
    ['https://0x0a000001/', 'address-not-public'],
    ['http://desk.example/', 'not-https'],
  ])('refuse %s', async (wrong, code) => {
    const refused = await ask('POST', '', { url: wrong });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ path: '/url', code }] },
    });
  });

  it('tell nobody a secret again: no answer, no audit row, no log', async () => {
    const webhook = await create({ url: receiver.url });
    const rotated = (await ask<{ secret: string }>('POST', `/${webhook.id}/rotate`)).body;
    await ask('POST', `/${webhook.id}/test`);
    await eventually(() => deliveries(webhook)).toMatchObject([{ status: 'delivered' }]);
    const said = JSON.stringify([
      (await ask('GET')).body,
      (await ask('GET', `/${webhook.id}`)).body,
      (await ask('PATCH', `/${webhook.id}`, {})).body,
      await deliveries(webhook),
      (await ask('DELETE', `/${webhook.id}`)).body,
      await server.database.asOwner('select * from audit_log where tenant_id = $1', [tenant.id]),
      server.log,
      receiver.received,
    ]);
    expect(said).toContain(webhook.id);
    for (const secret of [webhook.secret, rotated.secret]) expect(said).not.toContain(secret.slice(6, 40));
  });

  it('ACC-5: are written down, whoever does them', async () => {
    const { id } = await create({ url: receiver.url });
    await ask('PATCH', `/${id}`, { url: `${receiver.url}/2` });
    await ask('POST', `/${id}/rotate`);
    await ask('POST', `/${id}/replay`, { after: 0 });
    await ask('POST', `/${id}/test`);
    await ask('DELETE', `/${id}`);
    const rows = await server.database.asOwner<{ action: string; actor: object }>(
      `select action, actor from audit_log where tenant_id = $1 and subject = $2 order by id`,
      [tenant.id, `webhook:${id}`],
    );
    const acts = ['created', 'changed', 'secret-rotated', 'replayed', 'tested', 'removed'];
    expect(rows.map(({ action }) => action)).toEqual(acts.map((act) => `webhook.${act}`));
    for (const { actor } of rows) expect(actor).toMatchObject({ kind: 'key' });
  });

  it("know nothing of another tenant's", async () => {
    const { id } = await create();
    const other = await server.newTenant();
    for (const [method, path, body] of [
      ['GET', `/${id}`, undefined],
      ['PATCH', `/${id}`, {}],
      ['POST', `/${id}/rotate`, undefined],
      ['POST', `/${id}/replay`, { after: 0 }],
      ['POST', `/${id}/test`, undefined],
      ['GET', `/${id}/deliveries`, undefined],
      ['DELETE', `/${id}`, undefined],
    ] as const) {
      expect(await ask(method, path, body, other.key), path).toMatchObject({ status: 404 });
    }
    expect((await ask('GET', '', undefined, other.key)).body).toEqual({ data: [], next: null });
    expect((await ask<Webhook>('GET', `/${id}`)).body).toMatchObject({ url, version: 1 });
  });

  it('make as many endpoints as a tenant may have, and no more', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => ask('POST', '', { url })));
    expect(made.map((answer) => answer.status)).toEqual(Array(20).fill(201));
    expect((await ask('POST', '', { url })).body).toMatchObject({ errors: [{ code: 'too-many' }] });
  });
});
