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
  };
}
