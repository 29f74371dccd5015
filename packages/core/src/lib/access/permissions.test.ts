import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Permission, permissionImplications, permissions, withImplied } from './permissions.ts';

/** What each permission is worth by itself: the whole of it, by hand. */
const worth: Record<Permission, Permission[]> = {
  'orders:view': ['orders:view'],
  'orders:place': ['orders:view', 'orders:place'],
  'orders:manage': ['orders:view', 'orders:manage'],
  'documents:view': ['documents:view'],
  'documents:upload': ['documents:upload'],
  'documents:review': ['documents:view', 'documents:review'],
  'portouts:view': ['portouts:view'],
  'portouts:modify': ['portouts:view', 'portouts:modify'],
  'portouts:manage': ['portouts:view', 'portouts:manage'],
  'numbers:view': ['numbers:view'],
  'numbers:add': ['numbers:view', 'numbers:add'],
  'numbers:vet': ['numbers:view', 'numbers:vet'],
  'onboarding:view': ['onboarding:view'],
  'onboarding:edit': ['onboarding:view', 'onboarding:edit'],
  'onboarding:manage': ['onboarding:view', 'onboarding:manage'],
  'projects:view': ['projects:view'],
  'projects:approve': ['projects:view', 'projects:approve'],
  'projects:manage': ['projects:view', 'projects:manage'],
};

const held = fc.subarray([...permissions]);

describe('permissions', () => {
  it('ACC-2: are these eighteen', () => {
    expect([...permissions].sort()).toEqual(Object.keys(worth).sort());
  });

  it.each(Object.entries(worth))('ACC-2: %s brings its view and nothing else', (permission, expected) => {
    expect(withImplied([permission as Permission])).toEqual(expected);
  });

  it('ACC-3: who may place an order sees the orders', () => {
    expect(withImplied(['orders:place'])).toContain('orders:view');
  });

  it('ACC-3: who may upload a document may not open one', () => {
    expect(permissionImplications['documents:upload']).toEqual([]);
    expect(withImplied(['documents:upload'])).not.toContain('documents:view');
  });

  it('ACC-2: what is held is the sum of what each permission is worth, each once, in one order', () => {
    fc.assert(
      fc.property(held, (some) => {
        const sum = new Set(some.flatMap((permission) => worth[permission]));
        expect(withImplied(some)).toEqual(permissions.filter((permission) => sum.has(permission)));
      }),
    );
  });

  it('ACC-2: to imply twice is to imply once', () => {
    fc.assert(
      fc.property(held, (some) => {
        expect(withImplied(withImplied(some))).toEqual(withImplied(some));
      }),
    );
  });
});
