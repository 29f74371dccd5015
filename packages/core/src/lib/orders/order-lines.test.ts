import { describe, expect, it } from 'vitest';
import {
  type LineFacts,
  carriedNumbersProblems,
  completeLines,
  keepFrozen,
  numbersFieldProblem,
} from './order-lines.ts';

const newYork = { timeZone: 'America/New_York' };
const placedAt = '2026-11-18T15:00:00.000Z';
const line: LineFacts = {
  type: 'local',
  location: { country: 'US' },
  quantity: 1,
  supply: 'on-order',
  leadTime: { min: 1, max: 2 },
  status: 'processing',
};
const complete = (...lines: Partial<LineFacts>[]) =>
  completeLines(
    lines.map((more) => ({ ...line, ...more })),
    placedAt,
    newYork,
  );

describe('the lines of a new order', () => {
  it('ORD-2: are called by their place unless they have names', () => {
    expect(complete({}, { id: 'x' }, {}).map(({ id }) => id)).toEqual(['1', 'x', '3']);
  });

  it('ORD-5: carry the dates that their lead time points to', () => {
    const [quoted, unquoted] = complete({}, { leadTime: null });
    expect(quoted!.estimated).toEqual({ from: '2026-11-19', to: '2026-11-20' });
    expect(unquoted!.estimated).toBeNull();
  });

  it('ORD-6: have been in their status since the order was placed, unless it is told', () => {
    const [since, told] = complete({}, { statusChangedAt: '2026-11-19T10:00:00-05:00' });
    expect(since!.statusChangedAt).toBe(placedAt);
    expect(told!.statusChangedAt).toBe('2026-11-19T15:00:00.000Z');
  });
});

describe('the dates of an order that is told again', () => {
  const known = { placedAt, lines: complete({}, { leadTime: null }) };
  const later = completeLines([line, { ...line, leadTime: null }], placedAt, {
    ...newYork,
    holidays: ['2026-11-19'],
  });

  it('ORD-5: stay as they were, though the holidays have changed', () => {
    expect(later[0]!.estimated).toEqual({ from: '2026-11-20', to: '2026-11-23' });
    expect(keepFrozen(later, known, placedAt)).toEqual(known.lines);
  });

  it.each([
    ['min', { min: 0, max: 2 }],
    ['max', { min: 1, max: 3 }],
  ])('ORD-5: are new when %s of the quote is another', (_, leadTime) => {
    const [told] = complete({ leadTime });
    expect(keepFrozen([told!], known, placedAt)[0]!.estimated).toEqual(told!.estimated);
  });

  it('ORD-5: are new when the order was placed at another moment, or the line is another', () => {
    expect(keepFrozen(later, known, '2026-11-18T15:00:00.001Z')).toEqual(later);
    const renamed = later.map((line) => ({ ...line, id: `${line.id}x` }));
    expect(keepFrozen(renamed, known, placedAt)).toEqual(renamed);
  });
});

describe('the numbers that lines carry', () => {
  const [a, b] = ['+15013334444', '+15013334445'];
  const carrying = (numbers: string[], more: Partial<LineFacts> = {}) => ({
    status: 'completed',
    quantity: numbers.length,
    numbers,
    ...more,
  });

  it('ORD-7: are right when each completed line has as many as it should', () => {
    expect(carriedNumbersProblems(complete({}, carrying([a!]), carrying([b!])))).toEqual([]);
  });

  it.each([
    ['too few', carrying([a!], { quantity: 2 }), '/lines/0/numbers', 'numbers-needed'],
    ['the same twice', carrying([a!, b!, a!]), '/lines/0/numbers/2', 'numbers-repeated'],
    [
      'some before the end',
      carrying([a!], { status: 'processing' }),
      '/lines/0/numbers',
      'numbers-unexpected',
    ],
  ])('ORD-7: %s are named by field', (_, line, path, code) => {
    expect(carriedNumbersProblems(complete(line))).toMatchObject([{ path, code }]);
  });

  it('ORD-7: are in one line of an order only', () => {
    const problems = carriedNumbersProblems(complete(carrying([a!]), carrying([b!, a!])));
    expect(problems).toMatchObject([{ path: '/lines/1/numbers/1', code: 'numbers-repeated' }]);
  });

  it('ORD-7: are named in the body of a move as well', () => {
    expect(numbersFieldProblem({ code: 'numbers-needed', quantity: 2, given: 1 }, [a!])).toEqual({
      path: '/numbers',
      code: 'numbers-needed',
      detail: 'A completed line carries as many numbers as its quantity: 2, not 1.',
    });
  });
});
