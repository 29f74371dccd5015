import { type PortOut, canAnswer } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { apart, unbroken } from '../internal/apart.ts';
import { portOutDeadline } from './portout-deadline.template.ts';
import { type PortOutListView, portOutAccount } from './portout-list-view.ts';
import { portOutStatusChip } from './portout-status.template.ts';

/** A request as a row (POR-2). */
export function portOutRow(listed: PortOut, index: number, view: PortOutListView): TemplateResult {
  const { texts } = view;
  const portout = view.body(listed);
  return html`<tbody
    role="rowgroup"
    class="item ${view.isFresh(portout) ? 'fresh' : ''}"
    data-key=${portout.id}
    data-index=${index}
  >
    <tr role="row" part="row" aria-rowindex=${index + 2}>
      ${requestCell(portout, view)}
      <td role="cell" part="cell" class="status">${portOutStatusChip(portout.status, texts)}</td>
      ${dueCell(portout, view)} ${focCell(portout, view)}
      <td role="cell" part="cell" class="quantity">
        ${cellLabel(texts.say('portouts.quantity'))}
        <span class="main">${view.formats.number(portout.quantity)}</span>
      </td>
      <td role="cell" part="cell" class="carrier">${carrier(portout, view)}</td>
      ${detailsCell(portout, view)}
    </tr>
  </tbody>`;
}

/** The number that the carrier gave it, and the account where that is not the reader's own; the carrier in a card. */
function requestCell(portout: PortOut, view: PortOutListView): TemplateResult {
  const own = view.session?.account?.id;
  return html`<th role="rowheader" part="cell" class="request">
    <span class="main"><bdi>${portout.request}</bdi></span>
    <span class="sub beneath" aria-hidden="true">${carrier(portout, view)}</span>
    ${portout.account === own ? nothing : html`<span class="sub">${apart(portOutAccount(portout, view), view.texts)}</span>`}
  </th>`;
}

const carrier = ({ winningCarrier }: PortOut, { texts }: PortOutListView) =>
  winningCarrier === null ? html`<i>${texts.say('portouts.carrier.none')}</i>` : apart(winningCarrier, texts);

/** How long there is until the earliest deadline, and what happens then (POR-9). */
function dueCell(portout: PortOut, view: PortOutListView): TemplateResult {
  const deadline = portOutDeadline(portout, view);
  return html`<td role="cell" part="cell" class="due">
    ${
      deadline === nothing
        ? html`<span class="unseen">${view.texts.say('portouts.due.none')}</span
            ><span class="sub" aria-hidden="true">–</span>`
        : deadline
    }
  </td>`;
}

/** The day that was agreed to, else the one that was asked for. */
function focCell(
  { focDate, requestedFocDate }: PortOut,
  { texts, formats }: PortOutListView,
): TemplateResult {
  const day = focDate ?? requestedFocDate;
  return html`<td role="cell" part="cell" class="foc">
    ${cellLabel(texts.say('portouts.foc'))}
    <span class="main">${apart(unbroken(formats.dates(day, day)), texts)}</span>
    <span class="sub">${texts.say(focDate === null ? 'portouts.foc.requested' : 'portouts.foc.agreed')}</span>
  </td>`;
}

/** The way to the request; to its answer, where it waits for one that the reader may give. */
function detailsCell(portout: PortOut, view: PortOutListView): TemplateResult {
  const { texts, session, now } = view;
  const isToAnswer = session && !canAnswer(portout, session, now);
  const word = isToAnswer ? 'answer' : 'details';
  const label = texts.say(`portouts.${word}.label`, { request: `\u2068${portout.request}\u2069` });
  const look = `button ${isToAnswer ? 'primary' : ''}`;
  const href = view.href?.(portout) ?? null;
  const onClick = (event: MouseEvent) => view.onOpen(portout, event);
  return html`<td role="cell" part="cell action" class="details">
    ${
      href === null
        ? html`<button class=${look} aria-label=${label} @click=${onClick}>
            ${texts.say(`portouts.${word}`)}
          </button>`
        : html`<a class=${look} href=${href} aria-label=${label} @click=${onClick}
            >${texts.say(`portouts.${word}`)}</a
          >`
    }
  </td>`;
}

/** Names a cell where there are no columns to name it. */
const cellLabel = (text: string) => html`<span class="sub label" aria-hidden="true">${text}</span>`;
