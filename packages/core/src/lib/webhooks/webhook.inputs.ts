import type { InputsOf } from '../http/operation.ts';
import { pageQuerySchema } from '../http/page-query.schema.ts';
import {
  webhookChangeSchema,
  webhookInputSchema,
  webhookParams,
  webhookReplayInputSchema,
} from './webhook-input.schema.ts';
import type { webhookApi } from './webhook.api.ts';

/** What each operation is sent, to be checked where it arrives; whoever only calls never loads it. */
export const webhookInputs = {
  list: { query: pageQuerySchema },
  create: { body: webhookInputSchema },
  get: { params: webhookParams },
  change: { params: webhookParams, body: webhookChangeSchema },
  remove: { params: webhookParams },
  rotateSecret: { params: webhookParams },
  replay: { params: webhookParams, body: webhookReplayInputSchema },
  test: { params: webhookParams },
  deliveries: { params: webhookParams, query: pageQuerySchema },
} satisfies InputsOf<typeof webhookApi>;
