import { type Account, type AccountInput, levelAbove } from '@numberdesk/core/access';
import type { FieldProblem } from '@numberdesk/core/http';
import { invalid } from './refusal.ts';

/** An account as a test writes it down; what is left out is filled in. */
export type AccountSeed = Partial<Account> & { id: string };

/** The accounts of the mock. */
export interface AccountBook {
  find(id: string): Account | undefined;
  /** All, by id. */
  list(): Account[];
  /** The ids from the top down to an account, itself included. */
  pathOf(id: string): string[];
  /** @throws Refusal `invalid` for a parent that does not fit, and for a level or parent that was set otherwise. */
  put(id: string, input: AccountInput): Account;
}

export function createAccountBook(seeds: readonly AccountSeed[]): AccountBook {
  const accounts = new Map<string, Account>();
  for (const seed of seeds) accounts.set(seed.id, grow(seed));

  function pathOf(id: string): string[] {
    const parent = accounts.get(id)?.parent;
    return parent ? [...pathOf(parent), id] : [id];
  }

  return {
    find: (id) => accounts.get(id),
    list: () => [...accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    pathOf,
    put(id, input) {
      const known = accounts.get(id);
      const problem = parentProblem(input, accounts) ?? (known ? fixedProblem(input, known) : null);
      if (problem) throw invalid([problem]);
      const account: Account = { id, ...input, version: (known?.version ?? 0) + 1 };
      accounts.set(id, account);
      return account;
    },
  };
}

function grow(seed: AccountSeed): Account {
  return {
    name: seed.id,
    level: seed.parent ? 'business-unit' : 'business',
    parent: null,
    timeZone: 'America/New_York',
    locale: 'en',
    owner: { name: 'Grace Hopper', email: 'grace@acme.example' },
    recipients: [],
    contact: {},
    version: 1,
    ...seed,
  };
}

function parentProblem(
  { level, parent }: AccountInput,
  accounts: ReadonlyMap<string, Account>,
): FieldProblem | null {
  const wanted = levelAbove(level);
  const problem = (code: string, detail: string) => ({ path: '/parent', code, detail });
  if (wanted === null) return parent === null ? null : problem('not-at-the-top', 'The top has no parent.');
  if (parent === null) return problem('parent-needed', `A ${level} needs a ${wanted} as its parent.`);
  const above = accounts.get(parent);
  if (!above) return problem('not-found', 'There is no such account.');
  return above.level === wanted ? null : problem('wrong-level', `The parent of a ${level} is a ${wanted}.`);
}

function fixedProblem({ level, parent }: AccountInput, known: Account): FieldProblem | null {
  const detail = 'It stays as it was first set.';
  if (level !== known.level) return { path: '/level', code: 'level-fixed', detail };
  return parent === known.parent ? null : { path: '/parent', code: 'parent-fixed', detail };
}
