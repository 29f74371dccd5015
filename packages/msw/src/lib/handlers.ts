import type { Operation, OperationOutput, OperationRequest, OperationTable } from '@numberdesk/core/http';
import type { Caller, SessionCaller } from './caller.ts';
import type { IfMatch } from './if-match.ts';
import type { Tenant } from './tenant.ts';

/** What a handler is given: the parsed request, who sent it, and all that the mock remembers. */
export interface HandlerRequest<O extends Operation> extends OperationRequest<O> {
  tenant: Tenant;
  caller: O extends { needs: 'session' } ? SessionCaller : Caller;
  now: number;
  ifMatch: IfMatch | null;
}

/** Does one operation, or throws a refusal. */
export type Handler<O extends Operation> = (request: HandlerRequest<O>) => OperationOutput<O>;

/** A handler for each row of a table: a missing one is a type error. */
export type Handlers<Table extends OperationTable> = { [Name in keyof Table]: Handler<Table[Name]> };
