import { describe, expect, it, vi } from 'vitest';
import { PortalError, isPortalError } from './portal-error.ts';

describe('a portal error', () => {
  it('is an Error with a code and everything that the server said', () => {
    const cause = new Error('why');
    const errors = [{ path: '/a', code: 'b', detail: 'c' }];
    const given = { status: 403, requestId: 'r', errors, permission: 'p', current: 1, retryAfter: 2, cause };
    const error = new PortalError('forbidden', 'You may not.', given);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: 'PortalError',
      message: 'You may not.',
      code: 'forbidden',
      ...given,
    });
  });

  it('has a value for each field when nothing was said', () => {
    expect({ ...new PortalError('unreachable', 'Gone.') }).toMatchObject({
      status: 0,
      requestId: null,
      errors: [],
      permission: null,
      current: undefined,
      retryAfter: null,
    });
    expect(new PortalError('unreachable', 'Gone.')).not.toHaveProperty('cause');
  });

  it('is recognised when another copy of the package has made it', async () => {
    vi.resetModules();
    const copy = await import('./portal-error.ts');
    expect(copy.PortalError).not.toBe(PortalError);
    const foreign = new copy.PortalError('stale', 'Changed.');
    expect(foreign).not.toBeInstanceOf(PortalError);
    expect(isPortalError(foreign)).toBe(true);
    expect(copy.isPortalError(new PortalError('stale', 'Changed.'))).toBe(true);
  });

  it.each([null, undefined, 'PortalError', new Error('x'), { name: 'PortalError', code: 'stale' }, () => 1])(
    'is not %s',
    (value) => {
      expect(isPortalError(value)).toBe(false);
    },
  );
});
