import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { sampleSession } from './sample-orders.ts';

/** One number, approved unless told otherwise; `serial` makes its last digits and its id. */
export function sampleNumber(serial: number, more: Partial<PhoneNumber> = {}): PhoneNumber {
  return {
    id: `n-${serial}`,
    number: `+1501333${String(4000 + serial).padStart(4, '0')}`,
    account: 'acme',
    purpose: 'customer-service',
    status: 'approved',
    statusChangedAt: '2026-11-20T15:00:00.000Z',
    note: null,
    warning: null,
    order: null,
    // The first of several is the latest.
    addedAt: new Date(Date.UTC(2026, 10, 20, 15) - serial * 60_000).toISOString(),
    version: 1,
    ...more,
  };
}

/** The account of the session, two units below it, and a program below each of them. */
export const sampleAccounts: readonly ReachableAccount[] = [
  { id: 'acme', name: 'Acme', level: 'business', parent: null },
  { id: 'west', name: 'Acme West', level: 'business-unit', parent: 'acme' },
  { id: 'east', name: 'Acme East', level: 'business-unit', parent: 'acme' },
  { id: 'survey', name: 'Reader Survey', level: 'program', parent: 'east' },
  { id: 'helpline', name: 'Night Helpline', level: 'program', parent: 'west' },
];

/** A session that may add and change numbers. */
export const numberSession = (more: Partial<Session> = {}): Session =>
  sampleSession({ permissions: ['numbers:view', 'numbers:add'], ...more });
