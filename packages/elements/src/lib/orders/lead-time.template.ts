import { type OrderLine, isEstimatePassed } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { leadTimeWords } from '../internal/locales/en-lead-time.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { statusLook } from './order-status-look.ts';
import { linePlace, lineType } from './order-texts.template.ts';
import type { OrderWords } from './order-view.ts';

bringEnglish(leadTimeWords);

/** Lines whose lead times are told one by one in an order's tip. */
const toldLines = 6;

/** How long a line was to take, the dates that points to, and whether they have passed (ORD-5). */
export function leadTimeText({ leadTime, estimated }: OrderLine, view: OrderWords): TemplateResult {
  const { texts, formats, now, timeZone } = view;
  if (leadTime === null) return html`<p>${texts.say('orders.lead-time.none')}</p>`;
  const { min, max } = leadTime;
  const days =
    min === max
      ? texts.say('orders.lead-time.days', { count: max })
      : texts.say('orders.lead-time.range', { min, count: max });
  const hasPassed = estimated !== null && isEstimatePassed(estimated, now, timeZone);
  return html`<p>${days}</p>
    ${
      estimated &&
      html`<p>
        <b><bdi>${formats.dates(estimated.from, estimated.to)}</bdi></b>
      </p>`
    }
    ${hasPassed ? html`<p class="passed">${texts.say('orders.lead-time.passed')}</p>` : nothing}`;
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
    }${leadTimeText(line, view)}`;
  return html`<div class="bubble" part="tip">
    <p class="sub">${texts.say('orders.lead-time')}</p>
    ${timed.slice(0, toldLines).map(one)}
    ${rest > 0 ? html`<p class="sub">${texts.say('more', { count: rest })}</p>` : nothing}
  </div>`;
}
