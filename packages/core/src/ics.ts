/**
 * Moments as calendar files.
 *
 * @module
 */
export { type CalendarMoment, toIcs } from './lib/internal/ics-text.ts';
