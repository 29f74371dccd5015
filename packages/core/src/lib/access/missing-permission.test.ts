import { describe, expect, it } from 'vitest';
import { missingPermission } from './missing-permission.ts';
import { permissions } from './permissions.ts';

/** What only the provider can grant, because only its staff holds it. */
const providers = [
  'orders:manage',
  'documents:review',
  'portouts:manage',
  'numbers:vet',
  'onboarding:manage',
  'projects:manage',
];

describe('a missing permission', () => {
  it.each(permissions)('ACC-4: %s held is nothing missing', (permission) => {
    expect(missingPermission({ permissions: [permission] }, permission)).toBeNull();
  });

  it.each(permissions)('ACC-4: %s is named, with who can grant it', (permission) => {
    const others = permissions.filter((other) => other !== permission);
    expect(missingPermission({ permissions: others }, permission)).toEqual({
      code: 'forbidden',
      permission,
      grantedBy: providers.includes(permission) ? 'provider' : 'account-admin',
    });
  });

  it('ACC-4: a permission that this version does not know neither helps nor harms', () => {
    expect(missingPermission({ permissions: ['faxes:view'] }, 'orders:view')?.permission).toBe('orders:view');
    expect(missingPermission({ permissions: ['faxes:view', 'orders:view'] }, 'orders:view')).toBeNull();
  });
});
