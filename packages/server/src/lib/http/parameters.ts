import { type FieldProblem, type Schema, fieldProblems } from '@numberdesk/core/http';
import { Refusal } from './refusal.ts';

/**
 * Reads what stands in an address, by its schema; without one nothing may stand there.
 *
 * @throws Refusal `bad-request` naming each parameter that is not right.
 */
export function readParameters(schema: Schema | undefined, given: Iterable<[string, string]>): unknown {
  const shape = (schema as ObjectSchema | undefined)?._zod.def.shape ?? {};
  const values: Record<string, string | string[]> = Object.create(null);
  const problems: FieldProblem[] = [];
  for (const [name, value] of given) {
    const known = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!known) problems.push(problem(name, 'unknown-field', 'There is no such parameter.'));
    else if (isList(known)) values[name] = [...(values[name] ?? []), value];
    else if (name in values) problems.push(problem(name, 'repeated', 'Give it once.'));
    else values[name] = value;
  }
  if (problems.length === 0 && schema) {
    const parsed = fieldProblems(schema, { ...values });
    if (parsed.problems === null) return parsed.value;
    problems.push(...parsed.problems);
  }
  if (problems.length === 0) return {};
  const named = [...new Set(problems.map(({ path }) => path.slice(1)))].slice(0, 5).join(', ');
  throw new Refusal('bad-request', `Not right in the address: ${named}.`, { errors: problems.slice(0, 20) });
}

type ObjectSchema = { _zod: { def: { shape?: Record<string, Wrapped> } } };
type Wrapped = { _zod: { def: { type: string; innerType?: Wrapped } } };

/** Whether a parameter may be repeated, whatever default or option its schema is wrapped in. */
function isList({ _zod: { def } }: Wrapped): boolean {
  return def.type === 'array' || (def.innerType !== undefined && isList(def.innerType));
}

function problem(name: string, code: string, detail: string): FieldProblem {
  return { path: `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`, code, detail };
}
