import type { accountParams } from '../access/account-input.schema.ts';
import type { Operation, Sent } from '../http/operation.ts';
import { chargeLineSchema, monthChargesSchema } from './charges.schema.ts';
import { portOutDetailSchema, rejectionReasonsSchema } from './portout-detail.schema.ts';
import { portOutEvidenceSchema } from './portout-evidence.schema.ts';
import type {
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
import type { chargeQuerySchema } from './portout-query.schema.ts';
import { listPortOuts } from './portout-list.api.ts';
import type { rejectionInputSchema } from './rejection-input.schema.ts';
import { serviceRecordSchema } from './service-record.schema.ts';

/** One port-out request with all that is known of it; a PIN is masked for everybody (POR-3). */
export const getPortOut = {
  method: 'get',
  path: 'portouts/{id}',
  summary: 'One port-out request with all that is known of it; a PIN is masked for everybody.',
  needs: 'portouts:view',
  params: {} as Sent<typeof portOutParams>,
  output: portOutDetailSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Records a port-out request as it was received (POR-1, POR-3, POR-9). */
export const recordPortOut = {
  method: 'post',
  path: 'portouts',
  summary: 'Records a port-out request as it was received.',
  needs: 'portouts:manage',
  body: {} as Sent<typeof portOutInputSchema>,
  output: portOutDetailSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** Accepts a request: its numbers leave on the date that is agreed to (POR-4). */
export const acceptPortOut = {
  method: 'post',
  path: 'portouts/{id}/accept',
  summary: 'Accepts a request: its numbers leave on the date that is agreed to.',
  needs: 'portouts:modify',
  params: {} as Sent<typeof portOutParams>,
  body: {} as Sent<typeof portOutAcceptanceSchema>,
  output: portOutDetailSchema,
  idempotency: 'required',
  ifMatch: 'required',
  throws: ['not-found', 'invalid', 'already-decided', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Rejects a request for a valid reason, with the details that the reason needs (POR-5). */
export const rejectPortOut = {
  method: 'post',
  path: 'portouts/{id}/reject',
  summary: 'Rejects a request for a valid reason, with the details that the reason needs.',
  needs: 'portouts:modify',
  params: {} as Sent<typeof portOutParams>,
  body: {} as Sent<typeof rejectionInputSchema>,
  output: portOutDetailSchema,
  idempotency: 'required',
  ifMatch: 'required',
  throws: [
    'not-found',
    'invalid',
    'confirmation-needed',
    'already-decided',
    'transition-not-allowed',
    'stale',
  ],
} as const satisfies Operation;

/** Records whether the provider finds a rejection valid (POR-5). */
export const judgeRejection = {
  method: 'post',
  path: 'portouts/{id}/verdict',
  summary: 'Records whether the provider finds a rejection valid.',
  needs: 'portouts:manage',
  params: {} as Sent<typeof portOutParams>,
  body: {} as Sent<typeof portOutVerdictSchema>,
  output: portOutDetailSchema,
  idempotency: 'required',
  ifMatch: 'required',
  throws: ['not-found', 'invalid', 'already-decided', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Records that the winning carrier took a request back, whole or some numbers of it (POR-6). */
export const cancelPortOut = {
  method: 'post',
  path: 'portouts/{id}/cancel',
  summary: 'Records that the winning carrier took a request back, whole or some numbers of it.',
  needs: 'portouts:manage',
  params: {} as Sent<typeof portOutParams>,
  body: {} as Sent<typeof portOutCancellationSchema>,
  output: portOutDetailSchema,
  idempotency: 'required',
  ifMatch: 'required',
  throws: ['not-found', 'invalid', 'already-decided', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** Records that a number is ported: it leaves the inventory and its charge is written (POR-6, POR-7, POR-8). */
export const confirmPort = {
  method: 'post',
  path: 'portouts/{id}/numbers/{tn}/ported',
  summary: 'Records that a number is ported: it leaves the inventory and its charge is written.',
  needs: 'portouts:manage',
  params: {} as Sent<typeof portOutNumberParams>,
  body: {} as Sent<typeof portedNumberSchema>,
  output: portOutDetailSchema,
  idempotency: 'required',
  ifMatch: 'required',
  throws: ['not-found', 'invalid', 'already-decided', 'transition-not-allowed', 'stale'],
} as const satisfies Operation;

/** What a request can be rejected for: the carrier's own reasons, else the built-in ones (POR-5). */
export const listRejectionReasons = {
  method: 'get',
  path: 'portouts/{id}/rejection-reasons',
  summary: "What a request can be rejected for: the carrier's own reasons, else the built-in ones.",
  needs: 'portouts:view',
  params: {} as Sent<typeof portOutParams>,
  output: rejectionReasonsSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Adds a note that only the writer's own side reads (POR-3). */
export const addPortOutNote = {
  method: 'post',
  path: 'portouts/{id}/notes',
  summary: "Adds a note that only the writer's own side reads.",
  needs: 'portouts:modify',
  params: {} as Sent<typeof portOutParams>,
  body: {} as Sent<typeof portOutNoteInputSchema>,
  output: portOutDetailSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** All that proves what became of a request: as it came, who decided what and why, what was mailed (POR-1, POR-5, ACC-5). */
export const getPortOutEvidence = {
  method: 'get',
  path: 'portouts/{id}/evidence',
  summary: 'All that proves what became of a request: as it came, who decided what and why, what was mailed.',
  needs: 'portouts:view',
  params: {} as Sent<typeof portOutParams>,
  output: portOutEvidenceSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** The port-out charges of a month, and which months there are (POR-8). */
export const listPortOutCharges = {
  method: 'get',
  path: 'portout-charges',
  summary: 'The port-out charges of a month, and which months there are.',
  needs: 'portouts:view',
  query: {} as Sent<typeof chargeQuerySchema>,
  output: monthChargesSchema,
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** Corrects a charge by a new line in the open month (POR-8). */
export const correctCharge = {
  method: 'post',
  path: 'portout-charges/{id}/corrections',
  summary: 'Corrects a charge by a new line in the open month.',
  needs: 'portouts:manage',
  params: {} as Sent<typeof chargeParams>,
  body: {} as Sent<typeof chargeCorrectionInputSchema>,
  output: chargeLineSchema,
  status: 201,
  idempotency: 'required',
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** Sets what is on file of an account, which requests are held against (POR-3, POR-5). */
export const putServiceRecord = {
  method: 'put',
  path: 'accounts/{id}/service-record',
  summary: 'Sets what is on file of an account, which requests are held against.',
  needs: 'secret-key',
  params: {} as Sent<typeof accountParams>,
  body: {} as Sent<typeof serviceRecordInputSchema>,
  output: serviceRecordSchema,
  throws: ['not-found', 'invalid'],
} as const satisfies Operation;

/** What is on file of an account; a PIN is masked (POR-3). */
export const getServiceRecord = {
  method: 'get',
  path: 'accounts/{id}/service-record',
  summary: 'What is on file of an account; a PIN is masked.',
  needs: 'secret-key',
  params: {} as Sent<typeof accountParams>,
  output: serviceRecordSchema,
  throws: ['not-found'],
} as const satisfies Operation;

/** Every operation on port-outs, by the name of its method (POR-1 … POR-9). */
export const portOutApi = {
  list: listPortOuts,
  get: getPortOut,
  record: recordPortOut,
  accept: acceptPortOut,
  reject: rejectPortOut,
  judge: judgeRejection,
  cancel: cancelPortOut,
  port: confirmPort,
  reasons: listRejectionReasons,
  addNote: addPortOutNote,
  evidence: getPortOutEvidence,
  charges: listPortOutCharges,
  correctCharge,
  putServiceRecord,
  serviceRecord: getServiceRecord,
};
