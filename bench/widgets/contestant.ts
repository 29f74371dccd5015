import type { Order } from '@numberdesk/core/orders';

/** A table that takes part: how it is given orders, and how it is told of changes. */
export interface Contestant {
  /** Makes the table with orders in it, rows `rowHeight` px high where it lets one choose, the newest number first. */
  mount(place: HTMLElement, orders: readonly Order[], rowHeight: number): void;
  /** Shows orders that have changed, in the way that is the table's own quickest. */
  update(changed: readonly Order[], all: readonly Order[]): void;
  /** Shows what a search finds; a table without this brings a search field of its own. */
  search?(text: string): void;
}
