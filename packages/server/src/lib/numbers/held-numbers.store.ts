import { type RawBuilder, sql } from 'kysely';
import type { TenantId } from '../db/database.ts';

/**
 * A part of a statement, `taken`: those of the numbers of `given` that no tenant has held, and this one does from now
 * on. Whoever takes the same at this moment is waited for, in the order of numbers (NUM-8).
 */
export const takenBy = (tenant: TenantId): RawBuilder<unknown> => sql`taken as (
  insert into held_numbers (number, tenant_id)
  select number, ${tenant}::uuid from given order by number
  on conflict (number) do nothing
  returning number
)`;

/** A part of a statement: the numbers of `gone` are free for whoever comes. */
export const setFreeBy = (tenant: TenantId): RawBuilder<unknown> => sql`set_free as (
  delete from held_numbers h using gone where h.number = gone.number and h.tenant_id = ${tenant}
)`;
