import { createClient } from '@numberdesk/core';
import { isPortalError } from '@numberdesk/core/http';
import { describe, expect, it } from 'vitest';
import { type MockOptions, mockHandlers } from '../src/index.ts';

const now = '2026-11-20T15:00:00.000Z';

function open(options: MockOptions = {}) {
  const clock = { now: Date.parse(now) };
  const mock = mockHandlers({ now: () => clock.now, ...options });
  const fetchSession = () => Promise.resolve({ token: 't', expiresAt: '2099-01-01T00:00:00.000Z' });
  const client = createClient({
    baseUrl: 'https://numbers.example',
    fetchSession,
    fetch: mock.fetch,
    retries: 0,
  });
  return { mock, client, clock };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: unknown) => (isPortalError(error) ? error.code : String(error)),
  );

describe('the port-outs of the mock', () => {
  it('POR-2: are one in each status unless given', async () => {
    const { client } = open();
    const { data } = await client.portouts.list();
    expect(data.map(({ status }) => status).sort()).toEqual([
      'authorized',
      'canceled',
      'pending',
      'ported-out',
      'rejected',
      'rejection-in-review',
    ]);
    expect((await client.portouts.list({ filter: 'incomplete' })).data).toHaveLength(3);
    expect((await client.portouts.list({ q: '9735552002' })).data[0]?.request).toBe('PO_624719');
  });

  it('POR-3: show what was submitted beside what is on file, and no PIN', async () => {
    const { client, mock } = open();
    const portout = await client.portouts.get({ id: mock.portouts.get('PO_624719').id });
    expect(portout.submitted.pin).toBe('••••');
    expect(portout.matches).toEqual({
      name: 'match',
      address: 'match',
      zip: 'match',
      accountNumber: 'match',
      pin: 'match',
    });
  });

  it('POR-6: are answered once, and the second sees what the first did', async () => {
    const { client, mock } = open();
    const seen = mock.portouts.get('PO_624719');
    mock.portouts.accept('PO_624719');
    const second = client.portouts.reject(
      { id: seen.id, reason: 'pin-mismatch', details: {} },
      { ifMatch: seen.version },
    );
    const error = await second.catch((error: unknown) => error);
    expect(isPortalError(error) && error.code).toBe('stale');
    expect(isPortalError(error) && error.current).toMatchObject({
      status: 'authorized',
      history: [{ kind: 'accept', by: { side: 'customer', name: 'Grace Hopper' } }, { kind: 'received' }],
    });
  });

  it('POR-9: are authorized by silence', async () => {
    const { mock, client, clock } = open({ portouts: [{ request: 'PO_1', silenceHours: 24 }] });
    const { id } = mock.portouts.get('PO_1');
    clock.now += 24 * 3_600_000;
    const portout = await client.portouts.get({ id });
    expect(portout).toMatchObject({ status: 'authorized', version: 2, history: [{ kind: 'silence' }, {}] });
    expect(await codeOf(client.portouts.accept({ id }, { ifMatch: portout.version }))).toBe(
      'already-decided',
    );
  });

  it('POR-5: refuse a reason without what it needs, and ask once more where that is all', async () => {
    const { mock, client } = open({ portouts: [{ request: 'PO_1' }] });
    const { id, version } = mock.portouts.get('PO_1');
    const reject = (body: object) => client.portouts.reject({ id, ...body } as never, { ifMatch: version });
    expect(await codeOf(reject({ reason: 'account-number-mismatch', details: {} }))).toBe('invalid');
    expect(await codeOf(reject({ reason: 'other', details: { text: 'They have an unpaid bill.' } }))).toBe(
      'invalid',
    );
    const odd = { reason: 'account-number-mismatch', details: { value: 'the unpaid bill says 4471' } };
    expect(await codeOf(reject(odd))).toBe('confirmation-needed');
    expect(await codeOf(reject({ ...odd, confirm: ['unpaid-bill'] }))).toBe('done');
  });

  it('POR-7, POR-8: take a ported number out of the inventory and bill it', async () => {
    const { mock, client } = open({
      portouts: [{ request: 'PO_1', status: 'authorized', numbers: ['+19735551001'] }],
      portOutPolicy: { fee: { amountMinor: 150, currency: 'USD' } },
    });
    const number = mock.numbers.get('+19735551001');
    expect(await codeOf(client.numbers.remove({ id: number.id }))).toBe('transition-not-allowed');
    expect(mock.portouts.port('PO_1', '+19735551001').status).toBe('ported-out');
    expect(() => mock.numbers.get('+19735551001')).toThrow(RangeError);
    expect(await client.portouts.charges()).toMatchObject({
      month: '2026-11',
      status: 'open',
      total: { amountMinor: 150, currency: 'USD' },
      lines: [{ tn: '+19735551001', kind: 'port-out', request: 'PO_1' }],
    });
  });

  it('POR-9: start a new clock when they are sent back to Pending', () => {
    const { mock, clock } = open({
      portouts: [{ request: 'PO_1' }],
      portOutPolicy: { afterInvalidRejection: 'pending' },
    });
    const { answerDueAt } = mock.portouts.get('PO_1');
    mock.portouts.reject('PO_1', { reason: 'pin-mismatch', details: {} });
    clock.now += 3_600_000;
    const back = mock.portouts.judge('PO_1', { valid: false, note: 'The PIN is right.' });
    expect(back.status).toBe('pending');
    expect(back.answerDueAt! > answerDueAt!).toBe(true);
  });
});
