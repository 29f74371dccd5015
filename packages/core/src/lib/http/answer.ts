import { type HTTPError, isHTTPError, isTimeoutError } from 'ky';
import * as z from 'zod/mini';
import type { Schema } from './operation.ts';
import { PortalError } from './portal-error.ts';

/**
 * Reads an answer by its schema; unknown fields and values survive.
 *
 * @throws PortalError `unreadable-answer`.
 */
export function parseAnswer(schema: Schema, text: string, response: Response): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw unreadable(response, 'it is not JSON', cause);
  }
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadable(response, `at /${issue?.path.join('/') ?? ''}`, parsed.error);
}

function unreadable(response: Response, why: string, cause: unknown): PortalError {
  return new PortalError(
    'unreadable-answer',
    `The server's answer does not have the expected shape: ${why}.`,
    {
      status: response.status,
      requestId: response.headers.get('x-request-id'),
      cause,
    },
  );
}

/** Turns whatever a request can fail with into one kind of error. */
export async function toPortalError(error: unknown): Promise<unknown> {
  if (isHTTPError(error)) return refusalOf(error);
  if (isTimeoutError(error)) {
    return new PortalError('timed-out', 'The server took too long to answer.', { cause: error });
  }
  return error;
}

const problemAnswer = z.looseObject({
  code: z.string(),
  detail: z.string(),
  requestId: z.optional(z.string()),
  permission: z.optional(z.string()),
  current: z.optional(z.unknown()),
  errors: z.optional(z.array(z.looseObject({ path: z.string(), code: z.string(), detail: z.string() }))),
});

/** A refusal, with the problem that it carries. */
export async function refusalOf(error: HTTPError): Promise<PortalError> {
  const { response } = error;
  const retryAfter = Number(response.headers.get('retry-after') || NaN);
  const init = {
    status: response.status,
    requestId: response.headers.get('x-request-id'),
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
    cause: error,
  };
  const parsed = problemAnswer.safeParse(await problemJson(response));
  if (!parsed.success) {
    const code = response.status >= 500 ? 'unavailable' : 'unreadable-answer';
    return new PortalError(code, `The server answered with status ${response.status}.`, init);
  }
  const { code, detail, requestId = init.requestId, permission = null, current, errors = [] } = parsed.data;
  return new PortalError(code, detail, { ...init, requestId, permission, current, errors });
}

/** The body is there as a whole already, and stays readable for whoever looks next. */
const problemJson = (response: Response): Promise<unknown> =>
  response
    .clone()
    .json()
    .catch(() => null);
