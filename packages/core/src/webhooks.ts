/**
 * Webhooks: where events are sent to, what an answer means, when an attempt is made again.
 *
 * @module
 */
export { type WebhookEventType, isWanted, webhookEventTypes } from './lib/webhooks/webhook-events.ts';
export {
  type WebhookAddressProblem,
  isLoopbackHost,
  webhookAddressProblem,
  webhookAddressProblems,
} from './lib/webhooks/webhook-address.ts';
export {
  type FailedAttempt,
  isWebhookGivenUp,
  webhookGivesUpAfter,
  webhookMaxRetryAfter,
  webhookRestsUntil,
  webhookRetryAt,
  webhookRetryDelays,
} from './lib/webhooks/webhook-retries.ts';
export {
  type WebhookError,
  type WebhookOutcome,
  webhookErrors,
  webhookOutcome,
} from './lib/webhooks/webhook-outcome.ts';
export {
  type Webhook,
  type WebhookDelivery,
  newWebhookSchema,
  webhookDeliverySchema,
  webhookSchema,
} from './lib/webhooks/webhook.schema.ts';
export { type WebhookInput, webhookInputSchema } from './lib/webhooks/webhook-input.schema.ts';
export {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  replayWebhook,
  rotateWebhookSecret,
  testWebhook,
  webhookApi,
} from './lib/webhooks/webhook.api.ts';
