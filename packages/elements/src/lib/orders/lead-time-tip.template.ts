import { type OrderLine, isEstimatePassed } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { leadTimeText } from './lead-time.template.ts';
import { statusLook } from './order-status-look.ts';
import { linePlace, lineType } from './order-texts.template.ts';
import type { OrderWords } from './order-view.ts';

/** Lines whose lead times are told one by one in an order's tip. */
const toldLines = 6;

/** Whether the dates that were estimated for a line have passed, by the account's calendar (ORD-5). */
export function hasPassed({ estimated }: OrderLine, { now, zone }: OrderWords): boolean {
  return estimated !== null && isEstimatePassed(estimated, now, zone());
}

/** What the tip of a status says: the lead times of the lines that are on their way (ORD-5). */
export function leadTimeTip(lines: readonly OrderLine[], view: OrderWords): TemplateResult {
  const { texts } = view;
  const timed = lines.filter((line) => statusLook(line.status).hasLeadTime);
  const rest = timed.length - toldLines;
  const one = (line: OrderLine) =>
    html`${
      timed.length > 1
        ? html`<p class="sub">${lineType(line, view)}${texts.say('separator')}${linePlace(line, view)}</p>`
        : nothing
    }${leadTimeText(line, hasPassed(line, view), view)}`;
  return html`<div class="bubble" part="tip">
    <p class="sub">${texts.say('orders.lead-time')}</p>
    ${timed.slice(0, toldLines).map(one)}
    ${rest > 0 ? html`<p class="sub">${texts.say('more', { count: rest })}</p>` : nothing}
  </div>`;
}
