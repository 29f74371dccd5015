import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

type Facts = Record<string, unknown>;

/** A rejection with what the provider found of it (POR-5). */
export interface StoredRejection {
  id: string;
  reason: string;
  details: Facts;
  /** What its sender was asked about once more, and confirmed. */
  confirmed: string[];
  at: Instant;
  verdict: { valid: boolean; note: string | null; at: Instant } | null;
}

/** What requests were rejected for. */
export function portOutRejectionStore({ db, tenant, newId }: TenantTransaction) {
  return {
    async insert(rejection: {
      portout: string;
      reason: string;
      details: Facts;
      confirmed: readonly string[];
      at: InstantLike;
    }): Promise<void> {
      const { portout, reason, details, confirmed, at } = rejection;
      await db
        .insertInto('portout_rejections')
        .values({
          tenant_id: tenant,
          id: newId(),
          portout_id: portout,
          at: new Date(toMillis(at)),
          reason,
          details: JSON.stringify(details),
          confirmed: JSON.stringify(confirmed),
        })
        .execute();
    },

    /** The rejections of a request, the latest first. */
    async of(portout: string): Promise<StoredRejection[]> {
      const rows = await db
        .selectFrom('portout_rejections')
        .select(['id', 'at', 'reason', 'details', 'confirmed', 'is_valid', 'verdict_note', 'verdict_at'])
        .where('tenant_id', '=', tenant)
        .where('portout_id', '=', portout)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ at, is_valid: valid, verdict_note: note, verdict_at, ...told }) => {
        const verdict =
          valid === null || verdict_at === null ? null : { valid, note, at: toInstant(verdict_at) };
        return { ...told, at: toInstant(at), verdict };
      });
    },

    /** Writes down what the provider found of the rejection that a request is in review for. */
    async judge(
      portout: string,
      { valid, note, at }: { valid: boolean; note: string | null; at: InstantLike },
    ): Promise<void> {
      await db
        .updateTable('portout_rejections')
        .set({ is_valid: valid, verdict_note: note, verdict_at: new Date(toMillis(at)) })
        .where('tenant_id', '=', tenant)
        .where('portout_id', '=', portout)
        .where('is_valid', 'is', null)
        .execute();
    },
  };
}
