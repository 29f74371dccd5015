import type { OrderLine } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { apart } from '../internal/apart.ts';
import { leadTimeWords } from '../internal/locales/en-lead-time.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import type { OrderWords } from './order-view.ts';

bringEnglish(leadTimeWords);

/** How long a line was to take, the dates that points to, and that they have passed where they have (ORD-5). */
export function leadTimeText(
  { leadTime, estimated }: OrderLine,
  hasPassed: boolean,
  { texts, formats }: OrderWords,
): TemplateResult {
  if (leadTime === null) return html`<p>${texts.say('orders.lead-time.none')}</p>`;
  const { min, max } = leadTime;
  const days =
    min === max
      ? texts.say('orders.lead-time.days', { count: max })
      : texts.say('orders.lead-time.range', { min, count: max });
  return html`<p>${days}</p>
    ${
      estimated &&
      html`<p>
        <b>${apart(formats.dates(estimated.from, estimated.to), texts)}</b>
      </p>`
    }
    ${hasPassed ? html`<p class="passed">${texts.say('orders.lead-time.passed')}</p>` : nothing}`;
}
