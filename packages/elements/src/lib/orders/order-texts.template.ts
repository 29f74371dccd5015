import type { Order, OrderLine } from '@numberdesk/core/orders';
import { apart } from '../internal/apart.ts';
import { contactLink } from '../internal/contact-link.template.ts';
import type { OrderView, OrderWords } from './order-view.ts';

/** Kinds or places that are named before the rest is only counted. */
const named = 3;

/** Words side by side, each in its own direction; the first ones of many, with a count of the others. */
function enumerate(all: readonly string[], { texts }: OrderWords): string {
  const different = [...new Set(all)];
  const shown = different.length > named ? different.slice(0, named - 1) : different;
  const rest = different.length - shown.length;
  const words = shown.map((word) => apart(word, texts)).join(texts.say('separator'));
  return rest > 0 ? `${words} ${texts.say('more', { count: rest })}` : words;
}

const typeOf = ({ type }: OrderLine, { texts }: OrderWords) => texts.term('orders.type', type) ?? type;

/** Kind of a line's numbers; one that is not known is shown raw. */
export function lineType(line: OrderLine, view: OrderWords): string {
  return enumerate([typeOf(line, view)], view);
}

/** City, region and country of a line, as far as they are known. */
export function linePlace({ location: { city, region, country } }: OrderLine, view: OrderWords): string {
  const places = [city, region, view.formats.country(country)];
  return enumerate(
    places.filter((place) => place !== undefined),
    view,
  );
}

/** The kinds of numbers in an order, each once. */
export function orderTypes({ lines }: Order, view: OrderView): string {
  return enumerate(
    lines.map((line) => typeOf(line, view)),
    view,
  );
}

/** The places of an order, each once; of several lines, only the nearest name of each. */
export function orderPlaces({ lines }: Order, view: OrderView): string {
  const [first, ...others] = lines;
  if (first && others.length === 0) return linePlace(first, view);
  const nearest = ({ location: { city, region, country } }: OrderLine) =>
    city ?? region ?? view.formats.country(country);
  return enumerate(lines.map(nearest), view);
}

/** Whom to send the documents of an order to, as a link; `onClick` may take it over (ORD-11). */
export function orderContact(
  { number }: Order,
  { texts, contact }: Pick<OrderView, 'texts' | 'contact'>,
  onClick?: (event: MouseEvent) => void,
) {
  return contactLink(contact, { subject: number, word: texts.say('list.contact'), onClick });
}
