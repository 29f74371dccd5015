import { type Options, isHTTPError, isTimeoutError } from 'ky';
import { refusalOf } from './answer.ts';
import { PortalError, isPortalError } from './portal-error.ts';

/** The longest wait that a server may ask for, in milliseconds. */
export const defaultMaxRetryAfter = 20_000;

/** How a failed request is tried again; `note` is told each failure. */
export function retryOptions({
  retries = 3,
  maxRetryAfter = defaultMaxRetryAfter,
  random = Math.random,
}: {
  retries?: number;
  maxRetryAfter?: number;
  random?: () => number;
}) {
  return (note: (error: unknown) => void) =>
    ({
      limit: retries,
      methods: ['get', 'put', 'post', 'patch', 'delete'],
      statusCodes: [408, 409, 429, 502, 503, 504],
      afterStatusCodes: [409, 429, 503],
      maxRetryAfter,
      backoffLimit: 10_000,
      jitter: (delay) => delay * random(),
      shouldRetry: async ({ error }) => {
        note(error);
        if (!isHTTPError(error)) return isTimeoutError(error) || isPortalError(error);
        // The first attempt is still at work: its answer is worth waiting for. Any other conflict is one.
        const isConflict = error.response.status === 409;
        return isConflict && (await refusalOf(error)).code !== 'in-progress' ? false : undefined;
      },
    }) satisfies Options['retry'];
}

/** When the time is up between two attempts, the refusal that was met says more than the clock. */
export function lateError(seen: unknown): unknown {
  if (isHTTPError(seen)) return seen;
  return new PortalError('timed-out', 'The server took too long to answer.', { cause: seen });
}
