import type { Connection } from '@numberdesk/core/http';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import type { AccountParents } from './order-rule.ts';

/** Asks which account is above each that the reader reaches: accounts below one are known by that only (ACC-1). */
export async function accountParents(connection: Connection): Promise<AccountParents> {
  const accounts = await reachableAccounts(connection);
  return new Map(accounts.map(({ id, parent }) => [id, parent]));
}
