import type { Contact } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { contactLink } from '../internal/contact-link.template.ts';
import { gapRow, moreItems } from '../internal/list-parts.template.ts';
import type { NextPage } from '../internal/list-page.ts';
import type { LiveList } from '../internal/live-list.ts';
import type { Localizer } from '../internal/localize.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { type ListedRow, rowList } from '../internal/row-list.ts';
import type { Piece, RowPiece } from '../internal/row-pieces.ts';
import { numberRows, rowsOf } from './number-table-row.template.ts';
import type { NumberTableView } from './number-table-view.ts';

/** The columns, in the order in which they are read, with their words. */
const columns: readonly (readonly [name: string, word: MessageKey])[] = [
  ['number', 'numbers.number'],
  ['status', 'numbers.status'],
  ['purpose', 'numbers.purpose'],
  ['account', 'list.account'],
  ['added', 'numbers.added'],
];

/** Rows of the skeleton. */
const skeletonRows = 6;

/** The table with what has been loaded, as far as it is in the window or near it. */
export function numberTable(
  { items, next }: LiveList<PhoneNumber>,
  pieces: readonly Piece<PhoneNumber>[],
  view: NumberTableView,
): TemplateResult {
  const { texts, canChange, common } = view;
  // At most one of them takes up more than a row.
  const openAt = items.findIndex((number) => rowsOf(view.act(number)) > 1);
  const row = ({ item: number, index, place }: RowPiece<PhoneNumber>): ListedRow => {
    const rowIndex = index + 2 + (openAt >= 0 && index > openAt ? 1 : 0);
    const act = view.act(number);
    const own = [number, index, rowIndex, act && {}, view.isFresh(number), view.isCopied(number)];
    const render = () => numberRows(number, index, rowIndex, view);
    return { key: number.id, kind: act ?? 'number', shows: [...own, ...common], place, render };
  };
  const rows = pieces.map((piece) => (piece.item ? row(piece) : gapRow(piece)));
  const total = items.length + 1 + (openAt >= 0 ? 1 : 0);
  return html`<table
    role="table"
    part="table"
    class=${canChange ? 'changing' : ''}
    aria-label=${texts.say('numbers.label')}
    aria-rowcount=${next === null ? total : -1}
  >
    ${head(texts, canChange)} ${rowList(rows)}
  </table>`;
}

/** As much room as the table will take, with nothing in it yet. */
export function numberBones(texts: Localizer | null): TemplateResult {
  const row = html`<tr class="bones">
    ${columns.map(([name]) => html`<td class=${name}><i></i></td>`)}
  </tr>`;
  return html`<p class="unseen">${texts?.say('numbers.loading')}</p>
    <table part="table skeleton" aria-hidden="true">
      ${head(texts, false)}
      <tbody>
        ${Array.from({ length: skeletonRows }, () => row)}
      </tbody>
    </table>`;
}

/** What stands below the table: how much is shown, and the way to more. */
export function numbersBelow(
  shown: string,
  { list, more, onMore }: { list: LiveList<PhoneNumber>; more: NextPage | null; onMore: () => void },
  texts: Localizer,
): TemplateResult {
  return html`${moreItems({ shown, hasMore: list.next !== null, more }, onMore, texts)}
  ${reason('nowhere', texts.say('numbers.move.nowhere'))} ${reason('leaving', texts.say('numbers.leaving'))}`;
}

/** Why controls of rows are off, once for all of them. */
const reason = (id: string, text: string): TemplateResult =>
  html`<div class="tip" id=${id} popover="manual" role="tooltip">
    <div class="bubble" part="tip">${text}</div>
  </div>`;

/** Whom to turn to, always in reach (NUM-10). */
export function numberHelp(contact: Contact, texts: Localizer) {
  const link = contactLink(contact, { word: texts.say('list.contact') });
  return link && html`<p class="help sub">${texts.show('numbers.help', { contact: link })}</p>`;
}

function head(texts: Localizer | null, canChange: boolean): TemplateResult {
  const cell = (name: string, word: MessageKey) =>
    html`<th role="columnheader" part="cell" class="${name} sub">${texts?.say(word)}</th>`;
  return html`<thead role="rowgroup">
    <tr role="row" part="row" aria-rowindex="1">
      ${columns.map(([name, word]) => cell(name, word))} ${canChange ? cell('acts', 'numbers.acts') : nothing}
    </tr>
  </thead>`;
}
