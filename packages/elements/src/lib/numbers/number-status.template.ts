import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { contactHref } from '../internal/contact-link.template.ts';
import { icon } from '../internal/icons.ts';
import { numberStatusLook } from './number-status-look.ts';
import type { NumberTableView } from './number-table-view.ts';
import { readableNumber } from './number-table-text.ts';

/** A status in words; one that is not known is shown raw (NUM-9). */
export function numberStatusChip({ status }: PhoneNumber, { texts }: NumberTableView): TemplateResult {
  const { icon: picture, tone } = numberStatusLook(status);
  const word = texts.term('numbers.status', status) ?? html`<bdi>${status}</bdi>`;
  return html`<span class="chip ${tone}" part="status">${icon(picture)}<span>${word}</span></span>`;
}

/** Why staff looks at a number first, and what they said of it, with the way to ask (NUM-9, NUM-10). */
export function numberStatusNote(number: PhoneNumber, view: NumberTableView) {
  const { status, note, warning } = number;
  const { texts } = view;
  const odd = status === 'pending' && warning && (texts.term('numbers.warning', warning) ?? warning);
  const isRefused = status === 'rejected';
  return html`${odd ? html`<span class="sub">${odd}</span>` : nothing}${
    note
      ? html`<span class="sub said"
          >${isRefused ? html`<span class="unseen">${texts.say('numbers.note')} </span>` : nothing}<bdi
            >${note}</bdi
          ></span
        >`
      : nothing
  }${isRefused ? askLink(number, view) : nothing}`;
}

function askLink({ number }: PhoneNumber, { texts, contact }: NumberTableView) {
  const href = contactHref(contact, number);
  const label = texts.say('numbers.ask.label', { number: readableNumber(number) });
  return href === null
    ? nothing
    : html`<span class="sub"><a href=${href} aria-label=${label}>${texts.say('numbers.ask')}</a></span>`;
}
