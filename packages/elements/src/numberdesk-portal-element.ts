/**
 * The class of `<numberdesk-portal>`, registered by nothing but your own `define(tag?, registry?)`.
 *
 * @module
 */
export { NumberdeskPortal } from './lib/access/numberdesk-portal.element.ts';
export type { SessionExpiredEvent } from './lib/internal/portal.events.ts';
export type { Clock } from './lib/internal/clock.ts';
export type { MessageOverrides } from './lib/internal/localize.ts';
export type { Message, PluralMessage } from './lib/internal/locales/message.ts';
export type { MessageKey } from './lib/internal/locales/en.ts';
