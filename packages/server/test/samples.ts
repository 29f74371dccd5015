import type { AccountLevel } from '@numberdesk/core/access';
import type { OrderLine } from '@numberdesk/core/orders';
import { type StoredAccount, accountStore } from '../src/lib/access/account.store.ts';
import type { TenantTransaction } from '../src/lib/db/database.ts';
import type { OrderRecord } from '../src/lib/orders/order-columns.ts';
import type { NewPortOut } from '../src/lib/portouts/portout-writing.store.ts';

/** The moment at which the tests take place, unless they say otherwise. */
export const noon = Date.parse('2026-11-22T12:00:00.000Z');

/** Creates an account with nothing remarkable about it. */
export async function createAccount(
  tx: TenantTransaction,
  externalId: string,
  level: AccountLevel = 'business',
  parent: StoredAccount | null = null,
): Promise<StoredAccount> {
  const put = await accountStore(tx).put({
    externalId,
    name: `Account ${externalId}`,
    level,
    parent,
    timeZone: 'America/New_York',
    locale: 'en',
    owner: { name: 'Olive Owner', email: 'olive@example.com' },
    recipients: [],
    contact: {},
    at: noon,
  });
  if (!put.ok) throw new Error(put.code);
  return put.account;
}

/** Two businesses, the first with a unit and a program below it. */
export async function createTree(tx: TenantTransaction) {
  const acme = await createAccount(tx, 'acme');
  const west = await createAccount(tx, 'acme-west', 'business-unit', acme);
  const sales = await createAccount(tx, 'acme-west-sales', 'program', west);
  const other = await createAccount(tx, 'other');
  return { acme, west, sales, other };
}

/** A line with nothing remarkable about it. */
export function someLine(line: Partial<OrderLine> = {}): OrderLine {
  return {
    id: '1',
    type: 'local',
    location: { country: 'US', region: 'NY', city: 'Albany' },
    quantity: 1,
    supply: 'on-order',
    status: 'processing',
    statusChangedAt: '2026-11-20T12:00:00.000Z',
    leadTime: { min: 3, max: 5 },
    estimated: { from: '2026-11-25', to: '2026-11-30' },
    numbers: [],
    ...line,
  };
}

/** An order with nothing remarkable about it. */
export function someOrder(
  account: StoredAccount,
  order: Partial<Omit<OrderRecord, 'account'>> = {},
): OrderRecord {
  return {
    number: '1001',
    account,
    placedAt: '2026-11-20T12:00:00.000Z',
    confirmedAt: null,
    placedBy: { name: 'Ada Byron', email: 'ada@example.com' },
    lines: [someLine()],
    ...order,
  };
}

/** A port-out request with nothing remarkable about it. */
export function somePortOut(
  account: StoredAccount,
  {
    facts,
    ...more
  }: Partial<Omit<NewPortOut, 'account' | 'facts'>> & { facts?: Partial<NewPortOut['facts']> } = {},
): NewPortOut {
  return {
    account,
    timeZone: null,
    silenceHours: undefined,
    submitted: {
      name: null,
      address: null,
      zip: null,
      accountNumber: null,
      pin: null,
      authorizedPerson: null,
      loa: null,
    },
    reasons: null,
    numbers: ['+15183334444'],
    ...more,
    facts: {
      request: 'PO_624719',
      status: 'pending',
      receivedAt: '2026-11-20T12:00:00.000Z',
      portType: 'non-simple',
      requestedFocDate: '2026-12-04',
      focDate: null,
      winningCarrier: null,
      answerDueAt: '2026-11-23T12:00:00.000Z',
      portDueAt: '2026-11-26T12:00:00.000Z',
      silenceAt: null,
      ...facts,
    },
  };
}
