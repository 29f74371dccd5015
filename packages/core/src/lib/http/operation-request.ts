import type { Operation } from './operation.ts';
import { PortalError } from './portal-error.ts';

/**
 * Puts the path parameters of a flat input in their place; `rest` is what is left for the query or the body.
 *
 * @throws PortalError `bad-request` for a parameter that is missing or that no address can carry.
 */
export function fillPath(
  operation: Operation,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return segment(name, value);
  });
  return { path, rest };
}

/** The query of an address; a list becomes a repeated parameter, what is `undefined` is left out. */
export function searchParams(input: Record<string, unknown>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) params.append(name, String(item));
  }
  return params;
}

/** An address drops the segments `.` and `..`, however they are escaped, and would then name something else. */
function segment(name: string, value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  if (text !== '' && text !== '.' && text !== '..' && text.isWellFormed()) return encodeURIComponent(text);
  const detail = `"${name}" is missing, or cannot be part of an address.`;
  throw new PortalError('bad-request', detail, {
    status: 400,
    errors: [{ path: `/${name}`, code: 'invalid-format', detail }],
  });
}
