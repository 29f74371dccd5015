import * as z from 'zod/mini';
import type { InputsOf, Operation, OperationTable, Schema } from './operation.ts';
import { type ProblemCode, problemCodes } from './problem.ts';

type Json = { [key: string]: unknown };

/** Codes that any operation can answer. */
const everywhere: readonly ProblemCode[] = [
  'bad-request',
  'unauthenticated',
  'session-expired',
  'forbidden',
  'origin-not-allowed',
  'too-many-requests',
  'internal',
  'unavailable',
];

/** The OpenAPI 3.1 document of some operation tables, by capability. */
export function toOpenApi<Tables extends Record<string, OperationTable>>(
  tables: Tables,
  inputs: { [Name in keyof Tables]: InputsOf<Tables[Name]> },
  info: { version: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const [tag, table] of Object.entries(tables)) {
    for (const [name, operation] of Object.entries(table)) {
      const path = (paths[`/v1/${operation.path}`] ??= {});
      path[operation.method] = {
        operationId: `${tag}.${name}`,
        tags: [tag],
        ...describe(operation, inputs[tag]?.[name] ?? {}),
      };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Numberdesk', version: info.version },
    paths,
    security: [{ bearer: [] }],
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema() },
    },
  };
}

interface Inputs {
  params?: Schema;
  query?: Schema;
  body?: Schema;
}

function describe(operation: Operation, { params, query, body }: Inputs): Json {
  const { summary, needs, output, status = 200, idempotency, ifMatch, throws } = operation;
  const parameters = [
    ...parametersOf(params, 'path'),
    ...parametersOf(query, 'query'),
    ...(idempotency ? [header('Idempotency-Key', idempotency === 'required')] : []),
    ...(ifMatch ? [header('If-Match', ifMatch === 'required')] : []),
  ];
  return {
    summary,
    description:
      needs === 'secret-key' || needs === 'session' ? `Needs a ${needs}.` : `Needs the permission ${needs}.`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, content: json(schemaOf(body, 'input')) } } : {}),
    responses: {
      [status]: { description: 'Success', content: json(schemaOf(output, 'output')) },
      ...refusals(codesOf(operation, throws)),
    },
  };
}

function codesOf({ body, idempotency, ifMatch }: Operation, own: readonly ProblemCode[]): ProblemCode[] {
  const codes = new Set<ProblemCode>([...everywhere, ...own]);
  if (body)
    for (const code of ['bad-json', 'too-large', 'unsupported-type', 'invalid'] as const) codes.add(code);
  if (idempotency === 'required') codes.add('idempotency-key-missing');
  if (idempotency) for (const code of ['in-progress', 'idempotency-mismatch'] as const) codes.add(code);
  if (ifMatch === 'required') codes.add('if-match-missing');
  return [...codes];
}

function refusals(codes: readonly ProblemCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => problemCodes[code].status);
  const answers = [...byStatus].map(([status, same]) => [
    status,
    {
      description: same.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(' '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries(answers) as Json;
}

const header = (name: string, required: boolean): Json => ({
  name,
  in: 'header',
  required,
  schema: { type: 'string' },
});

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function schemaOf(schema: Schema, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

function parametersOf(schema: Schema | undefined, where: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: shape,
  }));
}

function problemSchema(): Json {
  const text = { type: 'string' };
  const field = { type: 'object', properties: { path: text, code: text, detail: text } };
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId', 'errors'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: { type: 'string', enum: Object.keys(problemCodes) },
      detail: text,
      requestId: text,
      permission: text,
      current: {},
      errors: { type: 'array', items: field },
    },
  };
}
