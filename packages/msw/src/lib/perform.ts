import { problemBody, problemCodes } from '@numberdesk/core/http';
import { type Caller, requireNeeds } from './caller.ts';
import type { Answer } from './kept-answers.ts';
import type { FoundOperation } from './operation-routes.ts';
import { Refusal } from './refusal.ts';
import { type RequestParts, readRequest } from './request-parts.ts';
import type { Tenant } from './tenant.ts';

/** What belongs to one request. */
interface Moment {
  now: number;
  requestId: string;
}

/**
 * The way of every request: who is it, may they, what do they want, and then what became of it. An act that has a
 * key is done once; a refusal of it is kept as its answer too.
 *
 * @throws Refusal for what was not even tried.
 */
export async function perform(
  tenant: Tenant,
  found: FoundOperation,
  request: Request,
  moment: Moment,
): Promise<Response> {
  const { operation, inputs, name } = found.route;
  const caller = tenant.tokens.callerOf(request.headers);
  requireNeeds(caller, operation.needs, moment.now);
  const parts = await readRequest(operation, inputs, request, found.params);
  if (parts.key === null) return toResponse(act(tenant, found, caller, parts, moment));
  const deed = `${subjectOf(caller)} ${name} ${parts.key}`;
  const content = { params: parts.params, body: parts.body };
  const before = tenant.answers.find(deed, content);
  if (before) return toResponse(before, { 'idempotent-replayed': 'true' });
  const done = settle(() => act(tenant, found, caller, parts, moment), moment);
  tenant.answers.keep(deed, content, done);
  return toResponse(done);
}

function act(
  tenant: Tenant,
  { route: { operation, handler } }: FoundOperation,
  caller: Caller,
  parts: RequestParts,
  { now }: Moment,
): Answer {
  const body = handler({ ...parts, tenant, caller, now } as never) as object;
  return { status: operation.status ?? 200, body };
}

function settle(act: () => Answer, { requestId }: Moment): Answer {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, extras } = error;
    return { status: problemCodes[code].status, body: problemBody(code, message, requestId, extras) };
  }
}

/** Who it is, the same over renewed sessions. */
function subjectOf(caller: Caller): string {
  return caller.kind === 'key' ? 'key' : `${caller.account}:${caller.user.id}`;
}

function toResponse({ status, body }: Answer, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
      ...('version' in body ? { etag: `"${String(body.version)}"` } : {}),
      ...more,
    },
  });
}
