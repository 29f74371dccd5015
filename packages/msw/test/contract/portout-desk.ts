import type { Client } from '@numberdesk/core';
import type { PortOutDetail, PortOutInput, RejectionInput } from '@numberdesk/core/portouts';
import { type Visitors, newNumbers, unique } from './desk.ts';

export const hour = 3_600_000;

/** What is submitted with a letter of authorization. */
export const letter = (more: object) => ({
  submitted: { loa: { name: 'Ada Byron', date: '2026-11-18', ...more } },
});

/** A rejection with what it needs. */
export const mismatch = { reason: 'account-number-mismatch', details: { value: '4417' } };

/** Requests, and what is done to them in the version that was seen. */
export function portOutDesk({ enter, staff, newAccount }: Visitors) {
  const newPortOut = (account: string, more: Partial<PortOutInput> = {}): PortOutInput => ({
    account,
    request: unique('PO'),
    requestedFocDate: '2026-11-30',
    winningCarrier: 'Northwind Mobile',
    submitted: { name: 'ACME Inc.', accountNumber: '44-71', pin: '2580', zip: '07102' },
    numbers: newNumbers(2),
    ...more,
  });

  /** An account with one request, a clerk of it and the provider's desk. */
  async function opened(more: Partial<PortOutInput> = {}, account?: string) {
    const home = account ?? (await newAccount({ timeZone: 'America/New_York' }));
    const desk = await staff();
    const portout = await desk.portouts.record(newPortOut(home, more));
    return { account: home, desk, clerk: await enter(home), portout };
  }

  const newUnit = (parent: string) => newAccount({ level: 'business-unit', parent } as never);

  const accept = (client: Client, { id, version }: PortOutDetail, focDate?: string) =>
    client.portouts.accept({ id, ...(focDate === undefined ? {} : { focDate }) }, { ifMatch: version });
  const reject = (client: Client, { id, version }: PortOutDetail, rejection: RejectionInput = mismatch) =>
    client.portouts.reject({ id, ...rejection } as never, { ifMatch: version });
  const judge = (client: Client, { id, version }: PortOutDetail, valid: boolean) =>
    client.portouts.judge({ id, valid, note: 'Looked at.' }, { ifMatch: version });
  const port = (client: Client, { id, version }: PortOutDetail, tn: string) =>
    client.portouts.port({ id, tn }, { ifMatch: version });
  const cancel = (client: Client, { id, version }: PortOutDetail, numbers?: string[]) =>
    client.portouts.cancel({ id, ...(numbers ? { numbers } : {}) }, { ifMatch: version });

  return { newPortOut, opened, newUnit, accept, reject, judge, port, cancel };
}
