import type { Policy } from '@numberdesk/core/access';
import {
  type LineMoveProblem,
  type Order,
  type OrderChangeRecord,
  type OrderFacts,
  carriedNumbersProblems,
  lineMoveProblem,
  numbersFieldProblem,
  orderBody,
} from '@numberdesk/core/orders';
import { type Instant, toInstant } from '@numberdesk/core/time';
import type { AccountBook } from './account-book.ts';
import type { EventFeed } from './event-feed.ts';
import type { NumberBook } from './number-book.ts';
import { Refusal, invalid } from './refusal.ts';

/** What the orders stand on. */
export interface OrderGround {
  accounts: AccountBook;
  feed: EventFeed;
  numbers: NumberBook;
  /** Whether another tenant holds a number. */
  isHeldByOthers: (number: string) => boolean;
  policy: () => Policy;
  now: () => number;
}

/** Who changes an order; `null` for the reseller's own server, and for what the test itself does. */
export type Doer = { account: string | null; name: string } | null;

/** A change as the mock remembers it. */
export type BookedChange = Omit<OrderChangeRecord, 'by'> & { doer: Doer };

/** The orders of the mock. A change is told to whoever watches. */
export interface OrderBook {
  syncedAt: Instant | null;
  find(number: string): Order | undefined;
  all(): Order[];
  /** Writes down an order as it is, without a word to anybody. */
  seed(facts: OrderFacts): void;
  /** Writes down an order, new or known, and tells of it. @throws Refusal `invalid` for numbers that do not fit. */
  put(facts: OrderFacts, doer?: Doer): Order;
  /** Moves a line. @throws Refusal `not-found`, `transition-not-allowed`, `invalid`. */
  move(order: Order, line: string, to: { status: string; numbers: string[] }, doer?: Doer): Order;
  /** What has become of an order, the newest first. */
  changesOf(number: string): BookedChange[];
}

export function createOrderBook(ground: OrderGround): OrderBook {
  const { accounts, feed, numbers, policy, now } = ground;
  const records = new Map<string, { facts: OrderFacts; version: number }>();
  const changes = new Map<string, BookedChange[]>();

  function find(number: string): Order | undefined {
    const record = records.get(number);
    const { retentionDays } = policy();
    return record && orderBody(record.facts, { version: record.version, retentionDays });
  }

  function write(facts: OrderFacts, doer: Doer, quietly = false): Order {
    const { number } = facts;
    const before = find(number) ?? null;
    records.set(number, { facts, version: (before?.version ?? 0) + 1 });
    const after = find(number) as Order;
    const booked = changes.get(number) ?? [];
    changes.set(number, [
      { id: String(after.version), at: toInstant(now()), doer, before, after },
      ...booked,
    ]);
    const [carries, had] = [carriedBy(after), carriedBy(before)];
    numbers.provision({ order: number, account: after.account, carries, had, at: toInstant(now()) }, quietly);
    return after;
  }

  function tell(order: Order): Order {
    const path = accounts.pathOf(order.account);
    feed.append({ type: 'order.changed', at: now(), permission: 'orders:view', path, data: { order } });
    return order;
  }

  return {
    syncedAt: null,
    find,
    all: () => [...records.keys()].map((number) => find(number) as Order),
    seed: (facts) => void write(facts, null, true),
    changesOf: (number) => changes.get(number) ?? [],

    put(facts, doer = null) {
      const problems = carriedNumbersProblems(facts.lines);
      if (problems.length > 0) throw invalid(problems);
      requireFree(facts, ground, (line, index) => `/lines/${line}/numbers/${index}`);
      return tell(write(facts, doer));
    },

    move(order, id, { status, numbers }, doer = null) {
      const line = order.lines.find((line) => line.id === id);
      if (!line) throw new Refusal('not-found', 'There is no such line in this order.');
      const problem = lineMoveProblem(line, status, numbers);
      if (problem?.code === 'transition-not-allowed') throw noSuchMove(problem);
      if (problem) throw invalid([numbersFieldProblem(problem, numbers)]);
      const moved = { ...line, status, numbers, statusChangedAt: toInstant(now()) };
      const lines = order.lines.map((other) => (other === line ? moved : other));
      const facts = { ...order, lines };
      requireFree(facts, ground, (_, index) => `/numbers/${index}`);
      return tell(write(facts, doer));
    },
  };
}

function noSuchMove({ from, to }: Extract<LineMoveProblem, { code: 'transition-not-allowed' }>): Refusal {
  const detail = `A line that is ${from} cannot become ${to}.`;
  return new Refusal('transition-not-allowed', detail, {
    errors: [{ path: '/status', code: 'transition-not-allowed', detail }],
  });
}

const carriedBy = (order: Order | null) => order?.lines.flatMap((line) => line.numbers) ?? [];

/** A number sits in one account: the same order may say it again, and any other of its account. @throws Refusal `invalid`. */
function requireFree(
  { account, lines }: OrderFacts,
  { numbers, isHeldByOthers }: Pick<OrderGround, 'numbers' | 'isHeldByOthers'>,
  pathOf: (line: number, index: number) => string,
): void {
  const isHeldElsewhere = (number: string) => {
    const held = numbers.find(number);
    return held ? held.account !== account : isHeldByOthers(number);
  };
  const errors = lines.flatMap((line, at) =>
    line.numbers.flatMap((number, index) =>
      isHeldElsewhere(number)
        ? [{ path: pathOf(at, index), code: 'held-elsewhere', detail: 'The number is held elsewhere.' }]
        : [],
    ),
  );
  if (errors.length > 0) throw invalid(errors);
}
