import type { Operation } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import { invalid } from '../http/refusal.ts';
import type { HandlerRequest } from '../http/route.ts';
import { activeNumberStore } from '../numbers/active-number.store.ts';
import { tellNumbers } from '../numbers/number-change.ts';
import { shownNumber } from '../numbers/number-rows.store.ts';
import type { StoredOrder } from './order.store.ts';

type Changing = Pick<HandlerRequest<Operation>, 'tx' | 'now' | 'audit' | 'tell'>;

/** Writes down what was done, tells those who watch, and answers the order as it is now (ACC-5). */
export async function changed(
  { now, audit, tell }: Changing,
  action: string,
  before: StoredOrder | null,
  { chain, body }: StoredOrder,
): Promise<Order> {
  await audit({ action, subject: `order:${body.number}`, before: before?.body ?? null, after: body });
  tell({ type: 'order.changed', at: now, permission: 'orders:view', chain, data: { order: body } });
  return body;
}

/**
 * Brings the inventory in line with what the order's completed lines carry (ORD-7).
 *
 * @throws Refusal `invalid`, naming each number that is held elsewhere by `pathOf`.
 */
export async function provision(
  changing: Changing,
  { id: orderId, accountId, chain, body }: StoredOrder,
  before: StoredOrder | null,
  pathOf = (line: number, index: number) => `/lines/${line}/numbers/${index}`,
): Promise<void> {
  const { tx, now } = changing;
  const had = carriedBy(before?.body);
  const carries = carriedBy(body);
  const gone = [...had].filter((number) => !carries.has(number));
  const added = [...carries].filter((number) => !had.has(number));
  const store = activeNumberStore(tx);
  const removed = gone.length > 0 ? await store.removeProvisioned({ orderId, numbers: gone }) : [];
  const answer = await store.addProvisioned({ accountId, orderId, numbers: added, at: now });
  if (answer.ok) {
    const brought = added.length > 0 ? await store.broughtBy({ orderId, numbers: added }) : [];
    const numbers = brought.map((number) => shownNumber(number, now));
    return tellNumbers(changing, { externalId: body.account, chain }, { numbers, removed });
  }
  const held = new Set(answer.numbers);
  const problems = body.lines.flatMap((line, at) =>
    line.numbers.flatMap((number, index) =>
      held.has(number)
        ? [{ path: pathOf(at, index), code: answer.code, detail: 'The number is held elsewhere.' }]
        : [],
    ),
  );
  throw invalid(problems);
}

function carriedBy(order: Order | undefined): Set<string> {
  return new Set(order?.lines.flatMap((line) => line.numbers));
}
