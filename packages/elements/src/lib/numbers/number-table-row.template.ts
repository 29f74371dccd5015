import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { pencilPath } from '../internal/drawings.ts';
import { drawing, icon } from '../internal/icons.ts';
import { numberStatusChip, numberStatusNote } from './number-status.template.ts';
import { type NumberActName, type NumberTableView, accountName } from './number-table-view.ts';
import { breakable } from './breakable.ts';
import { readableNumber } from './number-table-text.ts';

/** Why a number has to stay, by the tip that says so: a port-out of it is open, or there is no other account. */
type NumberReason = 'leaving' | 'nowhere';

/** Columns that a row takes up as a whole. */
const span = 6;

/** A number as a row, with a second one while it is being moved or removed. */
export function numberRows(
  number: PhoneNumber,
  index: number,
  rowIndex: number,
  view: NumberTableView,
): TemplateResult {
  const act = view.act(number);
  return html`<tbody
    role="rowgroup"
    class="item ${view.isFresh(number) ? 'fresh' : ''}"
    data-key=${number.id}
    data-index=${index}
  >
    <tr role="row" part="row" aria-rowindex=${rowIndex}>
      ${numberCell(number, view)}
      <td role="cell" part="cell" class="status">
        ${numberStatusChip(number, view)}${numberStatusNote(number, view)}
      </td>
      ${act === 'purpose' ? purposeForm(number, view) : purposeCell(number, view)}
      ${accountCell(number, view)} ${addedCell(number, view)}
      ${view.canChange ? actsCell(number, act, view) : nothing}
    </tr>
    ${
      rowsOf(act) > 1
        ? html`<tr role="row" part="row" class="form" aria-rowindex=${rowIndex + 1}>
            <td role="cell" part="cell" aria-colspan=${span}>${view.form(number)}</td>
          </tr>`
        : nothing
    }
  </tbody>`;
}

/** Rows that a number takes up. */
export const rowsOf = (act: NumberActName | null): number => (act === 'move' || act === 'remove' ? 2 : 1);

function numberCell(number: PhoneNumber, view: NumberTableView): TemplateResult {
  const { texts } = view;
  const readable = readableNumber(number.number);
  return html`<th role="rowheader" part="cell" class="number">
    <span class="main">
      <bdi dir="ltr">${readable}</bdi>
      <button
        class="copy"
        aria-label=${texts.say('numbers.copy', { number: readable })}
        @click=${() => view.onCopy(number)}
      >
        ${icon(view.isCopied(number) ? 'check' : 'copy')}
      </button>
    </span>
  </th>`;
}

/** What calls from it are for, and where that may be changed, the way to it (NUM-5). */
function purposeCell(number: PhoneNumber, view: NumberTableView): TemplateResult {
  const { texts } = view;
  const label = texts.say('numbers.purpose.edit', { number: readableNumber(number.number) });
  return html`<td role="cell" part="cell" class="purpose">
    ${cellLabel(texts.say('numbers.purpose'))}
    <span class="main"
      ><span>${purposeWord(number, view)}</span> ${
        view.canChange
          ? html`<button
              class="edit quiet drawn"
              data-act="purpose"
              aria-label=${label}
              @click=${() => view.onAct('purpose', number)}
            >
              ${drawing(pencilPath)}
            </button>`
          : nothing
      }</span
    >
  </td>`;
}

/** A purpose in words, which may break after a slash; one that is not known is shown raw. */
function purposeWord({ purpose }: PhoneNumber, { texts }: NumberTableView) {
  if (purpose === null) return html`<i>${texts.say('numbers.purpose.none')}</i>`;
  const word = texts.term('purpose', purpose);
  if (word === null) return html`<bdi>${purpose}</bdi>`;
  return breakable(word);
}

const purposeForm = (number: PhoneNumber, view: NumberTableView): TemplateResult =>
  html`<td role="cell" part="cell" class="purpose">${view.form(number)}</td>`;

function accountCell({ account }: PhoneNumber, { texts, accounts }: NumberTableView): TemplateResult {
  const level = accounts.get(account)?.level;
  return html`<td role="cell" part="cell" class="account">
    ${cellLabel(texts.say('list.account'))}
    <span class="main"><bdi>${accountName(account, accounts)}</bdi></span>
    ${level ? html`<span class="sub">${texts.term('numbers.level', level) ?? level}</span>` : nothing}
  </td>`;
}

/** Since when it is here, and the order that brought it (ORD-7). */
function addedCell(number: PhoneNumber, { texts, formats, orderHref }: NumberTableView): TemplateResult {
  const href = orderHref(number);
  const name = html`<bdi>${number.order}</bdi>`;
  const order = href === null ? name : html`<a href=${href}>${name}</a>`;
  return html`<td role="cell" part="cell" class="added">
    ${cellLabel(texts.say('numbers.added'))}
    <span class="main"
      ><time datetime=${number.addedAt}><bdi>${formats.day(number.addedAt)}</bdi></time></span
    >
    ${number.order === null ? nothing : html`<span class="sub">${texts.show('numbers.order', { order })}</span>`}
  </td>`;
}

/** What can be done to it; where it cannot be moved, or has to stay, the control stays with its reason (ACC-4, POR-7). */
function actsCell(number: PhoneNumber, act: NumberActName | null, view: NumberTableView): TemplateResult {
  const { texts } = view;
  const readable = readableNumber(number.number);
  const leaving = number.leaving ? 'leaving' : null;
  const button = (name: 'move' | 'remove', reason: NumberReason | null) =>
    html`<button
      class="quiet ${reason ? 'has-tip' : ''}"
      data-act=${name}
      aria-label=${texts.say(`numbers.${name}.label`, { number: readable })}
      aria-expanded=${reason ? nothing : act === name}
      aria-disabled=${reason ? 'true' : nothing}
      aria-describedby=${reason ?? nothing}
      data-tip=${reason ?? nothing}
      @click=${() => reason || view.onAct(name, number)}
    >
      ${texts.say(`numbers.${name}`)}
    </button>`;
  return html`<td role="cell" part="cell action" class="acts">
    ${button('move', leaving ?? (view.canMove(number) ? null : 'nowhere'))}${button('remove', leaving)}
  </td>`;
}

/** Names a cell where there are no columns to name it. */
const cellLabel = (text: string) => html`<span class="sub label" aria-hidden="true">${text}</span>`;
