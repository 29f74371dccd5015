/**
 * Port-outs: where a request may go, who may answer it and by when, why it can be rejected, what it costs.
 *
 * @module
 */
export {
  type PortOutGroup,
  type PortOutStatus,
  portOutGroup,
  portOutGroups,
  portOutStatuses,
} from './lib/portouts/portout-status.ts';
export {
  type PortOutEvent,
  type PortOutTransitionProblem,
  nextPortOutStatus,
  portOutEvents,
  portOutTransitions,
  unknownStatusText,
} from './lib/portouts/portout-transitions.ts';
export {
  type PortOutNumber,
  type PortOutNumberStatus,
  type PortOutNumbersProblem,
  portOutAfter,
  portOutEnd,
  portOutNumberStatuses,
} from './lib/portouts/portout-numbers.ts';
export { type LeavingNumber, leavingProblem, leavingProblemTexts } from './lib/portouts/leaving-problem.ts';
export { type PortOutDoer, portOutDoneBy, portOutSide, providersKey } from './lib/portouts/portout-doer.ts';
export { holdsPin, pinProblems } from './lib/portouts/pin-in-text.ts';
export {
  type LetteredEvent,
  type PortOutLetterKind,
  answerLetters,
  mailRecipients,
  portOutLetterKind,
  portOutMailKind,
  verdictLetters,
} from './lib/portouts/portout-letters.ts';
export { recordedPinProblems } from './lib/portouts/recorded-pin.ts';
export {
  type AnswerProblem,
  answerRefusals,
  answerTiming,
  canAnswer,
} from './lib/portouts/portout-answer.ts';
export { type Money, type PortOutPolicy, defaultPortOutPolicy } from './lib/access/portout-policy.ts';
export {
  type ClockedPortOut,
  answerDueAt,
  portDueAfterReview,
  portDueAt,
  portDueBy,
  silenceAt,
} from './lib/portouts/portout-clocks.ts';
export {
  type DuePortOut,
  type PortOutDeadline,
  earliestDeadline,
  portOutDeadlines,
  portOutStatusAt,
} from './lib/portouts/portout-deadlines.ts';
export {
  type RejectionReason,
  type RejectionReasonCode,
  offeredReasons,
  rejectionReasons,
} from './lib/portouts/rejection-reasons.ts';
export {
  type RejectionDetail,
  type RejectionDetails,
  missingDetails,
} from './lib/portouts/rejection-details.ts';
export { type NeverValidGround, neverValidGroundCodes } from './lib/portouts/never-valid-phrases.ts';
export { neverValidGrounds } from './lib/portouts/never-valid-grounds.ts';
export {
  type RejectedPortOut,
  type Rejection,
  type RejectionProblem,
  type RejectionProblemCode,
  confirmedWarnings,
  rejectionProblemTexts,
  rejectionProblems,
} from './lib/portouts/rejection-problems.ts';
export {
  type PortOutClocks,
  type PortOutFacts,
  answerEndsAt,
  fallbackFocDate,
  focDateProblem,
  portOutBody,
  silentFocDate,
  portOutClocks,
  reminderTimes,
} from './lib/portouts/portout-body.ts';
export { type RejectionInput, rejectionInputSchema } from './lib/portouts/rejection-input.schema.ts';
export {
  type FieldMatch,
  type MatchedField,
  type MatchedFields,
  maskPin,
  matchSubmitted,
  matchedFields,
} from './lib/portouts/submitted-match.ts';
export {
  type PortOutSearch,
  matchesPortOutSearch,
  portOutRequestKey,
  portOutSearch,
} from './lib/portouts/portout-search.ts';
export { type PortOutChoice, comparePortOuts, matchesPortOutQuery } from './lib/portouts/portout-list.ts';
export {
  type Month,
  bookingMonth,
  chargeMonth,
  monthClosesAt,
  monthKeptClosed,
  monthStatus,
} from './lib/portouts/charge-month.ts';
export {
  type ChargeLine,
  type MonthCharges,
  chargeTotal,
  chargesByMonth,
} from './lib/portouts/port-charges.ts';
export { chargeCorrection } from './lib/portouts/charge-correction.ts';
export {
  type ShownChargeLine,
  type ShownMonthCharges,
  chargeLineSchema,
  monthChargesSchema,
} from './lib/portouts/charges.schema.ts';
export {
  type PortOutFilter,
  type PortOutQuery,
  type PortOutSort,
  portOutFilters,
  portOutQuerySchema,
  portOutSorts,
} from './lib/portouts/portout-query.schema.ts';
export {
  type PortOutInput,
  type ReadPortOut,
  type ServiceRecordInput,
  portOutInputSchema,
  serviceRecordInputSchema,
} from './lib/portouts/portout-input.schema.ts';
export { type ServiceRecord, serviceRecordSchema } from './lib/portouts/service-record.schema.ts';
export {
  type PortOutChanged,
  type PortOutChargesClosed,
  portOutChangedSchema,
  portOutChargesClosedSchema,
} from './lib/portouts/portout-event.schema.ts';
export { type PortOutEvidence, portOutEvidenceSchema } from './lib/portouts/portout-evidence.schema.ts';
export {
  acceptPortOut,
  addPortOutNote,
  cancelPortOut,
  confirmPort,
  correctCharge,
  getPortOut,
  getPortOutEvidence,
  getServiceRecord,
  judgeRejection,
  listPortOutCharges,
  listRejectionReasons,
  portOutApi,
  putServiceRecord,
  recordPortOut,
  rejectPortOut,
} from './lib/portouts/portout.api.ts';
export { listPortOuts } from './lib/portouts/portout-list.api.ts';
export { type PortOutDetail, portOutDetailSchema } from './lib/portouts/portout-detail.schema.ts';
export {
  type PortOut,
  type PortOutPage,
  type PortType,
  portOutPageSchema,
  portOutSchema,
  portTypes,
} from './lib/portouts/portout.schema.ts';
