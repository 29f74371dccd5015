/**
 * The class of `<number-importer>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { NumberImporter } from './lib/numbers/number-importer.element.ts';
export type { RejectedEntry } from './lib/numbers/batch-outcome.ts';
export type { NumberRow } from './lib/numbers/number-importer-view.ts';
export type {
  NumbersAddRequestEvent,
  NumbersAddedEvent,
  NumbersRejectedEvent,
} from './lib/numbers/number-importer.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
