import type { PortalError } from '@numberdesk/core/http';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords, refusedPermission } from '../internal/problems.ts';
import type { BatchSaving } from './batch-saving.ts';

/** How far the saving is, and what to do where it has paused. */
export function savingPanel(
  saving: BatchSaving,
  { isOnline, onBack }: { isOnline: boolean; onBack: () => void },
  texts: Localizer,
): TemplateResult {
  const { state, sent, total } = saving;
  const isRunning = state.kind === 'sending' || state.kind === 'waiting';
  return html`<div class="saving" tabindex="-1">
    <p class="heading">${texts.say('import.saving')}</p>
    <progress aria-label=${texts.say('import.saving')} max=${total} value=${String(sent)}></progress>
    <p class="sub">${texts.say('import.saving.progress', { sent, count: total })}</p>
    ${saving.isFoundAgain ? html`<p>${texts.say('import.saving.again')}</p>` : nothing}
    ${state.kind === 'sending' && total > 500 ? html`<p>${texts.say('import.saving.stay')}</p>` : nothing}
    <div role="alert">${rest(saving, isOnline, texts)}</div>
    <div class="acts">
      ${
        isRunning || saving.refusal
          ? nothing
          : html`<button class="button primary" @click=${saving.run}>
              ${texts.say('import.saving.go-on')}
            </button>`
      }
      ${
        sent > 0
          ? html`<button class="button" @click=${saving.stop}>${texts.say('import.saving.stop')}</button>`
          : html`<button class="button" @click=${onBack}>
              ${texts.say(isRunning ? 'import.cancel' : 'import.saving.back')}
            </button>`
      }
    </div>
  </div>`;
}

function rest(saving: BatchSaving, isOnline: boolean, texts: Localizer) {
  const { state, sent, total, refusal } = saving;
  if (state.kind === 'waiting')
    return html`<p>${texts.say('import.saving.waiting', { count: state.seconds })}</p>`;
  if (state.kind !== 'paused') return nothing;
  const { requestId } = problemWords(state.error);
  const words = refusal
    ? html`<p>${refusalSentence(refusal, texts)}</p>`
    : html`<p>
          ${texts.say('import.saving.paused', { count: total - sent })}
          ${state.error !== null && isOnline ? problemSentence(state.error, texts) : nothing}
        </p>
        <p>${texts.say('import.saving.safe')}</p>`;
  return html`<div class="notice trouble">
    ${icon('alert')}
    <div>${words} ${requestNote(requestId, texts)}</div>
  </div>`;
}

/** The server's own words where it does not take just these rows. */
function refusalSentence({ errors, message }: PortalError, texts: Localizer): string {
  const detail = errors.map((problem) => problem.detail).join(' ') || message;
  return texts.say('import.saving.refused', { detail });
}

/** Why saving rests, and what to do. */
function problemSentence(error: unknown, texts: Localizer): string {
  const refused = refusedPermission(error);
  if (refused) {
    const { permission, grantedBy } = refused;
    const needed = texts.say('problem.forbidden.text', {
      permission: texts.term('permission', permission) ?? permission,
    });
    return `${needed} ${texts.say(`problem.forbidden.${grantedBy}`)}`;
  }
  const { text, count } = problemWords(error);
  return texts.say(text, { count });
}
