import type { InputsOf } from '../http/operation.ts';
import {
  numberBatchInputSchema,
  numberChangeSchema,
  numberImportInputSchema,
  numberImportParams,
  numberInputSchema,
  numberParams,
  numberVerdictSchema,
} from './number-input.schema.ts';
import { numberQuerySchema } from './number-query.schema.ts';
import type { numberApi } from './number.api.ts';

/** What each operation is sent, to be checked where it arrives; whoever only calls never loads it. */
export const numberInputs = {
  list: { query: numberQuerySchema },
  get: { params: numberParams },
  add: { body: numberInputSchema },
  addBatch: { body: numberBatchInputSchema },
  startImport: { body: numberImportInputSchema },
  import: { params: numberImportParams },
  change: { params: numberParams, body: numberChangeSchema },
  remove: { params: numberParams },
  judge: { params: numberParams, body: numberVerdictSchema },
} satisfies InputsOf<typeof numberApi>;
