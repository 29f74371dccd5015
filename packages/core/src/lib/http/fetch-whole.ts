import { PortalError } from './portal-error.ts';

type Fetch = (request: Request, init?: RequestInit) => Promise<Response>;

/**
 * A `fetch` whose answer is there as a whole, so that a body which stalls or breaks off counts as a failed
 * attempt like any other: it runs out of time, and is tried again.
 *
 * @throws PortalError `unreachable`.
 */
export function fetchWhole(fetch: Fetch): Fetch {
  return async (request, init) => whole(await reach(fetch, request, init));
}

/**
 * A `fetch` whose success is read while it comes; a refusal is there as a whole.
 *
 * @throws PortalError `unreachable`.
 */
export function fetchStream(fetch: Fetch): Fetch {
  return async (request, init) => {
    const response = await reach(fetch, request, init);
    return response.ok ? response : whole(response);
  };
}

async function whole(response: Response): Promise<Response> {
  if (!response.body) return response;
  const body = await response.arrayBuffer().catch(rejectAsUnreachable);
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}

/** Tells a network that fails, in whatever words an engine has for it, from a program that does. */
function reach(fetch: Fetch, request: Request, init: RequestInit | undefined): Promise<Response> {
  return fetch(request, init).catch(rejectAsUnreachable);
}

function rejectAsUnreachable(cause: unknown): never {
  if ((cause as { name?: unknown } | null)?.name !== 'TypeError') throw cause;
  throw new PortalError('unreachable', 'The server cannot be reached.', { cause });
}
