import { type CallPurpose, type PhoneNumber, callPurposeTexts } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { accounts } from '../../seeds/accounts.ts';
import { moment } from '../desk/words.ts';

/** What can be done to a pending number. */
export interface NumberActs {
  isRejecting: boolean;
  refusal: string | undefined;
  accept: () => void;
  /** Opens or closes the note. */
  toggle: () => void;
  reject: (note: string) => void;
}

/** Why a number does not approve itself. */
const warnings: Readonly<Record<string, string>> = {
  'area-code-unknown': 'area code not in our table',
  'rejected-before': 'rejected before, removed and added again',
};

const purposeOf = (purpose: string | null) =>
  purpose === null ? 'no purpose yet' : (callPurposeTexts[purpose as CallPurpose] ?? purpose);

/** One number that waits, and the two verdicts (NUM-9). */
export function numberCard(number: PhoneNumber, acts: NumberActs): TemplateResult {
  const { id, account, purpose, warning, addedAt } = number;
  return html`<article class="order" aria-labelledby="number-${id}">
    <header>
      <h2 id="number-${id}" tabindex="-1"><bdi dir="ltr">${number.number}</bdi></h2>
      <span class="badge">Pending</span>
      <p>
        ${accounts[account]?.name ?? account} · ${purposeOf(purpose)} ·
        <time datetime=${addedAt}>${moment(addedAt)}</time>
        ${warning === null ? nothing : html` · <em>${warnings[warning] ?? warning}</em>`}
      </p>
    </header>
    <ul>
      <li>
        <div class="moves" role="group" aria-label="Verdict on ${number.number}">
          <button type="button" @click=${acts.accept}>Valid</button>
          <button type="button" aria-expanded=${acts.isRejecting} @click=${acts.toggle}>Not valid …</button>
        </div>
        ${acts.isRejecting ? noteForm(acts) : nothing}
        ${acts.refusal ? html`<p class="refusal" role="alert">${acts.refusal}</p>` : nothing}
      </li>
    </ul>
  </article>`;
}

function noteForm({ reject, toggle }: NumberActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    reject(String(new FormData(event.currentTarget as HTMLFormElement).get('note')).trim());
  };
  const leaveByEscape = ({ key }: KeyboardEvent) => key === 'Escape' && toggle();
  return html`<form class="decision" @submit=${submit} @keydown=${leaveByEscape}>
    <label>
      <span>Why, and what the customer can do</span>
      <textarea name="note" rows="2" maxlength="500" required></textarea>
    </label>
    <button class="primary">Reject the number</button>
    <button type="button" @click=${toggle}>Leave it</button>
  </form>`;
}
