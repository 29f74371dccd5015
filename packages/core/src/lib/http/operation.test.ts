import { describe, expect, expectTypeOf, it } from 'vitest';
import type { EmbedSession, Policy, Session } from '../../access.ts';
import { type Client, operations } from '../../index.ts';
import type { Order, OrderPage, OrderSort } from '../../orders.ts';
import type { OperationInput, OperationOutput, OperationRequest } from './operation.ts';

/** Every row of every table, by hand: method, path, what it needs, and whatever else it asks for. */
const rows: Record<string, string> = {
  'access.session': 'get session needs session',
  'access.reachableAccounts': 'get session/accounts needs session',
  'access.createEmbedSession': 'post embed-sessions needs secret-key → 201 or not-found',
  'access.putAccount': 'put accounts/{id} needs secret-key, If-Match honoured or invalid stale',
  'access.getAccount': 'get accounts/{id} needs secret-key or not-found',
  'access.listAccounts': 'get accounts needs secret-key',
  'access.putPolicy': 'put policy needs secret-key or invalid',
  'access.getPolicy': 'get policy needs secret-key',
  'numbers.list': 'get numbers needs numbers:view or not-found',
  'numbers.get': 'get numbers/{id} needs numbers:view or not-found',
  'numbers.add':
    'post numbers needs numbers:add, key required → 201 or not-found invalid confirmation-needed',
  'numbers.addBatch':
    'post numbers/batches needs numbers:add, key required or not-found invalid confirmation-needed',
  'numbers.startImport': 'post numbers/imports needs numbers:add, key required → 201 or not-found invalid',
  'numbers.import': 'get numbers/imports/{id} needs numbers:add or not-found',
  'numbers.change':
    'patch numbers/{id} needs numbers:add, key honoured, If-Match honoured or not-found invalid confirmation-needed transition-not-allowed stale',
  'numbers.remove':
    'delete numbers/{id} needs numbers:add, key honoured, If-Match honoured or not-found transition-not-allowed stale',
  'numbers.judge':
    'post numbers/{id}/verdict needs numbers:vet, key honoured, If-Match required or not-found invalid transition-not-allowed stale',
  'orders.list': 'get orders needs orders:view or not-found',
  'orders.get': 'get orders/{number} needs orders:view or not-found',
  'orders.history': 'get orders/{number}/history needs orders:view or not-found',
  'orders.place': 'post orders needs orders:place, key required → 201 or not-found order-exists invalid',
  'orders.backfill': 'put orders/{number} needs orders:manage, If-Match honoured or not-found invalid stale',
  'orders.moveLine':
    'patch orders/{number}/lines/{id} needs orders:manage, key honoured, If-Match required or not-found transition-not-allowed invalid stale',
  'orders.recordSync': 'put sync/orders needs secret-key or invalid',
  'portouts.list': 'get portouts needs portouts:view or not-found',
  'portouts.get': 'get portouts/{id} needs portouts:view or not-found',
  'portouts.record': 'post portouts needs portouts:manage, key required → 201 or not-found invalid',
  'portouts.accept':
    'post portouts/{id}/accept needs portouts:modify, key required, If-Match required or not-found invalid already-decided transition-not-allowed stale',
  'portouts.reject':
    'post portouts/{id}/reject needs portouts:modify, key required, If-Match required or not-found invalid confirmation-needed already-decided transition-not-allowed stale',
  'portouts.judge':
    'post portouts/{id}/verdict needs portouts:manage, key required, If-Match required or not-found invalid already-decided transition-not-allowed stale',
  'portouts.cancel':
    'post portouts/{id}/cancel needs portouts:manage, key required, If-Match required or not-found invalid already-decided transition-not-allowed stale',
  'portouts.port':
    'post portouts/{id}/numbers/{tn}/ported needs portouts:manage, key required, If-Match required or not-found invalid already-decided transition-not-allowed stale',
  'portouts.reasons': 'get portouts/{id}/rejection-reasons needs portouts:view or not-found',
  'portouts.addNote':
    'post portouts/{id}/notes needs portouts:modify, key required → 201 or not-found invalid',
  'portouts.evidence': 'get portouts/{id}/evidence needs portouts:view or not-found',
  'portouts.charges': 'get portout-charges needs portouts:view or not-found invalid',
  'portouts.correctCharge':
    'post portout-charges/{id}/corrections needs portouts:manage, key required → 201 or not-found invalid',
  'portouts.putServiceRecord': 'put accounts/{id}/service-record needs secret-key or not-found invalid',
  'portouts.serviceRecord': 'get accounts/{id}/service-record needs secret-key or not-found',
  'webhooks.list': 'get webhooks needs secret-key',
  'webhooks.create': 'post webhooks needs secret-key, key required → 201 or invalid',
  'webhooks.get': 'get webhooks/{id} needs secret-key or not-found',
  'webhooks.change':
    'patch webhooks/{id} needs secret-key, key honoured, If-Match honoured or not-found stale invalid',
  'webhooks.remove': 'delete webhooks/{id} needs secret-key, key honoured or not-found',
  'webhooks.rotateSecret': 'post webhooks/{id}/rotate needs secret-key, key required or not-found',
  'webhooks.replay': 'post webhooks/{id}/replay needs secret-key, key honoured → 202 or not-found invalid',
  'webhooks.test':
    'post webhooks/{id}/test needs secret-key, key honoured → 202 or not-found transition-not-allowed',
  'webhooks.deliveries': 'get webhooks/{id}/deliveries needs secret-key or not-found',
};

const all = Object.entries(operations).flatMap(([tag, table]) =>
  Object.entries(table).map(([name, operation]) => [`${tag}.${name}`, operation] as const),
);

describe('the operation tables', () => {
  it('ACC-2: have these rows and no others', () => {
    expect(all.map(([id]) => id).sort()).toEqual(Object.keys(rows).sort());
  });

  it.each(all)('ACC-2: %s asks for what it asks for', (id, operation) => {
    const { method, path, needs, status, idempotency, ifMatch, throws } = operation as typeof operation & {
      status?: number;
      idempotency?: string;
      ifMatch?: string;
    };
    const row =
      `${method} ${path} needs ${needs}` +
      (idempotency ? `, key ${idempotency}` : '') +
      (ifMatch ? `, If-Match ${ifMatch}` : '') +
      (status ? ` → ${status}` : '') +
      (throws.length > 0 ? ` or ${throws.join(' ')}` : '');
    expect(row).toBe(rows[id]);
  });

  it.each(all)(
    '%s has one sentence, and a schema of parameters exactly where its path has some',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z][^.]*\.$/);
      expect('params' in operation).toBe(operation.path.includes('{'));
    },
  );

  it('name no method and path twice', () => {
    expect(new Set(all.map(([, { method, path }]) => `${method} ${path}`)).size).toBe(all.length);
  });
});

describe('the types of an operation', () => {
  type Orders = (typeof operations)['orders'];
  type Access = (typeof operations)['access'];

  it('give a caller one flat object', () => {
    expectTypeOf<OperationInput<Orders['get']>>().toExtend<{ number: string }>();
    expectTypeOf<{ number: string }>().toExtend<OperationInput<Orders['get']>>();
    expectTypeOf<OperationInput<Orders['list']>>().toHaveProperty('sort');
    expectTypeOf<OperationInput<Orders['list']>['sort']>().toEqualTypeOf<OrderSort | undefined>();
    expectTypeOf<OperationInput<Orders['moveLine']>>().toExtend<{ number: string; id: string }>();
    expectTypeOf<OperationInput<Orders['moveLine']>['numbers']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<OperationInput<Access['putAccount']>['id']>().toEqualTypeOf<string>();
    expectTypeOf<OperationInput<Access['putAccount']>['parent']>().toEqualTypeOf<string | null | undefined>();
  });

  it('give a handler each part by itself, parsed', () => {
    type Move = OperationRequest<Orders['moveLine']>;
    expectTypeOf<Move['params']>().toEqualTypeOf<{ number: string; id: string }>();
    expectTypeOf<Move['body']['numbers']>().toEqualTypeOf<string[]>();
    expectTypeOf<Move['query']>().toBeUnknown();
    expectTypeOf<OperationRequest<Orders['list']>['query']['limit']>().toEqualTypeOf<number>();
  });

  it('say what is answered', () => {
    expectTypeOf<OperationOutput<Orders['list']>>().toEqualTypeOf<OrderPage>();
    expectTypeOf<OperationOutput<Orders['get']>>().toEqualTypeOf<Order>();
  });

  it('become methods: input optional where nothing is needed, the version needed where it decides', () => {
    expectTypeOf<Client['orders']['list']>().toBeCallableWith();
    expectTypeOf<Client['orders']['list']>().toBeCallableWith({ status: ['processing'] });
    expectTypeOf<Client['access']['session']>().returns.resolves.toEqualTypeOf<Session>();
    expectTypeOf<Client['access']['getPolicy']>().returns.resolves.toEqualTypeOf<Policy>();
    expectTypeOf<Client['access']['createEmbedSession']>().returns.resolves.toEqualTypeOf<EmbedSession>();
    expectTypeOf<Client['orders']['moveLine']>().toBeCallableWith(
      { number: 'A', id: '1', status: 'canceled' },
      { ifMatch: 1 },
    );
    // @ts-expect-error -- a decision without the version that was seen
    expectTypeOf<Client['orders']['moveLine']>().toBeCallableWith({
      number: 'A',
      id: '1',
      status: 'canceled',
    });
    // @ts-expect-error -- an order has a number
    expectTypeOf<Client['orders']['get']>().toBeCallableWith();
    // @ts-expect-error -- there is no such status
    expectTypeOf<Client['orders']['list']>().toBeCallableWith({ status: ['on-hold'] });
  });
});
