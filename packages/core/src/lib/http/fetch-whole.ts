import { PortalError } from './portal-error.ts';

type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` whose answer is there as a whole, so that a body which stalls or breaks off counts as a failed
 * attempt like any other: it runs out of time, and is tried again.
 */
export function fetchWhole(fetch: Fetch): Fetch {
  return async (request, init) => {
    const response = await fetchSomehow(fetch)(request, init);
    if (!response.body) return response;
    const body = await response.arrayBuffer().catch(rejectAsUnreachable);
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  };
}

/**
 * A `fetch` that tells a network that fails, in whatever words an engine has for it, from a program that does.
 *
 * @throws PortalError `unreachable`.
 */
export function fetchSomehow(fetch: Fetch): Fetch {
  return (request, init) => fetch(request, init).catch(rejectAsUnreachable);
}

function rejectAsUnreachable(cause: unknown): never {
  if ((cause as { name?: unknown } | null)?.name !== 'TypeError') throw cause;
  throw new PortalError('unreachable', 'The server cannot be reached.', { cause });
}
