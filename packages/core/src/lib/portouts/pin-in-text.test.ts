import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPin, pinProblems } from './pin-in-text.ts';

describe('a text that holds a PIN', () => {
  it.each([
    ['2580', '2580'],
    ['2580', 'The PIN is 2580.'],
    ['2580', 'PIN2580!'],
    ['2580', 'it was "2-5-8-0", he said'],
    ['2580', '25 80'],
    ['2580', '٢٥٨٠'],
    ['2580', '２５８０'],
    ['2580', '2\u200b580'],
    ['2580', 'x2580y'],
    ['se-cret-4812', 'not SE CRET 4812, but another'],
    ['se-cret-4812', 'secret4812'],
    ['hunter2', 'Hunter2'],
    ['ключ1', 'Его ключ1.'],
    ['#*#', 'they dialled #*# twice'],
    [' 2580 ', 'the 2580'],
  ])('POR-3: of %j: %j', (pin, text) => {
    expect(holdsPin(text, pin)).toBe(true);
  });

  it.each([
    ['2580', 'Call +15012580444.'],
    ['2580', 'account 9925801'],
    ['2580', 'The PIN does not match.'],
    ['2580', '258'],
    ['hunter2', 'the hunters came at 2'],
    ['cat', 'a category'],
    ['', 'anything'],
    ['  ', 'any  thing'],
  ])('POR-3: not of %j: %j', (pin, text) => {
    expect(holdsPin(text, pin)).toBe(false);
  });

  it('POR-3: is found wherever it stands, whatever it is', () => {
    const pins = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 64 })
      .filter((pin) => pin.trim() !== '');
    fc.assert(
      fc.property(pins, fc.string(), fc.string(), (pin, before, after) => {
        expect(holdsPin(`${before} | ${pin} | ${after}`, pin)).toBe(true);
      }),
    );
  });

  it('POR-3: is told by its path, and without the PIN', () => {
    const texts = [
      ['/details/text', 'It is 2580.'],
      ['/details/reference', undefined],
      ['/details/value', '4711'],
      ['/details/field', 'pin'],
    ] as const;
    const problems = pinProblems(texts, ['2580', null, undefined, '4711']);
    expect(problems.map(({ path, code }) => [path, code])).toEqual([
      ['/details/text', 'holds-pin'],
      ['/details/value', 'holds-pin'],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/2580|4711/);
    expect(pinProblems(texts, [])).toEqual([]);
  });
});
