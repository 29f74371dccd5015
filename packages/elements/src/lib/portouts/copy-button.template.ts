import { type TemplateResult, html } from 'lit';
import { icon } from '../internal/icons.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** Copies a text. The label begins with the words that are shown, for whoever speaks to the page (WCAG 2.5.3). */
export function copyButton(
  text: string,
  { words, label }: { words: string; label: string },
  { texts, hasCopied, onCopy }: Pick<PortOutReviewView, 'texts' | 'hasCopied' | 'onCopy'>,
): TemplateResult {
  const isDone = hasCopied(text);
  const shown = isDone ? texts.say('portout.copied') : words;
  return html`<button
    class="copy"
    type="button"
    aria-label=${isDone ? shown : label}
    @click=${() => onCopy(text)}
  >
    ${icon(isDone ? 'check' : 'copy')}${shown}
  </button>`;
}
