import { sql } from 'kysely';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import { kept } from '../internal/kept.ts';
import type { TenantTransaction } from '../db/database.ts';

/** Whose request of which operation. */
export interface IdempotencyKey {
  subject: string;
  operation: string;
  key: string;
}

/** An answer that can be given again. */
export interface KeptAnswer {
  status: number;
  etag: string | null;
  body: string;
}

/** `claimed`: go on, and complete it in the same transaction. */
export type IdempotencyClaim = 'claimed' | 'mismatch' | 'in-progress' | { replay: KeptAnswer };

/** A claim of a key; `requestHash` tells whether it is the same request. */
export type ClaimRequest = IdempotencyKey & { requestHash: string; now: InstantLike };

/** How long to wait for whoever holds the same key before saying that it is in progress. */
const patience = '500ms';
const lockNotAvailable = '55P03';

/** The keys by which a repeated request is known. Key, effect and answer are committed together. */
export function idempotencyStore({ db, tenant }: TenantTransaction) {
  /** Takes a key that is free, or was used longer ago than keys are kept. */
  async function insert({ subject, operation, key, requestHash, now }: ClaimRequest): Promise<boolean> {
    const created_at = new Date(toMillis(now));
    const fresh = { request_hash: requestHash, status: null, etag: null, body: null, created_at };
    const row = await db
      .insertInto('idempotency_keys')
      .values({ tenant_id: tenant, subject, operation, key, ...fresh })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'subject', 'operation', 'key'])
          .doUpdateSet(fresh)
          .where('idempotency_keys.created_at', '<=', new Date(toMillis(now) - kept.idempotencyKeys)),
      )
      .returning('key')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The database's wait for another transaction with the same key, made short; `null` when it was too long. */
  async function insertSoon(request: ClaimRequest): Promise<boolean | null> {
    await sql.raw(`savepoint claim; set local lock_timeout = '${patience}'`).execute(db);
    try {
      const claimed = await insert(request);
      await sql.raw('set local lock_timeout to default; release savepoint claim').execute(db);
      return claimed;
    } catch (error) {
      if ((error as { code?: string }).code !== lockNotAvailable) throw error;
      await sql.raw('rollback to savepoint claim').execute(db);
      return null;
    }
  }

  return {
    /** Call it first in the transaction: a claim is the lock of the whole request. */
    async claim(request: ClaimRequest): Promise<IdempotencyClaim> {
      const claimed = await insertSoon(request);
      if (claimed === null) return 'in-progress';
      if (claimed) return 'claimed';
      const row = await db
        .selectFrom('idempotency_keys')
        .select(['request_hash', 'status', 'etag', 'body'])
        .where('tenant_id', '=', tenant)
        .where('subject', '=', request.subject)
        .where('operation', '=', request.operation)
        .where('key', '=', request.key)
        .executeTakeFirst();
      if (!row) return 'in-progress'; // removed in this very moment; the next try claims it
      if (row.request_hash !== request.requestHash) return 'mismatch';
      if (row.status === null || row.body === null) return 'in-progress';
      return { replay: { status: row.status, etag: row.etag, body: row.body } };
    },

    async complete({ subject, operation, key }: IdempotencyKey, answer: KeptAnswer): Promise<void> {
      await db
        .updateTable('idempotency_keys')
        .set({ status: answer.status, etag: answer.etag, body: answer.body })
        .where('tenant_id', '=', tenant)
        .where('subject', '=', subject)
        .where('operation', '=', operation)
        .where('key', '=', key)
        .execute();
    },
  };
}
