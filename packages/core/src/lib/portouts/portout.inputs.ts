import { accountParams } from '../access/account-input.schema.ts';
import type { InputsOf } from '../http/operation.ts';
import {
  chargeCorrectionInputSchema,
  chargeParams,
  portOutAcceptanceSchema,
  portOutCancellationSchema,
  portOutInputSchema,
  portOutNoteInputSchema,
  portOutNumberParams,
  portOutParams,
  portOutVerdictSchema,
  portedNumberSchema,
  serviceRecordInputSchema,
} from './portout-input.schema.ts';
import { chargeQuerySchema, portOutQuerySchema } from './portout-query.schema.ts';
import { rejectionInputSchema } from './rejection-input.schema.ts';
import type { portOutApi } from './portout.api.ts';

/** What each operation is sent, to be checked where it arrives; whoever only calls never loads it. */
export const portOutInputs = {
  list: { query: portOutQuerySchema },
  get: { params: portOutParams },
  record: { body: portOutInputSchema },
  accept: { params: portOutParams, body: portOutAcceptanceSchema },
  reject: { params: portOutParams, body: rejectionInputSchema },
  judge: { params: portOutParams, body: portOutVerdictSchema },
  cancel: { params: portOutParams, body: portOutCancellationSchema },
  port: { params: portOutNumberParams, body: portedNumberSchema },
  reasons: { params: portOutParams },
  addNote: { params: portOutParams, body: portOutNoteInputSchema },
  evidence: { params: portOutParams },
  charges: { query: chargeQuerySchema },
  correctCharge: { params: chargeParams, body: chargeCorrectionInputSchema },
  putServiceRecord: { params: accountParams, body: serviceRecordInputSchema },
  serviceRecord: { params: accountParams },
} satisfies InputsOf<typeof portOutApi>;
