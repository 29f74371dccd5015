import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashToken, newToken, parseCredential } from './credential.ts';

const tenant = '01938f4e-5b7a-7c31-9d20-5a6f8e4c2b17';

describe('a token', () => {
  it.each(['key', 'session'] as const)('of a %s carries its tenant and is known by its hash', (kind) => {
    const token = newToken(kind, tenant);
    expect(token).toMatch(/^(sk|nds)_01938f4e5b7a7c319d205a6f8e4c2b17_[A-Za-z0-9_-]{43}$/);
    expect(parseCredential(`Bearer ${token}`)).toEqual({ kind, tenant, hash: hashToken(token) });
    expect(parseCredential(`bearer  ${token} `)).toEqual({ kind, tenant, hash: hashToken(token) });
  });

  it('is never the same twice', () => {
    expect(newToken('key', tenant)).not.toBe(newToken('key', tenant));
  });

  it('is not made out in anything else', () => {
    const token = newToken('key', tenant);
    for (const header of [
      null,
      '',
      token,
      `Basic ${token}`,
      `Bearer ${token}x`,
      `Bearer x${token}`,
      'Bearer sk_demo',
    ]) {
      expect(parseCredential(header)).toBeNull();
    }
    fc.assert(fc.property(fc.string(), (text) => parseCredential(`Bearer ${text}`) === null));
  });
});
