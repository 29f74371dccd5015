/**
 * The client: every operation of the server as a method, typed and validated.
 *
 * @module
 */
import { accessApi } from './lib/access/access.api.ts';
import type { ConnectionOptions } from './lib/http/connection.ts';
import { type ClientOf, createClientOf } from './lib/http/create-client.ts';
import { numberApi } from './lib/numbers/number.api.ts';
import { orderApi } from './lib/orders/order.api.ts';
import { portOutApi } from './lib/portouts/portout.api.ts';
import { webhookApi } from './lib/webhooks/webhook.api.ts';

/** Every operation table, by capability. */
export const operations = {
  access: accessApi,
  numbers: numberApi,
  orders: orderApi,
  portouts: portOutApi,
  webhooks: webhookApi,
};

/** A client of one server. */
export type Client = ClientOf<typeof operations>;

/**
 * Makes a client. Nothing is sent until a method is called.
 *
 * @example
 * const client = createClient({ baseUrl: '/numberdesk', fetchSession });
 * const { data } = await client.orders.list({ status: ['pending-docs'] });
 */
export function createClient(options: ConnectionOptions): Client {
  return createClientOf(options, operations);
}

export type { CallOptions, Connection, ConnectionOptions } from './lib/http/connection.ts';
export type { PortalEvent } from './lib/http/event-stream.ts';
export type { FetchSession, SessionToken } from './lib/http/session-source.ts';
export { PortalError, isPortalError, type TransportCode } from './lib/http/portal-error.ts';
