import type { MockFailure, MockOptions } from './mock-options.ts';
import { routes } from './operation-routes.ts';
import { Refusal } from './refusal.ts';

/** No answer at all, as when the network is down. */
export class NetworkFailure extends Error {}

/** What a test turns to see a page wait or fail. */
export interface Knobs {
  delay: number;
  fail: MockOptions['fail'];
  /** Waits as long as it is told; for ever with `Infinity`, until the request is given up. */
  wait(): Promise<void>;
  /** @throws Refusal, NetworkFailure when this request is to fail. */
  mayFail(operation: string): void;
}

export function createKnobs({ delay = 0, fail = null }: Pick<MockOptions, 'delay' | 'fail'>): Knobs {
  let failure = known(fail);
  let failed = 0;
  const knobs: Knobs = {
    delay,
    get fail() {
      return failure;
    },
    set fail(next) {
      failure = known(next);
      failed = 0;
    },
    async wait() {
      if (knobs.delay === Infinity) await new Promise(() => undefined);
      if (knobs.delay > 0) await new Promise((resolve) => setTimeout(resolve, knobs.delay));
    },
    mayFail(operation) {
      const {
        code,
        on,
        times = Infinity,
        detail = 'The mock was told to fail.',
        retryAfter,
      } = asFailure(failure);
      if (code === null || (on !== undefined && on !== operation) || failed >= times) return;
      failed++;
      if (code === 'network') throw new NetworkFailure();
      const extras = retryAfter === undefined ? {} : { retryAfter };
      throw new Refusal(code, detail, extras);
    },
  };
  return knobs;
}

/** @throws RangeError for an operation that there is not: a test of that failure would try nothing. */
function known(fail: MockOptions['fail']): MockOptions['fail'] {
  const { on } = asFailure(fail);
  if (on === undefined || on === 'events' || routes.some(({ name }) => name === on)) return fail;
  throw new RangeError(`There is no operation "${on}" that could fail.`);
}

function asFailure(
  fail: MockOptions['fail'],
): Omit<MockFailure, 'code'> & { code: MockFailure['code'] | null } {
  return typeof fail === 'string' ? { code: fail } : (fail ?? { code: null });
}
