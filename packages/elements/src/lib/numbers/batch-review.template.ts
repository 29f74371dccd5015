import {
  type BatchNotice,
  type BatchRow,
  type BatchRowProblem,
  callPurposeTexts,
  callPurposes,
} from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { numberFormat } from '../internal/formats.ts';
import { pencilPath } from '../internal/drawings.ts';
import { drawing, icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { problemText } from './batch-problem-words.ts';
import type { ReviewColumn } from './batch-review.ts';
import { reviewColumns } from './batch-review-cells.ts';
import { type BatchReviewController, pageRows } from './batch-review.controller.ts';

/** What was read all the same, in a line each (NUM-7). */
export function batchNoticeList(notices: readonly BatchNotice[], texts: Localizer) {
  if (notices.length === 0) return nothing;
  const words = ({ code, row }: BatchNotice) => {
    const problems = texts.say(`import.notice.${code}`);
    return row === undefined || code === 'header-row'
      ? problems
      : texts.say('import.review.row', { row, problems });
  };
  return html`<ul class="notices sub" part="notice">
    ${notices.map((notice) => html`<li>${words(notice)}</li>`)}
  </ul>`;
}

/** The rows, as far as they are in the window or near it; each cell can be written into. */
export function reviewGrid(control: BatchReviewController, texts: Localizer): TemplateResult {
  const { filter, length, page } = control;
  if (length === 0) {
    return html`<p class="none">${icon('check')}${texts.say(`import.review.none.${filter}`)}</p>`;
  }
  const from = page * pageRows;
  const onPage = new Map<number, number>();
  const pieces = control.pieces;
  for (const { item, index } of pieces) if (item !== undefined) onPage.set(item, from + index);
  return html`<p id="keys" class="unseen">${texts.say('import.review.keys')}</p>
    <div
      class="grid"
      part="table"
      role="grid"
      aria-label=${texts.say(`import.review.${filter}`)}
      aria-describedby="keys"
      aria-rowcount=${length + 1}
      aria-colcount=${reviewColumns.length}
      aria-busy=${control.isBusy}
      @keydown=${control.onKey}
    >
      <div class="grid-head" role="row" aria-rowindex="1">
        ${head('line', texts.say('import.review.line'))} ${head('number', texts.say('import.number'))}
        ${head('purpose', texts.say('import.purpose'))}
      </div>
      ${repeat(
        [...pieces, null],
        (piece) => (piece ? (piece.item ?? `gap ${piece.index}`) : {}),
        (piece) =>
          piece &&
          (piece.item === undefined
            ? html`<div class="gap" role="presentation" data-gap=${piece.gap}></div>`
            : reviewRow(piece.item, from + piece.index, control, texts)),
      )}
    </div>`;
}

const head = (name: string, text: string) =>
  html`<span class="${name} sub" role="columnheader" part="cell">${text}</span>`;

function reviewRow(
  index: number,
  at: number,
  control: BatchReviewController,
  texts: Localizer,
): TemplateResult {
  const row = control.review.at(index);
  const isBad = row.problems.length > 0;
  const tone = isBad
    ? 'bad'
    : control.filter === 'problems' || control.filter === 'suggestions'
      ? 'good'
      : '';
  return html`<div class="grid-row ${tone}" role="row" part="row" data-key=${index} aria-rowindex=${at + 2}>
    ${gridCell(
      'line',
      at,
      control,
      html`<span class="unseen">${texts.say(isBad ? 'import.review.not' : 'import.review.fine')}</span>
        ${icon(isBad ? 'alert' : 'check')} <bdi>${numberFormat(texts.locale).format(row.row)}</bdi>`,
      isBad,
    )}
    ${valueCell('number', row, index, at, control, texts)}
    ${valueCell('purpose', row, index, at, control, texts)}
  </div>`;
}

function gridCell(
  column: (typeof reviewColumns)[number],
  at: number,
  control: BatchReviewController,
  content: unknown,
  isInvalid: boolean,
): TemplateResult {
  return html`<div
    class="${column} cell"
    part="cell"
    role="gridcell"
    aria-colindex=${reviewColumns.indexOf(column) + 1}
    aria-invalid=${isInvalid && column !== 'line' ? 'true' : 'false'}
    tabindex=${control.isCurrent(at, column) ? 0 : -1}
    @focus=${() => control.select(at, column)}
    @dblclick=${() => control.edit(at, column)}
  >
    ${content}
  </div>`;
}

function valueCell(
  column: ReviewColumn,
  row: BatchRow,
  index: number,
  at: number,
  control: BatchReviewController,
  texts: Localizer,
): TemplateResult {
  const { edited } = control;
  const problems = row.problems.filter((problem) => problem.column === column);
  const isEdited = edited?.index === index && edited.column === column;
  const content = isEdited
    ? editor(column, row, control, texts)
    : html`${value(column, row, texts)} ${blocked(column, row)} ${pencil(column, row, at, control, texts)}
      ${problems.map((problem) => trouble(problem, at, control, texts))} ${oddity(column, row, texts)}`;
  return gridCell(column, at, control, content, problems.length > 0);
}

function value(column: ReviewColumn, row: BatchRow, texts: Localizer) {
  const text = column === 'number' ? row.numberText : row.purposeText;
  if (text === '') return html`<i class="value">${texts.say(`import.review.no-${column}`)}</i>`;
  return column === 'number'
    ? html`<bdi class="value number" dir="ltr">${text}</bdi>`
    : html`<bdi class="value">${row.purpose ? texts.say(`purpose.${row.purpose}`) : text}</bdi>`;
}

/** What a finger or a mouse edits a cell by; keys have Enter and F2. */
function pencil(
  column: ReviewColumn,
  { row }: BatchRow,
  at: number,
  control: BatchReviewController,
  texts: Localizer,
) {
  const name = texts.say(column === 'number' ? 'import.number' : 'import.purpose');
  return html`<button
    class="pencil"
    tabindex="-1"
    aria-label=${texts.say('import.review.edit', { column: name, row })}
    @click=${() => control.edit(at, column)}
  >
    ${drawing(pencilPath)}
  </button>`;
}

function trouble(problem: BatchRowProblem, at: number, control: BatchReviewController, texts: Localizer) {
  const { column, suggestion } = problem;
  const shown =
    column === 'number'
      ? html`<bdi class="number" dir="ltr">${suggestion}</bdi>`
      : html`<bdi>${suggestion}</bdi>`;
  return html`<p class="sub wrong">${problemText(problem, texts)}</p>
    ${
      suggestion === undefined
        ? nothing
        : html`<button
            class="button small suggestion"
            tabindex=${control.isCurrent(at, column) ? 0 : -1}
            @click=${() => control.accept(at, column)}
          >
            ${texts.show('import.suggest', { suggestion: shown })}
          </button>`
    }`;
}

function oddity(column: ReviewColumn, { warning }: BatchRow, texts: Localizer) {
  if (column === 'purpose' || warning === null) return nothing;
  return html`<p class="sub odd">${texts.say(`import.number.${warning}`)}</p>`;
}

/** Draws the eye to what the words below the list are about (NUM-6). */
function blocked(column: ReviewColumn, { purpose }: BatchRow) {
  const isBlocked = column === 'purpose' && purpose === 'do-not-originate';
  return isBlocked ? html`<span class="odd">${icon('alert')}</span>` : nothing;
}

function editor(column: ReviewColumn, row: BatchRow, control: BatchReviewController, texts: Localizer) {
  const label = texts.say(column === 'number' ? 'import.number' : 'import.purpose');
  const onBlur = ({ target }: Event) => control.commit((target as HTMLInputElement).value, false);
  if (column === 'number') {
    return html`<input
      class="control number"
      dir="ltr"
      inputmode="tel"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      aria-label=${label}
      .value=${row.numberText}
      @blur=${onBlur}
    />`;
  }
  return html`<select class="control" aria-label=${label} @blur=${onBlur}>
    ${row.purpose === null ? html`<option value=${row.purposeText} selected>${row.purposeText}</option>` : nothing}
    ${callPurposes.map(
      (purpose) =>
        html`<option value=${callPurposeTexts[purpose]} ?selected=${purpose === row.purpose}>
          ${texts.say(`purpose.${purpose}`)}
        </option>`,
    )}
  </select>`;
}
