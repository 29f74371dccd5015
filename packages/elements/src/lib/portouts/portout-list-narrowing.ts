import { type PortOutChoices, portOutFilterCount, searchedFor } from './portout-list-state.ts';

/** Everything that narrows, taken back. */
export const allPortOuts = { filter: 'all', q: '', status: [], account: '', dueBy: '' } as const;

/** What is left out on the reader's own wish: nothing, one group of requests, or what they do not look for. */
export function portOutNarrowing(choices: PortOutChoices): 'none' | 'group' | 'match' {
  if (searchedFor(choices.q) || portOutFilterCount(choices) > 0) return 'match';
  return choices.filter === 'all' ? 'none' : 'group';
}
