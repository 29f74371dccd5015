import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { html } from '@open-wc/testing';
import { NumberTable } from '../src/lib/numbers/number-table.element.ts';
import { MountedList, type PageWishes, placed } from './mounted-widget.ts';
import { numberSession, sampleAccounts, sampleNumber } from './sample-numbers.ts';
import { waitUntil } from './wait-until.ts';

NumberTable.define();

/** What a test says of the table that it wants; what it leaves out is the plain case. */
export interface NumbersWishes extends PageWishes {
  numbers?: readonly PhoneNumber[];
  accounts?: readonly ReachableAccount[];
  session?: Partial<Session>;
  next?: string | null;
  /** Has a word with the table before it is shown. */
  set?: Partial<NumberTable>;
  /** What the page puts into the table. */
  content?: unknown;
}

/** A table of numbers in a portal. */
export class MountedNumbers extends MountedList<NumberTable> {
  get table(): NumberTable {
    return this.widget;
  }

  /** What the server was asked for in lists of numbers, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.askedOf('numbers');
  }

  /** Begins to do something to a number, and waits for its form. */
  async begin(id: string, act: 'purpose' | 'move' | 'remove'): Promise<void> {
    const opener = this.find(`[data-key="${id}"] [data-act=${act}]`);
    opener.focus();
    opener.click();
    await waitUntil(() => this.has(`[data-key="${id}"] [data-form] form`), `no form to ${act}`);
    await this.settled();
  }

  /** Tells what has become of numbers of one account. */
  async tell(
    {
      account = 'acme',
      numbers = [],
      removed = [],
    }: {
      account?: string;
      numbers?: readonly PhoneNumber[];
      removed?: readonly PhoneNumber[];
    },
    until: () => boolean,
  ): Promise<void> {
    const gone = removed.map(({ id, number }) => ({ id, number }));
    this.connection.tell({ type: 'numbers.changed', data: { account, numbers, removed: gone } });
    await waitUntil(until);
    await this.settled();
  }
}

/** Puts a table onto the page and does not wait for anything. */
export async function mountNumbers(wishes: NumbersWishes = {}): Promise<MountedNumbers> {
  const { numbers = [sampleNumber(1)], accounts = sampleAccounts, next = null } = wishes;
  const mounted = new MountedNumbers(
    placed(wishes, html`<number-table>${wishes.content}</number-table>`, (connection) =>
      connection
        .answer('session', () => numberSession(wishes.session))
        .answer('session/accounts', () => ({ data: accounts, next: null }))
        .answer('numbers', () => ({ data: numbers, next, feed: 7 })),
    ),
  );
  Object.assign(mounted.table, wishes.set);
  await mounted.settled();
  return mounted;
}

/** Puts a table onto the page and waits until it shows its numbers, with the names of their accounts, and follows them. */
export async function mountedNumbers(wishes: NumbersWishes = {}): Promise<MountedNumbers> {
  const mounted = await mountNumbers(wishes);
  await mounted.shows('data');
  await mounted.isLive();
  return mounted;
}
