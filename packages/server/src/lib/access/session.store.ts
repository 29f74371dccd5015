import { sql } from 'kysely';
import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';
import { type AccountRow, type StoredAccount, accountRows, toAccount } from './account-rows.store.ts';

/** Somebody who was let in. */
export interface StoredSession {
  id: string;
  /** Where they act; `null` for staff. */
  account: StoredAccount | null;
  user: { id: string; name: string; email: string | null };
  permissions: string[];
  origins: string[];
  locale: string | null;
  expiresAt: Instant;
}

export interface NewSession extends Omit<StoredSession, 'id' | 'account' | 'expiresAt'> {
  tokenHash: string;
  accountId: string | null;
  at: InstantLike;
  expiresAt: InstantLike;
}

/** Sessions, by the hash of their token. */
export function sessionStore(tx: TenantTransaction) {
  const { db, tenant, newId } = tx;

  /** An origin's moment is moved on once a day only: most sessions come from an origin known already. */
  async function listOrigins(origins: readonly string[], at: Date): Promise<void> {
    await db
      .insertInto('tenant_origins')
      .values([...new Set(origins)].sort().map((origin) => ({ tenant_id: tenant, origin, seen_at: at })))
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'origin'])
          .doUpdateSet({ seen_at: at })
          .where(sql<boolean>`tenant_origins.seen_at < excluded.seen_at - interval '24 hours'`),
      )
      .execute();
  }

  return {
    /** Lets somebody in, and lists the origins of their pages as the tenant's. */
    async create(session: NewSession): Promise<{ id: string }> {
      const at = new Date(toMillis(session.at));
      const id = newId();
      await listOrigins(session.origins, at);
      await db
        .insertInto('sessions')
        .values({
          tenant_id: tenant,
          id,
          token_hash: session.tokenHash,
          account_id: session.accountId,
          user_id: session.user.id,
          user_name: session.user.name,
          user_email: session.user.email,
          permissions: JSON.stringify(session.permissions),
          origins: JSON.stringify(session.origins),
          locale: session.locale,
          created_at: at,
          expires_at: new Date(toMillis(session.expiresAt)),
        })
        .execute();
      return { id };
    },

    /**
     * Finds an ended session too, unless it was revoked. Its account is asked for apart: in a join, PostgreSQL puts all
     * accounts of the tenant together first, as long as it does not know how many there are.
     */
    async findByHash(tokenHash: string): Promise<StoredSession | null> {
      const acting = accountRows(tx).whereRef('account.id', '=', sql.ref('session.account_id'));
      const row = await db
        .selectFrom('sessions as session')
        .where('session.tenant_id', '=', tenant)
        .where('session.token_hash', '=', tokenHash)
        .where('session.revoked_at', 'is', null)
        .selectAll('session')
        .select(sql<AccountRow | null>`(select to_jsonb(acting) from (${acting}) as acting)`.as('acting_in'))
        .executeTakeFirst();
      if (!row) return null;
      return {
        id: row.id,
        account: row.acting_in && toAccount(row.acting_in),
        user: { id: row.user_id, name: row.user_name, email: row.user_email },
        permissions: row.permissions,
        origins: row.origins,
        locale: row.locale,
        expiresAt: toInstant(row.expires_at),
      };
    },

    async revoke(id: string, at: InstantLike): Promise<void> {
      await db
        .updateTable('sessions')
        .set({ revoked_at: new Date(toMillis(at)) })
        .where('tenant_id', '=', tenant)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },
  };
}
