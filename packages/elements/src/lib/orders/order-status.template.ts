import type { Order } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { apart, unbroken } from '../internal/apart.ts';
import { icon } from '../internal/icons.ts';
import { statusLook } from './order-status-look.ts';
import type { OrderView, OrderWords } from './order-view.ts';

/**
 * A status in words. What is on its way has a tip in which a lead time is told; without an id, there is none. What it says
 * comes with what is loaded after the first list, see `leadTimeTip` (ORD-3, ORD-5). All else has a drawing: among many
 * that are on their way it is what stands out.
 */
export function statusChip(status: string, tipId: string | null, view: OrderWords): TemplateResult {
  const { icon: name, tone, hasLeadTime } = statusLook(status);
  const word = view.texts.term('orders.status', status) ?? apart(status, view.texts);
  if (!hasLeadTime || tipId === null)
    return html`<span class="chip ${tone}" part="status">${hasLeadTime ? nothing : icon(name)}${word}</span>`;
  return html`<button class="chip ${tone} has-tip" part="status" aria-describedby=${tipId} data-tip=${tipId}>
      ${word}
    </button>
    <div class="tip" id=${tipId} popover="manual" role="tooltip"></div>`;
}

/** When an order leaves the list, confirmed or not, else that it has not been confirmed yet (ORD-6, ORD-9). */
export function statusNote(order: Order, { texts, formats, now }: OrderView) {
  if (order.leavesAt === null)
    return order.confirmedAt === null
      ? html`<span class="sub">${texts.say('orders.unconfirmed')}</span>`
      : nothing;
  const time = apart(unbroken(formats.moment(order.leavesAt)), texts);
  const isOver = Date.parse(order.leavesAt) <= now;
  return html`<span class="sub"
    >${isOver ? texts.say('orders.left') : texts.say('orders.leaves', { time })}</span
  >`;
}
