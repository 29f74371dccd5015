/**
 * The class of `<portout-list>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { PortOutList } from './lib/portouts/portout-list.element.ts';
export type {
  PortOutClosedEvent,
  PortOutOpenRequestEvent,
  PortOutOpenedEvent,
} from './lib/portouts/portout-list.events.ts';
export type { ListViewChangedEvent } from './lib/internal/list-view.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
