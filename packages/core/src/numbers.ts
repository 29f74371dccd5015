/**
 * Phone numbers: what a number is, what its calls are for, what a file of them holds.
 *
 * @module
 */
export { type CallPurpose, callPurposeTexts, callPurposes } from './lib/numbers/call-purposes.ts';
export { type CallPurposeReading, parseCallPurpose } from './lib/numbers/call-purpose-text.ts';
export { type PhoneNumberReading, parsePhoneNumber } from './lib/numbers/phone-number.ts';
export { areaCodes } from './lib/numbers/area-codes.ts';
export { type CheckedRow, checkNumberRows, doNotOriginateCount } from './lib/numbers/number-rows.ts';
export { type ReassignProblem, moveProblem, reassignProblem } from './lib/numbers/number-reassignment.ts';
export { validateBatch } from './lib/numbers/validate-batch.ts';
export type { BatchInput } from './lib/numbers/batch-source.ts';
export { type PackedBatch, packBatch, unpackBatch } from './lib/numbers/batch-pack.ts';
export { numbersCsv, rejectedRowsCsv } from './lib/numbers/rejected-rows-csv.ts';
export { type Pace, ownPace, paced } from './lib/internal/pace.ts';
export {
  type NumberStatus,
  numberStatus,
  numberStatuses,
  numberTransitions,
} from './lib/numbers/number-status.ts';
export {
  type NumberRowProblemCode,
  type NumberWarning,
  type PhoneNumberProblemCode,
  numberRowProblems,
  numberWarnings,
  phoneNumberProblems,
} from './lib/numbers/number-problems.ts';
export {
  type BatchNotice,
  type BatchNoticeCode,
  type BatchOptions,
  type BatchRefusal,
  type BatchRefusalCode,
  type BatchReport,
  type BatchRow,
  type BatchRowProblem,
  type BatchRows,
  type NumberPolicy,
  batchNotices,
  batchRefusals,
} from './lib/numbers/batch-report.ts';
export {
  type NumberBatch,
  type NumberImport,
  type PhoneNumber,
  type PhoneNumberPage,
  type RejectedRow,
  numberBatchSchema,
  numberImportSchema,
  phoneNumberPageSchema,
  phoneNumberSchema,
  rejectedRowSchema,
} from './lib/numbers/number.schema.ts';
export { type NumbersChanged, numbersChangedSchema } from './lib/numbers/number-event.schema.ts';
export { numberNews, numbersPerEvent } from './lib/numbers/number-news.ts';
export { type VerdictProblem, newNumberStatus, numberVerdict } from './lib/numbers/number-approval.ts';
export { type NumberFacts, numberBody } from './lib/numbers/number-body.ts';
export { type NumberFilter, compareNumbers, matchesNumberQuery } from './lib/numbers/number-list.ts';
export { inAscii } from './lib/numbers/ascii-digits.ts';
export { type NumberSearch, matchesNumberSearch, numberSearch } from './lib/numbers/number-search.ts';
export {
  type NumberQuery,
  type NumberSort,
  numberQuerySchema,
  numberSorts,
} from './lib/numbers/number-query.schema.ts';
export {
  type NumberBatchInput,
  type NumberInput,
  batchRequestRows,
  numberBatchInputSchema,
  numberInputSchema,
} from './lib/numbers/number-input.schema.ts';
export {
  addNumber,
  addNumberBatch,
  changeNumber,
  getNumber,
  getNumberImport,
  judgeNumber,
  listNumbers,
  numberApi,
  removeNumber,
  startNumberImport,
} from './lib/numbers/number.api.ts';
