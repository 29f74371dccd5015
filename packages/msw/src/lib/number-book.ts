import { isInScope } from '@numberdesk/core/access';
import { type NumberFacts, type PhoneNumber, numberBody, numberNews } from '@numberdesk/core/numbers';
import type { AccountBook } from './account-book.ts';
import type { EventFeed } from './event-feed.ts';

/** What the inventory stands on. */
export interface NumberGround {
  accounts: AccountBook;
  feed: EventFeed;
  now: () => number;
  /** Whether a port-out of a number is open (POR-7). */
  isLeaving: (number: string) => boolean;
}

/** Numbers that an order carries, and carried before. */
export interface Provision {
  order: string;
  account: string;
  carries: readonly string[];
  had: readonly string[];
  at: string;
}

/** The inventory of the mock. Nobody hears of a change until it is told. */
export interface NumberBook {
  all(): PhoneNumber[];
  /** By the number itself. */
  find(number: string): PhoneNumber | undefined;
  byId(id: string): PhoneNumber | undefined;
  /** What is written down of a number, for whoever changes it. */
  facts(id: string): NumberFacts | undefined;
  newId(): string;
  /** Writes a number down; the answer is what is shown of it. */
  write(facts: NumberFacts): PhoneNumber;
  remove(id: string): void;
  /** Numbers that staff has rejected and that were removed then (NUM-9). */
  readonly rejected: Set<string>;
  /** Tells whoever watches an account. */
  tell(account: string, news: { numbers?: readonly PhoneNumber[]; removed?: readonly PhoneNumber[] }): void;
  /** Writes down and tells what has been approved by itself meanwhile (NUM-9). */
  settle(): void;
  /** Tells of numbers of which a port-out has begun or ended, in a new version, those within an account (POR-7). */
  renew(numbers: readonly string[], account: string): void;
  /** Brings the inventory in line with an order; with `quietly`, without a word to anybody (ORD-7). */
  provision(provision: Provision, quietly: boolean): void;
}

export function createNumberBook({ accounts, feed, now, isLeaving }: NumberGround): NumberBook {
  const records = new Map<string, NumberFacts>();
  /** Ids by number: a batch asks for thousands. */
  const ids = new Map<string, string>();
  let count = 0;

  const body = (facts: NumberFacts) => numberBody(facts, now(), isLeaving(facts.number));
  const shown = (facts: NumberFacts | undefined) => facts && body(facts);
  const byNumber = (number: string) => records.get(ids.get(number) ?? '');

  const book: NumberBook = {
    all: () => [...records.values()].map(body),
    find: (number) => shown(byNumber(number)),
    byId: (id) => shown(records.get(id)),
    facts: (id) => records.get(id),
    newId: () => `number-${++count}`,
    rejected: new Set(),

    remove(id) {
      ids.delete(records.get(id)?.number ?? '');
      records.delete(id);
    },

    write(facts) {
      records.set(facts.id, facts);
      ids.set(facts.number, facts.id);
      return body(facts);
    },

    tell(account, news) {
      const to = { at: now(), permission: 'numbers:view', path: accounts.pathOf(account) } as const;
      for (const data of numberNews(account, news)) feed.append({ type: 'numbers.changed', ...to, data });
    },

    settle() {
      const due = [...records.values()].filter((facts) => body(facts).status !== facts.status);
      const settled = due.map((facts) => {
        const { leaving: _, ...settled } = body(facts);
        return book.write({ ...settled, approvesAt: null } as NumberFacts);
      });
      for (const [account, numbers] of Map.groupBy(settled, (number) => number.account))
        book.tell(account, { numbers });
    },

    renew(numbers, account) {
      const within = [...records.values()].filter(
        (facts) => numbers.includes(facts.number) && isInScope(account, accounts.pathOf(facts.account)),
      );
      const renewed = within.map((facts) => book.write({ ...facts, version: facts.version + 1 }));
      for (const [own, told] of Map.groupBy(renewed, (number) => number.account))
        book.tell(own, { numbers: told });
    },

    provision({ order, account, carries, had, at }, quietly) {
      const removed = had.flatMap((number) => {
        const held = carries.includes(number) ? undefined : book.find(number);
        return held?.order === order ? [held] : [];
      });
      for (const { id } of removed) book.remove(id);
      const fresh = carries.filter((number) => !had.includes(number) && !book.find(number));
      const numbers = fresh.map((number) =>
        book.write({
          id: book.newId(),
          number,
          account,
          purpose: null,
          status: 'approved',
          statusChangedAt: at,
          approvesAt: null,
          note: null,
          warning: null,
          order,
          addedAt: at,
          version: 1,
        }),
      );
      if (!quietly) book.tell(account, { numbers, removed });
    },
  };
  return book;
}
