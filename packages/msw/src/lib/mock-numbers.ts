import { type PhoneNumber, compareNumbers } from '@numberdesk/core/numbers';
import { type NumberSeed, growNumber } from './number-seed.ts';
import { judgeNumber } from './number-verdict.ts';
import type { Tenant } from './tenant.ts';

/** What a test does to the inventory, in the stead of others; open pages hear of it. */
export interface MockNumbers {
  /** All there are, the newest first. */
  all(): PhoneNumber[];
  /** @throws RangeError when there is none. */
  get(number: string): PhoneNumber;
  /** Adds a number, or makes another of it. */
  put(seed: NumberSeed): PhoneNumber;
  /** Takes a number out of the inventory. */
  remove(number: string): void;
  /**
   * Records what staff finds of a number.
   *
   * @throws Error with the problem's `code` when the rules do not allow it.
   */
  judge(number: string, verdict: { valid: boolean; note?: string }): PhoneNumber;
  /** Tells of what has been approved by itself since the last request, as the server does within seconds. */
  settle(): void;
}

/** The handle on the inventory of whichever tenant there is now. */
export function mockNumbers(tenant: () => Tenant, now: () => number): MockNumbers {
  const get = (number: string): PhoneNumber => {
    const found = tenant().numbers.find(number);
    if (!found) throw new RangeError(`The mock has no number ${number}.`);
    return found;
  };
  return {
    get,
    all: () => tenant().numbers.all().sort(compareNumbers()),
    put(seed) {
      const { numbers, home } = tenant();
      const known = numbers.find(seed.number);
      const { id, account, version } = known ?? { id: numbers.newId(), account: home, version: 0 };
      const after = numbers.write(growNumber(seed, { id, account, now: now(), version: version + 1 }));
      if (known && known.account !== after.account) numbers.tell(known.account, { removed: [known] });
      numbers.tell(after.account, { numbers: [after] });
      return after;
    },
    remove(number) {
      const known = get(number);
      tenant().numbers.remove(known.id);
      tenant().numbers.tell(known.account, { removed: [known] });
    },
    judge: (number, { valid, note }) =>
      judgeNumber(tenant(), get(number), { valid, note: note ?? null }, now()),
    settle: () => tenant().numbers.settle(),
  };
}
