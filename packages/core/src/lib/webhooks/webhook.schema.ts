import * as z from 'zod/mini';
import { pageShape } from '../http/page.schema.ts';

/** An endpoint as the server shows it. */
export const webhookSchema = z.looseObject({
  id: z.string(),
  url: z.string(),
  /** None stands for all. */
  types: z.array(z.string()),
  status: z.string(),
  /** `by-request`, `gone` (it answered 410), `failing` (nothing succeeded for days). */
  disabledReason: z.nullable(z.string()),
  /** Since when every attempt has failed. */
  failingSince: z.nullable(z.string()),
  createdAt: z.string(),
  version: z.int(),
});

export type Webhook = z.infer<typeof webhookSchema>;

/** An endpoint with the secret that signs what it is sent; shown this once. */
export const newWebhookSchema = z.looseObject({ ...webhookSchema.shape, secret: z.string() });

/** A new secret; the one before it signs too until `previousUntil`. */
export const webhookSecretSchema = z.looseObject({ secret: z.string(), previousUntil: z.string() });

/** How many events are sent again. */
export const webhookReplaySchema = z.looseObject({ events: z.int() });

/** What became of one event at one endpoint. */
export const webhookDeliverySchema = z.looseObject({
  /** The `webhook-id` that the receiver sees, the same with every attempt. */
  id: z.string(),
  /** The event's position in the feed; `null` for a ping. */
  event: z.nullable(z.int()),
  type: z.string(),
  status: z.string(),
  attempts: z.int(),
  lastAttemptAt: z.nullable(z.string()),
  nextAttemptAt: z.nullable(z.string()),
  /** The status that the receiver answered with last. */
  answer: z.nullable(z.int()),
  /** Why the last attempt failed. */
  error: z.nullable(z.string()),
  createdAt: z.string(),
});

export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** One page of endpoints. */
export const webhookPageSchema = z.looseObject(pageShape(webhookSchema));

/** One page of deliveries. */
export const webhookDeliveryPageSchema = z.looseObject(pageShape(webhookDeliverySchema));
