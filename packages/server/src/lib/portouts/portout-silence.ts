import { portOutAfter, portOutStatusAt, silentFocDate } from '@numberdesk/core/portouts';
import { auditStore } from '../access/audit.store.ts';
import type { TenantTransaction } from '../db/database.ts';
import type { NewEvent } from '../events/event.store.ts';
import { portOutHappened } from './portout-happenings.ts';
import { portOutHistoryStore } from './portout-history.store.ts';
import { type StoredPortOut, shownPortOut, zoneOf } from './portout-rows.store.ts';
import { portOutStore } from './portout.store.ts';

/** What those who watch are told of a request as it is now. */
export function portOutEvent(portout: StoredPortOut, now: number): NewEvent {
  const shown = shownPortOut(portout, now);
  return {
    type: 'portout.changed',
    at: now,
    permission: 'portouts:view',
    chain: portout.chain,
    data: { portout: shown },
  };
}

/**
 * Writes down that silence has authorized a request: whoever acts next on it does, or a sweep, and of several one. The
 * event is to be appended last in the transaction; `null` where nothing was to be written down (POR-9).
 */
export async function authorizeBySilence(
  tx: TenantTransaction,
  portoutId: string,
  now: number,
): Promise<{ portout: StoredPortOut; event: NewEvent } | null> {
  const before = await portOutStore(tx).forUpdate(portoutId, null);
  return before && writeSilence(tx, before, now);
}

/** The same for a request that the transaction holds already. */
export async function writeSilence(
  tx: TenantTransaction,
  before: StoredPortOut,
  now: number,
): Promise<{ portout: StoredPortOut; event: NewEvent } | null> {
  const { facts } = before;
  if (portOutStatusAt(facts, now) === facts.status || facts.silenceAt === null) return null;
  const { status } = portOutAfter({ status: facts.status, numbers: [] }, 'accept') as { status: string };
  const change = { status, focDate: silentFocDate(facts, zoneOf(before)) };
  const portout = await portOutStore(tx).change(before, change, new Date(now));
  if (!portout) return null;
  const { id, silenceAt: at } = facts;
  const actor = { kind: 'server' };
  await portOutHistoryStore(tx).addEvent({
    portout: id,
    at,
    kind: 'silence',
    actor,
    from: facts.status,
    to: status,
  });
  await auditStore(tx).append({
    at: now,
    actor,
    action: 'portout.silence',
    subject: `portout:${id}`,
    before: facts as unknown as Record<string, unknown>,
    after: { ...portout.facts, silenceAt: at },
  });
  await portOutHappened(tx, { event: 'silence', before, after: portout, now });
  return { portout, event: portOutEvent(portout, now) };
}
