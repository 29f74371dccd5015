import { type Account, isInScope } from '@numberdesk/core/access';
import {
  type PortOutDetail,
  type PortOutDoer,
  type ServiceRecord,
  comparePortOuts,
  maskPin,
  matchesPortOutQuery,
  offeredReasons,
  type portOutApi,
  portOutStatuses,
  providersKey,
  recordedPinProblems,
} from '@numberdesk/core/portouts';
import { toInstant, toMillis } from '@numberdesk/core/time';
import { type Caller, actingIn } from './caller.ts';
import type { Handlers } from './handlers.ts';
import { requireMatch } from './if-match.ts';
import {
  type PortOutAct,
  acceptPortOut,
  cancelPortOut,
  judgeRejection,
  portNumber,
  rejectPortOut,
  requireNoPin,
} from './portout-acts.ts';
import type { PortOutRecord } from './portout-book.ts';
import { correctCharge, monthCharges } from './portout-charges.ts';
import { decodePortOutCursor, encodePortOutCursor } from './portout-cursor.ts';
import { isVisiblePortOut, portOutDetail } from './portout-detail.ts';
import { withMails } from './portout-mails.ts';
import { recordedPortOut } from './portout-seed.ts';
import { badCursor, invalid, notFound } from './refusal.ts';
import type { Tenant } from './tenant.ts';

type Request = { tenant: Tenant; caller: Caller; params: { id: string }; now: number };
type Decision = Request & { ifMatch: Parameters<typeof requireMatch>[0] };

/** Port-out requests. One that the caller must not see does not exist for them. */
export const portOutHandlers: Handlers<typeof portOutApi> = {
  list({ tenant, caller, query, now }) {
    const { sort, limit, cursor, account } = query;
    const compare = comparePortOuts(sort, now);
    const after = cursor === undefined ? null : decodePortOutCursor(sort, cursor);
    if (cursor !== undefined && after === null) throw badCursor();
    if (account !== undefined) visibleAccount(tenant, caller, account);
    const isWithin = (own: string, wanted: string) => tenant.accounts.pathOf(own).includes(wanted);
    const found = tenant.portouts
      .all()
      .filter((record) => isVisiblePortOut(tenant, caller, record))
      .map((record) => ({ portout: tenant.portouts.shown(record), numbers: record.numbers }))
      .filter(({ portout, numbers }) => matchesPortOutQuery({ ...portout, numbers }, query, now, isWithin))
      .map(({ portout }) => portout)
      .filter((portout) => after === null || compare(after, portout) < 0)
      .sort(compare);
    const data = found.slice(0, limit);
    const last = data.at(-1);
    const next = last && found.length > limit ? encodePortOutCursor(sort, last) : null;
    return { data, next, feed: tenant.feed.position };
  },

  get: (request) => detailOf(request, visible(request)),

  record({ tenant, caller, body, now }) {
    const account = visibleAccount(tenant, caller, body.account);
    if (body.receivedAt !== undefined && toMillis(body.receivedAt) > now) {
      throw invalid([{ path: '/receivedAt', code: 'in-future', detail: 'It cannot come from the future.' }]);
    }
    if (body.status !== 'pending' && portOutStatuses.some((status) => status === body.status)) {
      const detail = `A request becomes ${body.status} by what is done to it.`;
      throw invalid([{ path: '/status', code: 'not-at-first', detail }]);
    }
    const problems = recordedPinProblems(body, tenant.portouts.onFile.get(account.id) ?? {});
    if (problems.length > 0) throw invalid(problems);
    const calendar = { timeZone: account.timeZone, holidays: tenant.policy.holidays };
    const ground = { account: account.id, calendar, policy: tenant.policy.portouts, now };
    const record = recordedPortOut(body, { ...ground, id: tenant.portouts.newId() });
    const [received] = record.history;
    const made = { ...record, history: [{ ...received!, doer: doerOf(caller) }] };
    const { accounts } = tenant;
    const event = { event: 'received', from: null, to: record.facts.status };
    return told({ tenant, caller }, withMails(made, event, { accounts, now }));
  },

  accept: (request) => decide(request, (act) => acceptPortOut(act, request.body.focDate)),

  reject: (request) => decide(request, (act) => rejectPortOut(act, request.body)),

  judge: (request) => decide(request, (act) => judgeRejection(act, request.body)),

  cancel: (request) => decide(request, (act) => cancelPortOut(act, request.body)),

  port: (request) => decide(request, (act) => portNumber(act, request.params.tn, request.body.portedOn)),

  reasons: (request) => ({
    reasons: offeredReasons(visible(request).reasons) as PortOutDetail['reasons'],
  }),

  addNote(request) {
    const record = visible(request);
    const { tenant, caller, now, body } = request;
    requireNoPin({ tenant, record }, [['/text', body.text]]);
    const note = { at: toInstant(now), doer: doerOf(caller), text: body.text };
    return detailOf(request, tenant.portouts.write({ ...record, notes: [note, ...record.notes] }));
  },

  evidence(request) {
    const record = visible(request);
    const { tenant, now } = request;
    const { account } = record.facts;
    const { name = account, timeZone = 'UTC' } = tenant.accounts.find(account) ?? {};
    return {
      madeAt: toInstant(now),
      account: { id: account, name, timeZone },
      portout: detailOf(request, record),
      mails: record.mails,
    };
  },

  charges({ tenant, caller, query, now }) {
    const account = query.account ?? actingIn(caller);
    if (account === null) {
      throw invalid([{ path: '/account', code: 'missing', detail: 'Say which account: you act in none.' }]);
    }
    return monthCharges(tenant, visibleAccount(tenant, caller, account).id, now, query);
  },

  correctCharge: ({ tenant, caller, params, body, now }) =>
    correctCharge(tenant, caller, params.id, { ...body, now }),

  putServiceRecord({ tenant, caller, params, body }) {
    const account = visibleAccount(tenant, caller, params.id);
    tenant.portouts.onFile.set(account.id, body);
    return serviceRecordOf(tenant, account);
  },

  serviceRecord: ({ tenant, caller, params }) =>
    serviceRecordOf(tenant, visibleAccount(tenant, caller, params.id)),
};

/** Does one thing to a request in the version that was seen, and tells of it. */
function decide(request: Decision, act: (act: PortOutAct) => PortOutRecord): PortOutDetail {
  const record = visible(request);
  const { tenant, caller, ifMatch, now } = request;
  const current = detailOf(request, record);
  requireMatch(ifMatch, current);
  return told(request, act({ tenant, record, doer: doerOf(caller), now, current }));
}

function told({ tenant, caller }: Pick<Request, 'tenant' | 'caller'>, record: PortOutRecord): PortOutDetail {
  const before = tenant.portouts.find(record.facts.id);
  const written = tenant.portouts.write(record);
  tenant.numbers.renew(begunOrEnded(before, written), written.facts.account);
  tenant.portouts.tell(written);
  return portOutDetail(tenant, caller, written);
}

/** Numbers whose port-out has begun, or has ended without a port (POR-7). */
function begunOrEnded(before: PortOutRecord | undefined, { numbers }: PortOutRecord): string[] {
  const wasPending = (tn: string) => before?.numbers.find((number) => number.tn === tn)?.status === 'pending';
  return numbers
    .filter(({ tn, status }) => (before ? status === 'canceled' && wasPending(tn) : status === 'pending'))
    .map(({ tn }) => tn);
}

const detailOf = ({ tenant, caller }: Pick<Request, 'tenant' | 'caller'>, record: PortOutRecord) =>
  portOutDetail(tenant, caller, record);

function visible({ tenant, caller, params: { id } }: Request): PortOutRecord {
  const record = tenant.portouts.find(id);
  if (record && isVisiblePortOut(tenant, caller, record)) return record;
  throw notFound('port-out');
}

function visibleAccount({ accounts }: Tenant, caller: Caller, id: string): Account {
  const account = accounts.find(id);
  if (account && isInScope(actingIn(caller), accounts.pathOf(id))) return account;
  throw notFound('account', [{ path: '/account', code: 'not-found', detail: 'There is no such account.' }]);
}

function serviceRecordOf({ portouts }: Tenant, { id }: Account): ServiceRecord {
  const none = { name: null, address: null, zip: null, accountNumber: null, pin: null };
  const onFile = portouts.onFile.get(id) ?? none;
  return { account: id, ...onFile, pin: maskPin(onFile.pin) };
}

const doerOf = (caller: Caller): PortOutDoer =>
  caller.kind === 'key' ? providersKey : { account: caller.account, name: caller.user.name };
