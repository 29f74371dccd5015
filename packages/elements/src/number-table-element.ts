/**
 * The class of `<number-table>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { NumberTable } from './lib/numbers/number-table.element.ts';
export type {
  NumberChange,
  NumberChangeRequestEvent,
  NumberChangedEvent,
  NumberImportRequestEvent,
  NumberRemoveRequestEvent,
  NumberRemovedEvent,
} from './lib/numbers/number-table.events.ts';
export type { ListViewChangedEvent } from './lib/internal/list-view.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
