import { isPortalError } from '@numberdesk/core';
import { type OrderLine, type OrderStatus, orderLineTransitions } from '@numberdesk/core/orders';

export const statusWords: Record<OrderStatus, string> = {
  processing: 'Processing',
  'pending-docs': 'Pending Docs',
  completed: 'Completed',
  canceled: 'Canceled',
};

/** What the button that leads to a status says. */
export const moveWords: Record<OrderStatus, string> = {
  processing: 'Documents are in',
  'pending-docs': 'Ask for documents',
  completed: 'Complete …',
  canceled: 'Cancel …',
};

const typeWords: Record<string, string> = {
  local: 'Local',
  'toll-free': 'Toll-free',
  mobile: 'Mobile',
  national: 'National',
};

const regions = new Intl.DisplayNames('en', { type: 'region' });
const moments = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export const statusWord = (status: string) => statusWords[status as OrderStatus] ?? status;
export const moment = (text: string) => moments.format(new Date(text));

/** Where a line may go from where it is; nowhere from a status that is not known here. */
export function movesOf({ status }: { status: string }): readonly OrderStatus[] {
  return Object.hasOwn(orderLineTransitions, status) ? orderLineTransitions[status as OrderStatus] : [];
}

export function lineSummary({
  type,
  location: { country, region, city },
}: Pick<OrderLine, 'type' | 'location'>): string {
  const where = [city, region === city ? undefined : region, regions.of(country)].filter(Boolean);
  return `${typeWords[type] ?? type} · ${where.join(', ')}`;
}

/** A refusal in words that say what happened and what to do. */
export function refusalWords(error: unknown, what: 'order' | 'number' | 'request' = 'order'): string {
  if (!isPortalError(error)) return 'Something went wrong on this page. Load it again and retry.';
  const request = error.requestId ? ` (request ${error.requestId})` : '';
  switch (error.code) {
    case 'stale':
      return `Somebody else changed this ${what} first. It is shown as it is now: look, then decide again.`;
    case 'order-exists':
      return 'An order with this number came in meanwhile. Send it again: it takes the next number.';
    case 'unreachable':
    case 'timed-out':
      return `The server cannot be reached, so nothing is known of this ${what === 'order' ? 'move' : 'verdict'}. Look again in a moment.`;
    case 'invalid':
      return `Not accepted: ${error.errors.map(({ detail }) => detail).join(' ') || error.message}`;
    default:
      return `Not accepted: ${error.message}${request}`;
  }
}
