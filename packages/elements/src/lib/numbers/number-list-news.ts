import type { PhoneNumber } from '@numberdesk/core/numbers';
import type { LiveChange } from '../internal/live-changes.ts';
import type { Localizer } from '../internal/localize.ts';
import { readableNumber } from './number-table-text.ts';

/** What became of a number, in a sentence. */
export function numberNews({ kind, item }: LiveChange<PhoneNumber>, texts: Localizer): string {
  const status = texts.term('numbers.status', item.status) ?? item.status;
  return texts.say(`numbers.news.${kind}`, { number: readableNumber(item.number), status });
}
