import type { TemplateResult } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { emptyPanel } from '../internal/panels.ts';
import { allPortOuts, portOutNarrowing } from './portout-list-narrowing.ts';
import type { PortOutChoices } from './portout-list-state.ts';

/** Nothing here: nothing matches, nothing of this group, or there has never been anything. */
export function noPortOuts(
  state: PortOutChoices,
  texts: Localizer,
  onState: (change: Partial<PortOutChoices>) => void,
): TemplateResult {
  const narrowing = portOutNarrowing(state);
  const kind = narrowing === 'group' ? (state.filter as 'incomplete' | 'complete') : narrowing;
  const way = {
    word: texts.say(narrowing === 'group' ? 'portouts.empty.all' : 'portouts.empty.match.clear'),
    act: () => onState(allPortOuts),
  };
  const title = texts.say(`portouts.empty.${kind}.title`);
  const text = texts.say(`portouts.empty.${kind}.text`);
  return emptyPanel(title, [text], narrowing === 'none' ? undefined : way);
}
