import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';

/** A labelled control, with what it is for and what is wrong with it. */
export interface FormField {
  id: string;
  label: string;
  hint?: unknown;
  /** What is wrong, in words; none where all is well. */
  problems: readonly string[];
  /** The control itself: it names what describes it, and says whether it is wrong. */
  control: (described: { by: string; isWrong: boolean }) => TemplateResult;
}

/** Renders a labelled control. */
export function formField({ id, label, hint, problems, control }: FormField): TemplateResult {
  const isWrong = problems.length > 0;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p id="${id}-hint" class="sub">${hint}</p>` : nothing}
    ${control({ by: `${hint ? `${id}-hint ` : ''}${id}-problem`, isWrong })} ${problemsOf(id, problems)}
  </div>`;
}

/** What is wrong with a control, beside it. */
export function problemsOf(id: string, problems: readonly string[]): TemplateResult {
  return html`<div id="${id}-problem" class="problems">
    ${problems.map((problem) => html`<p class="wrong">${icon('alert')}<span>${problem}</span></p>`)}
  </div>`;
}

/** Something to be confirmed, with why it is asked. */
export function confirmBox(
  {
    id,
    about,
    word,
    isConfirmed,
    isMissed,
    missed,
  }: {
    id: string;
    about: unknown;
    word: string;
    isConfirmed: boolean;
    isMissed: boolean;
    missed: string;
  },
  onConfirm: (isConfirmed: boolean) => void,
): TemplateResult {
  return html`<div class="notice asks-again" part="notice">
    ${icon('alert')}
    <div>
      <p id="${id}-about">${about}</p>
      <label class="choice">
        <input
          id=${id}
          type="checkbox"
          aria-describedby="${id}-about ${id}-problem"
          aria-invalid=${isMissed && !isConfirmed}
          .checked=${isConfirmed}
          @change=${({ target }: Event) => onConfirm((target as HTMLInputElement).checked)}
        />
        <b>${word}</b>
      </label>
      ${problemsOf(id, isMissed && !isConfirmed ? [missed] : [])}
    </div>
  </div>`;
}
