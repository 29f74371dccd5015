import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { areaCodeKind } from '../src/lib/numbers/area-code-kind.ts';
import { areaCodes } from '../src/lib/numbers/area-codes.ts';

const file = readFileSync(new URL('../data/area-codes.csv', import.meta.url), 'utf8');
const rows = file
  .trim()
  .split('\n')
  .filter((line) => !/^(?:#|code,)/.test(line))
  .map((line) => line.split(',') as [code: string, kind: string, place: string]);

describe('the table of area codes', () => {
  it('NUM-4: says of every code what its source says (else: node scripts/area-codes.ts)', () => {
    const kinds = new Map(rows.map(([code, kind]) => [Number(code), kind]));
    const inService = new Set(['geographic', 'toll-free', 'other']);
    const strange = Array.from({ length: 1000 }, (_, code) => code).filter((code) => {
      const kind = areaCodeKind(code);
      return kinds.has(code) ? kind !== kinds.get(code) : inService.has(kind);
    });
    expect(strange).toEqual([]);
    expect(areaCodes.asOf).toBe(/^# as-of: (\d{4}-\d\d-\d\d)$/m.exec(file)?.[1]);
  });

  it('NUM-4: has each code once, in order, and a place for each that is geographic', () => {
    const codes = rows.map(([code]) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.length).toBeGreaterThan(450);
    expect(
      rows.filter(([, kind, place]) => kind === 'geographic' && !/^[A-Z]{2}(?:-[A-Z]{2})?$/.test(place)),
    ).toEqual([]);
  });

  it.each([
    ['212', 'US-NY'],
    ['416', 'CA'],
    ['809', 'DO'],
    ['671', 'US-GU'],
  ])('NUM-4: knows %s', (code, place) => {
    expect(rows).toContainEqual([code, 'geographic', place]);
  });
});
