import type { Operation, Sent } from '../http/operation.ts';
import type { pageQuerySchema } from '../http/page-query.schema.ts';
import type {
  webhookChangeSchema,
  webhookInputSchema,
  webhookParams,
  webhookReplayInputSchema,
} from './webhook-input.schema.ts';
import {
  newWebhookSchema,
  webhookDeliveryPageSchema,
  webhookDeliverySchema,
  webhookPageSchema,
  webhookReplaySchema,
  webhookSchema,
  webhookSecretSchema,
} from './webhook.schema.ts';

/** All endpoints, the oldest first. */
export const listWebhooks = {
  method: 'get',
  path: 'webhooks',
  summary: 'All endpoints, the oldest first.',
  needs: 'secret-key',
  query: {} as Sent<typeof pageQuerySchema>,
  output: webhookPageSchema,
  throws: [],
} as const satisfies Operation;

/** Has events sent to an address from now on; the answer holds the secret that signs them, this once. */
export const createWebhook = {
  method: 'post',
  path: 'webhooks',
  summary:
    'Has events sent to an address from now on; the answer holds the secret that signs them, this once.',
  needs: 'secret-key',
  body: {} as Sent<typeof webhookInputSchema>,
  output: newWebhookSchema,
  status: 201,
  idempotency: 'required',
  throws: ['invalid'],
} as const satisfies Operation;

/** One endpoint. */
export const getWebhook = {
  method: 'get',
  path: 'webhooks/{id}',
  summary: 'One endpoint.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  output: webhookSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Changes an endpoint; one that is enabled again goes on where it stopped. */
export const changeWebhook = {
  method: 'patch',
  path: 'webhooks/{id}',
  summary: 'Changes an endpoint; one that is enabled again goes on where it stopped.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  body: {} as Sent<typeof webhookChangeSchema>,
  output: webhookSchema,
  idempotency: 'honoured',
  ifMatch: 'honoured',
  throws: ['not-found', 'stale', 'invalid'],
} as const satisfies Operation;

/** Removes an endpoint with all that waits for it; answers what it was. */
export const removeWebhook = {
  method: 'delete',
  path: 'webhooks/{id}',
  summary: 'Removes an endpoint with all that waits for it; answers what it was.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  output: webhookSchema,
  idempotency: 'honoured',
  throws: ['not-found'],
} as const satisfies Operation;

/** Makes a new secret, shown this once; for 24 hours the one before it signs too. */
export const rotateWebhookSecret = {
  method: 'post',
  path: 'webhooks/{id}/rotate',
  summary: 'Makes a new secret, shown this once; for 24 hours the one before it signs too.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  output: webhookSecretSchema,
  idempotency: 'required',
  throws: ['not-found'],
} as const satisfies Operation;

/** Sends again what the feed still has: all that followed a position, or one event. */
export const replayWebhook = {
  method: 'post',
  path: 'webhooks/{id}/replay',
  summary: 'Sends again what the feed still has: all that followed a position, or one event.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  body: {} as Sent<typeof webhookReplayInputSchema>,
  output: webhookReplaySchema,
  status: 202,
  idempotency: 'honoured',
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** Sends a `ping`, once; the answer is the delivery to look for. */
export const testWebhook = {
  method: 'post',
  path: 'webhooks/{id}/test',
  summary: 'Sends a `ping`, once; the answer is the delivery to look for.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  output: webhookDeliverySchema,
  status: 202,
  idempotency: 'honoured',
  throws: ['not-found', 'transition-not-allowed'],
} as const satisfies Operation;

/** What became of the events at an endpoint, the newest first; kept for seven days. */
export const listWebhookDeliveries = {
  method: 'get',
  path: 'webhooks/{id}/deliveries',
  summary: 'What became of the events at an endpoint, the newest first; kept for seven days.',
  needs: 'secret-key',
  params: {} as Sent<typeof webhookParams>,
  query: {} as Sent<typeof pageQuerySchema>,
  output: webhookDeliveryPageSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Every operation on webhooks, by the name of its method. */
export const webhookApi = {
  list: listWebhooks,
  create: createWebhook,
  get: getWebhook,
  change: changeWebhook,
  remove: removeWebhook,
  rotateSecret: rotateWebhookSecret,
  replay: replayWebhook,
  test: testWebhook,
  deliveries: listWebhookDeliveries,
};
