import type { ShownChargeLine, ShownMonthCharges } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { inTreeOrder } from '../access/account-tree.ts';
import { icon } from '../internal/icons.ts';
import type { NextPage } from '../internal/list-page.ts';
import { moreItems } from '../internal/list-parts.template.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { emptyPanel, errorPanel } from '../internal/panels.ts';
import type { Resource } from '../internal/resource-controller.ts';
import { readableNumber } from '../numbers/number-table-text.ts';
import { moneyText } from './money-text.ts';
import { type PortOutListView, portOutAccount } from './portout-list-view.ts';

/** What is shown of the charges, and what can be done with them. */
export interface ChargesView extends PortOutListView {
  /** Whose charges are shown; empty while nobody has been chosen. */
  account: string;
  value: Resource<ShownMonthCharges>;
  months: ShownMonthCharges['months'];
  more: NextPage;
  /** The export, while it is open. */
  panel: TemplateResult | null;
  onMonth: (month: string) => void;
  onAccount: (account: string) => void;
  onExport: () => void;
  onMore: () => void;
  onRetry: () => void;
}

/** Months to choose from, and the charges of one of them (POR-8). */
export function chargesPage(view: ChargesView): TemplateResult {
  const { texts, value } = view;
  return html`<div
    class="frame charges"
    role="group"
    tabindex="-1"
    aria-label=${texts.say('charges.label')}
    aria-busy=${value.state === 'loading' && view.account !== ''}
  >
    ${accounts(view)} ${view.account === '' ? choose(view) : body(view)}
  </div>`;
}

function body(view: ChargesView): TemplateResult {
  const { texts, value, months, onRetry } = view;
  if (value.state === 'error' && !value.data) return errorPanel(value.error, texts, onRetry);
  return html`<div class="year">
    ${months.length > 0 ? monthList(view) : nothing}
    <div class="month">${value.data ? month(value.data, view) : bones(view)}</div>
  </div>`;
}

/** Whose charges they are, where there is a choice. */
function accounts({ accounts, account, texts, onAccount }: ChargesView) {
  if (accounts.length < 2) return nothing;
  const onChange = ({ target }: Event) => onAccount((target as HTMLSelectElement).value);
  return html`<div class="toolbar" part="toolbar">
    <label class="whose"
      ><span class="sub">${texts.say('list.account')}</span>
      <select class="button" @change=${onChange}>
        ${account === '' ? html`<option value="" selected>${texts.say('charges.account.choose')}</option>` : nothing}
        ${inTreeOrder(accounts).map(
          ({ id, name }) => html`<option value=${id} .selected=${id === account}>${name}</option>`,
        )}
      </select></label
    >
  </div>`;
}

const choose = ({ texts }: ChargesView) =>
  emptyPanel(texts.say('charges.account.choose'), [texts.say('charges.account.text')]);

/** The months that have charges, with what each came to. */
function monthList({ months, value, texts, onMonth }: ChargesView): TemplateResult {
  const shown = value.data?.month;
  return html`<ul class="months" aria-label=${texts.say('charges.months')}>
    ${months.map(
      ({ month, status, total }) =>
        html`<li>
          <button aria-current=${month === shown ? 'true' : 'false'} @click=${() => onMonth(month)}>
            <b>${monthText(month, texts.locale)}</b>
            <bdi class="money">${moneyText(total, texts.locale)}</bdi>
            <span class="sub">${statusText(status, texts)}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}

/** One month: what it comes to, and its lines. */
function month(charges: ShownMonthCharges, view: ChargesView): TemplateResult {
  const { texts, panel, onExport } = view;
  const { month, status, total } = charges;
  const isOpen = status === 'open';
  return html`<div class="sum">
      <div>
        <p class="name">${monthText(month, texts.locale)}</p>
        <p class="sub">${texts.say(isOpen ? 'charges.open.about' : 'charges.closed.about')}</p>
      </div>
      <p class="total">
        <span class="sub">${texts.say(isOpen ? 'charges.total.so-far' : 'charges.total')}</span>
        <bdi class="money">${moneyText(total, texts.locale)}</bdi>
      </p>
      <button
        class="button tool"
        aria-expanded=${panel !== null}
        aria-controls="charges-export"
        @click=${onExport}
      >
        ${icon('download')}<span>${texts.say('list.export')}</span>
      </button>
    </div>
    <div id="charges-export" class=${panel ? 'tools' : ''} part="toolbar">${panel}</div>
    ${charges.lines.length > 0 ? lines(charges, view) : none(month, view)}`;
}

const none = (month: string, { texts }: ChargesView) =>
  emptyPanel(texts.say('charges.empty.title', { month: monthText(month, texts.locale) }), [
    texts.say('charges.empty.text'),
  ]);

const columns: readonly (readonly [name: string, word: MessageKey])[] = [
  ['tn', 'charges.number'],
  ['what', 'charges.what'],
  ['when', 'charges.when'],
  ['amount', 'charges.amount'],
];

/** The lines of a month, the latest first. */
function lines({ lines, next }: ShownMonthCharges, view: ChargesView): TemplateResult {
  const { texts, more, onMore } = view;
  const head = columns.map(
    ([name, word]) => html`<th role="columnheader" part="cell" class="${name} sub">${texts.say(word)}</th>`,
  );
  return html`<table role="table" part="table" aria-label=${texts.say('charges.label')}>
      <thead role="rowgroup">
        <tr role="row" part="row">
          ${head}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${lines.map((charge) => line(charge, view))}
      </tbody>
    </table>
    ${moreItems(
      { shown: texts.say('charges.shown', { count: lines.length }), hasMore: next !== null, more },
      onMore,
      texts,
    )}`;
}

function line(charge: ShownChargeLine, view: ChargesView): TemplateResult {
  const { texts, formats } = view;
  const { tn, kind, request, at, amount, note, account } = charge;
  const word = texts.term('charges.kind', kind) ?? html`<bdi>${kind}</bdi>`;
  const isOwn = account === view.account;
  return html`<tr role="row" part="row" class="line">
    <th role="rowheader" part="cell" class="tn">
      <span class="main"><bdi dir="ltr">${readableNumber(tn)}</bdi></span>
      ${isOwn ? nothing : html`<span class="sub"><bdi>${portOutAccount(charge, view)}</bdi></span>`}
    </th>
    <td role="cell" part="cell" class="what">
      <span class="main">${word} <bdi>${request}</bdi></span>
      ${note ? html`<span class="sub note"><bdi>${note}</bdi></span>` : nothing}
    </td>
    <td role="cell" part="cell" class="when">
      <time datetime=${at}><bdi>${formats.moment(at)}</bdi></time>
    </td>
    <td role="cell" part="cell" class="amount">
      <bdi class="money">${moneyText(amount, texts.locale)}</bdi>
    </td>
  </tr>`;
}

/** As much room as a month will take. */
function bones({ texts }: ChargesView): TemplateResult {
  const row = html`<p class="bones"><i></i></p>`;
  return html`<p class="unseen">${texts.say('charges.loading')}</p>
    <div class="waiting" aria-hidden="true">${Array.from({ length: 6 }, () => row)}</div>`;
}

const statusText = (status: string, texts: ChargesView['texts']) =>
  status === 'open' || status === 'closed' ? texts.say(`charges.${status}`) : status;

/** A month in words; what is none is shown raw. */
function monthText(month: string, locale: string): string {
  const first = new Date(`${month}-01T00:00Z`);
  if (Number.isNaN(Number(first))) return month;
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(first);
}
