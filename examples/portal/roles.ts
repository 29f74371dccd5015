import type { EmbedSessionInput } from '@numberdesk/core/access';
import type { Choices } from './pages/choices.ts';
import { customerAccount } from './seeds/accounts.ts';

/** Whom the portal's own login would have told us is there, and what they may do. */
type Person = Omit<EmbedSessionInput, 'origins'>;

const at = (account: string, id: string, name: string) => ({
  account,
  user: { id, name, email: `${id}@meridian.example` },
});

/** The customer's people, by the role that the demonstration lets a visitor choose. */
export const customers: Record<Choices['role'], Person> = {
  admin: { ...at(customerAccount, 'amara.okafor', 'Amara Okafor'), permissionSet: 'admin' },
  member: { ...at(customerAccount, 'priya.raghunathan', 'Priya Raghunathan'), permissionSet: 'member' },
  viewer: { ...at(customerAccount, 'tendai.moyo', 'Tendai Moyo'), permissionSet: 'viewer' },
  outsider: { ...at(customerAccount, 'noah.abramowitz', 'Noah Abramowitz'), permissions: ['projects:view'] },
};

/** The provider's own person at the desk: staff acts in no account and sees the whole tenant (ACC-2). */
export const clerk: Person = { user: { id: 'desk-1', name: 'Mirela Popescu' }, permissionSet: 'staff' };
