import * as z from 'zod/mini';
import { identifier, textLine } from '../internal/text.schema.ts';
import { webhookEventTypes } from './webhook-events.ts';

const types = z.array(z.enum(webhookEventTypes)).check(z.maxLength(webhookEventTypes.length));
const url = textLine(2000);

/** A new endpoint; without `types` it is sent every event. */
export const webhookInputSchema = z.strictObject({ url, types: z._default(types, []) });

export type WebhookInput = z.input<typeof webhookInputSchema>;

/** What is to change; what is left out stays. */
export const webhookChangeSchema = z.strictObject({
  url: z.optional(url),
  types: z.optional(types),
  status: z.optional(z.enum(['enabled', 'disabled'])),
});

const position = z.int().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER));

/** What to send again: all that followed a position in the feed, or one event. */
export const webhookReplayInputSchema = z
  .strictObject({ after: z.optional(position), event: z.optional(position) })
  .check(
    z.refine((input) => (input.after === undefined) !== (input.event === undefined), {
      path: ['after'],
      error: 'Give either "after" or "event".',
    }),
  );

/** Which endpoint is meant. */
export const webhookParams = z.strictObject({ id: identifier(64) });
