import type { Order, OrderEvent } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { icon, type IconName } from '../internal/icons.ts';
import { rowList } from '../internal/row-list.ts';
import type { OrderDetailView } from './order-detail-view.ts';
import { statusLook } from './order-status-look.ts';
import { linePlace, lineType } from './order-texts.template.ts';

/** How an event looks that is no change of a status. */
const looks: Readonly<Record<string, IconName>> = { placed: 'document', confirmed: 'check', leaves: 'clock' };

/** What happened to an order, the newest first (ACC-5). */
export function timeline(events: readonly OrderEvent[], order: Order, view: OrderDetailView): TemplateResult {
  // What another system tells afterwards has its place by when it happened.
  const sorted = events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const newest = view.isFresh ? sorted.find(({ kind }) => kind !== 'leaves') : undefined;
  return html`<ol class="timeline" part="timeline">
    ${rowList(
      sorted.map((event) => ({
        key: event.id,
        render: () => eventItem(event, order, event === newest, view),
      })),
    )}
  </ol>`;
}

function eventItem(event: OrderEvent, order: Order, isFresh: boolean, view: OrderDetailView): TemplateResult {
  const { texts, formats, now } = view;
  const { at, by, numbers = [] } = event;
  const { icon: picture, tone } = event.to === undefined ? plainLook(event) : statusLook(event.to);
  const index = order.lines.findIndex(({ id }) => id === event.line);
  const line = order.lines.length > 1 ? order.lines[index] : undefined;
  const place = line && [
    texts.say('orders.line', { count: index + 1 }),
    lineType(line, view),
    linePlace(line, view),
  ];
  const isAhead = Date.parse(at) > now;
  return html`<li class="event ${tone} ${isAhead ? 'ahead' : ''} ${isFresh ? 'fresh' : ''}" part="event">
    <span class="dot">${icon(picture)}</span>
    <p class="what">${eventWords(event, isAhead, view)}</p>
    ${place ? html`<p class="sub">${place.flatMap((part, at) => (at ? [texts.say('separator'), part] : [part]))}</p>` : nothing}
    ${numbers.length > 0 ? html`<p class="sub">${texts.say('order.delivered', { count: numbers.length })}</p>` : nothing}
    <p class="sub">
      <time datetime=${at}><bdi>${formats.exactly(at)}</bdi></time
      >${doerWords(by, view)}
    </p>
  </li>`;
}

const plainLook = ({ kind }: OrderEvent) => ({
  icon: Object.hasOwn(looks, kind) ? (looks[kind] as IconName) : ('document' as const),
  tone: 'neutral',
});

function eventWords({ kind, from, to }: OrderEvent, isAhead: boolean, { texts }: OrderDetailView): unknown {
  const status = (value: string) =>
    html`<b>${texts.term('orders.status', value) ?? html`<bdi>${value}</bdi>`}</b>`;
  if (kind === 'leaves') return texts.say(isAhead ? 'order.leaves' : 'order.left');
  if (to === undefined) return texts.term('order.history', kind) ?? html`<bdi>${kind}</bdi>`;
  if (from === undefined) return texts.show('order.history.now', { to: status(to) });
  return texts.show('order.history.moved', { from: status(from), to: status(to) });
}

function doerWords(by: OrderEvent['by'], { texts }: OrderDetailView): unknown {
  if (!by) return nothing;
  const name = by.name && html`<bdi>${by.name}</bdi>`;
  const words = name ? texts.show('order.by', { name }) : texts.term('order.by', by.side);
  return words ? html` · ${words}` : nothing;
}
