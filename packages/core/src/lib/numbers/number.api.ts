import type { Operation, Sent } from '../http/operation.ts';
import type {
  numberBatchInputSchema,
  numberChangeSchema,
  numberImportInputSchema,
  numberImportParams,
  numberInputSchema,
  numberParams,
  numberVerdictSchema,
} from './number-input.schema.ts';
import type { numberQuerySchema } from './number-query.schema.ts';
import {
  numberBatchSchema,
  numberImportSchema,
  phoneNumberPageSchema,
  phoneNumberSchema,
  removedNumberSchema,
} from './number.schema.ts';

/** The numbers of the account and of what lies below it, the newest first (ORD-7, NUM-8). */
export const listNumbers = {
  method: 'get',
  path: 'numbers',
  summary: 'The numbers of the account and of what lies below it, the newest first.',
  needs: 'numbers:view',
  query: {} as Sent<typeof numberQuerySchema>,
  output: phoneNumberPageSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** One number. */
export const getNumber = {
  method: 'get',
  path: 'numbers/{id}',
  summary: 'One number.',
  needs: 'numbers:view',
  params: {} as Sent<typeof numberParams>,
  output: phoneNumberSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Adds one number to an account (NUM-2). */
export const addNumber = {
  method: 'post',
  path: 'numbers',
  summary: 'Adds one number to an account.',
  needs: 'numbers:add',
  body: {} as Sent<typeof numberInputSchema>,
  output: phoneNumberSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'invalid', 'confirmation-needed'],
} as const satisfies Operation;

/** Adds several numbers at once: each row is added or has its reason (NUM-7). */
export const addNumberBatch = {
  method: 'post',
  path: 'numbers/batches',
  summary: 'Adds several numbers at once: each row is added or has its reason.',
  needs: 'numbers:add',
  body: {} as Sent<typeof numberBatchInputSchema>,
  output: numberBatchSchema,
  idempotency: 'required',
  throws: ['not-found', 'invalid', 'confirmation-needed'],
} as const satisfies Operation;

/** Begins an import of more rows than one request takes; its batches name it (NUM-7). */
export const startNumberImport = {
  method: 'post',
  path: 'numbers/imports',
  summary: 'Begins an import of more rows than one request takes; its batches name it.',
  needs: 'numbers:add',
  body: {} as Sent<typeof numberImportInputSchema>,
  output: numberImportSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** How far an import has got, so that it can be gone on with. */
export const getNumberImport = {
  method: 'get',
  path: 'numbers/imports/{id}',
  summary: 'How far an import has got, so that it can be gone on with.',
  needs: 'numbers:add',
  params: {} as Sent<typeof numberImportParams>,
  output: numberImportSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Changes what a number is for, or moves it to another account in reach (NUM-8). */
export const changeNumber = {
  method: 'patch',
  path: 'numbers/{id}',
  summary: 'Changes what a number is for, or moves it to another account in reach.',
  needs: 'numbers:add',
  params: {} as Sent<typeof numberParams>,
  body: {} as Sent<typeof numberChangeSchema>,
  output: phoneNumberSchema,
  idempotency: 'honoured',
  ifMatch: 'honoured',
  throws: ['not-found', 'invalid', 'confirmation-needed', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Takes a number out of the inventory; refused while somebody else is about to get it (POR-7). */
export const removeNumber = {
  method: 'delete',
  path: 'numbers/{id}',
  summary: 'Takes a number out of the inventory.',
  needs: 'numbers:add',
  params: {} as Sent<typeof numberParams>,
  output: removedNumberSchema,
  idempotency: 'honoured',
  ifMatch: 'honoured',
  throws: ['not-found', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Records what the provider's staff finds of a number (NUM-9). */
export const judgeNumber = {
  method: 'post',
  path: 'numbers/{id}/verdict',
  summary: "Records what the provider's staff finds of a number.",
  needs: 'numbers:vet',
  params: {} as Sent<typeof numberParams>,
  body: {} as Sent<typeof numberVerdictSchema>,
  output: phoneNumberSchema,
  idempotency: 'honoured',
  ifMatch: 'required',
  throws: ['not-found', 'invalid', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Every operation on the numbers of the inventory, by the name of its method (NUM-1 … NUM-9). */
export const numberApi = {
  list: listNumbers,
  get: getNumber,
  add: addNumber,
  addBatch: addNumberBatch,
  startImport: startNumberImport,
  import: getNumberImport,
  change: changeNumber,
  remove: removeNumber,
  judge: judgeNumber,
};
