import { type Client, createClient } from '@numberdesk/core';
import type { Account, EmbedSessionInput, PermissionSet } from '@numberdesk/core/access';
import { createSession } from '@numberdesk/core/backend';
import { PortalError, isPortalError } from '@numberdesk/core/http';
import type { NewOrder, Order } from '@numberdesk/core/orders';

/** One implementation, running. */
export interface Desk {
  fetch: typeof fetch;
  /** The secret key. */
  key: string;
  clock: { now: number };
  stop(): Promise<void>;
}

export const baseUrl = 'https://numbers.example';
const origins = ['https://portal.example'];
let count = 0;

/** A name that no other test has. */
export const unique = (word: string) => `${word}-${++count}`;

/** What a call is refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<PortalError> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && isPortalError(outcome.error)) return outcome.error;
  throw new Error('It was not refused.', { cause: outcome });
}

/** What a call is refused with, in short: the code and the fields. */
export async function refused(call: Promise<unknown>): Promise<string> {
  const { code, errors } = await refusalOf(call);
  return [code, ...errors.map(({ path }) => path).sort()].join(' ');
}

/** Those who come to a desk. */
export function visitorsOf(desk: () => Desk) {
  const now = () => desk().clock.now;
  const random = () => 0;

  /** The reseller's own server. */
  function owner(secretKey = desk().key): Client {
    return createClient({ baseUrl, secretKey, fetch: desk().fetch, retries: 0, now, random });
  }

  /** A person in a page. */
  async function enter(
    account: string | null,
    may: PermissionSet | EmbedSessionInput['permissions'] = 'admin',
    more: Partial<EmbedSessionInput> = {},
  ): Promise<Client> {
    const fetchSession = () =>
      createSession({
        baseUrl,
        secretKey: desk().key,
        fetch: desk().fetch,
        user: { id: 'u-1', name: 'Ada Byron' },
        account,
        ...(typeof may === 'string' ? { permissionSet: may } : { permissions: may }),
        origins,
        ...more,
      });
    return createClient({ baseUrl, fetchSession, fetch: desk().fetch, retries: 0, now, random });
  }

  const staff = () => enter(null, 'staff');

  /** An account of its own, so that tests do not meet. */
  async function newAccount(more: Partial<Account> = {}): Promise<string> {
    const id = unique('acme');
    const account = {
      name: 'Acme',
      level: 'business' as const,
      owner: { name: 'Ada', email: 'ada@acme.example' },
    };
    await owner().access.putAccount({ id, ...account, ...more } as never);
    return id;
  }

  /** What `fetch` answers, for what no client would send. */
  async function send(path: string, init: RequestInit = {}) {
    const headers = new Headers(init.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Bearer ${desk().key}`);
    const response = await desk().fetch(`${baseUrl}/v1/${path}`, { ...init, headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** Turns the clock on; gives back what turns it to where it was. */
  function turn(millis: number): () => void {
    const before = now();
    desk().clock.now += millis;
    return () => void (desk().clock.now = before);
  }

  return { owner, enter, staff, newAccount, send, now, turn };
}

export type Visitors = ReturnType<typeof visitorsOf>;

/** A line as it is ordered. */
export const line = {
  type: 'local',
  location: { country: 'US', region: 'NJ', city: 'Newark' },
  quantity: 1,
  supply: 'on-order' as const,
};

/** An order as it is placed. */
export function newOrder(account: string, more: Partial<NewOrder> = {}): NewOrder {
  return { number: unique('PO'), account, placedBy: { name: 'Ada Byron' }, lines: [line], ...more };
}

/** Numbers that no other test has, none of them fictional. */
export const newNumbers = (quantity: number) =>
  Array.from({ length: quantity }, () => `+1973${5_552_000 + ++count}`);

/** Moves the first line of an order in the version that was seen. */
export function move(
  client: Client,
  { number, version, lines }: Order,
  status: 'processing' | 'pending-docs' | 'completed' | 'canceled',
  numbers: string[] = status === 'completed' ? newNumbers(lines[0]!.quantity) : [],
): Promise<Order> {
  return client.orders.moveLine({ number, id: lines[0]!.id, status, numbers }, { ifMatch: version });
}
