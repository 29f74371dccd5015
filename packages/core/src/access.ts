/**
 * Who may do what: accounts, permissions, sessions and the tenant's policy.
 *
 * @module
 */
export {
  type Permission,
  permissionImplications,
  permissions,
  withImplied,
} from './lib/access/permissions.ts';
export { type PermissionSet, permissionSets } from './lib/access/permission-sets.ts';
export { type AccessProblem, missingPermission } from './lib/access/missing-permission.ts';
export { type AccountLevel, accountLevels, isInScope, levelAbove } from './lib/access/account-scope.ts';
export { type ChangeDoer, changedBy } from './lib/access/changed-by.ts';
export { type Account, accountSchema } from './lib/access/account.schema.ts';
export { type ReachableAccount, reachableAccountSchema } from './lib/access/reachable-account.schema.ts';
export { type AccountInput, accountInputSchema } from './lib/access/account-input.schema.ts';
export { type Contact } from './lib/access/contact-input.schema.ts';
export {
  type Policy,
  defaultPolicy,
  policySchema,
  sessionPolicy,
  wholePolicy,
} from './lib/access/policy.schema.ts';
export {
  type Money,
  type PortOutPolicy,
  type PortOutReminder,
  defaultPortOutPolicy,
  portOutReminders,
} from './lib/access/portout-policy.ts';
export { policyInputSchema } from './lib/access/policy-input.schema.ts';
export { type EmbedSession, embedSessionSchema } from './lib/access/embed-session.schema.ts';
export { type EmbedSessionInput, embedSessionInputSchema } from './lib/access/embed-session-input.schema.ts';
export { type Session, sessionSchema } from './lib/access/session.schema.ts';
export {
  accessApi,
  createEmbedSession,
  getAccount,
  getPolicy,
  getSession,
  listAccounts,
  listReachableAccounts,
  putAccount,
  putPolicy,
} from './lib/access/access.api.ts';
