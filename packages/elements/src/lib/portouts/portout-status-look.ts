import type { PortOutStatus } from '@numberdesk/core/portouts';
import type { IconName } from '../internal/icons.ts';

/** How a status looks; its words are what tells it, colour and drawing only help. */
export interface PortOutStatusLook {
  icon: IconName;
  tone: 'info' | 'warning' | 'positive' | 'negative' | 'neutral';
}

type Look = readonly [icon: PortOutStatusLook['icon'], tone: PortOutStatusLook['tone']];

const looks: Record<PortOutStatus, Look> = {
  pending: ['clock', 'info'],
  authorized: ['check', 'positive'],
  'rejection-in-review': ['search', 'warning'],
  rejected: ['cross', 'negative'],
  'ported-out': ['check', 'neutral'],
  canceled: ['cross', 'neutral'],
};

/** How a status of a request looks, or of one of its numbers; one that is not known looks neutral (POR-6). */
export function portOutStatusLook(status: string): PortOutStatusLook {
  const known = Object.hasOwn(looks, status);
  const [icon, tone]: Look = known ? looks[status as PortOutStatus] : ['question', 'neutral'];
  return { icon, tone };
}
