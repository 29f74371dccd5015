import { NetworkError } from 'ky';

type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` whose answer is there as a whole, so that a body which stalls or breaks off counts as a failed
 * attempt like any other: it runs out of time, and is tried again.
 */
export function fetchWhole(fetch: Fetch): Fetch {
  return async (request, init) => {
    const response = await fetchSomehow(fetch)(request, init);
    if (!response.body) return response;
    const body = await response.arrayBuffer().catch((error) => rejectAsNetworkError(request, error));
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  };
}

/** A `fetch` that tells a network that fails, in whatever words an engine has for it, from a program that does. */
export function fetchSomehow(fetch: Fetch): Fetch {
  return (request, init) => fetch(request, init).catch((error) => rejectAsNetworkError(request, error));
}

function rejectAsNetworkError(request: Request, cause: unknown): never {
  if ((cause as { name?: unknown } | null)?.name !== 'TypeError') throw cause;
  throw new NetworkError(request, { cause: cause as Error });
}
