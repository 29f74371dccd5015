import type * as z from 'zod/mini';
import type { Permission } from '../access/permissions.ts';
import type { ProblemCode } from './problem.ts';

/** Any schema. */
export type Schema = z.core.$ZodType;

/**
 * Says of which schema something is that a caller sends. A row holds the type alone: the schemas stand in a table
 * of their own, which only those who are called load.
 */
export interface Sent<S extends Schema> {
  readonly schema?: S;
}

/**
 * One row of an operation table. The client's method, the server's route, the mock and the OpenAPI document all
 * derive from it.
 */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1/`, parameters in braces: `orders/{number}`. */
  path: string;
  /** One sentence for whoever calls it. */
  summary: string;
  /** What the caller must hold; the tenant's secret key opens every operation but the session's own. */
  needs: 'session' | 'secret-key' | Permission;
  params?: Sent<Schema>;
  query?: Sent<Schema>;
  body?: Sent<Schema>;
  output: Schema;
  /** Status of a success; 200 unless given. */
  status?: number;
  /** Whether an `Idempotency-Key` is asked for, or honoured where it is sent. */
  idempotency?: 'required' | 'honoured';
  /** Whether `If-Match: "<version>"` is asked for, or honoured where it is sent. */
  ifMatch?: 'required' | 'honoured';
  /** The refusals that are its own, beside those that any request can meet. */
  throws: readonly ProblemCode[];
}

/** Operations by the name of the method that calls them. */
export type OperationTable = Record<string, Operation>;

type Part = 'params' | 'query' | 'body';

/** The schemas of what an operation is sent. */
export type InputSchemas<O extends Operation> = {
  [P in Part as P extends keyof O ? P : never]: O[P] extends Sent<infer S> ? S : never;
};

/** The schemas of what each operation of a table is sent. */
export type InputsOf<Table extends OperationTable> = { [Name in keyof Table]: InputSchemas<Table[Name]> };

type Out<O, P extends Part> = O extends { [Q in P]: Sent<infer S> } ? z.output<S> : unknown;
type In<O, P extends Part> = O extends { [Q in P]: Sent<infer S> } ? z.input<S> : unknown;

/** What a caller gives: path parameters, query or body in one flat object. */
export type OperationInput<O extends Operation> = In<O, 'params'> & Partial<Out<O, 'query'>> & In<O, 'body'>;

/** What a handler is given, each part parsed. */
export interface OperationRequest<O extends Operation> {
  params: Out<O, 'params'>;
  query: Out<O, 'query'>;
  body: Out<O, 'body'>;
}

/** What an operation answers. */
export type OperationOutput<O extends Operation> = z.output<O['output']>;
