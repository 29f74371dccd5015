import { callPurposeTexts, callPurposes } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { saveCsv } from '../internal/save-file.ts';
import type { BatchDropController, DropState } from './batch-drop.controller.ts';
import { exampleNumbers } from './number-field.template.ts';

/**
 * Rows as they are to be written. The numbers are set aside for examples: a row that nobody has replaced is refused.
 * Without a plus sign, no cell can be taken for a formula.
 */
const template = '2125550100,Customer Service\r\n2125550101,Informational/Notification\r\n';

/** Where a file is dropped or chosen, with its rules in a few words (NUM-3). */
export function batchDrop(drop: BatchDropController, limit: number, texts: Localizer): TemplateResult {
  return html`${dropPlace(drop, texts)} ${rules(limit, texts)}`;
}

/** Where a file is dropped or chosen, and what is wrong with the last one. */
export function dropPlace(drop: BatchDropController, texts: Localizer): TemplateResult {
  const { state } = drop;
  return html`<div
      class="drop ${drop.isOver ? 'over' : ''}"
      part="drop"
      @dragover=${drop.onDragOver}
      @dragleave=${drop.onDragLeave}
      @drop=${drop.onDrop}
    >
      ${state.kind === 'reading' ? reading(state, drop.cancel, texts) : choice(drop, texts)}
    </div>
    <div role="alert">${trouble(state, texts)}</div>`;
}

function choice(drop: BatchDropController, texts: Localizer): TemplateResult {
  const open = ({ currentTarget }: Event) =>
    ((currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
  return html`${icon('document')}
    <p class="drop-words"><b>${texts.say('import.file.drop')}</b></p>
    <p class="sub">${texts.say('import.file.or')}</p>
    <button class="button choose" @click=${open}>${texts.say('import.file.choose')}</button>
    <input type="file" accept=".csv,.txt,text/csv,text/plain" hidden @change=${drop.choose} />`;
}

function reading(
  { name, rows }: Extract<DropState, { kind: 'reading' }>,
  cancel: () => void,
  texts: Localizer,
): TemplateResult {
  return html`<p class="drop-words">
      <b>${texts.show('import.file.reading', { name: html`<bdi>${name}</bdi>` })}</b>
    </p>
    <progress aria-label=${texts.say('import.file.reading', { name })}></progress>
    <p class="sub">${texts.say('import.file.rows', { count: rows })}</p>
    <button class="button" @click=${cancel}>${texts.say('import.cancel')}</button>`;
}

function trouble(state: DropState, texts: Localizer) {
  if (state.kind !== 'refused' && state.kind !== 'failed') return nothing;
  return html`<div class="notice trouble" part="error">
    ${icon('alert')}
    <p>
      ${
        state.name
          ? html`<b><bdi>${state.name}</bdi></b
              ><br />`
          : nothing
      }${troubleWords(state, texts)}
    </p>
  </div>`;
}

function troubleWords(state: Extract<DropState, { kind: 'refused' | 'failed' }>, texts: Localizer): string {
  if (state.kind === 'refused') {
    const { code, limit } = state.refusal;
    return texts.say(`import.refusal.${code}`, { count: limit });
  }
  const words = { one: 'import.file.one', file: 'import.file.failed', part: 'import.part.failed' } as const;
  return texts.say(words[state.why]);
}

function rules(limit: number, texts: Localizer): TemplateResult {
  const save = () => saveCsv('numbers-template.csv', template);
  return html`<div class="rules">
    <p>${texts.show('import.file.rules', { ...exampleNumbers, count: limit })}</p>
    <details>
      <summary>${texts.say('import.file.purposes')}</summary>
      <ul class="words">
        ${callPurposes.map((purpose) => purposeWords(purpose, texts))}
      </ul>
    </details>
    <button class="button small" @click=${save}>
      ${icon('download')}${texts.say('import.file.template')}
    </button>
  </div>`;
}

/** A purpose as it is written, and in the reader's language where that is another. */
function purposeWords(purpose: (typeof callPurposes)[number], texts: Localizer): TemplateResult {
  const written = callPurposeTexts[purpose];
  const meant = texts.say(`purpose.${purpose}`);
  return html`<li>
    <bdi lang="en">${written}</bdi>${meant === written ? nothing : html` <span class="sub">${meant}</span>`}
  </li>`;
}
