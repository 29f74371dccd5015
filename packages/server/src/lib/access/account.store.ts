import { sql } from 'kysely';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import type { AccountChain, Scope } from './account-chain.ts';
import { type StoredAccount, accountRows, toAccount } from './account-rows.store.ts';

export type { StoredAccount } from './account-rows.store.ts';

/** What is to be known of an account; `parent` has been looked up. */
export interface AccountToPut extends Pick<
  StoredAccount,
  'externalId' | 'name' | 'level' | 'timeZone' | 'locale' | 'owner' | 'recipients' | 'contact'
> {
  parent: StoredAccount | null;
  /** With it, the account is replaced only in this version, and never created. */
  ifVersion?: number | undefined;
  at: InstantLike;
}

/** What became of a put. Level and parent stay as they were first set. */
export type AccountPut =
  | { ok: true; created: boolean; account: StoredAccount; before: StoredAccount | null }
  | { ok: false; code: 'level-fixed' | 'parent-fixed'; current: StoredAccount }
  | { ok: false; code: 'stale'; current: StoredAccount | null };

const noChain: AccountChain = { businessId: '', unitId: null, programId: null };
const ownColumn = { business: 'businessId', 'business-unit': 'unitId', program: 'programId' } as const;

const columnsOf = (account: AccountToPut) => ({
  name: account.name,
  time_zone: account.timeZone,
  locale: account.locale,
  owner: JSON.stringify(account.owner),
  recipients: JSON.stringify(account.recipients),
  contact: JSON.stringify(account.contact),
  updated_at: new Date(toMillis(account.at)),
});

async function find(tx: TenantTransaction, externalId: string): Promise<StoredAccount | null> {
  const row = await accountRows(tx).where('account.external_id', '=', externalId).executeTakeFirst();
  return row ? toAccount(row) : null;
}

/** Waits for whoever is writing the account, so that what is read next stays so until the end. */
async function findForUpdate(tx: TenantTransaction, externalId: string): Promise<StoredAccount | null> {
  const locked = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('tenant_id', '=', tx.tenant)
    .where('external_id', '=', externalId)
    .forUpdate()
    .executeTakeFirst();
  const account = await find(tx, externalId);
  // Created between the two statements: it is there, but not ours yet.
  return account && !locked ? findForUpdate(tx, externalId) : account;
}

/** `null` when somebody else created it at the same moment. */
async function insert(tx: TenantTransaction, account: AccountToPut): Promise<StoredAccount | null> {
  const id = tx.newId();
  const chain = { ...noChain, ...account.parent?.chain, [ownColumn[account.level]]: id };
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('accounts')
    .values({
      ...columnsOf(account),
      tenant_id: tx.tenant,
      id,
      external_id: account.externalId,
      level: account.level,
      business_id: chain.businessId,
      unit_id: chain.unitId,
      program_id: chain.programId,
      version: 1,
      created_at: new Date(toMillis(account.at)),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'external_id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? find(tx, account.externalId) : null;
}

async function update(
  tx: TenantTransaction,
  current: StoredAccount,
  account: AccountToPut,
): Promise<StoredAccount> {
  const version = current.version + 1;
  await tx.db
    .updateTable('accounts')
    .set({ ...columnsOf(account), version })
    .where('tenant_id', '=', tx.tenant)
    .where('id', '=', current.id)
    .execute();
  const { name, timeZone, locale, owner, recipients, contact } = account;
  return { ...current, name, timeZone, locale, owner, recipients, contact, version };
}

/** The accounts of a tenant. */
export function accountStore(tx: TenantTransaction) {
  return {
    find: (externalId: string) => find(tx, externalId),

    async byId(id: string): Promise<StoredAccount | null> {
      const row = await accountRows(tx).where('account.id', '=', id).executeTakeFirst();
      return row ? toAccount(row) : null;
    },

    /** Those of these ids that there are. */
    async byIds(ids: readonly string[]): Promise<StoredAccount[]> {
      const rows = await accountRows(tx)
        .where(sql<boolean>`account.id = any(${[...ids]}::uuid[])`)
        .execute();
      return rows.map(toAccount);
    },

    /** By external id, those after `after` that may be seen. */
    async list({
      limit,
      after,
      scope = null,
    }: {
      limit: number;
      after?: string | undefined;
      scope?: Scope;
    }): Promise<StoredAccount[]> {
      const seen = scope ? accountRows(tx).where(`account.${scope.column}`, '=', scope.id) : accountRows(tx);
      const rows = await seen
        .$if(after !== undefined, (query) => query.where('account.external_id', '>', after ?? ''))
        .orderBy('account.external_id')
        .limit(limit)
        .execute();
      return rows.map(toAccount);
    },

    /** The time zone of an account, which stays until the transaction ends: whoever is changing it is waited for. */
    async heldTimeZone(id: string): Promise<string> {
      const { time_zone } = await tx.db
        .selectFrom('accounts')
        .select('time_zone')
        .where('tenant_id', '=', tx.tenant)
        .where('id', '=', id)
        .forShare()
        .executeTakeFirstOrThrow();
      return time_zone;
    },

    async put(account: AccountToPut): Promise<AccountPut> {
      const { externalId, ifVersion, level, parent } = account;
      let current = await findForUpdate(tx, externalId);
      if (current === null) {
        if (ifVersion !== undefined) return { ok: false, code: 'stale', current };
        const created = await insert(tx, account);
        if (created) return { ok: true, created: true, account: created, before: null };
        current = await findForUpdate(tx, externalId);
        if (current === null) throw new Error('An account was created and has gone again.');
      }
      if (ifVersion !== undefined && ifVersion !== current.version) {
        return { ok: false, code: 'stale', current };
      }
      if (level !== current.level) return { ok: false, code: 'level-fixed', current };
      if ((parent?.externalId ?? null) !== current.parent) {
        return { ok: false, code: 'parent-fixed', current };
      }
      const replaced = await update(tx, current, account);
      return { ok: true, created: false, account: replaced, before: current };
    },
  };
}
