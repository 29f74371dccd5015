import { createClient } from '@numberdesk/core';
import type { PortalEvent } from '@numberdesk/core/http';
import { describe, expect, it, vi } from 'vitest';
import { type MockOptions, mockHandlers, sampleNumbers } from '../src/index.ts';

const start = Date.parse('2026-11-20T15:00:00.000Z');
const fetchSession = async () => ({ token: 'any', expiresAt: '2099-01-01T00:00:00.000Z' });

function open(options: MockOptions = {}) {
  const clock = { now: start };
  const mock = mockHandlers({ now: () => clock.now, orders: [], ...options });
  const baseUrl = 'https://numbers.example';
  const client = createClient({ baseUrl, fetch: mock.fetch, fetchSession, retries: 0, random: () => 0 });
  return { mock, client, clock };
}

/** Listens until it is stopped. */
async function listen({ client }: ReturnType<typeof open>) {
  const caller = new AbortController();
  const events: PortalEvent[] = [];
  const { feed } = await client.numbers.list();
  const done = (async () => {
    for await (const event of client.events({ after: feed, signal: caller.signal })) events.push(event);
  })();
  return { events, stop: () => (caller.abort(), done) };
}

describe('the numbers of a mock', () => {
  it('NUM-9: are some in each status when it is told nothing', async () => {
    const { client } = open();
    const { data } = await client.numbers.list();
    expect(data).toHaveLength(sampleNumbers.length);
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['pending', 'approved', 'rejected']));
    expect(data.find(({ status }) => status === 'rejected')?.note).toEqual(expect.any(String));
  });

  it('need a number and no more', () => {
    const { mock } = open({ numbers: [{ number: '+15013334444' }] });
    expect(mock.numbers.get('+15013334444')).toEqual({
      id: expect.any(String),
      number: '+15013334444',
      account: 'acme',
      purpose: 'customer-service',
      status: 'approved',
      statusChangedAt: '2026-11-19T15:00:00.000Z',
      note: null,
      warning: null,
      order: null,
      addedAt: '2026-11-19T15:00:00.000Z',
      leaving: false,
      version: 1,
    });
    expect(() => mock.numbers.get('+15013334445')).toThrow('The mock has no number +15013334445.');
  });

  it('ORD-7: are those of its completed orders too', async () => {
    const { mock } = open({ numbers: [], orders: [{ number: 'A', status: 'completed' }] });
    expect(mock.numbers.all()).toMatchObject([{ order: 'A', purpose: null, status: 'approved' }]);
  });

  it('NUM-8: that another tenant holds are held elsewhere, and no more is said', async () => {
    const number = '+15013334444';
    const { client } = open({ numbersOfOthers: [number] });
    const rows = [{ number, purpose: 'survey', reassign: true }];
    const { rejected } = await client.numbers.addBatch({ account: 'acme', rows });
    expect(rejected).toMatchObject([{ code: 'held-elsewhere', canReassign: false }]);
    expect(rejected[0]).not.toHaveProperty('holder');
  });

  it('NUM-8: no order brings a number that another tenant holds', async () => {
    const number = '+15013334444';
    const { client } = open({
      numbersOfOthers: [number],
      orders: [{ number: 'A', status: 'processing' }],
      session: { permissionSet: 'staff' },
    });
    const { lines, version } = await client.orders.get({ number: 'A' });
    const input = { number: 'A', id: lines[0]!.id, status: 'completed' as const, numbers: [number] };
    const move = client.orders.moveLine(input, { ifMatch: version });
    await expect(move).rejects.toMatchObject({ code: 'invalid', errors: [{ code: 'held-elsewhere' }] });
  });

  it('NUM-9: change under the hand of a test, and an open page hears of it', async () => {
    const opened = open({
      numbers: [],
      accounts: [{ id: 'acme' }, { id: 'east', parent: 'acme' }],
    });
    const { mock, clock } = opened;
    const { events, stop } = await listen(opened);
    const number = '+15013334444';
    mock.numbers.put({ number, status: 'pending', approvesAt: start + 60_000 });
    mock.numbers.put({ number, account: 'east', status: 'pending', approvesAt: start + 60_000 });
    clock.now += 60_000;
    mock.numbers.settle();
    mock.numbers.settle();
    expect(() => mock.numbers.judge(number, { valid: true })).toThrow(/approved cannot become approved/);
    mock.numbers.judge(number, { valid: false, note: 'No.' });
    mock.numbers.remove(number);
    await vi.waitFor(() => expect(events).toHaveLength(6));
    const told = events.map(({ data }) => [
      data['account'],
      ...(data['numbers'] as { status: string; version: number }[]).map(
        (one) => `${one.status} ${one.version}`,
      ),
      ...(data['removed'] as { number: string }[]).map((one) => one.number),
    ]);
    expect(told).toEqual([
      ['acme', 'pending 1'],
      ['acme', number],
      ['east', 'pending 2'],
      ['east', 'approved 3'],
      ['east', 'rejected 4'],
      ['east', number],
    ]);
    await stop();
  });
});
