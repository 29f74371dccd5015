import { sql } from 'kysely';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

type Facts = Record<string, unknown>;

/** Who did what to what, as it was and as it became (ACC-5). */
export interface AuditEntry {
  at: InstantLike;
  actor: Facts;
  /** Such as `order.line-moved`. */
  action: string;
  /** Such as `order:1001`. */
  subject: string;
  before?: Facts | null;
  after?: Facts | null;
  requestId?: string | null;
}

/** A change that has been written down. */
export interface LoggedChange extends Required<Pick<AuditEntry, 'actor' | 'before' | 'after'>> {
  id: string;
  at: Date;
}

/** Which changes of one subject, the newest first; `from` is the newest that counts, itself included. */
export interface LoggedChangesRequest {
  subject: string;
  limit: number;
  from?: { at: Date; id: string } | undefined;
}

/** The log that only grows (ACC-5). */
export function auditStore({ db, tenant, newId }: TenantTransaction) {
  const json = (facts: Facts | null | undefined) => (facts ? JSON.stringify(facts) : null);
  return {
    async append({ at, actor, action, subject, before, after, requestId = null }: AuditEntry): Promise<void> {
      await db
        .insertInto('audit_log')
        .values({
          tenant_id: tenant,
          id: newId(),
          at: new Date(toMillis(at)),
          actor: JSON.stringify(actor),
          action,
          subject,
          before: json(before),
          after: json(after),
          request_id: requestId,
        })
        .execute();
    },

    /** What has become of a subject, the newest first. */
    changesOf: (request: LoggedChangesRequest): Promise<LoggedChange[]> =>
      loggedChanges({ db, tenant, newId }, request).execute(),
  };
}

/** The statement behind `changesOf`, for whoever looks at its plan. */
export function loggedChanges(
  { db, tenant }: TenantTransaction,
  { subject, limit, from }: LoggedChangesRequest,
) {
  let changes = db
    .selectFrom('audit_log')
    .select(['id', 'at', 'actor', 'before', 'after'])
    .where('tenant_id', '=', tenant)
    .where('subject', '=', subject);
  if (from) changes = changes.where(sql<boolean>`(at, id) <= (${from.at}, ${from.id}::uuid)`);
  return changes.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
}
