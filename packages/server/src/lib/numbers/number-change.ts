import { type PhoneNumber, numberNews } from '@numberdesk/core/numbers';
import type { Operation } from '@numberdesk/core/http';
import type { AccountChain } from '../access/account-chain.ts';
import { auditStore } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { NewEvent } from '../events/event.store.ts';
import type { HandlerRequest } from '../http/route.ts';
import { type StoredNumber, shownNumber } from './number-rows.store.ts';
import { numberStore, renewNumbers } from './number.store.ts';

/** What writing numbers takes of a request. */
export type Changing = Pick<HandlerRequest<Operation>, 'tx' | 'now' | 'audit' | 'tell'>;

/** The account that a change is about. */
export interface ChangedAccount {
  externalId: string;
  chain: AccountChain;
}

interface News {
  numbers?: readonly PhoneNumber[];
  removed?: readonly { id: string; number: string }[];
}

/** Tells those who watch an account of its numbers. */
export function tellNumbers(
  { now, tell }: Pick<Changing, 'now' | 'tell'>,
  { externalId, chain }: ChangedAccount,
  news: News,
): void {
  for (const event of numberEvents(externalId, chain, news, now)) tell(event);
}

function numberEvents(account: string, chain: AccountChain, news: News, at: number): NewEvent[] {
  return numberNews(account, news).map((data) => ({
    type: 'numbers.changed',
    at,
    permission: 'numbers:view',
    chain,
    data,
  }));
}

/**
 * Tells of numbers of an account, and of those below it, of which a port-out has begun or ended: from now on they can be
 * moved and removed no more, or again, so each has a new version (POR-7).
 */
export async function tellLeaving(
  { tx, now, tell }: Pick<Changing, 'tx' | 'now' | 'tell'>,
  numbers: readonly string[],
  accountId: string,
): Promise<void> {
  if (numbers.length === 0) return;
  const renewed = await renewNumbers(tx, numbers, { within: accountId, at: new Date(now) });
  for (const own of Map.groupBy(renewed, (number) => number.accountId).values())
    tellNumbers({ now, tell }, accountOf(own[0]!), {
      numbers: own.map((number) => shownNumber(number, now)),
    });
}

/** The account that a stored number sits in. */
export const accountOf = ({ facts, chain }: StoredNumber): ChangedAccount => ({
  externalId: facts.account,
  chain,
});

/**
 * Writes down which numbers have been approved by themselves, and gives back what those who watch are to be told, by
 * account. Nobody else approves them a second time (NUM-9).
 */
export async function settleNumbers(
  tx: TenantTransaction,
  now: number,
  which: { ids: readonly string[] } | { limit: number },
): Promise<{ settled: number; events: NewEvent[] }> {
  const settled = await numberStore(tx).settle(new Date(now), which);
  const events: NewEvent[] = [];
  for (const [account, numbers] of Map.groupBy(settled, ({ facts }) => facts.account)) {
    await auditStore(tx).append({
      at: now,
      actor: { kind: 'server' },
      action: 'numbers.approved',
      subject: `account:${account}`,
      before: { status: 'pending' },
      after: { status: 'approved', numbers: numbers.map(({ facts: { id, number } }) => ({ id, number })) },
    });
    const shown = numbers.map((number) => shownNumber(number, now));
    events.push(...numberEvents(account, numbers[0]!.chain, { numbers: shown }, now));
  }
  return { settled: settled.length, events };
}
