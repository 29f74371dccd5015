import { type PortOutDetail, rejectionReasons } from '@numberdesk/core/portouts';

/** The moment at which the port-outs of the tests are looked at: a Friday at noon in Chicago. */
export const portOutNow = '2026-11-27T18:00:00.000Z';

const reasons = rejectionReasons.map((reason) => ({ ...reason, needs: [...reason.needs] }));

/** A request that is pending with three numbers, whose account number differs; it is due at 16:40 in Chicago. */
export function samplePortOut(more: Partial<PortOutDetail> = {}): PortOutDetail {
  const numbers =
    more.numbers ?? ['01', '02', '03'].map((end) => ({ tn: `+131255501${end}`, status: 'pending' }));
  return {
    id: 'po-1',
    request: 'PO_624719',
    account: 'acme',
    status: 'pending',
    receivedAt: '2026-11-27T14:40:00.000Z',
    portType: 'non-simple',
    requestedFocDate: '2026-12-03',
    focDate: null,
    winningCarrier: 'Northwind Mobile',
    quantity: numbers.length,
    answerDueAt: '2026-11-27T22:40:00.000Z',
    portDueAt: '2026-12-03T23:00:00.000Z',
    silenceAt: null,
    version: 1,
    timeZone: null,
    submitted: {
      name: 'ACME Inc.',
      address: '12 Main St., Chicago IL',
      zip: '60601',
      accountNumber: '447189',
      pin: '••••',
      authorizedPerson: 'Ada Byron',
      loa: { name: 'Ada Byron', date: '2026-11-24', file: 'loa-acme.pdf' },
    },
    numbers,
    matches: { name: 'match', address: 'match', accountNumber: 'mismatch', pin: 'match', zip: 'not-on-file' },
    rejections: [],
    reasons,
    history: [
      {
        id: 'e1',
        at: '2026-11-27T14:40:00.000Z',
        kind: 'received',
        by: { side: 'carrier', name: null },
        to: 'pending',
      },
    ],
    notes: [],
    feed: 7,
    ...more,
  };
}

/** The same request, in another version, after somebody has accepted it. */
export const acceptedPortOut = (by = 'Grace Hopper', more: Partial<PortOutDetail> = {}): PortOutDetail =>
  samplePortOut({
    status: 'authorized',
    focDate: '2026-12-03',
    answerDueAt: null,
    version: 2,
    history: [
      {
        id: 'e2',
        at: '2026-11-27T18:00:00.000Z',
        kind: 'accept',
        by: { side: 'customer', name: by },
        from: 'pending',
        to: 'authorized',
      },
      ...samplePortOut().history,
    ],
    ...more,
  });

/** The same request after it has been rejected, with what the provider has found so far. */
export const rejectedPortOut = (
  verdict: PortOutDetail['rejections'][number]['verdict'] = null,
  more: Partial<PortOutDetail> = {},
): PortOutDetail =>
  samplePortOut({
    status: verdict === null ? 'rejection-in-review' : verdict.valid ? 'rejected' : 'authorized',
    answerDueAt: null,
    version: 2,
    rejections: [
      { reason: 'account-number-mismatch', details: { value: '447189' }, at: portOutNow, verdict },
    ],
    history: [
      {
        id: 'e2',
        at: portOutNow,
        kind: 'reject',
        by: { side: 'customer', name: 'Ada Byron' },
        from: 'pending',
        to: 'rejection-in-review',
        answerDueAt: '2026-11-27T22:40:00.000Z',
        wasInTime: true,
      },
      ...samplePortOut().history,
    ],
    ...more,
  });
