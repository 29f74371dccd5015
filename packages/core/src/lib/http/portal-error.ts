import type { FieldProblem, ProblemCode } from './problem.ts';

/** What can go wrong on the way, beside the server's own refusals. */
export type TransportCode = 'unreachable' | 'timed-out' | 'unreadable-answer';

const brand = Symbol.for('@numberdesk/core/PortalError');

/**
 * A request that did not succeed: refused by the server, or lost on the way.
 *
 * `status` is 0 when no answer came; `requestId` is what support asks for.
 */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly code: ProblemCode | TransportCode | (string & {});
  readonly status: number;
  readonly requestId: string | null;
  readonly errors: readonly FieldProblem[];
  /** With `forbidden`: the permission that is missing (ACC-4). */
  readonly permission: string | null;
  /** With `stale`: the thing as it is now, unvalidated. */
  readonly current: unknown;
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfter: number | null;

  constructor(
    code: PortalError['code'],
    detail: string,
    init: Partial<
      Pick<PortalError, 'status' | 'requestId' | 'errors' | 'permission' | 'current' | 'retryAfter'>
    > & { cause?: unknown } = {},
  ) {
    super(detail, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = code;
    this.status = init.status ?? 0;
    this.requestId = init.requestId ?? null;
    this.errors = init.errors ?? [];
    this.permission = init.permission ?? null;
    this.current = init.current;
    this.retryAfter = init.retryAfter ?? null;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether a value is a {@link PortalError}, also one made by another copy of this package. */
export function isPortalError(value: unknown): value is PortalError {
  return typeof value === 'object' && value !== null && brand in value;
}
