import { v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { mailsIn, someMail } from '../../../test/mails.ts';
import { createAccount, noon } from '../../../test/samples.ts';
import { databaseKinds, openTestDatabase, ownerView } from '../../../test/test-database.ts';
import { restoreBackup } from '../backup/restore.ts';
import { withSnapshot } from '../backup/snapshot.ts';
import { deliverMail } from './mail.jobs.ts';
import { mailStore } from './mail.store.ts';

const pairs = databaseKinds.flatMap((from) => databaseKinds.map((to) => [from, to] as const));

it.each(pairs)(
  'mail that waits on %s is sent from a copy on %s, under its Message-ID',
  async (from, to) => {
    const [source, target] = [await openTestDatabase(from), await openTestDatabase(to)];
    const tenant = await source.newTenant();
    const readers = ['first', 'second'].map((name) => ({ address: `${name}@example.com`, name: null }));
    await source.write(tenant, async (tx) => {
      const account = await createAccount(tx, 'acme');
      await mailStore(tx).add(
        readers.map((to) => someMail(account, { to })),
        noon,
      );
    });
    const sentIds: string[] = [];
    const portsOf = (database: typeof source) => ({
      database,
      transport: {
        domain: 'kit.example',
        send: async ({ messageId }: { messageId: string }) => {
          sentIds.push(messageId);
          return { sent: true as const };
        },
      },
      clock: () => noon,
      ids: () => uuidv7(),
      random: () => 0,
      onDoubt: () => undefined,
    });
    const [first, second] = await mailsIn(source, tenant);
    const never = new AbortController().signal;
    await deliverMail(portsOf(source), { tenant, mailId: first!.id }, never);
    await withSnapshot(ownerView(source), (backup) => restoreBackup(ownerView(target), backup));
    expect(await target.crossTenant.dueMails(noon)).toEqual([{ tenant, mailId: second!.id }]);
    expect(await deliverMail(portsOf(target), { tenant, mailId: first!.id }, never)).toBe(false);
    expect(await deliverMail(portsOf(target), { tenant, mailId: second!.id }, never)).toBe(true);
    expect(sentIds).toEqual([first, second].map((mail) => `<${mail!.id}@kit.example>`));
    await source.close();
    await target.close();
  },
  60_000,
);
