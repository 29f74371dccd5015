/** Every code by which a request is refused, with its status and what it means in general. The list is closed. */
export const problemCodes = {
  'bad-json': { status: 400, title: 'The body is not JSON' },
  'bad-request': { status: 400, title: 'The request cannot be understood' },
  'idempotency-key-missing': { status: 400, title: 'An Idempotency-Key header is needed' },
  unauthenticated: { status: 401, title: 'No valid token or key was given' },
  'session-expired': { status: 401, title: 'The session has ended' },
  forbidden: { status: 403, title: 'A permission is missing' },
  'origin-not-allowed': { status: 403, title: 'The session is not valid on this page' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'in-progress': { status: 409, title: 'The same request is still running' },
  'transition-not-allowed': { status: 409, title: 'Its state does not allow this' },
  'order-exists': { status: 409, title: 'There is an order with this number already' },
  'already-decided': { status: 409, title: 'This has been decided already' },
  stale: { status: 412, title: 'It has changed in the meantime' },
  'too-large': { status: 413, title: 'The body is too large' },
  'unsupported-type': { status: 415, title: 'The body is not of a type that is read here' },
  invalid: { status: 422, title: 'Some fields are not right' },
  'idempotency-mismatch': { status: 422, title: 'The Idempotency-Key was used for another request' },
  'confirmation-needed': { status: 422, title: 'This needs an explicit confirmation' },
  'if-match-missing': { status: 428, title: 'An If-Match header is needed' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something failed on our side' },
  unavailable: { status: 503, title: 'The service is not available for now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** One field that is not right; `path` is a JSON Pointer into the body, or the name of a parameter after `/`. */
export interface FieldProblem {
  path: string;
  code: string;
  detail: string;
}

/** What a refusal says besides its code. */
export interface ProblemExtras {
  errors?: readonly FieldProblem[];
  /** With `forbidden`: the permission that is missing (ACC-4). */
  permission?: string;
  /** With `stale`: the thing as it is now. */
  current?: unknown;
  /** Seconds after which to try again. */
  retryAfter?: number;
}

/** A refusal on the wire, as in RFC 9457. */
export interface ProblemBody extends Omit<ProblemExtras, 'retryAfter'> {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  requestId: string;
  errors: readonly FieldProblem[];
}

/** The wire form of a refusal. */
export function problemBody(
  code: ProblemCode,
  detail: string,
  requestId: string,
  { errors = [], permission, current }: ProblemExtras = {},
): ProblemBody {
  const { status, title } = problemCodes[code];
  return {
    type: `urn:numberdesk:problem:${code}`,
    title,
    status,
    code,
    detail,
    requestId,
    ...(permission === undefined ? {} : { permission }),
    ...(current === undefined ? {} : { current }),
    errors,
  };
}
