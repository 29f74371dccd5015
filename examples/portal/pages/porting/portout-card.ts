import {
  type PortOut,
  type PortOutDeadline,
  type PortOutDetail,
  type RejectionDetails,
  earliestDeadline,
} from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { accounts } from '../../seeds/accounts.ts';
import { moment } from '../desk/words.ts';
import { overrulingWords, reasonWord, rejectionList, statusWord } from './portout-words.ts';

/** What can be done to an open request. */
export interface PortOutActs {
  now: number;
  detail: PortOutDetail | undefined;
  isOpen: boolean;
  isOverruling: boolean;
  /** Where a request goes whose rejection is found not to be valid, as the policy has it; `null` while nobody knows. */
  afterInvalidRejection: string | null;
  refusal: string | undefined;
  /** Shows or hides what is in it. */
  toggle: () => void;
  /** Opens or closes the note of an overruling. */
  overrule: () => void;
  judge: (valid: boolean, note: string) => void;
  cancel: () => void;
  port: (numbers: readonly string[]) => void;
}

const outcomeWords = { overdue: 'then overdue', authorized: 'then authorized by silence', late: 'then late' };

/** What is due next, and what happens then or has happened. */
function dueWords({ at, outcome }: PortOutDeadline, now: number) {
  const time = html`<time datetime=${at}>${moment(at)}</time>`;
  if (Date.parse(at) > now) return html` · due ${time}, ${outcomeWords[outcome]}`;
  return html` · ${outcome === 'late' ? 'late' : 'overdue'} since ${time}`;
}

/** One request at the provider's desk (POR-5, POR-6). */
export function portOutCard(portout: PortOut, acts: PortOutActs): TemplateResult {
  const { id, request, account, status, quantity, winningCarrier } = portout;
  const due = earliestDeadline(portout, acts.now);
  return html`<article class="order" aria-labelledby="portout-${id}">
    <header>
      <h2 id="portout-${id}" tabindex="-1"><bdi>${request}</bdi></h2>
      <span class="badge ${status}">${statusWord(status)}</span>
      <p>
        ${accounts[account]?.name ?? account} · ${quantity === 1 ? '1 number' : `${quantity} numbers`}
        ${winningCarrier === null ? nothing : html`to <bdi>${winningCarrier}</bdi>`}
        ${due ? dueWords(due, acts.now) : nothing}
      </p>
    </header>
    <ul>
      <li>
        <div class="moves" role="group" aria-label=${request}>
          <button type="button" aria-expanded=${acts.isOpen} @click=${acts.toggle}>What is in it</button>
          ${status === 'rejection-in-review' ? verdicts(acts) : nothing}
          <button type="button" @click=${acts.cancel}>Canceled by the carrier</button>
        </div>
        ${acts.isOverruling ? noteForm(acts) : nothing}
        ${acts.refusal ? html`<p class="refusal" role="alert">${acts.refusal}</p>` : nothing}
      </li>
      ${acts.isOpen ? inside(portout, acts) : nothing}
    </ul>
  </article>`;
}

const verdicts = ({ judge, isOverruling, overrule }: PortOutActs) => html`
  <button type="button" @click=${() => judge(true, '')}>Reason is valid</button>
  <button type="button" aria-expanded=${isOverruling} @click=${overrule}>Reason is not valid …</button>
`;

function inside({ status }: PortOut, { detail, port }: PortOutActs): TemplateResult {
  if (!detail) return html`<li><p>Reading …</p></li>`;
  const pending = detail.numbers.filter((number) => number.status === 'pending').map(({ tn }) => tn);
  const [latest] = detail.rejections;
  return html`${
    latest
      ? html`<li>
          <p class="what">
            Rejected: <b><bdi>${reasonWord(latest.reason, detail)}</bdi></b>
          </p>
          ${rejectionList(latest.details as RejectionDetails)}
        </li>`
      : nothing
  }
  ${detail.numbers.map(
    ({ tn, status: own }) =>
      html`<li>
        <p class="what"><bdi dir="ltr">${tn}</bdi> <small>${statusWord(own)}</small></p>
        ${
          status === 'authorized' && own === 'pending'
            ? html`<button type="button" @click=${() => port([tn])}>${tn} is ported</button>`
            : nothing
        }
      </li>`,
  )}
  ${
    status === 'authorized' && pending.length > 1
      ? html`<li>
          <button type="button" class="primary" @click=${() => port(pending)}>
            All ${pending.length} are ported
          </button>
        </li>`
      : nothing
  }`;
}

function noteForm({ judge, overrule, afterInvalidRejection }: PortOutActs): TemplateResult {
  const { about, button } = overrulingWords(afterInvalidRejection);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    judge(false, String(new FormData(event.currentTarget as HTMLFormElement).get('note')).trim());
  };
  const leaveByEscape = ({ key }: KeyboardEvent) => key === 'Escape' && overrule();
  return html`<form class="decision" @submit=${submit} @keydown=${leaveByEscape}>
    <label>
      <span>Why the reason is not valid; the customer reads it</span>
      <textarea name="note" rows="2" maxlength="1000" required></textarea>
    </label>
    <p>${about}</p>
    <button class="primary">${button}</button>
    <button type="button" @click=${overrule}>Leave it</button>
  </form>`;
}
