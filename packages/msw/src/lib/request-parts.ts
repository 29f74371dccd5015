import { type FieldProblem, type Operation, type Schema, fieldProblems } from '@numberdesk/core/http';
import { type IfMatch, parseIfMatch } from './if-match.ts';
import { Refusal, invalid } from './refusal.ts';

/** What a request asks for, parsed. */
export interface RequestParts {
  params: unknown;
  query: unknown;
  body: unknown;
  ifMatch: IfMatch | null;
  key: string | null;
}

/** The schemas of what an operation is sent. */
export interface Inputs {
  params?: Schema;
  query?: Schema;
  body?: Schema;
}

/** Reads headers, address and body, in that order. @throws Refusal naming what is not right. */
export async function readRequest(
  { idempotency, ifMatch: condition }: Operation,
  inputs: Inputs,
  request: Request,
  params: Record<string, string>,
): Promise<RequestParts> {
  const key = request.headers.get('idempotency-key');
  if (idempotency === 'required' && key === null) {
    throw new Refusal(
      'idempotency-key-missing',
      'Send an Idempotency-Key: a new one for each act of a user.',
    );
  }
  const ifMatch = condition ? parseIfMatch(request.headers.get('if-match')) : null;
  if (condition === 'required' && ifMatch === null) {
    throw new Refusal('if-match-missing', 'Send If-Match with the version that you have seen.');
  }
  return {
    key: idempotency ? key : null,
    ifMatch,
    params: readAddress(inputs.params, Object.entries(params)),
    query: readAddress(inputs.query, new URL(request.url).searchParams),
    body: inputs.body ? await readBody(inputs.body, request) : undefined,
  };
}

async function readBody(schema: Schema, request: Request): Promise<unknown> {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') {
    throw new Refusal('unsupported-type', 'Send the body as application/json.');
  }
  const text = await request.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('bad-json', 'The body is not JSON.');
  }
  const parsed = fieldProblems(schema, value);
  if (parsed.problems !== null) throw invalid(parsed.problems);
  return parsed.value;
}

interface Wrapped {
  _zod: { def: { type: string; innerType?: Wrapped; shape?: Record<string, Wrapped> } };
}

/** Reads what stands in an address; only a list may be repeated. */
function readAddress(schema: Schema | undefined, given: Iterable<[string, string]>): unknown {
  const shape = (schema as Wrapped | undefined)?._zod.def.shape ?? {};
  const values = new Map<string, string | string[]>();
  const problems: FieldProblem[] = [];
  for (const [name, value] of given) {
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const before = values.get(name) ?? [];
    if (!known)
      problems.push({ path: `/${name}`, code: 'unknown-field', detail: 'There is no such parameter.' });
    else if (isList(known)) values.set(name, [...before, value]);
    else if (values.has(name)) problems.push({ path: `/${name}`, code: 'repeated', detail: 'Give it once.' });
    else values.set(name, value);
  }
  const parsed = schema ? fieldProblems(schema, Object.fromEntries(values)) : { value: {}, problems: null };
  problems.push(...(parsed.problems ?? []));
  if (problems.length === 0) return parsed.value;
  throw new Refusal('bad-request', 'Something in the address is not right.', { errors: problems });
}

function isList({ _zod: { def } }: Wrapped): boolean {
  return def.type === 'array' || (def.innerType !== undefined && isList(def.innerType));
}
