import type {
  InputsOf,
  Operation,
  OperationOutput,
  OperationRequest,
  OperationTable,
  Schema,
} from '@numberdesk/core/http';
import type { AuditEntry } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { NewEvent } from '../events/event.store.ts';
import type { Caller, SessionCaller } from './caller.ts';
import type { IfMatch } from './if-match.ts';

/** What a handler is given: the parsed request, who sent it, and the transaction that its answer belongs to. */
export interface HandlerRequest<O extends Operation> extends OperationRequest<O> {
  /** Read-only for a `get`; else committed together with the answer, and undone by a thrown refusal. */
  tx: TenantTransaction;
  caller: O extends { needs: 'session' } ? SessionCaller : Caller;
  /** Milliseconds since 1970. */
  now: number;
  requestId: string;
  ifMatch: IfMatch | null;
  /** Writes into the audit log what the caller did (ACC-5). */
  audit(change: Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>): Promise<void>;
  /** Writes an event down for whoever watches, in the order of the calls. */
  tell(event: NewEvent): void;
}

/** Does one operation, or throws a refusal. */
type Handler<O extends Operation> = (request: HandlerRequest<O>) => Promise<OperationOutput<O>>;

/** A handler for each row of a table: a missing one is a type error. */
export type Handlers<Table extends OperationTable> = { [Name in keyof Table]: Handler<Table[Name]> };

/** One operation with what does it. */
export interface Route {
  /** Such as `orders.place`. */
  name: string;
  operation: Operation;
  /** What it is sent. */
  inputs: { params?: Schema; query?: Schema; body?: Schema };
  handler: Handler<Operation>;
}

/** The routes of an operation table. */
export function handlersFor<Table extends OperationTable>(
  capability: string,
  table: Table,
  inputs: InputsOf<Table>,
  handlers: Handlers<Table>,
): Route[] {
  return Object.entries(table).map(([name, operation]) => ({
    name: `${capability}.${name}`,
    operation,
    inputs: inputs[name as keyof Table] as Route['inputs'],
    handler: handlers[name as keyof Table] as Handler<Operation>,
  }));
}
