import type { PortOut, Rejection } from '@numberdesk/core/portouts';
import {
  type PortOutAct,
  acceptPortOut,
  cancelPortOut,
  judgeRejection,
  portNumber,
  rejectPortOut,
} from './portout-acts.ts';
import type { PortOutRecord } from './portout-book.ts';
import type { PortOutSeed } from './portout-seed.ts';
import type { Tenant } from './tenant.ts';

/** Who does something in a test: a colleague in the same account unless given; `null` in `account` is the provider. */
export interface MockActor {
  name: string;
  account: string | null;
}

/** What a test does to port-out requests, in the stead of others; open pages hear of it. */
export interface MockPortOuts {
  /** All there are, in the order in which they were written down. */
  all(): PortOut[];
  /** By the request's number, or by our id. @throws RangeError when there is none. */
  get(request: string): PortOut;
  /** Writes a request down, or another in the place of the one with its number. */
  put(seed: PortOutSeed): PortOut;
  /** @throws Error with the problem's `code` when the rules do not allow it; so do the acts below. */
  accept(request: string, focDate?: string, by?: MockActor): PortOut;
  reject(request: string, rejection: Rejection, by?: MockActor): PortOut;
  judge(request: string, verdict: { valid: boolean; note?: string }, by?: MockActor): PortOut;
  cancel(request: string, what?: { numbers?: string[]; note?: string }, by?: MockActor): PortOut;
  port(request: string, tn: string, portedOn?: string, by?: MockActor): PortOut;
  /** Tells of what silence has authorized since the last request, as the server does within seconds. */
  settle(): void;
}

/** The handle on the port-outs of whichever tenant there is now. */
export function mockPortOuts(tenant: () => Tenant, now: () => number): MockPortOuts {
  const find = (request: string) =>
    tenant()
      .portouts.all()
      .find(({ facts }) => facts.request === request || facts.id === request);
  const recordOf = (request: string): PortOutRecord => {
    const record = find(request);
    if (!record) throw new RangeError(`The mock has no port-out ${request}.`);
    return record;
  };
  const told = (record: PortOutRecord): PortOut => {
    const { portouts } = tenant();
    const written = portouts.write(record);
    portouts.tell(written);
    return portouts.shown(written);
  };
  const act = (
    request: string,
    by: MockActor | undefined,
    side: 'customer' | 'provider',
    how: (act: PortOutAct) => PortOutRecord,
  ) => {
    tenant().portouts.settle();
    const record = recordOf(request);
    const account = side === 'customer' ? record.facts.account : null;
    const doer = by ?? { name: side === 'customer' ? 'Grace Hopper' : 'Desk', account };
    return told(how({ tenant: tenant(), record, doer, now: now(), current: null }));
  };
  return {
    all: () =>
      tenant()
        .portouts.all()
        .map((record) => tenant().portouts.shown(record)),
    get: (request) => tenant().portouts.shown(recordOf(request)),
    put(seed) {
      const known = seed.request === undefined ? undefined : find(seed.request);
      return told(tenant().growPortOut(seed, known?.facts.id));
    },
    accept: (request, focDate, by) => act(request, by, 'customer', (given) => acceptPortOut(given, focDate)),
    reject: (request, rejection, by) =>
      act(request, by, 'customer', (given) => rejectPortOut(given, rejection)),
    judge: (request, verdict, by) => act(request, by, 'provider', (given) => judgeRejection(given, verdict)),
    cancel: (request, what = {}, by) => act(request, by, 'provider', (given) => cancelPortOut(given, what)),
    port: (request, tn, portedOn, by) =>
      act(request, by, 'provider', (given) => portNumber(given, tn, portedOn)),
    settle: () => tenant().portouts.settle(),
  };
}
