import type { Permission } from './permissions.ts';
import { admin } from './permission-sets.ts';

/** Why an act is refused: which permission it takes, and who can grant it (ACC-4). */
export interface AccessProblem {
  code: 'forbidden';
  permission: Permission;
  /** The account's own admins, or only the provider, whose staff alone holds it. */
  grantedBy: 'account-admin' | 'provider';
}

/** Whether the holder may do what a permission stands for; `null` is a yes (ACC-2, ACC-4). */
export function missingPermission(
  holder: { permissions: readonly string[] },
  permission: Permission,
): AccessProblem | null {
  if (holder.permissions.includes(permission)) return null;
  const grantedBy = admin.includes(permission) ? 'account-admin' : 'provider';
  return { code: 'forbidden', permission, grantedBy };
}
