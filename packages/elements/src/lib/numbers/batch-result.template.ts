import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { numberFormat } from '../internal/formats.ts';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import type { Piece } from '../internal/row-pieces.ts';
import { reasonText } from './batch-problem-words.ts';
import { type BatchOutcome, type RejectedEntry, listedAtMost } from './batch-outcome.ts';
import type { ResultChoice, ResultList } from './batch-result.ts';
import { breakable } from './breakable.ts';
import { numberStatusLook } from './number-status-look.ts';

/** What became of the numbers, as it is shown. */
export interface ResultView {
  outcome: BatchOutcome;
  choice: ResultChoice;
  /** Rows that were not sent, because somebody stopped the saving. */
  unsent: number;
  /** Name of the account that they went to. */
  account: string;
  texts: Localizer;
  pieces: readonly Piece<number>[];
  update: () => void;
}

const lists = ['added', 'rejected'] as const;

/** Added and Rejected, each with its total and a reason for each that was rejected (NUM-7). */
export function resultLists(view: ResultView): TemplateResult {
  const { outcome, choice, texts, account, unsent } = view;
  const counts = { added: outcome.addedCount, rejected: outcome.rejected.length };
  const show = (list: ResultList) => {
    choice.show(list);
    view.update();
  };
  return html`<div class="result-head" tabindex="-1">
      <p class="heading">${texts.show('import.result.in', { account: html`<bdi>${account}</bdi>` })}</p>
      <div class="switch" role="group" aria-label=${texts.say('import.result.lists')}>
        ${lists.map(
          (list) =>
            html`<button class=${list} aria-pressed=${list === choice.list} @click=${() => show(list)}>
              ${icon(list === 'added' ? 'check' : 'cross')}${texts.say(`import.result.${list}`)}
              <b><bdi>${numberFormat(texts.locale).format(counts[list])}</bdi></b>
            </button>`,
        )}
      </div>
    </div>
    ${unsent > 0 ? html`<p class="notice">${icon('alert')}${texts.say('import.result.unsent', { count: unsent })}</p>` : nothing}
    ${counts[choice.list] === 0 ? html`<p class="none">${texts.say(`import.result.none.${choice.list}`)}</p>` : list(view)}
    ${more(view)}`;
}

function list({ outcome, choice, pieces, texts, update }: ResultView): TemplateResult {
  const isAdded = choice.list === 'added';
  const total = isAdded ? outcome.addedCount : outcome.rejected.length;
  const one = (index: number) =>
    isAdded
      ? addedRow(outcome.added[index] as PhoneNumber, texts)
      : rejectedRow(outcome.rejected[index] as RejectedEntry, choice, texts, update);
  return html`<div
    class="grid ${choice.list}"
    role="table"
    part="table"
    aria-label=${texts.say(`import.result.${choice.list}`)}
    aria-rowcount=${total + 1}
  >
    <div class="grid-head" role="row" aria-rowindex="1">
      <span class="number sub" role="columnheader">${texts.say('import.number')}</span>
      <span class="purpose sub" role="columnheader">${texts.say('import.purpose')}</span>
      <span class="sub" role="columnheader"
        >${texts.say(isAdded ? 'import.result.status-head' : 'import.result.reason')}</span
      >
    </div>
    ${repeat(
      [...pieces, null],
      (piece) =>
        piece ? (piece.item === undefined ? `gap ${piece.index}` : `${choice.list} ${piece.item}`) : {},
      (piece) =>
        piece &&
        (piece.item === undefined
          ? html`<div class="gap" role="presentation" data-gap=${piece.gap}></div>`
          : html`<div
              class="grid-row"
              role="row"
              part="row"
              data-key=${piece.item}
              aria-rowindex=${piece.index + 2}
            >
              ${one(piece.item)}
            </div>`),
    )}
  </div>`;
}

const cells = (number: string, purpose: unknown, last: unknown) =>
  html`<span class="number cell" role="cell"><bdi class="number" dir="ltr">${number}</bdi></span>
    <span class="purpose cell" role="cell">${purpose}</span>
    <div class="cell" role="cell">${last}</div>`;

/** A status, why staff looks at the number first, and what they said of it (NUM-9). */
function addedRow({ number, purpose, status, warning, note }: PhoneNumber, texts: Localizer): TemplateResult {
  const { icon: picture, tone } = numberStatusLook(status);
  const word = purpose === null ? nothing : breakable(texts.term('purpose', purpose) ?? purpose);
  const odd = status === 'pending' && warning && texts.term('import.number', warning);
  return cells(
    number,
    word,
    html`<span class="chip ${tone}" part="status">
        ${icon(picture)}<span>${texts.term('import.status', status) ?? status}</span>
      </span>
      ${odd ? html`<p class="sub">${odd}</p>` : nothing}
      ${note ? html`<p class="sub"><bdi>${note}</bdi></p>` : nothing}`,
  );
}

function rejectedRow(entry: RejectedEntry, choice: ResultChoice, texts: Localizer, update: () => void) {
  const { line, number, purpose, holder } = entry;
  const onChange = () => {
    choice.toggle(entry);
    update();
  };
  const move =
    holder &&
    html`<label class="choice">
      <input type="checkbox" .checked=${live(choice.chosen.has(entry))} @change=${onChange} />
      <span>
        ${texts.show('import.move.one', {
          number: html`<bdi class="number" dir="ltr">${number}</bdi>`,
          account: html`<bdi>${holder.name}</bdi>`,
        })}
      </span>
    </label>`;
  const where =
    line === null
      ? nothing
      : html` <span class="sub">${texts.say('import.result.line', { row: line })}</span>`;
  return cells(
    number,
    html`<bdi>${breakable(purpose)}</bdi>`,
    html`<p>${reasonText(entry, texts)}${where}</p>
      ${move}`,
  );
}

function more({ outcome, choice, texts }: ResultView) {
  const { list } = choice;
  const total = list === 'added' ? outcome.addedCount : outcome.rejected.length;
  const count = total - listedAtMost;
  const rest = html`<p class="none">${texts.say(`import.result.more.${list}`, { count })}</p>`;
  const hasPending = list === 'added' && outcome.added.some(({ status }) => status === 'pending');
  return html`${count > 0 ? rest : nothing}
  ${hasPending ? html`<p class="pending sub">${texts.say('import.result.pending')}</p>` : nothing}`;
}

/** What may be moved here, with what that means for the accounts that lose it (NUM-8). */
export function moveOffer(
  { choice, account, texts, update }: ResultView,
  confirmation: unknown,
  onMove: () => void,
): TemplateResult | typeof nothing {
  const { movable, chosen, losses } = choice;
  if (movable.length === 0) return nothing;
  const onAll = () => {
    choice.toggleAll();
    update();
  };
  const here = html`<bdi>${account}</bdi>`;
  return html`<section class="move" aria-label=${texts.say('import.move', { count: movable.length })}>
    <p>${texts.say('import.move', { count: movable.length })}</p>
    <label class="choice">
      <input
        type="checkbox"
        .checked=${live(chosen.size === movable.length)}
        .indeterminate=${live(chosen.size > 0 && chosen.size < movable.length)}
        @change=${onAll}
      />
      ${texts.say('import.move.all')}
    </label>
    ${
      chosen.size === 0
        ? nothing
        : html`<ul class="losses">
              ${losses.map(
                ({ name, count }) =>
                  html`<li>
                    ${icon('alert')}<span
                      >${texts.show('import.move.loses', { account: html`<bdi>${name}</bdi>`, count })}</span
                    >
                  </li>`,
              )}
            </ul>
            ${confirmation}
            <button class="button" @click=${onMove}>
              ${texts.show('import.move.act', { count: chosen.size, account: here })}
            </button>`
    }
  </section>`;
}
