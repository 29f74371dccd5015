import { Refusal } from './refusal.ts';

/** The versions that a caller has seen; `*` stands for any that exists. */
export type IfMatch = '*' | readonly string[];

/**
 * Reads an `If-Match` header: `"7"`, the weak `W/"7"`, several, or `*`.
 *
 * @throws Refusal `bad-request` when it is none of these.
 */
export function parseIfMatch(header: string | null): IfMatch | null {
  if (header === null) return null;
  const text = header.trim();
  if (text === '*') return '*';
  const tags = text.split(',').map((tag) => /^\s*(?:W\/)?"([\x21\x23-\x7e]*)"\s*$/.exec(tag)?.[1]);
  if (text.length > 1000 || !tags.every((tag) => tag !== undefined)) {
    throw new Refusal('bad-request', 'If-Match is not understood: send the version in quotes, as in "7".', {
      errors: [{ path: '/If-Match', code: 'invalid-format', detail: 'Not a list of quoted versions.' }],
    });
  }
  return tags;
}

/** Whether the caller has seen the present state; `current` is `null` for what does not exist. */
export function isMatch(ifMatch: IfMatch | null, current: { version: number } | null): boolean {
  if (ifMatch === null || (ifMatch === '*' && current)) return true;
  return ifMatch !== '*' && current !== null && ifMatch.includes(String(current.version));
}

/**
 * Goes on only when the caller has seen the present state; `current` is `null` for what does not exist.
 *
 * @throws Refusal `stale` with the present state.
 */
export function requireMatch(ifMatch: IfMatch | null, current: { version: number } | null): void {
  if (isMatch(ifMatch, current)) return;
  throw new Refusal('stale', 'It has changed since you read it: look at the present state, then decide.', {
    current,
  });
}
