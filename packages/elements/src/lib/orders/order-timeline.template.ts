import type { Order, OrderEvent } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { apart } from '../internal/apart.ts';
import type { IconName } from '../internal/icons.ts';
import { type HappeningLook, newestFirst, timeline, whenAndWho } from '../internal/timeline.template.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { statusLook } from './order-status-look.ts';
import { linePlace, lineType } from './order-texts.template.ts';

/** How an event looks that is no change of a status. */
const looks: Readonly<Record<string, IconName>> = { placed: 'document', confirmed: 'check', leaves: 'clock' };

/** What happened to an order, the newest first (ACC-5). */
export function orderTimeline(
  events: readonly OrderEvent[],
  order: Order,
  view: OrderDetailView,
): TemplateResult {
  const sorted = newestFirst(events);
  const newest = view.isFresh ? sorted.find(({ kind }) => kind !== 'leaves') : undefined;
  return timeline(sorted, (event) => {
    const isAhead = Date.parse(event.at) > view.now;
    return {
      look: event.to === undefined ? plainLook(event) : statusLook(event.to),
      mark: `${isAhead ? 'ahead' : ''} ${event === newest ? 'fresh' : ''}`,
      what: eventWords(event, isAhead, view),
      more: moreOf(event, order, view),
    };
  });
}

/** Where it happened, the numbers that came with it, when it was and whose doing. */
function moreOf(event: OrderEvent, { lines }: Order, view: OrderDetailView): TemplateResult {
  const { texts } = view;
  const { numbers = [] } = event;
  const index = lines.findIndex(({ id }) => id === event.line);
  const line = lines.length > 1 ? lines[index] : undefined;
  const place = line && [
    texts.say('orders.line', { count: index + 1 }),
    lineType(line, view),
    linePlace(line, view),
  ];
  return html`${place ? html`<p class="sub">${place.flatMap((part, at) => (at ? [texts.say('separator'), part] : [part]))}</p>` : nothing}
    ${numbers.length > 0 ? html`<p class="sub">${texts.say('order.delivered', { count: numbers.length })}</p>` : nothing}
    <p class="sub">${whenAndWho(event.at, doerWords(event, view), view.formats)}</p>`;
}

const plainLook = ({ kind }: OrderEvent): HappeningLook => ({
  icon: Object.hasOwn(looks, kind) ? (looks[kind] as IconName) : 'document',
  tone: 'neutral',
});

function eventWords({ kind, from, to }: OrderEvent, isAhead: boolean, { texts }: OrderDetailView): unknown {
  const status = (value: string) => html`<b>${texts.term('orders.status', value) ?? apart(value, texts)}</b>`;
  if (kind === 'leaves') return texts.say(isAhead ? 'order.leaves' : 'order.left');
  if (to === undefined) return texts.term('order.history', kind) ?? apart(kind, texts);
  if (from === undefined) return texts.show('order.history.now', { to: status(to) });
  return texts.show('order.history.moved', { from: status(from), to: status(to) });
}

/** Whose doing it was, as far as the reader may know. */
const doerWords = ({ by }: OrderEvent, { texts }: OrderDetailView): unknown =>
  by?.name ? texts.say('order.by', { name: apart(by.name, texts) }) : by && texts.term('order.by', by.side);
