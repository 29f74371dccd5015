import type { Contact } from '@numberdesk/core/access';
import type { Order, OrderLine } from '@numberdesk/core/orders';
import { html, nothing } from 'lit';
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

/** The way to whoever helps with an order: an address, a mail or a call, with the order's number in it (ORD-10, ORD-11). */
export function contactHref({ number }: Order, { url, email, phone }: Contact): string | null {
  const order = encodeURIComponent(number);
  if (url && /^https?:/i.test(url)) return url.replaceAll('{order}', order);
  if (email) return `mailto:${email}?subject=${order}`;
  return phone ? `tel:${phone.replace(/[^+\d]/g, '')}` : null;
}

/** Whom to send the documents of an order to, as a link; `onClick` may take it over (ORD-11). */
export function contactLink(
  order: Order,
  contact: Contact,
  { texts }: Pick<OrderView, 'texts'>,
  onClick?: (event: MouseEvent) => void,
) {
  const href = contactHref(order, contact);
  if (href === null) return null;
  const [name, host] = contact.email?.split('@') ?? [];
  const words = href.startsWith('mailto:')
    ? html`<bdi>${name}@<wbr />${host}</bdi>`
    : href.startsWith('tel:')
      ? html`<bdi dir="ltr">${contact.phone}</bdi>`
      : texts.say('orders.contact');
  return html`<a href=${href} @click=${onClick}>${words}</a>`;
}
