/**
 * What operations are sent: the schemas by which a server or a mock checks requests. A caller never loads them.
 *
 * @module
 */
import { accessInputs } from './lib/access/access.inputs.ts';
import { numberInputs } from './lib/numbers/number.inputs.ts';
import { orderInputs } from './lib/orders/order.inputs.ts';
import { portOutInputs } from './lib/portouts/portout.inputs.ts';
import { webhookInputs } from './lib/webhooks/webhook.inputs.ts';

/** The schemas of what every operation is sent, by capability, as `operations` of `@numberdesk/core`. */
export const operationInputs = {
  access: accessInputs,
  numbers: numberInputs,
  orders: orderInputs,
  portouts: portOutInputs,
  webhooks: webhookInputs,
};

export { accountParams } from './lib/access/account-input.schema.ts';
export { pageQuerySchema } from './lib/http/page-query.schema.ts';
export {
  numberChangeSchema,
  numberImportInputSchema,
  numberImportParams,
  numberParams,
  numberVerdictSchema,
} from './lib/numbers/number-input.schema.ts';
export {
  lineMoveSchema,
  orderLineParams,
  orderParams,
  orderSyncSchema,
} from './lib/orders/order-input.schema.ts';
export {
  webhookChangeSchema,
  webhookParams,
  webhookReplayInputSchema,
} from './lib/webhooks/webhook-input.schema.ts';
