import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fieldProblems } from './field-problems.ts';

const schema = z.strictObject({
  name: z.string(),
  'a/b~c': z.optional(z.int()),
  tags: z.optional(z.array(z.strictObject({ id: z.int().check(z.gte(1)) }))),
});

/** Follows a JSON Pointer, as RFC 6901 says. */
function follow(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, token) => (at as Record<string, unknown>)?.[token], value);
}

describe('the problems of a value', () => {
  it('are none where the value is right, and then it is read', () => {
    expect(fieldProblems(z.strictObject({ n: z._default(z.int(), 5) }), {})).toEqual({
      value: { n: 5 },
      problems: null,
    });
  });

  it('say what is wrong in English, in a sentence, with a code', () => {
    const { problems } = fieldProblems(schema, { name: 7, tags: [{ id: 0 }] });
    expect(problems).toEqual([
      { path: '/name', code: 'invalid-type', detail: 'Invalid input: expected string, received number' },
      { path: '/tags/0/id', code: 'too-small', detail: 'Too small: expected number to be >=1' },
    ]);
  });

  it('name each unknown field by itself, at most twenty', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x${index}`, 1]));
    const { problems } = fieldProblems(schema, { name: '', ...many });
    expect(problems).toHaveLength(20);
    expect(problems![0]).toEqual({ path: '/x0', code: 'unknown-field', detail: 'There is no such field.' });
  });

  it('point at a field by JSON Pointer, slash and tilde escaped', () => {
    expect(fieldProblems(schema, { name: '', 'a/b~c': 'x' }).problems![0]!.path).toBe('/a~1b~0c');
    expect(fieldProblems(schema, { name: '', '~1/': 1 }).problems![0]!.path).toBe('/~01~1');
  });

  it('point at the whole by an empty pointer', () => {
    expect(fieldProblems(schema, 'text').problems![0]!.path).toBe('');
  });

  it('cut a key of absurd length', () => {
    const path = fieldProblems(schema, { name: '', ['k'.repeat(50_000)]: 1 }).problems![0]!.path;
    expect(path).toBe(`/${'k'.repeat(100)}`);
  });

  it('point at the very thing that is wrong, whatever its key', () => {
    const keys = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.dictionary(keys, fc.constant('wrong'), { minKeys: 1, maxKeys: 5 }), (dictionary) => {
        const { problems } = fieldProblems(z.record(z.string(), z.int()), dictionary);
        const own = Object.keys(dictionary).filter((key) => key !== '__proto__');
        expect(problems?.length ?? 0).toBe(own.length);
        for (const { path } of problems ?? []) expect(follow(dictionary, path)).toBe('wrong');
      }),
    );
  });
});
