import { type PermissionSet, permissionSets } from '@numberdesk/core/access';
import type { ProblemBody } from '@numberdesk/core/http';
import { type PortOutDetail, portOutApi } from '@numberdesk/core/portouts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portOut, portOutDesk, rejection } from '../../../test/portout-desk.ts';
import { databaseKinds } from '../../../test/test-database.ts';
import { type TestServer, type TestTenant, openTestServer } from '../../../test/test-server.ts';

type Name = keyof typeof portOutApi;

/** What a route is asked about. */
interface Target extends Pick<PortOutDetail, 'id' | 'version'> {
  account: string;
  /** Its number, which no other request has. */
  tn: string;
  /** A line of the charges. */
  charge: string;
}

/** In which state each route takes a request, and what it is sent. */
const routes: Record<Name, { state?: State; path(target: Target): string; body?(target: Target): object }> = {
  list: { path: ({ account }) => `portouts?account=${account}` },
  get: { path: ({ id }) => `portouts/${id}` },
  record: { path: () => 'portouts', body: ({ account }) => portOut({ account }) },
  accept: { path: ({ id }) => `portouts/${id}/accept`, body: () => ({}) },
  reject: { path: ({ id }) => `portouts/${id}/reject`, body: () => rejection },
  judge: { state: 'review', path: ({ id }) => `portouts/${id}/verdict`, body: () => ({ valid: true }) },
  cancel: { path: ({ id }) => `portouts/${id}/cancel`, body: () => ({}) },
  port: {
    state: 'accepted',
    path: ({ id, tn }) => `portouts/${id}/numbers/${encodeURIComponent(tn)}/ported`,
    body: () => ({}),
  },
  reasons: { path: ({ id }) => `portouts/${id}/rejection-reasons` },
  addNote: { path: ({ id }) => `portouts/${id}/notes`, body: () => ({ text: 'Ours.' }) },
  evidence: { path: ({ id }) => `portouts/${id}/evidence` },
  charges: { path: ({ account }) => `portout-charges?account=${account}` },
  correctCharge: {
    state: 'ported',
    path: ({ charge }) => `portout-charges/${charge}/corrections`,
    body: () => ({ amount: { amountMinor: 5, currency: 'USD' }, note: 'Agreed.' }),
  },
  putServiceRecord: { path: ({ account }) => `accounts/${account}/service-record`, body: () => ({}) },
  serviceRecord: { path: ({ account }) => `accounts/${account}/service-record` },
};

type State = 'pending' | 'review' | 'accepted' | 'ported';

/** Where a request is, seen from where somebody acts; `acts` is `null` for staff. */
const places = {
  own: { acts: 'acme-east', request: 'acme-east' },
  below: { acts: 'acme-east', request: 'acme-east-1' },
  beside: { acts: 'acme-east-1', request: 'acme-east-2' },
  'in another business': { acts: 'acme-east', request: 'beta' },
  above: { acts: 'acme-east', request: 'acme' },
  foreign: { acts: 'acme-east', request: 'theirs' },
  unknown: { acts: 'acme-east', request: 'nowhere' },
} as const;

type Place = keyof typeof places;
type Holder = PermissionSet | 'key' | 'nobody';

const holders: readonly Holder[] = ['nobody', 'viewer', 'member', 'admin', 'owner', 'staff', 'key'];
const held = (holder: Holder): readonly string[] =>
  holder === 'nobody' ? ['orders:view'] : holder === 'key' ? [] : permissionSets[holder];
const seesAll = (holder: Holder) => holder === 'staff' || holder === 'key';

function mayAct(holder: Holder, name: Name): boolean {
  const { needs } = portOutApi[name];
  return holder === 'key' || (needs !== 'secret-key' && held(holder).includes(needs));
}

function isThere(holder: Holder, place: Place): boolean {
  if (place === 'foreign' || place === 'unknown') return false;
  return seesAll(holder) || place === 'own' || place === 'below';
}

describe.each(databaseKinds)('who may do what with port-outs, on %s', (kind) => {
  let server: TestServer;
  let tenant: TestTenant;
  let other: TestTenant;
  let desk: ReturnType<typeof portOutDesk>;
  const sessions = new Map<string, string>();
  const targets = new Map<string, Target>();
  let prepared = 0;
  beforeAll(async () => {
    server = await openTestServer(kind, { limits: { requestsPerSession: 0 } });
    desk = portOutDesk(server);
    tenant = await server.newTenantWithAccounts();
    other = await server.newTenantWithAccounts();
    const theirs = { name: 'Theirs', level: 'business', owner: { name: 'O', email: 'o@theirs.test' } };
    await desk.send(other.key, 'PUT', 'accounts/theirs', { body: theirs });
  });
  afterAll(() => server.close());

  async function tokenOf(holder: Holder, account: string): Promise<string> {
    if (holder === 'key') return tenant.key;
    const key = `${holder} ${account}`;
    const acts = holder === 'staff' ? null : account;
    const may = holder === 'nobody' ? { permissions: ['orders:view' as const] } : { permissionSet: holder };
    const token = sessions.get(key) ?? (await server.newSession(tenant, { account: acts, ...may }));
    sessions.set(key, token);
    return token;
  }

  async function prepare(place: Place, state: State): Promise<Target> {
    const { request: account } = places[place];
    const nowhere = { id: '019ab000-0000-7000-8000-000000000000', version: 1, account, tn: '+15013334444' };
    if (place === 'unknown') return { ...nowhere, charge: nowhere.id };
    const { key } = place === 'foreign' ? other : tenant;
    const tn = `+1501333${4000 + ++prepared}`;
    let made = await desk.record(key, { account, numbers: [tn] });
    if (state === 'review') made = await desk.done(key, made, 'reject', rejection);
    if (state === 'accepted' || state === 'ported') made = await desk.done(key, made, 'accept');
    if (state !== 'ported') return { ...made, tn, charge: '' };
    made = await desk.done(key, made, `numbers/${encodeURIComponent(tn)}/ported`);
    const { body } = await desk.send<{ lines: { id: string; portout: string }[] }>(
      key,
      'GET',
      `portout-charges?account=${account}&limit=200`,
    );
    return { ...made, tn, charge: body.lines.find(({ portout }) => portout === made.id)!.id };
  }

  /** A request that nothing will be done to is there once for all. */
  async function targetOf(place: Place, state: State, isChanged: boolean): Promise<Target> {
    const key = `${place} ${state}`;
    const target = (!isChanged && targets.get(key)) || (await prepare(place, state));
    if (!isChanged) targets.set(key, target);
    return target;
  }

  it.each(Object.keys(routes) as Name[])('ACC-1, ACC-2, ACC-4, POR-10: %s', async (name) => {
    const { state = 'pending', path, body } = routes[name];
    const { method, needs } = portOutApi[name];
    const refused = new Map<Holder, Set<string>>();
    for (const holder of holders) {
      for (const place of Object.keys(places) as Place[]) {
        const works = mayAct(holder, name) && isThere(holder, place);
        const target = await targetOf(place, state, works && method === 'post');
        const answer = await desk.send<ProblemBody>(
          await tokenOf(holder, places[place].acts),
          method.toUpperCase(),
          path(target),
          { body: body?.(target), headers: { 'if-match': `"${target.version}"` } },
        );
        const expected = !mayAct(holder, name)
          ? 403
          : works
            ? name.match(/^(record|addNote|correctCharge)$/)
              ? 201
              : 200
            : 404;
        expect([answer.status, answer.body.code], `${holder}, ${place}`).toEqual([
          expected,
          expected === 403 ? 'forbidden' : expected === 404 ? 'not-found' : undefined,
        ]);
        if (expected === 403 && needs !== 'secret-key') expect(answer.body.permission).toBe(needs);
        if (expected !== 404) continue;
        const { requestId: _, ...told } = answer.body;
        refused.set(holder, (refused.get(holder) ?? new Set()).add(JSON.stringify(told)));
      }
    }
    // What does not exist and what the caller must not know of is answered in the same words.
    for (const [holder, answers] of refused) expect(answers.size, holder).toBe(1);
    expect(refused.size).toBeGreaterThan(0);
  });
});
