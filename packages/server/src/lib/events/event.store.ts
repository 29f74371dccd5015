import { sql } from 'kysely';
import type { Permission } from '@numberdesk/core/access';
import { type Instant, type InstantLike, toInstant, toMillis } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';

/** Something that happened, for those who see `chain` and hold `permission`. */
export interface NewEvent {
  type: string;
  at: InstantLike;
  permission: Permission;
  chain: AccountChain;
  data: Record<string, unknown>;
}

/** An event by its place in the tenant's feed. */
export interface StoredEvent {
  position: number;
  type: string;
  at: Instant;
  /** Who may see it: holders of the permission in an account of the chain or above (one read serves all who watch). */
  permission: string;
  chain: AccountChain;
  data: Record<string, unknown>;
}

/** A piece of the feed. */
export interface FeedPiece {
  /** The feed cannot say what happened since the position asked for: read everything anew. */
  reset: boolean;
  events: StoredEvent[];
  /** Go on from here; beyond the last event where later ones were not for this reader. */
  position: number;
}

/** From where on, for whom, and how many at most. */
export interface FeedRequest {
  position: number;
  scope: Scope;
  permissions: readonly string[];
  limit: number;
}

/** The event feed of a tenant. */
export function eventStore({ db, tenant }: TenantTransaction) {
  const counter = () =>
    db
      .selectFrom('event_counters')
      .select(['last', 'purged'])
      .where('tenant_id', '=', tenant)
      .executeTakeFirstOrThrow();

  return {
    /** Must be the last act of its transaction: from here on the tenant's other writers wait for the commit. */
    async append({ type, at, permission, chain, data }: NewEvent): Promise<{ position: number }> {
      const moment = new Date(toMillis(at));
      const { rows } = await sql<{ position: string }>`
        with counted as (
          update event_counters set last = last + 1 where tenant_id = ${tenant} returning last
        )
        insert into events (tenant_id, position, type, at, permission, business_id, unit_id, program_id, data)
        select ${tenant}, last, ${type}, ${moment}, ${permission},
          ${chain.businessId}, ${chain.unitId}, ${chain.programId}, ${JSON.stringify(data)}
        from counted
        returning position`.execute(db);
      if (!rows[0]) throw new Error('The tenant has no event counter.');
      return { position: Number(rows[0].position) };
    },

    /** How far the feed has got. */
    async position(): Promise<number> {
      return Number((await counter()).last);
    },

    /** What happened after a position, oldest first. */
    async after({ position, scope, permissions, limit }: FeedRequest): Promise<FeedPiece> {
      const { last, purged } = await counter();
      const end = Number(last);
      if (position < Number(purged) || position > end) return { reset: true, events: [], position: end };
      const rows = await db
        .selectFrom('events')
        .select(['position', 'type', 'at', 'permission', 'business_id', 'unit_id', 'program_id', 'data'])
        .where('tenant_id', '=', tenant)
        .where('position', '>', String(position))
        .where('position', '<=', last)
        .where(sql<boolean>`permission = any(${[...permissions]}::text[])`)
        .$if(scope !== null, (query) => query.where(scope!.column, '=', scope!.id))
        .orderBy('position')
        .limit(limit)
        .execute();
      const events = rows.map((row) => ({
        position: Number(row.position),
        type: row.type,
        at: toInstant(row.at),
        permission: row.permission,
        chain: { businessId: row.business_id, unitId: row.unit_id, programId: row.program_id },
        data: row.data,
      }));
      const seenAll = events.length < limit;
      return { reset: false, events, position: seenAll ? end : (events.at(-1)?.position ?? end) };
    },
  };
}
