import { portOutGroups } from '@numberdesk/core/portouts';
import { type RawBuilder, sql } from 'kysely';
import type { TenantId } from '../db/tenant-id.ts';

/**
 * Those of the requests that are not over yet that are about a number which their account, or one below it, has: until
 * then the number stays in the inventory (POR-7). `alias` names the row of the inventory that the statement looks at;
 * the answer is what follows `from`.
 */
export function openPortOutsOf(tenant: TenantId, alias: string): RawBuilder<unknown> {
  const own = (column: string) => sql.ref(`${alias}.${column}`);
  const over = sql.join(portOutGroups.complete.map((status) => sql.lit(status)));
  return sql`portout_numbers l join portouts p on p.tenant_id = ${tenant}::uuid and p.id = l.portout_id
    where l.tenant_id = ${tenant}::uuid and l.number = ${own('number')} and l.status = 'pending'
      and p.known_status not in (${over})
      and p.account_id in (${own('business_id')}, ${own('unit_id')}, ${own('program_id')})`;
}
