import { type Permission, permissions } from './permissions.ts';

const viewer: readonly Permission[] = [
  'orders:view',
  'portouts:view',
  'numbers:view',
  'onboarding:view',
  'projects:view',
];
const member: readonly Permission[] = [
  ...viewer,
  'orders:place',
  'documents:upload',
  'numbers:add',
  'onboarding:edit',
];

/** What an account's own admins hold, and so can grant (ACC-2). */
export const admin: readonly Permission[] = [
  ...member,
  'documents:view',
  'portouts:modify',
  'projects:approve',
];

/** The built-in permission sets; `staff` is the provider's own people and has no account (ACC-2). */
export const permissionSets = {
  viewer,
  member,
  admin,
  owner: admin,
  staff: permissions,
} as const satisfies Record<string, readonly Permission[]>;

export type PermissionSet = keyof typeof permissionSets;
