import type { NumberStatus } from '@numberdesk/core/numbers';
import type { IconName } from '../internal/icons.ts';

/** How a status looks; its word is what tells it, colour and drawing only help. */
export interface NumberStatusLook {
  icon: IconName;
  tone: 'info' | 'positive' | 'negative' | 'neutral';
}

const looks = {
  pending: { icon: 'clock', tone: 'info' },
  approved: { icon: 'check', tone: 'positive' },
  rejected: { icon: 'cross', tone: 'negative' },
} as const satisfies Record<NumberStatus, NumberStatusLook>;

const unknown: NumberStatusLook = { icon: 'question', tone: 'neutral' };

/** How a status looks; one that is not known looks neutral (NUM-9). */
export function numberStatusLook(status: string): NumberStatusLook {
  return Object.hasOwn(looks, status) ? looks[status as NumberStatus] : unknown;
}
