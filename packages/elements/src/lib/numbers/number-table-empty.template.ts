import type { TemplateResult } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { emptyPanel } from '../internal/panels.ts';
import { type NumberChoices, allNumbers, isNarrowedList } from './number-list-state.ts';

/** Nothing here: nothing matches, or there has never been anything. */
export function noNumbers(
  state: NumberChoices,
  texts: Localizer,
  onState: (change: Partial<NumberChoices>) => void,
  onAdd: (() => void) | null,
): TemplateResult {
  if (!isNarrowedList(state)) {
    const way = onAdd ? { word: texts.say('numbers.add'), act: onAdd } : undefined;
    return emptyPanel(texts.say('numbers.empty.title'), [texts.say('numbers.empty.text')], way);
  }
  return emptyPanel(texts.say('numbers.empty.match.title'), [texts.say('numbers.empty.match.text')], {
    word: texts.say('numbers.empty.match.clear'),
    act: () => onState(allNumbers),
  });
}
