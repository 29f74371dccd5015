/**
 * What the client, the server, the mock and the OpenAPI document have in common: operations and problems.
 *
 * @module
 */
export {
  type InputSchemas,
  type InputsOf,
  type Operation,
  type OperationInput,
  type OperationOutput,
  type OperationRequest,
  type OperationTable,
  type Schema,
  type Sent,
} from './lib/http/operation.ts';
export {
  type CallOptions,
  type Connection,
  type ConnectionOptions,
  type EventOptions,
  connect,
} from './lib/http/connection.ts';
export { type ClientOf, type Methods, createClientOf, methodsOf } from './lib/http/create-client.ts';
export {
  type FieldProblem,
  type ProblemBody,
  type ProblemCode,
  type ProblemExtras,
  problemBody,
  problemCodes,
} from './lib/http/problem.ts';
export { fieldProblems } from './lib/http/field-problems.ts';
export { type PortalEvent, decodeEvents } from './lib/http/event-stream.ts';
export type { FetchSession, SessionToken } from './lib/http/session-source.ts';
export { PortalError, type TransportCode, isPortalError } from './lib/http/portal-error.ts';
