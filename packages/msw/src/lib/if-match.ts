import { Refusal } from './refusal.ts';

/** The versions that a caller has seen; `*` stands for any that exists. */
export type IfMatch = '*' | readonly string[];

/** Reads an `If-Match` header. @throws Refusal `bad-request`. */
export function parseIfMatch(header: string | null): IfMatch | null {
  if (header === null) return null;
  if (header.trim() === '*') return '*';
  const tags = header.split(',').map((tag) => /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(tag)?.[1]);
  if (tags.every((tag) => tag !== undefined)) return tags;
  throw new Refusal('bad-request', 'If-Match is not understood: send the version in quotes, as in "7".', {
    errors: [{ path: '/If-Match', code: 'invalid-format', detail: 'Not a list of quoted versions.' }],
  });
}

/** Goes on only when the caller has seen the present state. @throws Refusal `stale` with it. */
export function requireMatch(ifMatch: IfMatch | null, current: { version: number } | null): void {
  if (ifMatch === null || (ifMatch === '*' && current)) return;
  if (ifMatch !== '*' && current && ifMatch.includes(String(current.version))) return;
  throw new Refusal('stale', 'It has changed since you read it.', { current });
}
