import type { Accounts } from './ledger.ts';

interface StoredOrder {
  number: string;
  version: number;
  status: string;
  /** Of its lines. */
  numbers: string[];
  /** What the inventory has of it. */
  inventory: string[];
  /** The versions that the audit log tells of. */
  audited: number[];
}

/** All that a database has of one tenant's orders, at one moment. */
export interface Stored {
  orders: StoredOrder[];
  /** Position, order and version of each event. */
  events: [position: number, number: string, version: number][];
  /** Of all events, those of numbers too. */
  positions: number[];
  /** How far the feed has counted. */
  last: number;
  /** Idempotency keys with their answer, and without. */
  keys: { answered: number; open: number };
}

/** What is gone, and what is there once too often. */
export interface Findings {
  lost: string[];
  doubled: string[];
}

/** One statement, hence one moment. */
export const inspectionSql = `
  select json_build_object(
    'orders', coalesce((select json_agg(json_build_object(
      'number', o.number, 'version', o.version, 'status', o.status,
      'numbers', coalesce((select json_agg(n order by n) from order_lines l, jsonb_array_elements_text(l.numbers) n
        where l.tenant_id = o.tenant_id and l.order_id = o.id), '[]'),
      'inventory', coalesce((select json_agg(n.number order by n.number) from active_numbers n
        where n.tenant_id = o.tenant_id and n.order_id = o.id), '[]'),
      'audited', coalesce((select json_agg((a.after->>'version')::int) from audit_log a
        where a.tenant_id = o.tenant_id and a.subject = 'order:' || o.number), '[]'))) from orders o), '[]'),
    'events', coalesce((select json_agg(json_build_array(
      position, data->'order'->>'number', (data->'order'->>'version')::int) order by position)
      from events where type = 'order.changed'), '[]'),
    'positions', coalesce((select json_agg(position order by position) from events), '[]'),
    'last', (select max(last) from event_counters),
    'keys', (select json_build_object('answered', count(*) filter (where status < 300),
      'open', count(*) filter (where status is null)) from idempotency_keys)) as stored`;

/**
 * Holds what is stored against what clients know: what was acknowledged before the look must be there, and nothing
 * may be there that was not asked for until after it.
 */
export function compare(stored: Stored, before: Accounts, after: Accounts): Findings {
  const found: Findings = { lost: [], doubled: [] };
  const told = Map.groupBy(stored.events, ([, number]) => number);
  for (const order of stored.orders) {
    const { number, version } = order;
    const known = before.acknowledged.get(number);
    const most = Math.max(
      before.underway.get(number) ?? 0,
      after.underway.get(number) ?? 0,
      after.acknowledged.get(number)?.version ?? 0,
    );
    if (known && version < known.version) found.lost.push(`${number} is at ${version}, not ${known.version}`);
    if (version > most) found.doubled.push(`${number} is at ${version}, not ${most}`);
    if (version === known?.version && order.status !== known.status)
      found.lost.push(`${number} is ${order.status}`);
    trail(`${number} in the audit log`, order.audited, version, found);
    trail(`${number} in the feed`, told.get(number)?.map((event) => event[2]) ?? [], version, found);
    held(order, found);
    told.delete(number);
  }
  const there = new Set(stored.orders.map(({ number }) => number));
  for (const number of before.acknowledged.keys())
    if (!there.has(number)) found.lost.push(`${number} is gone`);
  for (const number of told.keys()) found.doubled.push(`${number} is in the feed alone`);
  trail('the feed', stored.positions, stored.last, found);
  const changes = stored.orders.reduce((sum, { version }) => sum + version, 0);
  if (stored.keys.open > 0) found.lost.push(`${stored.keys.open} answers`);
  if (stored.keys.answered < changes) found.lost.push(`${changes - stored.keys.answered} keys`);
  if (stored.keys.answered > changes) found.doubled.push(`${stored.keys.answered - changes} keys`);
  return found;
}

/** Each number from 1 to the last, once. */
function trail(what: string, numbers: readonly number[], last: number, { lost, doubled }: Findings): void {
  const seen = new Set<number>();
  for (const number of numbers) {
    if (seen.has(number) || number > last) doubled.push(`${what}: ${number}`);
    seen.add(number);
  }
  for (let number = 1; number <= last; number++) if (!seen.has(number)) lost.push(`${what}: ${number}`);
}

/** ORD-7: what the lines carry is in the inventory, and nothing else. */
function held({ number, numbers, inventory }: StoredOrder, { lost, doubled }: Findings): void {
  for (const tn of numbers) if (!inventory.includes(tn)) lost.push(`${tn} of ${number}`);
  if (inventory.length > numbers.length) doubled.push(`${inventory.length} numbers of ${number}`);
}
