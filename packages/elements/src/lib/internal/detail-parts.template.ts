import { type TemplateResult, html, nothing } from 'lit';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';

/** What the templates of one thing's page have in common. */
export interface DetailView {
  texts: Localizer;
  /** Of what the page is about; what is below it has the next one. */
  headingLevel: number;
  /** Whether it has just changed. */
  isFresh: boolean;
  hasCopied: (text: string) => boolean;
  onCopy: (text: string) => void;
}

/** Its name, as a heading. */
export const titleOf = (title: unknown, { headingLevel }: DetailView): TemplateResult =>
  html`<p class="title" role="heading" aria-level=${headingLevel}>${title}</p>`;

/** The heading of a part of the page. */
export const heading = (text: string, { headingLevel }: Pick<DetailView, 'headingLevel'>): TemplateResult =>
  html`<p class="heading" role="heading" aria-level=${headingLevel + 1}>${text}</p>`;

/** Something that there is to know, by its name. */
export const fact = (name: string, value: unknown): TemplateResult =>
  html`<div>
    <dt class="sub">${name}</dt>
    <dd>${value}</dd>
  </div>`;

/** Copies a text. The label begins with the words that are shown, for whoever speaks to the page (WCAG 2.5.3). */
export function copyButton(
  text: string,
  { words, copied, label }: { words: string; copied: string; label: string },
  { hasCopied, onCopy }: Pick<DetailView, 'hasCopied' | 'onCopy'>,
): TemplateResult {
  const isDone = hasCopied(text);
  const shown = isDone ? copied : words;
  return html`<button
    class="copy"
    type="button"
    aria-label=${isDone ? shown : label}
    @click=${() => onCopy(text)}
  >
    ${icon(isDone ? 'check' : 'copy')}${shown}
  </button>`;
}

/** As much room as it will take, in so many lines, with nothing in it yet; `text` says what is on its way. */
export const bones = (lines: number, text: string | null): TemplateResult =>
  html`<p class="unseen">${text ?? nothing}</p>
    <div class="bones" part="skeleton" aria-hidden="true">
      ${Array.from({ length: lines }, () => html`<i></i>`)}
    </div>`;
