import {
  type OrderFacts,
  type OrderLine,
  orderEndedAt,
  orderNumberKey,
  orderStatus,
} from '@numberdesk/core/orders';
import { type InstantLike, toMillis } from '@numberdesk/core/time';
import type { StoredAccount } from '../access/account.store.ts';

/** The facts of an order and its account; what can be derived from them is derived when it is stored. */
export interface OrderRecord extends Omit<OrderFacts, 'account'> {
  account: Pick<StoredAccount, 'id' | 'externalId' | 'chain'>;
}

/** What follows from the lines and is stored so that orders can be found by it (ORD-6, ORD-8). */
export function rolledUpColumns(lines: readonly OrderLine[]): {
  status: string;
  ended_at: Date | 'infinity';
  ended_day: number | null;
} {
  const endedAt = orderEndedAt({ lines });
  return {
    status: orderStatus(lines),
    ended_at: endedAt === null ? 'infinity' : new Date(endedAt),
    ended_day: endedAt === null ? null : dayOf(endedAt),
  };
}

/** The day of a moment in UTC, counted from 1970. */
export const dayOf = (moment: InstantLike) => Math.floor(toMillis(moment) / 86_400_000);

/** An order as a row. */
export function orderColumns({ account, placedAt, confirmedAt, placedBy, number, lines }: OrderRecord) {
  return {
    number,
    number_key: orderNumberKey(number),
    account_id: account.id,
    business_id: account.chain.businessId,
    unit_id: account.chain.unitId,
    program_id: account.chain.programId,
    placed_at: new Date(placedAt),
    confirmed_at: confirmedAt && new Date(confirmedAt),
    placed_by_name: placedBy.name,
    placed_by_email: placedBy.email ?? null,
    ...rolledUpColumns(lines),
  };
}

/** A line as a row. */
export function lineColumns(line: OrderLine, position: number) {
  return {
    position,
    line_id: line.id,
    type: line.type,
    location: JSON.stringify(line.location),
    quantity: line.quantity,
    supply: line.supply,
    status: line.status,
    status_changed_at: new Date(line.statusChangedAt),
    lead_time_min: line.leadTime?.min ?? null,
    lead_time_max: line.leadTime?.max ?? null,
    estimated_from: line.estimated?.from ?? null,
    estimated_to: line.estimated?.to ?? null,
    numbers: JSON.stringify(line.numbers),
  };
}
