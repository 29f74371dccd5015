import type { AccountLevel, Contact } from '@numberdesk/core/access';
import type { TenantTransaction } from '../db/database.ts';
import type { AccountChain } from './account-chain.ts';

/** An account with its place in the tree. */
export interface StoredAccount {
  /** Our own id; `externalId` is the reseller's. */
  id: string;
  externalId: string;
  name: string;
  level: AccountLevel;
  chain: AccountChain;
  /** External ids from the top, the account's own last (ACC-1). */
  path: string[];
  /** External id of the account right above. */
  parent: string | null;
  timeZone: string;
  locale: string;
  owner: { name: string; email: string };
  recipients: string[];
  contact: Contact;
  version: number;
}

/** Accounts together with the external ids of those above them. */
export function accountRows({ db, tenant }: TenantTransaction) {
  return db
    .selectFrom('accounts as account')
    .innerJoin('accounts as business', (join) =>
      join
        .onRef('business.tenant_id', '=', 'account.tenant_id')
        .onRef('business.id', '=', 'account.business_id'),
    )
    .leftJoin('accounts as unit', (join) =>
      join.onRef('unit.tenant_id', '=', 'account.tenant_id').onRef('unit.id', '=', 'account.unit_id'),
    )
    .where('account.tenant_id', '=', tenant)
    .select([
      'account.id',
      'account.external_id',
      'account.name',
      'account.level',
      'account.business_id',
      'account.unit_id',
      'account.program_id',
      'account.time_zone',
      'account.locale',
      'account.owner',
      'account.recipients',
      'account.contact',
      'account.version',
      'business.external_id as business',
      'unit.external_id as unit',
    ]);
}

/** One row of {@link accountRows}. */
export type AccountRow = Awaited<ReturnType<ReturnType<typeof accountRows>['executeTakeFirstOrThrow']>>;

export function toAccount(row: AccountRow): StoredAccount {
  const program = row.program_id === null ? null : row.external_id;
  const path = [row.business, row.unit, program].filter((id) => id !== null);
  return {
    id: row.id,
    externalId: row.external_id,
    name: row.name,
    level: row.level as AccountLevel,
    chain: { businessId: row.business_id, unitId: row.unit_id, programId: row.program_id },
    path,
    parent: path.at(-2) ?? null,
    timeZone: row.time_zone,
    locale: row.locale,
    owner: row.owner,
    recipients: row.recipients,
    contact: row.contact,
    version: row.version,
  };
}
