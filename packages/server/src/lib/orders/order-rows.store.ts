import { type SelectQueryBuilder, type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { type Order, type OrderLine, orderBody } from '@numberdesk/core/orders';
import { toInstant } from '@numberdesk/core/time';
import type { AccountChain, Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';

/** An order as it is shown, with what only the server needs of it. */
export interface StoredOrder {
  id: string;
  accountId: string;
  chain: AccountChain;
  body: Order;
}

/** Orders by themselves, to be narrowed down. */
export type OrderSelection = SelectQueryBuilder<Tables, 'orders', Selectable<Tables['orders']>>;

/** The tenant's orders as far as they may be seen. */
export function visibleOrders({ db, tenant }: TenantTransaction, scope: Scope): OrderSelection {
  const orders = db.selectFrom('orders').where('orders.tenant_id', '=', tenant).selectAll();
  return scope ? orders.where(scope.column, '=', scope.id) : orders;
}

/** A selection of orders, each with its account and its lines, in one statement. */
export function orderRows({ db, tenant }: TenantTransaction, selection: OrderSelection) {
  return db
    .selectFrom(selection.as('o'))
    .innerJoin('accounts as a', (join) =>
      join.onRef('a.id', '=', 'o.account_id').on('a.tenant_id', '=', tenant),
    )
    .selectAll('o')
    .select('a.external_id as account')
    .select((eb) =>
      jsonArrayFrom(
        eb
          .selectFrom('order_lines as l')
          .where('l.tenant_id', '=', tenant)
          .whereRef('l.order_id', '=', 'o.id')
          .orderBy('l.position')
          .select(['line_id', 'type', 'location', 'quantity', 'supply', 'status', 'lead_time_min'])
          .select(['lead_time_max', 'estimated_from', 'estimated_to', 'numbers'])
          .select(sql<number>`extract(epoch from status_changed_at) * 1000`.as('status_changed_at')),
      ).as('lines'),
    );
}

type OrderRow = Awaited<ReturnType<ReturnType<typeof orderRows>['executeTakeFirstOrThrow']>>;

export function toStoredOrder(row: OrderRow, retentionDays: number): StoredOrder {
  const facts = {
    number: row.number,
    account: row.account,
    placedAt: toInstant(row.placed_at),
    confirmedAt: row.confirmed_at && toInstant(row.confirmed_at),
    placedBy: { name: row.placed_by_name, email: row.placed_by_email ?? undefined },
    lines: row.lines.map(toLine),
  };
  return {
    id: row.id,
    accountId: row.account_id,
    chain: { businessId: row.business_id, unitId: row.unit_id, programId: row.program_id },
    body: orderBody(facts, { version: row.version, retentionDays }),
  };
}

function toLine(row: OrderRow['lines'][number]): OrderLine {
  const { lead_time_min: min, lead_time_max: max, estimated_from: from, estimated_to: to } = row;
  return {
    id: row.line_id,
    type: row.type,
    location: row.location,
    quantity: row.quantity,
    supply: row.supply,
    status: row.status,
    statusChangedAt: toInstant(row.status_changed_at),
    leadTime: min === null || max === null ? null : { min, max },
    estimated: from === null || to === null ? null : { from, to },
    numbers: row.numbers,
  };
}
