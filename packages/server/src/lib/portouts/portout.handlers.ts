import { operationInputs } from '@numberdesk/core/inputs';
import {
  type PortOutDetail,
  type ServiceRecord,
  type addPortOutNote,
  type getPortOutEvidence,
  type putServiceRecord,
  maskPin,
  offeredReasons,
  portOutApi,
} from '@numberdesk/core/portouts';
import { toInstant } from '@numberdesk/core/time';
import { scopeOf } from '../access/account-chain.ts';
import { type StoredAccount, accountStore } from '../access/account.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import { eventStore } from '../events/event.store.ts';
import { type Caller, actorOf, scopeOfCaller } from '../http/caller.ts';
import { badCursor, notFound } from '../http/refusal.ts';
import { type HandlerRequest, handlersFor } from '../http/route.ts';
import { visibleAccount } from '../numbers/number-place.ts';
import { accept, judge, reject } from './portout-answering.ts';
import { noSuchPortOut } from './portout-changing.ts';
import { charges, correct } from './portout-charging.ts';
import { portOutDetail, sideOf } from './portout-detail.ts';
import { mailsOf } from './portout-mail.store.ts';
import { portOutNoteStore } from './portout-note.store.ts';
import { requireNoPin } from './portout-pin.ts';
import { cancel, port } from './portout-porting.ts';
import { record } from './portout-recording.ts';
import { type StoredPortOut, portOutStore } from './portout.store.ts';
import { type StoredServiceRecord, serviceRecordStore } from './service-record.store.ts';

/** Port-out requests. One that the caller must not see does not exist for them (ACC-1). */
export const portOutHandlers = handlersFor('portouts', portOutApi, operationInputs.portouts, {
  async list({ tx, caller, query, now }) {
    const { account } = query;
    const scope =
      account === undefined ? scopeOfCaller(caller) : scopeOf(await visibleAccount(tx, caller, account));
    const page = await portOutStore(tx).list({ ...query, scope, now });
    if (!page.ok) throw badCursor();
    return { data: page.data, next: page.next, feed: await eventStore(tx).position() };
  },

  async get({ tx, caller, params, now }) {
    return portOutDetail(tx, await visible(tx, caller, params.id), { caller, now });
  },

  record,
  accept,
  reject,
  judge,
  cancel,
  port,

  async reasons({ tx, caller, params }) {
    const { reasons } = await visible(tx, caller, params.id);
    return {
      reasons: offeredReasons(reasons).map(({ needs, ...reason }) => ({ ...reason, needs: [...needs] })),
    };
  },

  addNote,
  evidence,
  charges,
  correctCharge: correct,
  putServiceRecord: putRecord,

  async serviceRecord({ tx, params }) {
    const account = await accountOf(tx, params.id);
    return shownRecord(account, (await serviceRecordStore(tx).get(account.id)) ?? noRecord);
  },
});

async function visible(tx: TenantTransaction, caller: Caller, id: string): Promise<StoredPortOut> {
  const portout = await portOutStore(tx).get(id, scopeOfCaller(caller));
  if (!portout) throw noSuchPortOut();
  return portout;
}

async function addNote(request: HandlerRequest<typeof addPortOutNote>): Promise<PortOutDetail> {
  const { tx, caller, params, body, now, audit } = request;
  const portout = await visible(tx, caller, params.id);
  await requireNoPin(tx, portout, [['/text', body.text]]);
  const side = sideOf(caller);
  const note = { portout: params.id, side, at: now, actor: actorOf(caller), text: body.text };
  await portOutNoteStore(tx).insert(note);
  const after = { side, text: body.text };
  await audit({ action: 'portout.noted', subject: `portout:${params.id}`, before: null, after });
  return portOutDetail(tx, portout, { caller, now });
}

async function evidence({ tx, caller, params, now }: HandlerRequest<typeof getPortOutEvidence>) {
  const portout = await visible(tx, caller, params.id);
  const { account: id } = portout.facts;
  const { name = id, timeZone = portout.accountTimeZone } = (await accountStore(tx).find(id)) ?? {};
  return {
    madeAt: toInstant(now),
    account: { id, name, timeZone },
    portout: await portOutDetail(tx, portout, { caller, now }),
    mails: await mailsOf(tx, params.id),
  };
}

async function putRecord(request: HandlerRequest<typeof putServiceRecord>): Promise<ServiceRecord> {
  const { tx, params, body, now, audit } = request;
  const account = await accountOf(tx, params.id);
  const store = serviceRecordStore(tx);
  const known = await store.get(account.id);
  await store.put(account.id, body, new Date(now));
  const before = known && shownRecord(account, known);
  const after = shownRecord(account, body);
  const subject = `account:${account.externalId}`;
  await audit({ action: 'service-record.changed', subject, before, after });
  return after;
}

async function accountOf(tx: TenantTransaction, id: string): Promise<StoredAccount> {
  const account = await accountStore(tx).find(id);
  if (!account) throw notFound('account');
  return account;
}

const noRecord = { name: null, address: null, zip: null, accountNumber: null, pin: null };

function shownRecord({ externalId: account }: StoredAccount, record: StoredServiceRecord): ServiceRecord {
  return { account, ...record, pin: maskPin(record.pin) };
}
