import * as z from 'zod/mini';
import type { Schema } from './operation.ts';
import type { FieldProblem } from './problem.ts';

/** What is wrong with a value, field by field, in English; `null` with the parsed value when nothing is. */
export function fieldProblems<S extends Schema>(
  schema: S,
  value: unknown,
): { value: z.output<S>; problems: null } | { value: null; problems: FieldProblem[] } {
  const parsed = z.safeParse(schema, value, { error: z.locales.en().localeError });
  if (parsed.success) return { value: parsed.data as z.output<S>, problems: null };
  return { value: null, problems: parsed.error.issues.flatMap(toFieldProblems) };
}

function toFieldProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
  if (unknown.length === 0)
    return [{ path: pointer(issue.path), code: kebab(issue.code), detail: issue.message }];
  return unknown.slice(0, 20).map((key) => ({
    path: pointer([...issue.path, key]),
    code: 'unknown-field',
    detail: 'There is no such field.',
  }));
}

const kebab = (code: string) => code.replaceAll('_', '-');

/** A JSON Pointer (RFC 6901); a key of absurd length is cut. */
function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((key) => `/${String(key).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}
