import { type Policy, wholePolicy } from '@numberdesk/core/access';
import { toInstant } from '@numberdesk/core/time';
import { type AccountBook, createAccountBook } from './account-book.ts';
import type { SessionCaller } from './caller.ts';
import { type EventFeed, createEventFeed } from './event-feed.ts';
import { type ImportBook, createImportBook } from './import-book.ts';
import { type KeptAnswers, createKeptAnswers } from './kept-answers.ts';
import type { MockOptions } from './mock-options.ts';
import { type NumberBook, createNumberBook } from './number-book.ts';
import { growNumber, sampleNumbers } from './number-seed.ts';
import { type OrderBook, createOrderBook } from './order-book.ts';
import { growOrder, sampleOrders } from './order-seed.ts';
import { type PortOutBook, type PortOutRecord, createPortOutBook } from './portout-book.ts';
import { type PortOutSeed, growPortOut, sampleOnFile, samplePortOuts } from './portout-seed.ts';
import { sessionOf } from './session-seed.ts';
import { type TokenBook, createTokenBook } from './token-book.ts';
import { type WebhookBook, createWebhookBook } from './webhook-book.ts';

/** All that the mock remembers. */
export interface Tenant {
  accounts: AccountBook;
  /** The first account: what is not said to be another's is its. */
  home: string;
  orders: OrderBook;
  numbers: NumberBook;
  imports: ImportBook;
  portouts: PortOutBook;
  tokens: TokenBook;
  feed: EventFeed;
  answers: KeptAnswers;
  webhooks: WebhookBook;
  policy: Policy;
  /** Whom any token stands for; `null` where only the mock's own are taken. */
  anyone: SessionCaller | null;
  /** Whether a number is in another tenant's inventory. */
  isHeldByOthers(number: string): boolean;
  /** Numbers that no line carries yet. */
  newNumbers(count: number): string[];
  /** Writes an order down as a test gives it. */
  grow(seed: Parameters<typeof growOrder>[0]): ReturnType<typeof growOrder>;
  /** Writes a port-out request down as a test gives it, new or in the place of another. */
  growPortOut(seed: PortOutSeed, id?: string): PortOutRecord;
}

/** Makes what there is at the beginning. */
export function createTenant(options: MockOptions, now: () => number): Tenant {
  const accounts = createAccountBook(options.accounts ?? [{ id: 'acme', name: 'Acme' }]);
  const home = accounts.list()[0]?.id ?? 'acme';
  const feed = createEventFeed();
  const numbers = createNumberBook({
    accounts,
    feed,
    now,
    isLeaving: (number) => tenant.portouts.isLeaving(number),
  });
  const heldByOthers = new Set(options.numbersOfOthers);
  const isHeldByOthers = (number: string) => heldByOthers.has(number);
  let given = 0;
  const tenant: Tenant = {
    accounts,
    home,
    feed,
    numbers,
    imports: createImportBook(),
    portouts: createPortOutBook({ accounts, feed, now }),
    isHeldByOthers,
    answers: createKeptAnswers(),
    webhooks: createWebhookBook(),
    policy: policyOf(options),
    anyone: sessionOf(options, home, now()),
    orders: createOrderBook({ accounts, feed, now, numbers, isHeldByOthers, policy: () => tenant.policy }),
    tokens: createTokenBook(options.secretKey ?? 'sk_mock', () => tenant.anyone),
    newNumbers: (count) => Array.from({ length: count }, () => `+1973${5_550_000 + given++}`),
    grow(seed) {
      const account = seed.account ?? home;
      const timeZone = accounts.find(account)?.timeZone ?? 'UTC';
      const calendar = { timeZone, holidays: tenant.policy.holidays };
      return growOrder(seed, { account, calendar, now: now(), newNumbers: tenant.newNumbers });
    },
    growPortOut(seed, id = tenant.portouts.newId()) {
      const account = seed.account ?? home;
      const timeZone = accounts.find(account)?.timeZone ?? 'UTC';
      const calendar = { timeZone, holidays: tenant.policy.holidays };
      const ground = { id, account, calendar, policy: tenant.policy.portouts, now: now() };
      return growPortOut(seed, { ...ground, newNumber: () => tenant.newNumbers(1)[0]! });
    },
  };
  for (const seed of options.orders ?? sampleOrders) tenant.orders.seed(tenant.grow(seed));
  for (const seed of options.numbers ?? sampleNumbers)
    numbers.write(growNumber(seed, { id: numbers.newId(), account: home, now: now() }));
  for (const seed of options.portouts ?? samplePortOuts) tenant.portouts.write(tenant.growPortOut(seed));
  for (const [account, onFile] of Object.entries(options.onFile ?? { [home]: sampleOnFile }))
    tenant.portouts.onFile.set(account, { ...nothingOnFile, ...onFile });
  const { syncedAt = null } = options;
  tenant.orders.syncedAt = syncedAt === null ? null : toInstant(syncedAt);
  return tenant;
}

const nothingOnFile = { name: null, address: null, zip: null, accountNumber: null, pin: null };

function policyOf({ policy, portOutPolicy }: MockOptions): Policy {
  const whole = wholePolicy(policy ?? {});
  return wholePolicy({ ...whole, portouts: { ...whole.portouts, ...(portOutPolicy as Policy['portouts']) } });
}
