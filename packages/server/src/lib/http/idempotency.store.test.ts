import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import type { TenantId, TenantTransaction } from '../db/database.ts';
import { type ClaimRequest, idempotencyStore } from './idempotency.store.ts';

const day = 86_400_000;
const name = { subject: 'session:1', operation: 'orders.place', key: 'k-1' };
const request: ClaimRequest = { ...name, requestHash: 'body', now: noon };
const answer = { status: 201, etag: '"1"', body: '{"number":"1"}' };

/** Claims a key and, where it may, does something once and keeps the answer. */
async function act(tx: TenantTransaction, change: Partial<ClaimRequest> = {}, effect = async () => {}) {
  const store = idempotencyStore(tx);
  const claim = await store.claim({ ...request, ...change });
  if (claim !== 'claimed') return claim;
  await effect();
  await store.complete({ ...name, ...change }, answer);
  return claim;
}

describe.each(databaseKinds)('idempotency keys on %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const claim = (tenant: TenantId, change: Partial<ClaimRequest> = {}) =>
    database.write(tenant, (tx) => act(tx, change));

  it('give the first answer again for the same request', async () => {
    const tenant = await database.newTenant();
    expect(await claim(tenant)).toBe('claimed');
    expect(await claim(tenant)).toEqual({ replay: answer });
    expect(await claim(tenant, { now: noon + 7 * day - 1 })).toEqual({ replay: answer });
  });

  it('know another request by its content', async () => {
    const tenant = await database.newTenant();
    await claim(tenant);
    expect(await claim(tenant, { requestHash: 'other body' })).toBe('mismatch');
    expect(await claim(tenant)).toEqual({ replay: answer });
  });

  it('belong to a tenant, a subject and an operation', async () => {
    const tenant = await database.newTenant();
    await claim(tenant);
    expect(await claim(tenant, { subject: 'session:2' })).toBe('claimed');
    expect(await claim(tenant, { operation: 'orders.moveLine' })).toBe('claimed');
    expect(await claim(await database.newTenant())).toBe('claimed');
  });

  it('are free again after seven days, though nobody has purged them', async () => {
    const tenant = await database.newTenant();
    await claim(tenant);
    const later = { now: noon + 7 * day, requestHash: 'other body' };
    expect(await claim(tenant, later)).toBe('claimed');
    expect(await claim(tenant, later)).toEqual({ replay: answer });
  });

  it('are free again when what they stood for was undone', async () => {
    const tenant = await database.newTenant();
    const undone = database.write(tenant, (tx) => act(tx, {}, () => Promise.reject(new Error('no'))));
    await expect(undone).rejects.toThrow('no');
    expect(await claim(tenant)).toBe('claimed');
  });

  it('are in progress while an answer is missing', async () => {
    const tenant = await database.newTenant();
    await database.write(tenant, (tx) => idempotencyStore(tx).claim(request));
    expect(await claim(tenant)).toBe('in-progress');
  });

  it('let one of twelve act that come at once', async () => {
    const tenant = await database.newTenant();
    let effects = 0;
    const claims = Array.from({ length: 12 }, () =>
      database.write(tenant, (tx) => act(tx, {}, async () => void effects++)),
    );
    const outcomes = await Promise.all(claims);
    expect(outcomes.filter((outcome) => outcome === 'claimed')).toEqual(['claimed']);
    expect(outcomes.filter((outcome) => outcome === 'mismatch')).toEqual([]);
    expect(effects).toBe(1);
    expect(await claim(tenant)).toEqual({ replay: answer });
  });

  it('say soon that the first request is still running, and leave the transaction usable', async ({
    skip,
  }) => {
    skip(kind === 'pglite', 'one session: the second request waits for the first before it begins');
    const tenant = await database.newTenant();
    let finish: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const begun = new Promise<void>((resolve) => {
      void database.write(tenant, (tx) =>
        act(tx, {}, () => {
          resolve();
          return finished;
        }),
      );
    });
    await begun;
    const second = await database.write(tenant, async (tx) => {
      const outcome = await act(tx);
      const setting = await tx.db
        .selectFrom('tenants')
        .select('name')
        .where('tenant_id', '=', tenant)
        .execute();
      return [outcome, setting.length];
    });
    expect(second).toEqual(['in-progress', 1]);
    finish();
    expect(await claim(tenant)).toEqual({ replay: answer });
  });
});
