import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIfMatch, requireMatch } from './if-match.ts';
import { Refusal } from './refusal.ts';

const passes = (header: string, version: number | null) => {
  try {
    requireMatch(parseIfMatch(header), version === null ? null : { version });
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'stale') return false;
    throw error;
  }
};

describe('If-Match', () => {
  it.each([
    ['"7"', true],
    ['W/"7"', true],
    [' "6" , W/"7"', true],
    ['*', true],
    ['"8"', false],
    ['"07"', false],
    ['"6", "8"', false],
    ['""', false],
  ])('%s against version 7: %s', (header, isMatch) => {
    expect(passes(header, 7)).toBe(isMatch);
  });

  it('asks that the thing exists', () => {
    expect(passes('*', null)).toBe(false);
    expect(passes('"1"', null)).toBe(false);
    expect(parseIfMatch(null)).toBeNull();
  });

  it('hands over the present state', () => {
    expect(() => requireMatch(['1'], { version: 2 })).toThrow(
      expect.objectContaining({ code: 'stale', extras: { current: { version: 2 } } }),
    );
  });

  it.each(['7', '"7', 'w/"7"', '"7" "8"', '', ',', '"7",', '*, "7"', `"${'7'.repeat(2000)}"`])(
    'does not understand %s',
    (header) => {
      expect(() => parseIfMatch(header)).toThrow(expect.objectContaining({ code: 'bad-request' }));
    },
  );

  it('understands any version of ours, and refuses any other text softly', () => {
    fc.assert(fc.property(fc.nat(), (version) => passes(`"${version}"`, version)));
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseIfMatch(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
    );
  });
});
