import type { Connection } from '@numberdesk/core/http';
import type { ReachableAccount } from '@numberdesk/core/access';
import type { ReactiveController, ReactiveElement } from 'lit';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import { ResourceController } from '../internal/resource-controller.ts';
import { type AccountChoice, accountChoices } from './number-importer-accounts.ts';

/** What the choice of an account follows from. */
export interface AccountOptions {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  /** The account that the page asks for. */
  wanted: () => string | null;
  /** The account that the session acts in; staff acts in none. */
  own: () => { id: string; name: string; level: string } | null;
}

/** The account that numbers are added to: the one that was chosen, the page's, or the session's own (NUM-1). */
export class NumberImporterAccounts implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: AccountOptions;
  readonly #accounts: ResourceController<Connection, readonly ReachableAccount[]>;
  #chosen: string | null = null;
  #wanted: string | null = null;
  #isMissed = false;
  #hasToFocus = false;
  #made: { from: unknown; choices: readonly AccountChoice[] } | null = null;

  constructor(host: ReactiveElement, options: AccountOptions) {
    this.#host = host;
    this.#options = options;
    this.#accounts = new ResourceController<Connection, readonly ReachableAccount[]>(host, {
      source: options.connection,
      load: reachableAccounts,
    });
    host.addController(this);
  }

  /** Why the accounts are not here. */
  get error(): unknown {
    const { value } = this.#accounts;
    return value.state === 'error' ? value.error : null;
  }

  /** Whether they are on their way. */
  get isLoading(): boolean {
    return this.#accounts.value.data === null && this.error === null;
  }

  /** What can be chosen among. */
  get choices(): readonly AccountChoice[] {
    const { data } = this.#accounts.value;
    if (this.#made?.from !== data) this.#made = { from: data, choices: accountChoices(data ?? []) };
    return this.#made.choices;
  }

  /** Where numbers go; `null` where that is still to be chosen. */
  get account(): { id: string; name: string; level: string } | null {
    const id = this.#chosen ?? this.#options.wanted();
    const own = this.#options.own();
    if (id === null || id === own?.id) return own;
    if (this.#accounts.value.data === null) return { id, name: id, level: '' };
    return this.choices.find((choice) => choice.id === id) ?? null;
  }

  /** Whether somebody has tried to go on without one. */
  get isMissed(): boolean {
    return this.#isMissed && this.account === null;
  }

  readonly reload = (): void => this.#accounts.reload();

  readonly choose = (id: string): void => {
    this.#chosen = id;
    this.#host.requestUpdate();
  };

  /** The account for whoever goes on with it; where there is none, the choice shows that one is needed. */
  get taken(): { id: string; name: string } | null {
    const { account } = this;
    if (account === null) {
      this.#isMissed = true;
      this.#hasToFocus = true;
      this.#host.requestUpdate();
    }
    return account;
  }

  hostUpdate(): void {
    const wanted = this.#options.wanted();
    if (wanted !== this.#wanted) this.#chosen = null;
    this.#wanted = wanted;
  }

  hostUpdated(): void {
    if (!this.#hasToFocus) return;
    this.#hasToFocus = false;
    this.#host.renderRoot.querySelector<HTMLElement>('#account')?.focus();
  }
}
