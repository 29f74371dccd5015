import { type TemplateResult, html } from 'lit';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';

/** What the templates of one thing's page have in common. */
export interface DetailView {
  texts: Localizer;
  /** Of what the page is about; what is below it has the next one. */
  headingLevel: number;
  /** Whether it has just changed. */
  isFresh: boolean;
  /** What to say where a text has just been copied, else `null`. */
  copied: (text: string) => string | null;
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
  words: string,
  label: string,
  { copied, onCopy }: Pick<DetailView, 'copied' | 'onCopy'>,
): TemplateResult {
  const done = copied(text);
  return html`<button class="copy" aria-label=${done ?? label} @click=${() => onCopy(text)}>
    ${icon(done ? 'check' : 'copy')}${done ?? words}
  </button>`;
}

/** As much room as it will take, in so many lines, with nothing in it yet; `text` says what is on its way. */
export const bones = (lines: number, text: string | null): TemplateResult =>
  html`<p class="unseen">${text}</p>
    <div class="bones" part="skeleton" aria-hidden="true">
      ${Array.from({ length: lines }, () => html`<i></i>`)}
    </div>`;
