import { type CallPurpose, callPurposes } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import type { NumberFieldState } from './number-field-state.ts';

/** A field for one number, and what is said about it. */
export interface NumberField {
  /** Begins the ids of what belongs to it. */
  id: string;
  text: string;
  state: NumberFieldState;
  /** What is wrong besides, in words. */
  problem: string | null;
  onInput: (text: string) => void;
  /** The writer is done for now. */
  onDone: () => void;
  onPaste?: ((event: ClipboardEvent) => void) | undefined;
}

/** Ways to write a number, as examples that nobody has (NUM-4). */
export const exampleNumbers = {
  e164: html`<bdi class="number" dir="ltr">+15013334444</bdi>`,
  national: html`<bdi class="number" dir="ltr">5013334444</bdi>`,
};

/** The field confirms a well-formed number as it is typed, and offers what was probably meant (NUM-2, NUM-4). */
export function numberField(field: NumberField, texts: Localizer): TemplateResult {
  const { id, text, state, problem } = field;
  const isWrong = state.kind === 'wrong' || problem !== null;
  const onInput = ({ target }: Event) => field.onInput((target as HTMLInputElement).value);
  return html`<div class="field number-field">
    <label for=${id}>${texts.say('import.number')}</label>
    <span class="box">
      <input
        id=${id}
        class="control number"
        type="text"
        inputmode="tel"
        dir="ltr"
        maxlength="60"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="${id}-hint ${id}-state"
        aria-invalid=${isWrong}
        .value=${live(text)}
        @input=${onInput}
        @change=${field.onDone}
        @paste=${field.onPaste}
      />
      ${state.kind === 'fine' && !isWrong ? html`<span class="confirmed">${icon('check')}</span>` : nothing}
    </span>
    <p id="${id}-hint" class="sub ${state.kind === 'empty' || state.kind === 'typing' ? '' : 'unseen'}">
      ${texts.show('import.number.hint', exampleNumbers)}
    </p>
    <p id="${id}-state" class="sub state">${stateText(field, texts)}</p>
    ${state.kind === 'wrong' && state.suggestion !== null ? suggestion(state.suggestion, field, texts) : nothing}
  </div>`;
}

/** What is said about a number, in a few words. */
export function fieldWords(state: NumberFieldState, texts: Localizer): string {
  if (state.kind === 'wrong') return texts.say(`import.problem.${state.code}`);
  if (state.kind !== 'fine') return '';
  return texts.say(state.warning === null ? 'import.number.fine' : `import.number.${state.warning}`);
}

function stateText({ state, problem }: NumberField, texts: Localizer) {
  const words = problem ?? fieldWords(state, texts);
  if (words === '') return nothing;
  const tone = problem !== null || state.kind === 'wrong' ? 'wrong' : 'fine';
  const isOdd = tone === 'fine' && state.kind === 'fine' && state.warning !== null;
  return html`<span class=${isOdd ? 'odd' : tone}
    >${tone === 'wrong' || isOdd ? icon('alert') : nothing}${words}</span
  >`;
}

function suggestion(number: string, field: NumberField, texts: Localizer): TemplateResult {
  const use = () => {
    field.onInput(number);
    field.onDone();
  };
  return html`<button type="button" class="button small suggestion" @click=${use}>
    ${texts.show('import.suggest', { suggestion: html`<bdi class="number" dir="ltr">${number}</bdi>` })}
  </button>`;
}

/** A choice among the purposes; `null` where none has been made (NUM-5). */
export interface PurposeField {
  id: string;
  purpose: CallPurpose | null;
  /** What is wrong with it, in words. */
  problem: string | null;
  onChoice: (purpose: CallPurpose) => void;
}

/** Lets a purpose be chosen, and warns of the one that blocks calls (NUM-5, NUM-6). */
export function purposeField(
  { id, purpose, problem, onChoice }: PurposeField,
  texts: Localizer,
): TemplateResult {
  const onChange = ({ target }: Event) => onChoice((target as HTMLSelectElement).value as CallPurpose);
  const placeholder = html`<option value="" selected disabled hidden>
    ${texts.say('import.purpose.choose')}
  </option>`;
  const missing = problem === null ? nothing : html`<span class="wrong">${icon('alert')}${problem}</span>`;
  const warning =
    purpose === 'do-not-originate'
      ? html`<span class="odd">${icon('alert')}${texts.say('import.dno')}</span>`
      : nothing;
  return html`<div class="field purpose-field">
    <label for=${id}>${texts.say('import.purpose')}</label>
    <select
      id=${id}
      class="control"
      aria-describedby="${id}-state"
      aria-invalid=${problem !== null}
      @change=${onChange}
    >
      ${purpose === null ? placeholder : nothing}
      ${callPurposes.map(
        (value) =>
          html`<option value=${value} ?selected=${live(value === purpose)}>
            ${texts.say(`purpose.${value}`)}
          </option>`,
      )}
    </select>
    <p id="${id}-state" class="sub state">${missing}${warning}</p>
  </div>`;
}
