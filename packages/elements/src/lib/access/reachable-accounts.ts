import { type ReachableAccount, listReachableAccounts } from '@numberdesk/core/access';
import type { Connection } from '@numberdesk/core/http';

const asked = new WeakMap<Connection, Promise<readonly ReachableAccount[]>>();

/** The account that a session acts in and what lies below it, asked for once; a failure is asked for again (ACC-1). */
export function reachableAccounts(connection: Connection): Promise<readonly ReachableAccount[]> {
  let accounts = asked.get(connection);
  if (!accounts) {
    accounts = readAll(connection);
    asked.set(connection, accounts);
    accounts.catch(() => asked.delete(connection));
  }
  return accounts;
}

async function readAll(connection: Connection): Promise<ReachableAccount[]> {
  const accounts: ReachableAccount[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await connection.call(listReachableAccounts, { limit: 200, ...(cursor ? { cursor } : {}) });
    accounts.push(...page.data);
    cursor = page.next;
  }
  return accounts;
}
