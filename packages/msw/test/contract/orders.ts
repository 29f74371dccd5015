import { orderStatuses } from '@numberdesk/core/orders';
import { describe, expect, it } from 'vitest';
import { type Visitors, line, move, newNumbers, newOrder, refusalOf, refused, unique } from './desk.ts';

export function orderContract({ owner, enter, newAccount, send, now, turn }: Visitors): void {
  const instant = () => new Date(now()).toISOString();

  describe('placing an order', () => {
    it('ORD-2, ORD-5: answers it with all that follows', async () => {
      const account = await newAccount({ timeZone: 'America/New_York' });
      const number = unique('PO');
      const placed = await (
        await enter(account, 'member')
      ).orders.place({
        number,
        account,
        placedBy: { name: 'Ada Byron', email: 'ada@acme.example' },
        lines: [
          { ...line, quantity: 2, leadTime: { min: 3, max: 5 } },
          { ...line, id: 'tf', type: 'toll-free', location: { country: 'US' }, status: 'pending-docs' },
        ],
      });
      expect(placed).toEqual({
        number,
        account,
        placedAt: instant(),
        confirmedAt: null,
        placedBy: { name: 'Ada Byron', email: 'ada@acme.example' },
        quantity: 3,
        status: 'pending-docs',
        action: 'action-required',
        leavesAt: null,
        version: 1,
        lines: [
          {
            ...line,
            id: '1',
            quantity: 2,
            status: 'processing',
            statusChangedAt: instant(),
            leadTime: { min: 3, max: 5 },
            estimated: { from: '2026-11-25', to: '2026-11-30' },
            numbers: [],
          },
          {
            ...line,
            id: 'tf',
            type: 'toll-free',
            location: { country: 'US' },
            status: 'pending-docs',
            statusChangedAt: instant(),
            leadTime: null,
            estimated: null,
            numbers: [],
          },
        ],
      });
      expect(await owner().orders.get({ number })).toEqual(placed);
    });

    it('ORD-9: is the provider’s to confirm and to date', async () => {
      const account = await newAccount();
      const member = await enter(account, 'member');
      for (const field of ['placedAt', 'confirmedAt'] as const) {
        const order = newOrder(account, { [field]: '2026-11-01T00:00:00.000Z' });
        const refusal = await refusalOf(member.orders.place(order));
        expect(refusal).toMatchObject({
          code: 'forbidden',
          permission: 'orders:manage',
          errors: [{ path: `/${field}` }],
        });
        expect(await owner().orders.place(order)).toMatchObject({ [field]: '2026-11-01T00:00:00.000Z' });
      }
    });

    it('is done once for one key, however often it is sent', async () => {
      const account = await newAccount();
      const client = await enter(account, 'member');
      const order = newOrder(account);
      const key = { idempotencyKey: unique('key') };
      const first = await client.orders.place(order, key);
      expect(await client.orders.place(order, key)).toEqual(first);
      expect(await refused(client.orders.place({ ...order, number: unique('PO') }, key))).toBe(
        'idempotency-mismatch',
      );
      expect(await refused(client.orders.place(order))).toBe('order-exists /number');
      expect((await client.orders.list()).data).toHaveLength(1);
    });

    it('says of a replay that it is one, and repeats a refusal as well', async () => {
      const account = await newAccount();
      const sendOrder = (order: object, key: string) =>
        send('orders', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify(order),
        });
      const [order, key, other] = [newOrder(account), unique('key'), unique('key')];
      const first = await sendOrder(order, key);
      expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
      expect(first.headers.get('idempotent-replayed')).toBeNull();
      const again = await sendOrder(order, key);
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
      expect(again.body).toEqual(first.body);
      expect((await sendOrder(order, other)).status).toBe(409);
      const refusedAgain = await sendOrder(order, other);
      expect([refusedAgain.status, refusedAgain.headers.get('idempotent-replayed')]).toEqual([409, 'true']);
    });

    it.each<[string, RequestInit, number, string]>([
      [
        'no key',
        { body: '{}', headers: { 'content-type': 'application/json' } },
        400,
        'idempotency-key-missing',
      ],
      [
        'no JSON',
        { body: '{', headers: { 'content-type': 'application/json', 'idempotency-key': 'a' } },
        400,
        'bad-json',
      ],
      [
        'another type',
        { body: 'a=1', headers: { 'content-type': 'text/plain', 'idempotency-key': 'a' } },
        415,
        'unsupported-type',
      ],
      [
        'no body',
        { headers: { 'content-type': 'application/json', 'idempotency-key': 'a' } },
        400,
        'bad-json',
      ],
      [
        'an empty order',
        { body: '{}', headers: { 'content-type': 'application/json', 'idempotency-key': 'a' } },
        422,
        'invalid',
      ],
    ])('is refused with %s', async (_, init, status, code) => {
      const answer = await send('orders', { method: 'POST', ...init });
      expect(answer.body).toMatchObject({ status, code, requestId: expect.any(String) });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    });

    it.each<[string, object]>([
      ['/number', { number: '' }],
      ['/number', { number: '..' }],
      ['/number', { number: 'x'.repeat(65) }],
      ['/placedBy/name', { placedBy: { name: 'A\u0001' } }],
      ['/lines', { lines: [] }],
      ['/lines/0/status', { lines: [{ ...line, status: 'completed' }] }],
      ['/lines/0/quantity', { lines: [{ ...line, quantity: 0 }] }],
      ['/lines/0/location/country', { lines: [{ ...line, location: { country: 'USA' } }] }],
      ['/lines/1/supply', { lines: [line, { ...line, supply: 'borrowed' }] }],
      ['/color', { color: 'red' }],
      ['/number /placedAt', { number: 7, placedAt: 'today' }],
    ])('is refused at %s', async (paths, change) => {
      const order = { ...newOrder(await newAccount()), ...change };
      expect(await refused(owner().orders.place(order as never))).toBe(`invalid ${paths}`);
    });

    it('takes a number of any characters that an address can carry', async () => {
      const account = await newAccount();
      for (const number of [
        unique('A/1 ü%?#&='),
        unique('%2e%2e'),
        unique('日本-🏳️‍🌈'),
        unique('it\'s "so"'),
      ]) {
        const { version } = await owner().orders.place(newOrder(account, { number }));
        expect((await owner().orders.get({ number })).number).toBe(number);
        const move = { number, id: '1', status: 'canceled' as const };
        expect(await owner().orders.moveLine(move, { ifMatch: version })).toMatchObject({
          status: 'canceled',
        });
      }
    });
  });

  describe('moving a line', () => {
    const allowed: Record<string, string[]> = {
      processing: ['pending-docs', 'completed', 'canceled'],
      'pending-docs': ['processing', 'canceled'],
      completed: [],
      canceled: [],
    };

    for (const from of orderStatuses) {
      for (const to of orderStatuses) {
        it(`ORD-3: from ${from} to ${to} is ${allowed[from]!.includes(to) ? 'allowed' : 'refused'}`, async () => {
          let order = await owner().orders.place(newOrder(await newAccount()));
          if (from !== 'processing') order = await move(owner(), order, from);
          const moved = move(owner(), order, to);
          if (!allowed[from]!.includes(to))
            expect(await refused(moved)).toBe('transition-not-allowed /status');
          else expect(await moved).toMatchObject({ status: to, version: order.version + 1 });
        });
      }
    }

    it('ORD-8, ORD-6: rolls up, and says when the order leaves', async () => {
      const account = await newAccount();
      const placed = await owner().orders.place(newOrder(account, { lines: [line, line] }));
      const { number } = placed;
      const numbers = newNumbers(1);
      const one = await owner().orders.moveLine(
        { number, id: '1', status: 'completed', numbers },
        { ifMatch: 1 },
      );
      expect(one).toMatchObject({ status: 'processing', leavesAt: null, version: 2 });
      expect(one.lines[0]).toMatchObject({ status: 'completed', statusChangedAt: instant(), numbers });
      const turnBack = turn(86_400_000);
      const both = await owner().orders.moveLine({ number, id: '2', status: 'canceled' }, { ifMatch: 2 });
      const leavesAt = new Date(now() + 7 * 86_400_000).toISOString();
      turnBack();
      expect(both).toMatchObject({ status: 'completed', action: null, leavesAt, version: 3 });
    });

    it('ORD-7: to Completed takes as many numbers as the line has, each once and of its own', async () => {
      const account = await newAccount();
      const place = (quantity: number) =>
        owner().orders.place(newOrder(account, { lines: [{ ...line, quantity }] }));
      const order = await place(2);
      const [a, b, c] = newNumbers(3) as [string, string, string];
      expect(await refused(move(owner(), order, 'completed', []))).toBe('invalid /numbers');
      expect(await refused(move(owner(), order, 'completed', [a]))).toBe('invalid /numbers');
      expect(await refused(move(owner(), order, 'completed', [a, b, c]))).toBe('invalid /numbers');
      expect(await refused(move(owner(), order, 'completed', [a, a]))).toBe('invalid /numbers/1');
      expect(await refused(move(owner(), order, 'completed', [a, '5013334444']))).toBe('invalid /numbers/1');
      expect(await refused(move(owner(), order, 'canceled', [a]))).toBe('invalid /numbers');
      expect((await move(owner(), order, 'completed', [a, b])).lines[0]!.numbers).toEqual([a, b]);
      const elsewhere = await owner().orders.place(newOrder(await newAccount()));
      expect(await refused(move(owner(), elsewhere, 'completed', [b]))).toBe('invalid /numbers/0');
    });

    it('asks for the version that was seen, and shows the present one to who comes second', async () => {
      const order = await owner().orders.place(newOrder(await newAccount()));
      const moved = await move(owner(), order, 'pending-docs');
      const late = await refusalOf(move(owner(), order, 'canceled'));
      expect(late).toMatchObject({ code: 'stale', status: 412, current: moved });
      const patch = { method: 'PATCH', body: '{"status":"canceled"}' };
      const path = `orders/${order.number}/lines/1`;
      const json = { 'content-type': 'application/json' };
      expect((await send(path, { ...patch, headers: json })).body.code).toBe('if-match-missing');
      const garbled = await send(path, { ...patch, headers: { ...json, 'if-match': '2' } });
      expect(garbled.body).toMatchObject({ code: 'bad-request', errors: [{ path: '/If-Match' }] });
      const weak = await send(path, { ...patch, headers: { ...json, 'if-match': 'W/"2"' } });
      expect([weak.status, weak.headers.get('etag')]).toEqual([200, '"3"']);
    });

    it('is not found for an order or a line that is not there', async () => {
      const order = await owner().orders.place(newOrder(await newAccount()));
      const absent = { status: 'canceled' as const };
      expect(
        await refused(owner().orders.moveLine({ number: 'none', id: '1', ...absent }, { ifMatch: 1 })),
      ).toBe('not-found');
      const { number } = order;
      expect(await refused(owner().orders.moveLine({ number, id: '9', ...absent }, { ifMatch: 1 }))).toBe(
        'not-found',
      );
      expect(await refused(owner().orders.moveLine({ number, id: '9', ...absent }, { ifMatch: 7 }))).toBe(
        'not-found',
      );
    });

    it('is done once for one key', async () => {
      const { number } = await owner().orders.place(newOrder(await newAccount()));
      const options = { ifMatch: 1, idempotencyKey: unique('key') };
      const first = await owner().orders.moveLine({ number, id: '1', status: 'canceled' }, options);
      expect(await owner().orders.moveLine({ number, id: '1', status: 'canceled' }, options)).toEqual(first);
    });
  });

  describe('backfilling an order', () => {
    const at = '2026-11-10T12:00:00.000Z';
    const told = (account: string, more: object = {}) => ({
      number: unique('PO'),
      account,
      placedAt: at,
      placedBy: { name: 'Ada Byron' },
      lines: [{ ...line, status: 'processing' as const, statusChangedAt: at }],
      ...more,
    });

    it('ORD-6: creates it, replaces it, and leaves it alone when nothing is new', async () => {
      const order = told(await newAccount());
      const first = await owner().orders.backfill(order);
      expect(first).toMatchObject({ number: order.number, version: 1, placedAt: at, status: 'processing' });
      expect(await owner().orders.backfill(order)).toEqual(first);
      const numbers = newNumbers(1);
      const lines = [
        { ...line, status: 'completed' as const, statusChangedAt: '2026-11-12T07:00:00-05:00', numbers },
      ];
      const second = await owner().orders.backfill({ ...order, lines, confirmedAt: at }, { ifMatch: 1 });
      expect(second).toMatchObject({
        version: 2,
        status: 'completed',
        confirmedAt: at,
        leavesAt: '2026-11-19T12:00:00.000Z',
        lines: [{ statusChangedAt: '2026-11-12T12:00:00.000Z', numbers }],
      });
    });

    it('ORD-7: is held to the numbers that lines may carry', async () => {
      const account = await newAccount();
      const [a, b] = newNumbers(2) as [string, string];
      const completed = (quantity: number, numbers: string[]) => ({
        ...line,
        quantity,
        status: 'completed' as const,
        statusChangedAt: at,
        numbers,
      });
      const backfill = (...lines: object[]) => refused(owner().orders.backfill(told(account, { lines })));
      expect(await backfill(completed(2, [a]))).toBe('invalid /lines/0/numbers');
      expect(await backfill({ ...completed(1, [a]), status: 'processing' })).toBe('invalid /lines/0/numbers');
      expect(await backfill(completed(1, [a]), completed(2, [b, a]))).toBe('invalid /lines/1/numbers/1');
      await owner().orders.backfill(told(account, { lines: [completed(1, [a])] }));
      const elsewhere = told(await newAccount(), { lines: [completed(2, [b, a])] });
      expect(await refused(owner().orders.backfill(elsewhere))).toBe('invalid /lines/0/numbers/1');
    });

    it('keeps the order in its account and to its version', async () => {
      const order = told(await newAccount());
      expect(await refusalOf(owner().orders.backfill(order, { ifMatch: 1 }))).toMatchObject({
        code: 'stale',
        current: null,
      });
      const first = await owner().orders.backfill(order);
      expect(await refusalOf(owner().orders.backfill(order, { ifMatch: 9 }))).toMatchObject({
        code: 'stale',
        current: first,
      });
      expect(await refused(owner().orders.backfill({ ...order, account: await newAccount() }))).toBe(
        'invalid /account',
      );
      expect(await refused(owner().orders.backfill({ ...order, account: 'nobody' }))).toBe(
        'not-found /account',
      );
    });
  });

  describe('an address that the server does not know', () => {
    it.each([
      ['GET', 'nothing', 404, 'not-found'],
      ['DELETE', 'orders', 405, 'method-not-allowed'],
      ['GET', 'orders/%E0%A4%A', 400, 'bad-request'],
    ])('%s %s is %i %s', async (method, path, status, code) => {
      const answer = await send(path, { method });
      expect(answer.body).toMatchObject({ status, code });
      expect(answer.status).toBe(status);
    });
  });
}
