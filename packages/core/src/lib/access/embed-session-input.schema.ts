import * as z from 'zod/mini';
import { emailAddress } from '../internal/formats.schema.ts';
import { textLine } from '../internal/text.schema.ts';
import { accountId, localeTag } from './account-input.schema.ts';
import { permissions } from './permissions.ts';
import { permissionSets, type PermissionSet } from './permission-sets.ts';

const origin = z.string().check(
  z.maxLength(255),
  z.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text, {
    error:
      'Not an origin, such as "https://portal.example" (scheme, host and port; no path, no final slash).',
  }),
);

const setNames = Object.keys(permissionSets) as [PermissionSet, ...PermissionSet[]];

/** What the reseller's own server asks for, in order to let one person's page in. */
export const embedSessionInputSchema = z
  .strictObject({
    /** The account to act in; `null` for the provider's staff, who see the whole tenant (ACC-2). */
    account: z._default(z.nullable(accountId), null),
    user: z.strictObject({ id: textLine(128), name: textLine(200), email: z.optional(emailAddress) }),
    permissionSet: z.optional(z.enum(setNames)),
    permissions: z.optional(z.array(z.enum(permissions)).check(z.maxLength(permissions.length))),
    /** The origins of the pages that may use the token. */
    origins: z.array(origin).check(z.minLength(1), z.maxLength(20)),
    locale: z.optional(localeTag),
    ttlSeconds: z._default(z.int().check(z.gte(60), z.lte(3600)), 900),
  })
  .check(
    z.refine((input) => (input.permissionSet === undefined) !== (input.permissions === undefined), {
      path: ['permissionSet'],
      error: 'Give either "permissionSet" or "permissions".',
    }),
    z.refine((input) => input.account !== null || input.permissionSet === 'staff', {
      path: ['account'],
      error: 'Only the permission set "staff" goes without an account.',
    }),
    z.refine((input) => input.account === null || input.permissionSet !== 'staff', {
      path: ['account'],
      error: 'Staff acts in no account: leave it out.',
    }),
  );

export type EmbedSessionInput = z.input<typeof embedSessionInputSchema>;
