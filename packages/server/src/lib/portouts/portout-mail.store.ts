import { sql } from 'kysely';
import { type Policy, wholePolicy } from '@numberdesk/core/access';
import type { PortOutEvidence } from '@numberdesk/core/portouts';
import type { TenantTransaction } from '../db/database.ts';
import { mailStore } from '../mail/mail.store.ts';

/** What a mail about a request says beside the request itself, and to whom. */
export interface PortOutMailFacts {
  tenantName: string;
  policy: Policy;
  account: {
    name: string;
    timeZone: string;
    locale: string;
    owner: { name: string; email: string };
    recipients: string[];
  };
  /** The first few, in the order in which they came. */
  numbers: string[];
  /** What the provider wrote with the latest verdict. */
  note: string | null;
}

type Row = Pick<PortOutMailFacts, 'tenantName' | 'numbers' | 'note'> &
  PortOutMailFacts['account'] & { policy: Partial<Policy> };

/** What mails about requests are made of, in one statement: a sweep makes thousands. */
export function portOutMailStore({ db, tenant }: TenantTransaction) {
  return {
    async facts(portoutId: string, { firstNumbers }: { firstNumbers: number }): Promise<PortOutMailFacts> {
      const { rows } = await sql<Row>`
        select t.name as "tenantName", t.policy, a.name, a.time_zone as "timeZone", a.locale, a.owner, a.recipients,
          array(
            select number from portout_numbers n where n.tenant_id = p.tenant_id and n.portout_id = p.id
            order by position limit ${firstNumbers}) as numbers,
          (select verdict_note from portout_rejections r where r.tenant_id = p.tenant_id and r.portout_id = p.id
            order by at desc, id desc limit 1) as note
        from portouts p
          join accounts a on a.tenant_id = p.tenant_id and a.id = p.account_id
          join tenants t on t.tenant_id = p.tenant_id
        where p.tenant_id = ${tenant} and p.id = ${portoutId}`.execute(db);
      const { tenantName, policy, numbers, note, ...account } = rows[0]!;
      return { tenantName, policy: wholePolicy(policy), account, numbers, note };
    },
  };
}

/** How a mail names the request that it is about. */
export const aboutPortOut = (id: string) => `portout:${id}`;

/** The mails that told of a request, the first one first (POR-1). */
export async function mailsOf(tx: TenantTransaction, portoutId: string): Promise<PortOutEvidence['mails']> {
  const mails = await mailStore(tx).about(aboutPortOut(portoutId));
  return mails.map(({ id, kind, to, subject, createdAt, sentAt, problem }) => {
    return { id, kind, to: to.address, subject, queuedAt: createdAt, sentAt, problem };
  });
}
