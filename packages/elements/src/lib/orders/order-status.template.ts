import type { Order, OrderLine } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { statusLook } from './order-status-look.ts';
import { leadTimeText, linePlace, lineType } from './order-texts.template.ts';
import type { OrderView, OrderWords } from './order-view.ts';

/** Lines whose lead times are told one by one in an order's tip. */
const toldLines = 6;

/** A status in words, with the lead time of its lines as a tip where that is told; without an id, there is none (ORD-3, ORD-5). */
export function statusChip(
  status: string,
  lines: readonly OrderLine[],
  tipId: string | null,
  view: OrderWords,
): TemplateResult {
  const { icon: picture, tone, hasLeadTime } = statusLook(status);
  const word = view.texts.term('orders.status', status) ?? html`<bdi>${status}</bdi>`;
  const content = html`${icon(picture)}<span>${word}</span>`;
  if (!hasLeadTime || tipId === null) return html`<span class="chip ${tone}" part="status">${content}</span>`;
  return html`<button class="chip ${tone} has-tip" part="status" aria-describedby=${tipId} data-tip=${tipId}>
      ${content}
    </button>
    <div class="tip" id=${tipId} popover="manual" role="tooltip">
      <div class="bubble" part="tip">${leadTimes(lines, view)}</div>
    </div>`;
}

/** When an order leaves the list, or that it has not been confirmed yet (ORD-6, ORD-9). */
export function statusNote(order: Order, { texts, formats, now }: OrderView) {
  if (order.confirmedAt === null) return html`<span class="sub">${texts.say('orders.unconfirmed')}</span>`;
  if (order.leavesAt === null) return nothing;
  const time = html`<time datetime=${order.leavesAt}><bdi>${formats.moment(order.leavesAt)}</bdi></time>`;
  const isOver = Date.parse(order.leavesAt) <= now;
  return html`<span class="sub"
    >${isOver ? texts.say('orders.left') : texts.show('orders.leaves', { time })}</span
  >`;
}

function leadTimes(lines: readonly OrderLine[], view: OrderWords): TemplateResult {
  const { texts } = view;
  const timed = lines.filter((line) => statusLook(line.status).hasLeadTime);
  const rest = timed.length - toldLines;
  const one = (line: OrderLine) =>
    html`${
      timed.length > 1
        ? html`<p class="sub">${lineType(line, view)}${texts.say('separator')}${linePlace(line, view)}</p>`
        : nothing
    }${leadTimeText(line, view)}`;
  return html`<p class="sub">${texts.say('orders.lead-time')}</p>
    ${timed.slice(0, toldLines).map(one)}
    ${rest > 0 ? html`<p class="sub">${texts.say('more', { count: rest })}</p>` : nothing}`;
}
