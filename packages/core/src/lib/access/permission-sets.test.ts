import { describe, expect, it } from 'vitest';
import { permissionSets } from './permission-sets.ts';
import { permissions, withImplied } from './permissions.ts';

const viewer = ['numbers:view', 'onboarding:view', 'orders:view', 'portouts:view', 'projects:view'];
const member = [...viewer, 'documents:upload', 'numbers:add', 'onboarding:edit', 'orders:place'];
const admin = [...member, 'documents:view', 'portouts:modify', 'projects:approve'];

describe('the built-in permission sets', () => {
  it.each([
    ['viewer', viewer],
    ['member', member],
    ['admin', admin],
    ['owner', admin],
    ['staff', permissions],
  ] as const)('ACC-2: %s holds exactly this', (set, expected) => {
    expect([...permissionSets[set]].sort()).toEqual([...expected].sort());
  });

  it('ACC-2: there are no others', () => {
    expect(Object.keys(permissionSets).sort()).toEqual(['admin', 'member', 'owner', 'staff', 'viewer']);
  });

  it.each(Object.entries(permissionSets))('ACC-2: %s already holds all that it implies', (_, set) => {
    expect(withImplied(set).length).toBe(set.length);
  });

  it('ACC-3: documents open for admins, owners and staff alone', () => {
    const opening = Object.entries(permissionSets).filter(([, set]) => set.includes('documents:view'));
    expect(opening.map(([name]) => name).sort()).toEqual(['admin', 'owner', 'staff']);
  });
});
