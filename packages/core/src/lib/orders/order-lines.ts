import type { FieldProblem } from '../http/problem.ts';
import type { BusinessCalendar } from '../time/business-days.ts';
import { type Instant, toInstant } from '../time/instant.ts';
import { leadTimeRange } from './lead-time.ts';
import { type LineMoveProblem, lineNumbersProblem } from './line-move.ts';
import type { OrderLine } from './order.schema.ts';

/** A line as it comes in, without what follows from it. */
export interface LineFacts extends Pick<
  OrderLine,
  'type' | 'location' | 'quantity' | 'supply' | 'leadTime' | 'status'
> {
  id?: string | undefined;
  statusChangedAt?: Instant | undefined;
  numbers?: string[] | undefined;
}

/** The lines of an order with their ids and with the dates that their lead time points to (ORD-5). */
export function completeLines(
  lines: readonly LineFacts[],
  placedAt: Instant,
  calendar: BusinessCalendar,
): OrderLine[] {
  return lines.map((line, index) => ({
    ...line,
    id: line.id ?? String(index + 1),
    statusChangedAt: toInstant(line.statusChangedAt ?? placedAt),
    estimated: leadTimeRange({ placedAt, leadTime: line.leadTime }, calendar) as OrderLine['estimated'],
    numbers: line.numbers ?? [],
  }));
}

/**
 * The dates that a line was placed with stay, though the holidays have changed since, while it is quoted the same
 * and placed at the same moment (ORD-5).
 */
export function keepFrozen(
  lines: readonly OrderLine[],
  known: { placedAt: Instant; lines: readonly OrderLine[] },
  placedAt: Instant,
): OrderLine[] {
  if (known.placedAt !== placedAt) return [...lines];
  return lines.map((line) => {
    const { min, max } = line.leadTime ?? {};
    const same = known.lines.find(
      ({ id, leadTime }) => id === line.id && leadTime?.min === min && leadTime?.max === max,
    );
    return same ? { ...line, estimated: same.estimated } : line;
  });
}

/** What is wrong with the numbers that lines carry, also between two lines (ORD-7). */
export function carriedNumbersProblems(lines: readonly OrderLine[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const seen = new Set<string>();
  for (const [at, { status, quantity, numbers }] of lines.entries()) {
    const problem = lineNumbersProblem(quantity, status, numbers);
    if (problem) problems.push(numbersFieldProblem(problem, numbers, `/lines/${at}`));
    const again = numbers.findIndex((number) => seen.has(number));
    if (again >= 0) problems.push(repeatedNumber(`/lines/${at}/numbers/${again}`));
    for (const number of numbers) seen.add(number);
  }
  return problems;
}

/** Names the field that a problem with numbers is about; `line` is the pointer to their line (ORD-7). */
export function numbersFieldProblem(
  problem: Exclude<LineMoveProblem, { code: 'transition-not-allowed' }>,
  numbers: readonly string[],
  line = '',
): FieldProblem {
  const { code } = problem;
  switch (code) {
    case 'numbers-needed':
      return {
        path: `${line}/numbers`,
        code,
        detail: `A completed line carries as many numbers as its quantity: ${problem.quantity}, not ${problem.given}.`,
      };
    case 'numbers-repeated':
      return repeatedNumber(`${line}/numbers/${numbers.lastIndexOf(problem.number)}`);
    case 'numbers-unexpected':
      return { path: `${line}/numbers`, code, detail: 'Only a completed line carries numbers.' };
  }
}

const repeatedNumber = (path: string): FieldProblem => ({
  path,
  code: 'numbers-repeated',
  detail: 'The number stands in this order twice.',
});
