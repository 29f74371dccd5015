/**
 * The class of `<portout-review>` and its events, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { PortOutReview } from './lib/portouts/portout-review.element.ts';
export type {
  PortOutAcceptRequestEvent,
  PortOutAcceptedEvent,
  PortOutRejectRequestEvent,
  PortOutRejectedEvent,
} from './lib/portouts/portout-review.events.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
