import type { FieldProblem, ProblemCode, ProblemExtras } from '@numberdesk/core/http';

/** A request refused for a reason of the closed list: thrown anywhere, answered in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.code = code;
    this.extras = extras;
  }
}

/** The body is read, but some of its fields are not right. */
export function invalid(errors: readonly FieldProblem[]): Refusal {
  return new Refusal('invalid', `Not right: ${errors.map(({ path }) => path).join(', ')}.`, { errors });
}

/** What does not exist, or not for this caller. */
export function notFound(what: string, errors: readonly FieldProblem[] = []): Refusal {
  return new Refusal('not-found', `There is no such ${what}.`, { errors });
}

/** The cursor was not made by this list, or for another sort. */
export function badCursor(): Refusal {
  return new Refusal('bad-request', 'The cursor is not one of this list: start over without it.', {
    errors: [{ path: '/cursor', code: 'bad-cursor', detail: 'Not a cursor of this list.' }],
  });
}
