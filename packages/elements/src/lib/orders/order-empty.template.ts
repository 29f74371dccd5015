import type { TemplateResult } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { orderEmptyWords } from '../internal/locales/en-order-empty.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { emptyPanel } from '../internal/panels.ts';
import { type ListState, isNarrowed } from './order-list-state.ts';

bringEnglish(orderEmptyWords);

/** Why there is nothing to see. */
export interface EmptyOrders {
  state: ListState;
  /** Whether the other view has something. */
  hasOthers: boolean;
  /** Days for which a completed order stays, where that is known. */
  days: number | undefined;
  texts: Localizer;
  onState: (change: Partial<ListState>) => void;
}

/** Nothing here: nothing matches, nothing is active any more, or there has never been anything. */
export function emptyOrders({ state, hasOthers, days, texts, onState }: EmptyOrders): TemplateResult {
  if (isNarrowed(state)) {
    const everything = { q: '', status: [], account: '', from: '', to: '' };
    return emptyPanel(texts.say('orders.empty.match.title'), [texts.say('orders.empty.match.text')], {
      word: texts.say('orders.empty.match.clear'),
      act: () => onState(everything),
    });
  }
  const stay = days === undefined ? [] : [texts.say('orders.empty.days', { count: days })];
  if (state.view === 'history') {
    const way = { word: texts.say('orders.empty.show-active'), act: () => onState({ view: 'active' }) };
    return emptyPanel(texts.say('orders.empty.history.title'), stay, hasOthers ? way : undefined);
  }
  if (!hasOthers) {
    return emptyPanel(texts.say('orders.empty.title'), [texts.say('orders.empty.text'), ...stay]);
  }
  return emptyPanel(texts.say('orders.empty.active.title'), [texts.say('orders.empty.active.text')], {
    word: texts.say('orders.empty.show-history'),
    act: () => onState({ view: 'history' }),
  });
}
