import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import type { DoNotOriginateConfirmation } from './number-importer-confirmed.ts';

/** Warns, and asks for one confirmation that names how many; nothing where there are none (NUM-6). */
export function confirmation(
  { count, isConfirmed, isMissed, onConfirm }: DoNotOriginateConfirmation,
  texts: Localizer,
): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  const onChange = ({ target }: Event) => onConfirm((target as HTMLInputElement).checked);
  const missed =
    isMissed && !isConfirmed
      ? html`<span class="wrong">${icon('alert')}${texts.say('import.dno.needed')}</span>`
      : nothing;
  return html`<div class="notice confirmation" part="notice">
    ${icon('alert')}
    <div>
      <p id="confirm-about">${texts.say('import.dno')}</p>
      <label class="choice">
        <input
          id="confirm"
          type="checkbox"
          aria-describedby="confirm-about confirm-missed"
          aria-invalid=${isMissed && !isConfirmed}
          .checked=${live(isConfirmed)}
          @change=${onChange}
        />
        <b>${texts.say('import.dno.confirm', { count })}</b>
      </label>
      <p id="confirm-missed" class="sub state">${missed}</p>
    </div>
  </div>`;
}
