import { type TemplateResult, html } from 'lit';

const ring = 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z';

/** Drawn in a box of 16, by strokes in the colour of the text; a screen reader passes over them. */
const shapes = {
  alert: 'M8 5v4m0 2v.1M8 1.8 14.6 13.6H1.4Z',
  check: `m5.2 8.2 2 2 3.6-4.2${ring}`,
  clock: `M8 5v3l2 1.4${ring}`,
  copy: 'M6 6h7v7H6ZM3 10V3h7',
  cross: `m6 6 4 4m0-4-4 4${ring}`,
  document: 'M9 2H4v12h8V5ZM9 2v3h3M6 8h4M6 11h4',
  download: 'M8 2v7.5m-3-3 3 3 3-3M2.5 13.5h11',
  filter: 'M2.5 4h11M4.5 8h7M6.5 12h3',
  lock: 'M5 7V5a3 3 0 0 1 6 0v2M3 7h10v7H3Z',
  search: 'm10.5 10.5 3.5 3.5M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  question: `M6.4 6.4A1.7 1.7 0 1 1 8 8.2V9m0 2v.1${ring}`,
} as const;

/** Names a drawing. */
export type IconName = keyof typeof shapes;

/** A drawing that goes with a word, never in place of one. */
export const icon = (name: IconName): TemplateResult => drawing(shapes[name]);

/** A drawing that one widget alone has, by its path. */
export const drawing = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
