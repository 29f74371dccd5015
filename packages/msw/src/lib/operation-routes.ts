import { operations } from '@numberdesk/core';
import type { Operation } from '@numberdesk/core/http';
import { operationInputs } from '@numberdesk/core/inputs';
import { accessHandlers } from './access.handlers.ts';
import type { Handler } from './handlers.ts';
import { numberHandlers } from './number.handlers.ts';
import { orderHandlers } from './order.handlers.ts';
import { portOutHandlers } from './portout.handlers.ts';
import { Refusal, notFound } from './refusal.ts';
import type { Inputs } from './request-parts.ts';
import { webhookHandlers } from './webhook.handlers.ts';

/** One operation with the schemas of what it is sent and with what does it. */
export interface Route {
  /** Such as `orders.list`. */
  name: string;
  operation: Operation;
  inputs: Inputs;
  handler: Handler<Operation>;
}

const handlers = {
  access: accessHandlers,
  numbers: numberHandlers,
  orders: orderHandlers,
  portouts: portOutHandlers,
  webhooks: webhookHandlers,
};

/** A route for each row of the operation tables. */
export const routes: readonly Route[] = Object.entries(operations).flatMap(([tag, table]) =>
  Object.entries(table as Record<string, Operation>).map(([name, operation]) => ({
    name: `${tag}.${name}`,
    operation,
    inputs: (operationInputs as Record<string, Record<string, Inputs>>)[tag]?.[name] ?? {},
    handler: (handlers as Record<string, Record<string, Handler<Operation>>>)[tag]![name]!,
  })),
);

/** An operation that a request asks for, with the parameters of its path. */
export interface FoundOperation {
  route: Route;
  params: Record<string, string>;
}

/**
 * The operation at a path below `/v1/`.
 *
 * @throws Refusal `not-found`, `method-not-allowed`, `bad-request` for a path that cannot be decoded.
 */
export function findOperation(method: string, path: string): FoundOperation {
  const matching = routes.flatMap((route) => {
    const params = matchPath(route.operation.path, path);
    return params ? [{ route, params }] : [];
  });
  const fewest = Math.min(...matching.map(({ params }) => Object.keys(params).length));
  const here = matching.filter(({ params }) => Object.keys(params).length === fewest);
  if (here.length === 0) throw notFound('address');
  const found = here.find(({ route }) => route.operation.method === method.toLowerCase());
  if (found) return found;
  throw new Refusal('method-not-allowed', 'This address does not take that method.');
}

/** The parameters of a path, `null` when it is not of this pattern. */
function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== given[at]) return null;
    if (name !== undefined) params[name] = decoded(given[at]!);
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal('bad-request', 'The address holds a broken percent sign.');
  }
}
