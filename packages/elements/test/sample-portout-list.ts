import type { Session } from '@numberdesk/core/access';
import type { PortOut, PortOutDetail, ShownChargeLine, ShownMonthCharges } from '@numberdesk/core/portouts';
import { sampleNow, sampleSession } from './sample-orders.ts';

const hour = 3_600_000;
const inHours = (hours: number) => new Date(Date.parse(sampleNow) + hours * hour).toISOString();

/** One request that waits for an answer unless told otherwise; `serial` makes its number and its id. */
export function samplePortOut(serial: number, more: Partial<PortOut> = {}): PortOut {
  const open = more.status === undefined || more.status === 'pending';
  return {
    id: `p-${serial}`,
    request: `PO_${624_000 + serial}`,
    account: 'acme',
    status: 'pending',
    // The first of several is the newest.
    receivedAt: inHours(-2 - serial / 60),
    portType: 'simple',
    requestedFocDate: '2026-11-30',
    focDate: null,
    winningCarrier: 'Bright Wireless',
    quantity: 2,
    answerDueAt: open ? inHours(3.5) : null,
    portDueAt: open ? inHours(30) : null,
    silenceAt: null,
    version: 1,
    ...more,
  };
}

/** All that is known of a request with these numbers. */
export function samplePortOutDetail(portout: PortOut, tns: readonly string[]): PortOutDetail {
  const nothing = { name: null, address: null, zip: null, accountNumber: null, pin: null };
  const match = 'not-on-file' as const;
  return {
    ...portout,
    timeZone: null,
    submitted: { ...nothing, authorizedPerson: null, loa: null },
    numbers: tns.map((tn) => ({ tn, status: 'pending', portedOn: null })),
    matches: { name: match, address: match, accountNumber: match, pin: match, zip: match },
    rejections: [],
    reasons: [],
    history: [],
    notes: [],
    feed: 7,
  };
}

/** A line of the charges; `serial` makes its number and its id. */
export function sampleCharge(serial: number, more: Partial<ShownChargeLine> = {}): ShownChargeLine {
  return {
    id: `c-${serial}`,
    account: 'acme',
    month: '2026-11',
    kind: 'port-out',
    tn: `+1501333${String(4000 + serial).padStart(4, '0')}`,
    portout: 'p-1',
    request: 'PO_624001',
    amount: { amountMinor: 150, currency: 'USD' },
    at: inHours(-24 - serial),
    ...more,
  };
}

/** The running month and two that are closed. */
export function sampleCharges(more: Partial<ShownMonthCharges> = {}): ShownMonthCharges {
  const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
  return {
    month: '2026-11',
    status: 'open',
    total: usd(300),
    lines: [sampleCharge(1), sampleCharge(2)],
    next: null,
    months: [
      { month: '2026-11', status: 'open', total: usd(300) },
      { month: '2026-10', status: 'closed', total: usd(123_450) },
      { month: '2026-09', status: 'closed', total: usd(-150) },
    ],
    ...more,
  };
}

/** A session that may answer requests. */
export const portOutSession = (more: Partial<Session> = {}): Session =>
  sampleSession({ permissions: ['portouts:view', 'portouts:modify'], ...more });
