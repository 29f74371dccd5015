import { type Connection, type ConnectionOptions, type CallOptions, connect } from './connection.ts';
import type { Operation, OperationInput, OperationOutput, OperationTable } from './operation.ts';

/** Options of one call; an operation that decides asks for the version that was seen. */
export type MethodOptions<O extends Operation> = O extends { ifMatch: 'required' }
  ? CallOptions & { ifMatch: number }
  : CallOptions;

type Method<O extends Operation> =
  Record<never, never> extends OperationInput<O>
    ? (input?: OperationInput<O>, options?: MethodOptions<O>) => Promise<OperationOutput<O>>
    : O extends { ifMatch: 'required' }
      ? (input: OperationInput<O>, options: MethodOptions<O>) => Promise<OperationOutput<O>>
      : (input: OperationInput<O>, options?: MethodOptions<O>) => Promise<OperationOutput<O>>;

/** The methods of one operation table. */
export type Methods<Table extends OperationTable> = { [Name in keyof Table]: Method<Table[Name]> };

/** Makes a method of each row of a table. */
export function methodsOf<Table extends OperationTable>(
  connection: Connection,
  table: Table,
): Methods<Table> {
  const methods: Record<string, unknown> = {};
  for (const [name, operation] of Object.entries(table)) {
    methods[name] = (input: unknown = {}, options?: CallOptions) =>
      connection.call(operation, input as never, options);
  }
  return methods as Methods<Table>;
}

/** A connection with the methods of several tables, by capability. */
export type ClientOf<Tables extends Record<string, OperationTable>> = Connection & {
  [Name in keyof Tables]: Methods<Tables[Name]>;
};

/** Connects, and makes the methods of several tables. */
export function createClientOf<Tables extends Record<string, OperationTable>>(
  options: ConnectionOptions,
  tables: Tables,
): ClientOf<Tables> {
  const connection = connect(options);
  const methods = Object.entries(tables).map(([name, table]) => [name, methodsOf(connection, table)]);
  return Object.assign({}, connection, Object.fromEntries(methods)) as ClientOf<Tables>;
}
