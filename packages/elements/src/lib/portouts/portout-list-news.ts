import type { PortOut } from '@numberdesk/core/portouts';
import type { LiveChange } from '../internal/live-changes.ts';
import type { Localizer } from '../internal/localize.ts';

/** What became of a request, in a sentence. */
export function portOutNews({ kind, item }: LiveChange<PortOut>, texts: Localizer): string {
  const status = texts.term('portouts.status', item.status) ?? item.status;
  // Requests are never taken away: one that is gone from the list no longer matches.
  const news = kind === 'removed' ? 'left' : kind;
  return texts.say(`portouts.news.${news}`, { request: item.request, status });
}
