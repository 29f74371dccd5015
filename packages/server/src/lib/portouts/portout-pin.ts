import { pinProblems } from '@numberdesk/core/portouts';
import type { TenantTransaction } from '../db/database.ts';
import { invalid } from '../http/refusal.ts';
import type { StoredPortOut } from './portout-rows.store.ts';
import { serviceRecordStore } from './service-record.store.ts';

/** The PIN that was submitted with a request and the one on file: what somebody writes may hold neither (POR-3). */
export async function pinsOf(
  tx: TenantTransaction,
  { submitted, accountId }: Pick<StoredPortOut, 'submitted' | 'accountId'>,
): Promise<(string | null)[]> {
  return [submitted.pin, (await serviceRecordStore(tx).get(accountId))?.pin ?? null];
}

/** What somebody writes about a request holds no PIN: it would be stored and shown. @throws Refusal `invalid`. */
export async function requireNoPin(
  tx: TenantTransaction,
  portout: StoredPortOut,
  texts: Parameters<typeof pinProblems>[0],
): Promise<void> {
  const problems = pinProblems(texts, await pinsOf(tx, portout));
  if (problems.length > 0) throw invalid(problems);
}
