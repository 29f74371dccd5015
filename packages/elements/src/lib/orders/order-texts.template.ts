import type { Contact } from '@numberdesk/core/access';
import { type Order, type OrderLine, isEstimatePassed } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import type { OrderView, OrderWords } from './order-view.ts';

/** Kinds or places that are named before the rest is only counted. */
const named = 3;

/** Words side by side, each in its own direction; the first ones of many, with a count of the others. */
function enumerate(words: readonly string[], { texts }: OrderWords): unknown[] {
  const different = [...new Set(words)];
  const shown = different.length > named ? different.slice(0, named - 1) : different;
  const rest = different.length - shown.length;
  const parts = shown.map(
    (word, index) => html`${index > 0 ? texts.say('separator') : nothing}<bdi>${word}</bdi>`,
  );
  return rest > 0 ? [...parts, html` ${texts.say('more', { count: rest })}`] : parts;
}

const typeOf = ({ type }: OrderLine, { texts }: OrderWords) => texts.term('orders.type', type) ?? type;

/** Kind of a line's numbers; one that is not known is shown raw. */
export function lineType(line: OrderLine, view: OrderWords): unknown[] {
  return enumerate([typeOf(line, view)], view);
}

/** City, region and country of a line, as far as they are known. */
export function linePlace({ location: { city, region, country } }: OrderLine, view: OrderWords): unknown[] {
  const places = [city, region, view.formats.country(country)];
  return enumerate(
    places.filter((place) => place !== undefined),
    view,
  );
}

/** The kinds of numbers in an order, each once. */
export function orderTypes({ lines }: Order, view: OrderView): unknown[] {
  return enumerate(
    lines.map((line) => typeOf(line, view)),
    view,
  );
}

/** The places of an order, each once; of several lines, only the nearest name of each. */
export function orderPlaces({ lines }: Order, view: OrderView): unknown[] {
  const [first, ...others] = lines;
  if (first && others.length === 0) return linePlace(first, view);
  const nearest = ({ location: { city, region, country } }: OrderLine) =>
    city ?? region ?? view.formats.country(country);
  return enumerate(lines.map(nearest), view);
}

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

/** Where to send documents: a link, a mail address or a telephone number, with the order's number in it (ORD-11). */
export function contactLink(
  { number }: Order,
  { url, email, phone }: Contact,
  { texts }: Pick<OrderView, 'texts'>,
) {
  const order = encodeURIComponent(number);
  const link = (href: string, text: unknown) => html`<a href=${href}>${text}</a>`;
  if (url && /^https?:/i.test(url))
    return link(url.replaceAll('{order}', order), texts.say('orders.contact'));
  const [name, host] = email?.split('@') ?? [];
  if (email) return link(`mailto:${email}?subject=${order}`, html`<bdi>${name}@<wbr />${host}</bdi>`);
  return phone ? link(`tel:${phone.replace(/[^+\d]/g, '')}`, html`<bdi dir="ltr">${phone}</bdi>`) : null;
}
