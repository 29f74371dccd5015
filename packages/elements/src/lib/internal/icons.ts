import { type TemplateResult, html } from 'lit';

/** Drawn in a box of 16, by strokes in the colour of the text; a screen reader passes over them. */
const shapes = {
  alert: 'M8 5.2v3.4M8 11.1v.1M8 1.8 14.6 13.6H1.4Z',
  check: 'm5.2 8.2 2 2 3.8-4.2M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z',
  chevron: 'm5 6.5 3 3 3-3',
  clock: 'M8 4.6V8l2.3 1.6M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z',
  cross: 'm6 6 4 4m0-4-4 4M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z',
  document: 'M9.2 1.8H3.8v12.4h8.4V4.8ZM9.2 1.8v3h3M6 8.2h4M6 10.9h4',
  empty: 'M1.8 9.2 4 3h8l2.2 6.2v3.9H1.8Zm0 0h3.6l1 1.7h3.2l1-1.7h3.6',
  lock: 'M4.8 7V5a3.2 3.2 0 0 1 6.4 0v2M3.4 7h9.2v6.8H3.4Z',
  offline:
    'M2 2l12 12M4.9 8.6A4.6 4.6 0 0 1 7 7.5m3.2.5c.4.2.7.4 1 .7M2.6 6.2c.7-.7 1.5-1.2 2.4-1.6m3-.6c2 0 3.9.8 5.4 2.2M8 11.7v.1',
  question:
    'M6.3 6.2a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.9.6-.9 1.2M8 11v.1M8 1.75a6.25 6.25 0 1 0 0 12.5 6.25 6.25 0 0 0 0-12.5Z',
} as const;

/** Names a drawing. */
export type IconName = keyof typeof shapes;

/** A drawing that goes with a word, never in place of one. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon icon-${name}" viewBox="0 0 16 16" aria-hidden="true">
    <path d=${shapes[name]} />
  </svg>`;
}
