import { type Permission, withImplied } from '@numberdesk/core/access';
import { toMillis } from '@numberdesk/core/time';
import { type HttpHandler, http } from 'msw/http';
import { type Answering, createAnswering } from './answering.ts';
import { createKnobs } from './knobs.ts';
import type { MockFailure, MockOptions } from './mock-options.ts';
import { type MockNumbers, mockNumbers } from './mock-numbers.ts';
import { type MockOrders, mockOrders } from './mock-orders.ts';
import { type MockPortOuts, mockPortOuts } from './mock-portouts.ts';
import { routes } from './operation-routes.ts';
import { createTenant } from './tenant.ts';

/** A mock of the server, and the handle to drive it from a test. */
export interface PortalMock {
  /** For `setupServer` of `msw/node` and `setupWorker` of `msw/browser`. */
  readonly handlers: HttpHandler[];
  /** The same without a service worker: `createClient({ fetch: mock.fetch, … })`. */
  readonly fetch: typeof fetch;
  readonly orders: MockOrders;
  readonly numbers: MockNumbers;
  readonly portouts: MockPortOuts;
  /** What the session may do, for tokens that the mock has not made itself. */
  permissions: readonly Permission[];
  /** Milliseconds before each answer; `Infinity` for none at all. */
  delay: number;
  /** How requests fail from now on; `null` for not at all. */
  fail: MockFailure | MockFailure['code'] | null;
  readonly events: {
    /** Breaks every open stream, as a network does. */
    cut(): void;
    /** Forgets what has happened, so that whoever resumes has to read the list anew. */
    forget(): void;
  };
  /** Ends every session that has been seen so far; the next token is good again. */
  endSessions(): void;
  /** Goes back to the beginning. */
  reset(): void;
}

/**
 * Mocks the server by the operation tables and the rules of `@numberdesk/core`: lists, moves, permissions, problems,
 * pages, versions and the stream of events are those of the server.
 *
 * @example
 * const mock = mockHandlers({ orders: [{ number: 'PO-1001', status: 'pending-docs' }] });
 * const server = setupServer(...mock.handlers);
 */
export function mockHandlers(options: MockOptions = {}): PortalMock {
  const now = clockOf(options.now);
  const knobs = createKnobs(options);
  let tenant = createTenant(options, now);
  const answering = createAnswering({ tenant: () => tenant, knobs, now });
  return {
    handlers: httpHandlers(options.baseUrl ?? '*', answering),
    fetch: directFetch(answering),
    orders: mockOrders(() => tenant, now),
    numbers: mockNumbers(() => tenant, now),
    portouts: mockPortOuts(() => tenant, now),
    get permissions() {
      return (tenant.anyone?.permissions ?? []) as Permission[];
    },
    set permissions(permissions) {
      if (tenant.anyone) tenant.anyone.permissions = withImplied(permissions);
    },
    get delay() {
      return knobs.delay;
    },
    set delay(millis) {
      knobs.delay = millis;
    },
    get fail() {
      return knobs.fail ?? null;
    },
    set fail(failure) {
      knobs.fail = failure;
    },
    events: {
      cut: () => tenant.feed.end('cut'),
      forget: () => tenant.feed.forget(),
    },
    endSessions() {
      tenant.tokens.end();
      tenant.feed.end('reauth');
    },
    reset() {
      tenant.feed.end('cut');
      tenant = createTenant(options, now);
      knobs.delay = options.delay ?? 0;
      knobs.fail = options.fail ?? null;
    },
  };
}

function clockOf(now: MockOptions['now']): () => number {
  if (now === undefined) return Date.now;
  if (typeof now === 'function') return now;
  const fixed = toMillis(now);
  return () => fixed;
}

/** One for each operation and one for the stream; the last answers what the server does not know. */
function httpHandlers(baseUrl: string, answering: Answering): HttpHandler[] {
  const base = (baseUrl.startsWith('/') ? `*${baseUrl}` : baseUrl).replace(/\/+$/, '');
  const stream = canTransferStreams() ? 'live' : 'whole';
  const answer = ({ request }: { request: Request }) => answering(request, stream);
  return [
    ...routes.map(({ operation: { method, path } }) =>
      http[method](`${base}/v1/${path.replace(/\{(\w+)\}/g, ':$1')}`, answer),
    ),
    http.get(`${base}/v1/events`, answer),
    http.all(`${base}/v1/*`, answer),
  ];
}

/** Whether a service worker can be handed a body that is still being written. */
function canTransferStreams(): boolean {
  try {
    const stream = new ReadableStream();
    structuredClone(stream, { transfer: [stream] });
    return true;
  } catch {
    return false;
  }
}

function directFetch(answering: Answering): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const answer = answering(request, 'live');
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    const response = await Promise.race([answer, aborted]);
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
}
