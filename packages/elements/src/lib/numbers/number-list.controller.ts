import { type ReachableAccount, type Session, missingPermission } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';
import { type PhoneNumber, compareNumbers, listNumbers, matchesNumberQuery } from '@numberdesk/core/numbers';
import type { ReactiveElement } from 'lit';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import type { Clock } from '../internal/clock.ts';
import { ListChoiceController } from '../internal/list-choice.controller.ts';
import { ListFeedController } from '../internal/list-feed.controller.ts';
import type { LiveRule } from '../internal/live-list.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';
import { accountsById } from './number-table-accounts.ts';
import type { NumberAccount } from './number-table-view.ts';
import {
  type NumberAsk,
  type NumberChoices,
  plainNumbers,
  readNumberChoices,
  toNumberAsk,
  writeNumberChoices,
} from './number-list-state.ts';

const none: readonly ReachableAccount[] = [];

/** Where the numbers come from, and who wants to know of them. */
export interface NumberListOptions {
  session: () => Resource<Session>;
  connection: () => Connection | null;
  clock: () => Clock;
  /** Told of a reader's choice, as it is written. */
  onChoice: (viewState: string) => void;
}

/** The numbers that a table shows, what is chosen of them, and the accounts that they sit in. */
export class NumberListController {
  readonly choice: ListChoiceController<NumberChoices, NumberAsk>;
  readonly feed: ListFeedController<PhoneNumber, NumberAsk>;
  #byId = accountsById(null, none);
  #byIdOf: readonly [unknown, unknown] = [null, none];
  readonly #accounts: ResourceController<Connection, readonly ReachableAccount[]>;

  constructor(host: ReactiveElement, { session, connection, clock, onChoice }: NumberListOptions) {
    const source = () => (mayView(session().data) ? connection() : null);
    this.choice = new ListChoiceController<NumberChoices, NumberAsk>(host, {
      plain: plainNumbers,
      read: readNumberChoices,
      write: writeNumberChoices,
      toAsk: toNumberAsk,
      clock,
      onChange: onChoice,
    });
    this.feed = new ListFeedController<PhoneNumber, NumberAsk>(host, {
      connection: source,
      ask: () => this.choice.ask,
      clock,
      rule: ruleOf,
      page: (connection, { filter, sort }, wish, signal) =>
        connection.call(listNumbers, { ...filter, sort, ...wish }, { signal }),
    });
    this.#accounts = new ResourceController<Connection, readonly ReachableAccount[]>(host, {
      source,
      load: reachableAccounts,
    });
  }

  /** The accounts in reach; none while they are on their way. */
  get accounts(): readonly ReachableAccount[] {
    return this.#accounts.value.data ?? none;
  }

  /** The same by their ids, together with the session's own; the same map as long as they are the same. */
  accountsById(own: Session['account']): ReadonlyMap<string, NumberAccount> {
    const of = [own, this.accounts] as const;
    if (this.#byIdOf[0] !== own || this.#byIdOf[1] !== this.accounts) {
      this.#byIdOf = of;
      this.#byId = accountsById(...of);
    }
    return this.#byId;
  }
}

const mayView = (session: Session | null) =>
  session !== null && missingPermission(session, 'numbers:view') === null;

/** Accounts below one that is asked for are known by their parents only. */
async function ruleOf({ filter, sort }: NumberAsk, connection: Connection): Promise<LiveRule<PhoneNumber>> {
  const accounts = filter.account ? await reachableAccounts(connection) : none;
  const parents = new Map(accounts.map(({ id, parent }) => [id, parent]));
  const isWithin = (own: string | null | undefined, wanted: string): boolean =>
    own === wanted || (own ? isWithin(parents.get(own), wanted) : false);
  return {
    keyOf: ({ id }) => id,
    compare: compareNumbers(sort),
    belongs: (number) => matchesNumberQuery(number, filter, isWithin),
  };
}
