import { type TemplateResult, html, nothing } from 'lit';
import type { Localizer } from './localize.ts';

/** Boxes of which any number can be chosen; none means all. */
export function choiceBoxes<Word extends string>(
  { label, words, chosen }: { label: string; words: readonly Word[]; chosen: readonly string[] },
  wordOf: (word: Word) => unknown,
  onChoice: (chosen: readonly Word[]) => void,
): TemplateResult {
  const box = (word: Word) => {
    const isOn = chosen.includes(word);
    // In the order of the vocabulary, as an address that is read has them.
    const next = words.filter((other) => (other === word ? !isOn : chosen.includes(other)));
    return html`<label class="choice">
      <input type="checkbox" .checked=${isOn} @change=${() => onChoice(next)} />
      ${wordOf(word)}
    </label>`;
  };
  return html`<fieldset>
    <legend class="sub">${label}</legend>
    ${words.map(box)}
  </fieldset>`;
}

/** The way to take the filters back, where any is set. */
export function clearFilters(count: number, texts: Localizer, onClear: () => void) {
  if (count === 0) return nothing;
  return html`<button class="button" @click=${onClear}>${texts.say('list.filter.clear')}</button>`;
}
