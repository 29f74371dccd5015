import type { ProblemCode } from '@numberdesk/core/http';
import { auditStore } from '../access/audit.store.ts';
import type { Database } from '../db/database.ts';
import { type Caller, actorOf, subjectOf } from './caller.ts';
import type { Exchange } from './exchange.ts';
import type { Refusal } from './refusal.ts';

/** Writes a refusal down where it is due; a failure to do so does not change the answer. */
export type RefusalAudit = (refusal: Refusal, exchange: Exchange) => Promise<void>;

/** Refusals that say something about who asked: a missing permission, a wrong page, a wrong state (ACC-4). */
const audited: readonly ProblemCode[] = [
  'forbidden',
  'origin-not-allowed',
  'transition-not-allowed',
  'already-decided',
];
const quietMs = 60_000;
const mostRemembered = 10_000;

/** Writes refusals into the audit log, at most once a minute for each subject and operation (ACC-5). */
export function createRefusalAudit(
  database: Pick<Database, 'write'>,
  onFailure: (error: unknown) => void,
): RefusalAudit {
  const writtenAt = new Map<string, number>();

  function isDue(caller: Caller, operation: string, now: number): boolean {
    const key = `${caller.tenant} ${subjectOf(caller)} ${operation}`;
    const last = writtenAt.get(key);
    if (last !== undefined && Math.abs(now - last) < quietMs) return false;
    if (writtenAt.size >= mostRemembered) writtenAt.clear();
    writtenAt.set(key, now);
    return true;
  }

  return async ({ code, extras }, { caller, operation, now, params, requestId }) => {
    if (!caller || !operation || !audited.includes(code) || !isDue(caller, operation, now)) return;
    const entry = {
      at: now,
      actor: actorOf(caller),
      action: 'refused',
      subject: `operation:${operation}`,
      after: { code, permission: extras.permission ?? null, params },
      requestId,
    };
    await database.write(caller.tenant, (tx) => auditStore(tx).append(entry)).catch(onFailure);
  };
}
