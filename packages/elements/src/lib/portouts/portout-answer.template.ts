import type { PortOutDetail } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { AnswerName, PortOutReviewView } from './portout-review-view.ts';
import { refusalWords } from './portout-decision.template.ts';

/**
 * The two answers; where a permission is missing, one line that names it stands in their place, and where the request
 * can no longer be answered they are off and the reason stands beside them (ACC-4, POR-4, POR-5).
 */
export function answers(detail: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const { texts, refusal, later, open } = view;
  if (refusal?.code === 'forbidden') return needed(view);
  const button = (name: AnswerName) =>
    html`<button
      class="button ${name === 'accept' ? 'primary' : ''}"
      data-answer=${name}
      aria-expanded=${open === name}
      aria-disabled=${refusal !== null}
      aria-describedby=${refusal ? 'off' : nothing}
      @click=${() => view.onAnswer(name)}
    >
      ${texts.say(`portout.${name}`)}
    </button>`;
  return html`<div class="answers" part="action">
      ${button('accept')} ${button('reject')}
      ${refusal ? html`<p id="off" class="off">${icon('lock')}<span>${refusalWords(refusal, detail, view)}</span></p>` : nothing}
    </div>
    ${later?.form(detail)}`;
}

/** Which permission it takes to answer, and who can grant it (ACC-4). */
function needed({ texts, refusal }: PortOutReviewView): TemplateResult {
  const { permission, grantedBy } = refusal as {
    permission: string;
    grantedBy: 'account-admin' | 'provider';
  };
  const code = html`<bdi class="code">${permission}</bdi>`;
  const name = texts.term('permission', permission);
  const shown = name ? html`<b>${name}</b> (${code})` : code;
  return html`<div class="answers" part="action">
    <p class="off">
      ${icon('lock')}
      <span>
        ${texts.show('portout.needs', { permission: shown })} ${texts.say(`problem.forbidden.${grantedBy}`)}
      </span>
    </p>
  </div>`;
}
