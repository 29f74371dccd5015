import { type Operation, type Schema, fieldProblems } from '@numberdesk/core/http';
import { auditStore } from '../access/audit.store.ts';
import type { Database, TenantId, TenantTransaction } from '../db/database.ts';
import { type NewEvent, eventStore } from '../events/event.store.ts';
import { admit, readClaim } from './admission.ts';
import { type Answer, send, successAnswer } from './answer.ts';
import { type Caller, actorOf, subjectOf } from './caller.ts';
import type { Endpoint } from './endpoint.ts';
import type { Exchange } from './exchange.ts';
import { type Done, once, readIdempotencyKey } from './idempotency.ts';
import { type IfMatch, parseIfMatch } from './if-match.ts';
import { readJsonBody } from './json-body.ts';
import type { Limits } from './limits.ts';
import { readParameters } from './parameters.ts';
import type { RefusalAudit } from './refusal-audit.ts';
import { Refusal, invalid } from './refusal.ts';
import type { HandlerRequest, Route } from './route.ts';

/** What an operation stands on. */
export interface OperationGround {
  database: Database;
  demoTenant: TenantId | null;
  /** Told after a commit that the tenant's feed has grown. */
  onEvents(tenant: TenantId): void;
  onRefusal: RefusalAudit;
  limits: Limits;
}

/** What a request asks for, parsed. */
interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
  ifMatch: IfMatch | null;
  key: string | null;
}

/**
 * The way of every request: who is it, may they, what do they want, and then, in one transaction, what became of
 * it. A read finds out who asks in the very transaction that answers.
 */
export function operationEndpoint(route: Route, ground: OperationGround): Endpoint {
  const { name, operation } = route;
  const { database, demoTenant, limits } = ground;

  async function answer(exchange: Exchange): Promise<Response> {
    exchange.operation = name;
    const claim = readClaim(exchange.request.headers, demoTenant);
    const enter = (tx: TenantTransaction) => admit(tx, exchange, { claim, needs: operation.needs, limits });
    if (operation.method === 'get') {
      const answer = await database.read(claim.tenant, async (tx) => {
        const caller = await enter(tx);
        return perform(route, tx, exchange, caller, await readInput(route, exchange), []);
      });
      return send(answer, exchange);
    }
    const caller = await database.read(claim.tenant, enter);
    const input = await readInput(route, exchange);
    const { answer, refusal, isReplay } = await database.write(claim.tenant, (tx) =>
      commit(route, tx, exchange, caller, input),
    );
    if (refusal) await ground.onRefusal(refusal, exchange);
    else ground.onEvents(claim.tenant);
    return send(answer, exchange, isReplay ? { 'idempotent-replayed': 'true' } : {});
  }

  return { method: operation.method, path: `/v1/${operation.path}`, answer };
}

async function perform(
  { operation, handler }: Route,
  tx: TenantTransaction,
  { now, requestId }: Exchange,
  caller: Caller,
  input: Input,
  events: NewEvent[],
): Promise<Answer> {
  const request = {
    ...input,
    tx,
    caller,
    now,
    requestId,
    audit: (change) => auditStore(tx).append({ ...change, at: now, actor: actorOf(caller), requestId }),
    tell: (event) => void events.push(event),
  } satisfies HandlerRequest<Operation>;
  return successAnswer(operation, await handler(request));
}

/** The events come last: from the first one on, the tenant's other writers wait for this commit. */
async function commit(
  route: Route,
  tx: TenantTransaction,
  exchange: Exchange,
  caller: Caller,
  input: Input,
): Promise<Done> {
  const events: NewEvent[] = [];
  const act = () => perform(route, tx, exchange, caller, input, events);
  const { key, params, body } = input;
  const { now, requestId } = exchange;
  const keyed = {
    subject: subjectOf(caller),
    operation: route.name,
    content: { params, body },
    now,
    requestId,
  };
  const done: Done =
    key === null
      ? { answer: await act(), refusal: null, isReplay: false }
      : await once(tx, { ...keyed, key }, act);
  if (!done.refusal) for (const event of events) await eventStore(tx).append(event);
  return done;
}

/** Headers first, then the address, then the body: the dearest last. */
async function readInput(
  { operation: { idempotency, ifMatch: condition }, inputs }: Route,
  { request, url, params }: Exchange,
): Promise<Input> {
  const key = idempotency ? readIdempotencyKey(request.headers, idempotency) : null;
  const ifMatch = condition ? parseIfMatch(request.headers.get('if-match')) : null;
  if (condition === 'required' && ifMatch === null) {
    throw new Refusal(
      'if-match-missing',
      'Send If-Match with the version that you have seen, as in If-Match: "7".',
    );
  }
  return {
    key,
    ifMatch,
    params: readParameters(inputs.params, Object.entries(params)),
    query: readParameters(inputs.query, url.searchParams),
    body: inputs.body ? await readBody(inputs.body, request) : undefined,
  };
}

async function readBody(schema: Schema, request: Request): Promise<unknown> {
  const parsed = fieldProblems(schema, await readJsonBody(request));
  if (parsed.problems === null) return parsed.value;
  throw invalid(parsed.problems.slice(0, 100));
}
