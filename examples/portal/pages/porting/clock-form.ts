import { type TemplateResult, html } from 'lit';
import type { ClockStep } from '../../demo-clock.ts';

const steps: Record<ClockStep, string> = {
  hour: 'An hour on',
  day: 'A day on',
  month: 'To the end of the month',
};

const moments = new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short' });

/** The demonstration's clock, which can be moved forward. */
export function clockForm(now: number, forward: (step: ClockStep) => void): TemplateResult {
  return html`<div class="toolbar" role="group" aria-label="The clock of this demonstration">
    <p class="what">
      It is <time datetime=${new Date(now).toISOString()}>${moments.format(now)}</time> here.
    </p>
    ${Object.entries(steps).map(
      ([step, words]) =>
        html`<button type="button" @click=${() => forward(step as ClockStep)}>${words}</button>`,
    )}
  </div>`;
}
