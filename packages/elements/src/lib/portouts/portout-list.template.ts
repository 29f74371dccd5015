import type { PortOut } from '@numberdesk/core/portouts';
import { type TemplateResult, html } from 'lit';
import { gapRow } from '../internal/list-parts.template.ts';
import type { LiveList } from '../internal/live-list.ts';
import type { Localizer } from '../internal/localize.ts';
import { type ListedRow, rowList } from '../internal/row-list.ts';
import type { Piece, RowPiece } from '../internal/row-pieces.ts';
import { portOutRow } from './portout-list-row.template.ts';
import type { PortOutListView } from './portout-list-view.ts';

/** The columns, in the order in which they are read. */
const columns = ['request', 'status', 'due', 'foc', 'quantity', 'carrier', 'details'] as const;

/** Rows of the skeleton. */
const skeletonRows = 6;

/** The table with what has been loaded, as far as it is in the window or near it. */
export function portOutTable(
  { items, next }: LiveList<PortOut>,
  pieces: readonly Piece<PortOut>[],
  view: PortOutListView,
): TemplateResult {
  const { texts, common } = view;
  const row = ({ item: portout, index, place }: RowPiece<PortOut>): ListedRow => ({
    key: portout.id,
    kind: 'portout',
    shows: [portout, index, view.isFresh(portout), ...common],
    place,
    render: () => portOutRow(portout, index, view),
  });
  const rows = pieces.map((piece) => (piece.item ? row(piece) : gapRow(piece)));
  return html`<table
    role="table"
    part="table"
    aria-label=${texts.say('portouts.label')}
    aria-rowcount=${next === null ? items.length + 1 : -1}
  >
    ${head(texts)} ${rowList(rows)}
  </table>`;
}

/** As much room as the table will take, with nothing in it yet. */
export function portOutBones(texts: Localizer | null): TemplateResult {
  const row = html`<tr class="bones">
    ${columns.map((name) => html`<td class=${name}><i></i></td>`)}
  </tr>`;
  return html`<p class="unseen">${texts?.say('portouts.loading')}</p>
    <table part="table skeleton" aria-hidden="true">
      ${head(texts)}
      <tbody>
        ${Array(skeletonRows).fill(row)}
      </tbody>
    </table>`;
}

const head = (texts: Localizer | null): TemplateResult =>
  html`<thead role="rowgroup">
    <tr role="row" part="row" aria-rowindex="1">
      ${columns.map(
        (name) =>
          html`<th role="columnheader" part="cell" class="${name} sub">
            ${texts?.say(`portouts.${name}`)}
          </th>`,
      )}
    </tr>
  </thead>`;
