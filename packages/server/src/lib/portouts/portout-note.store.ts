import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { TenantTransaction } from '../db/database.ts';

type Facts = Record<string, unknown>;

/** Whose people read a note. */
export type NoteSide = 'customer' | 'provider';

/** A note that one side wrote for itself. */
export interface StoredNote {
  id: string;
  at: Instant;
  actor: Facts;
  text: string;
}

/** What was noted of requests. */
export function portOutNoteStore({ db, tenant, newId }: TenantTransaction) {
  return {
    async insert(note: {
      portout: string;
      side: NoteSide;
      at: InstantLike;
      actor: Facts;
      text: string;
    }): Promise<void> {
      const { portout, side, at, actor, text } = note;
      await db
        .insertInto('portout_notes')
        .values({
          tenant_id: tenant,
          id: newId(),
          portout_id: portout,
          side,
          at: new Date(toMillis(at)),
          actor: JSON.stringify(actor),
          text,
        })
        .execute();
    },

    /** The notes of one side, the latest first. */
    async of(portout: string, side: NoteSide): Promise<StoredNote[]> {
      const rows = await db
        .selectFrom('portout_notes')
        .select(['id', 'at', 'actor', 'text'])
        .where('tenant_id', '=', tenant)
        .where('portout_id', '=', portout)
        .where('side', '=', side)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(({ at, ...row }) => ({ ...row, at: toInstant(at) }));
    },
  };
}
