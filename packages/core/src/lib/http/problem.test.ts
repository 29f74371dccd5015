import { describe, expect, it } from 'vitest';
import { type ProblemCode, problemBody, problemCodes } from './problem.ts';

/** The closed list, by hand. */
const statuses: Record<ProblemCode, number> = {
  'bad-json': 400,
  'bad-request': 400,
  'idempotency-key-missing': 400,
  unauthenticated: 401,
  'session-expired': 401,
  forbidden: 403,
  'origin-not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'in-progress': 409,
  'transition-not-allowed': 409,
  'order-exists': 409,
  'already-decided': 409,
  stale: 412,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'idempotency-mismatch': 422,
  'confirmation-needed': 422,
  'if-match-missing': 428,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

describe('the codes of a problem', () => {
  it('ACC-4: are a closed list', () => {
    expect(Object.keys(problemCodes).sort()).toEqual(Object.keys(statuses).sort());
  });

  it.each(Object.entries(statuses))('ACC-4: %s has the status %i and a title of its own', (code, status) => {
    const row = problemCodes[code as ProblemCode];
    expect(row.status).toBe(status);
    expect(row.title).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(Object.values(problemCodes).filter(({ title }) => title === row.title)).toHaveLength(1);
  });
});

describe('a problem on the wire', () => {
  it('ACC-4: names the permission that is missing', () => {
    expect(problemBody('forbidden', 'You may not.', 'req-1', { permission: 'orders:view' })).toEqual({
      type: 'urn:numberdesk:problem:forbidden',
      title: 'A permission is missing',
      status: 403,
      code: 'forbidden',
      detail: 'You may not.',
      requestId: 'req-1',
      permission: 'orders:view',
      errors: [],
    });
  });

  it('carries what is there now, even if that is nothing', () => {
    expect(problemBody('stale', 'Changed.', 'req-1', { current: { version: 2 } }).current).toEqual({
      version: 2,
    });
    expect(problemBody('stale', 'Gone.', 'req-1', { current: null })).toHaveProperty('current', null);
    expect(problemBody('stale', 'Gone.', 'req-1')).not.toHaveProperty('current');
  });

  it('carries the fields, and keeps a time to wait for the header', () => {
    const errors = [{ path: '/number', code: 'too-big', detail: 'Too long.' }];
    const body = problemBody('invalid', 'Not right.', 'req-1', { errors, retryAfter: 3 });
    expect(body.errors).toEqual(errors);
    expect(body).not.toHaveProperty('retryAfter');
  });
});
