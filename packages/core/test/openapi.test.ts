import { describe, expect, it } from 'vitest';
import { problemCodes } from '../src/http.ts';
import { operations } from '../src/index.ts';
import { operationInputs } from '../src/inputs.ts';
import { toOpenApi } from '../src/openapi.ts';

interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: object;
}
interface Described {
  operationId: string;
  summary: string;
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>;
}

const document = toOpenApi(operations, operationInputs, { version: '1.2.3' });
const paths = document['paths'] as Record<string, Record<string, Described>>;
const all = Object.entries(operations).flatMap(([tag, table]) =>
  Object.entries(table).map(([name, operation]) => [`${tag}.${name}`, operation] as const),
);
const describedAs = (id: string) =>
  Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find(({ operationId }) => operationId === id)!;

function* refsIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('$ref' in value) yield String(value.$ref);
  for (const part of Object.values(value)) yield* refsIn(part);
}

function resolve(ref: string): unknown {
  if (!ref.startsWith('#/')) return undefined;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, token) => (at as Record<string, unknown> | undefined)?.[token], document);
}

describe('the OpenAPI document', () => {
  it('says what it is', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Numberdesk', version: '1.2.3' },
      security: [{ bearer: [] }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    });
  });

  it('has every operation at its path and method, and nothing else', () => {
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
    );
    const expected = all.map(([id, { method, path }]) => `${id}: ${method} /v1/${path}`);
    expect(described.sort()).toEqual(expected.sort());
  });

  it('names as parameter whatever stands in braces', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const braced = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        const inPath = parameters.filter((parameter) => parameter.in === 'path');
        expect(inPath.map(({ name }) => name).sort()).toEqual(braced.sort());
        expect(inPath.every(({ required }) => required)).toBe(true);
      }
    }
  });

  it.each(all)('tells of %s its body, its answer and its refusals', (id, operation) => {
    const described = describedAs(id);
    expect(described.summary).toBe(operation.summary);
    expect(described.requestBody !== undefined).toBe('body' in operation);
    const { status = 200, throws } = operation as { status?: number; throws: readonly string[] };
    expect(described.responses[status]?.content).toHaveProperty('application/json');
    for (const code of [...throws, 'unauthenticated', 'too-many-requests', 'internal', 'unavailable']) {
      const refusal = described.responses[problemCodes[code as keyof typeof problemCodes].status];
      expect(refusal?.description).toContain(`\`${code}\``);
      expect(refusal?.content).toHaveProperty('application/problem+json');
    }
  });

  it('asks for the headers that an operation needs', () => {
    const headersOf = (id: string) =>
      describedAs(id)
        .parameters?.filter((parameter) => parameter.in === 'header')
        .map(({ name, required }) => `${name} ${required}`);
    expect(headersOf('orders.place')).toEqual(['Idempotency-Key true']);
    expect(headersOf('orders.moveLine')).toEqual(['Idempotency-Key false', 'If-Match true']);
    expect(headersOf('orders.backfill')).toEqual(['If-Match false']);
    expect(headersOf('orders.list')).toEqual([]);
  });

  it('describes the query of a list by its schema', () => {
    const query = describedAs('orders.list').parameters!.filter((parameter) => parameter.in === 'query');
    expect(Object.fromEntries(query.map(({ name, schema }) => [name, schema]))).toMatchObject({
      view: { type: 'string', enum: ['active', 'history'], default: 'active' },
      status: { type: 'array', items: { type: 'string' } },
      limit: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
    });
    expect(query.every(({ required }) => !required)).toBe(true);
  });

  it('describes a body by what is sent, an answer by what is shown', () => {
    const { requestBody, responses } = describedAs('orders.place');
    const body = requestBody!.content['application/json']!.schema;
    expect(body).toMatchObject({
      additionalProperties: false,
      required: ['number', 'account', 'placedBy', 'lines'],
    });
    const answer = responses[201]!.content['application/json']!.schema;
    expect(answer).toMatchObject({ type: 'object', additionalProperties: {} });
    expect(answer).toHaveProperty('required', expect.arrayContaining(['number', 'version', 'leavesAt']));
  });

  it('refers to nothing that is not there', () => {
    const refs = [...refsIn(document)];
    expect(refs.length).toBeGreaterThan(all.length);
    for (const ref of refs) expect(resolve(ref), ref).toBeTypeOf('object');
  });

  it('knows every code of a problem', () => {
    const { components } = document as {
      components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } };
    };
    expect(components.schemas.Problem.properties.code.enum).toEqual(Object.keys(problemCodes));
  });

  it('is plain JSON, and the same every time', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(JSON.stringify(toOpenApi(operations, operationInputs, { version: '1.2.3' }))).toBe(
      JSON.stringify(document),
    );
  });
});
