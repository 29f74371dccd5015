import { validate as isUuid } from 'uuid';
import type { PortOutNumberStatus } from '@numberdesk/core/portouts';
import type { CalendarDate } from '@numberdesk/core/time';
import type { Scope } from '../access/account-chain.ts';
import type { TenantTransaction } from '../db/database.ts';
import { type PortOutListAnswer, type PortOutListRequest, portOutPage } from './portout-page.store.ts';
import { type StoredPortOut, portOutRows, toStoredPortOut, visiblePortOuts } from './portout-rows.store.ts';
import {
  type NewPortOut,
  type PortOutChange,
  type PortOutNumbersChange,
  changePortOut,
  changePortOutNumbers,
  insertPortOut,
} from './portout-writing.store.ts';

export type { StoredPortOut } from './portout-rows.store.ts';

/** A number of a request. */
export interface StoredPortOutNumber {
  tn: string;
  status: PortOutNumberStatus;
  portedOn: CalendarDate | null;
}

/** The port-out requests of a tenant. */
export function portOutStore(tx: TenantTransaction) {
  const { db, tenant } = tx;

  async function get(id: string, scope: Scope): Promise<StoredPortOut | null> {
    if (!isUuid(id)) return null;
    const row = await portOutRows(
      tx,
      visiblePortOuts(tx, scope).where('portouts.id', '=', id),
    ).executeTakeFirst();
    return row ? toStoredPortOut(row) : null;
  }

  return {
    get,

    /** As `get`, and nobody else changes the request until the transaction ends. */
    async forUpdate(id: string, scope: Scope): Promise<StoredPortOut | null> {
      if (!isUuid(id)) return null;
      // Two statements: one that had to wait would join the request as it is now to what it was.
      await visiblePortOuts(tx, scope).where('portouts.id', '=', id).forUpdate().execute();
      return get(id, scope);
    },

    list: (request: PortOutListRequest): Promise<PortOutListAnswer> => portOutPage(tx, request),

    /** Whether a number has left with another request than this; until the transaction ends it leaves with none (POR-7). */
    async hasLeft(number: string, id: string): Promise<boolean> {
      const rows = await db
        .selectFrom('portout_numbers')
        .select(['portout_id', 'status'])
        .where('tenant_id', '=', tenant)
        .where('number', '=', number)
        .orderBy('portout_id')
        .forUpdate()
        .execute();
      return rows.some((row) => row.portout_id !== id && row.status === 'ported-out');
    },

    /** The numbers of a request, in the order in which they came. */
    async numbers(id: string): Promise<StoredPortOutNumber[]> {
      const rows = await db
        .selectFrom('portout_numbers')
        .select(['number as tn', 'status', 'ported_on as portedOn'])
        .where('tenant_id', '=', tenant)
        .where('portout_id', '=', id)
        .orderBy('position')
        .execute();
      return rows;
    },

    insert: (portout: NewPortOut, at: Date): Promise<StoredPortOut> => insertPortOut(tx, portout, at),

    /** Changes a request in a new version; `null` when it is no longer in the version that was read. */
    change: (stored: StoredPortOut, change: PortOutChange, at: Date) => changePortOut(tx, stored, change, at),

    /** Changes some of a request's numbers. */
    changeNumbers: (id: string, change: PortOutNumbersChange) => changePortOutNumbers(tx, id, change),
  };
}
