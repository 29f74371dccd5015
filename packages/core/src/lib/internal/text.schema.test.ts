import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifier, textLine } from './text.schema.ts';

const line = textLine(20);

describe('a line of text', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada  ', 'Ada'],
    ['\u00a0Ada\ufeff', 'Ada'],
    ["O'Brien-Łuk 🏳️‍🌈", "O'Brien-Łuk 🏳️‍🌈"],
    ['می‌خواهم', 'می‌خواهم'],
    ['\u200fعمر\u200e 2', '\u200fعمر\u200e 2'],
    ['<b>&"\'', '<b>&"\''],
    ['x'.repeat(20), 'x'.repeat(20)],
    ['  ' + 'x'.repeat(20), 'x'.repeat(20)],
  ])('takes %j', (given, taken) => {
    expect(line.parse(given)).toBe(taken);
  });

  it.each([
    ['nothing', ''],
    ['blanks alone', ' \t\u2003 '],
    ['too much', 'x'.repeat(21)],
    ['NUL', 'A\u0000B'],
    ['a line break', 'A\nB'],
    ['a tab inside', 'A\tB'],
    ['escape', 'A\u001b[31mB'],
    ['a C1 control', 'A\u0085B'],
    ['a lone high surrogate', 'A\ud83d'],
    ['a lone low surrogate', '\ude00A'],
    ['a soft hyphen', 'A\u00adB'],
    ['a space of no width', 'A\u200bB'],
    ['a line separator', 'A\u2028B'],
    ['a right-to-left override', 'A\u202eB'],
    ['an isolate', 'A\u2067B'],
    ['a word joiner', 'A\u2060B'],
    ['a byte order mark inside', 'A\ufeffB'],
    ['an annotation anchor', 'A\ufff9B'],
    ['a tag', 'A\u{e0041}B'],
    ['a number', 7],
    ['null', null],
    ['a list', ['A']],
  ])('refuses %s', (_, given) => {
    expect(line.safeParse(given).success).toBe(false);
  });

  it('whatever it takes is well formed, trimmed, not empty and not too long', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const parsed = line.safeParse(text);
          if (!parsed.success) return;
          expect(parsed.data).toBe(text.trim());
          expect(parsed.data.isWellFormed()).toBe(true);
          expect(parsed.data.length).toBeGreaterThan(0);
          expect(parsed.data.length).toBeLessThanOrEqual(20);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('an identifier', () => {
  it.each(['A-1', 'a/b', '%2e', '...', '.a', '#?&=', 'ü 1'])('can be %s', (text) => {
    expect(identifier(64).parse(text)).toBe(text);
  });

  it.each(['.', '..', ' .. ', ''])('cannot be "%s", which no address can carry', (text) => {
    expect(identifier(64).safeParse(text).success).toBe(false);
  });

  it('whatever it takes comes back out of an address as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), (text) => {
        const parsed = identifier(64).safeParse(text);
        if (!parsed.success) return;
        const { pathname } = new URL(
          `orders/${encodeURIComponent(parsed.data)}`,
          'https://numbers.example/v1/',
        );
        expect(pathname.startsWith('/v1/orders/')).toBe(true);
        expect(decodeURIComponent(pathname.slice('/v1/orders/'.length))).toBe(parsed.data);
      }),
    );
  });
});
