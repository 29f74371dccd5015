import type { Order, OrderLine } from '@numberdesk/core/orders';
import { type TemplateResult, html, nothing } from 'lit';
import { accounts } from '../../seeds/accounts.ts';
import { decisionForm } from './decision.ts';
import type { LineMoves } from './line-moves.ts';
import { lineSummary, moment, moveWords, movesOf, statusWord } from './words.ts';

/** One order with its lines, and for each line where it may go. */
export function orderCard(order: Order, moves: LineMoves): TemplateResult {
  const { number, account, placedBy, placedAt, confirmedAt, status, lines } = order;
  return html`<article class="order" aria-labelledby="order-${number}">
    <header>
      <h2 id="order-${number}" tabindex="-1"><bdi>${number}</bdi></h2>
      ${badge(status)}
      <p>
        ${accounts[account]?.name ?? account} · <bdi>${placedBy.name}</bdi> ·
        <time datetime=${placedAt}>${moment(placedAt)}</time>
        ${confirmedAt === null ? html` · <em>not yet confirmed</em>` : nothing}
      </p>
    </header>
    <ul>
      ${lines.map((line) => lineRow(order, line, moves))}
    </ul>
  </article>`;
}

const badge = (status: string) => html`<span class="badge ${status}">${statusWord(status)}</span>`;

function lineRow(order: Order, line: OrderLine, moves: LineMoves): TemplateResult {
  const summary = lineSummary(line);
  const refusal = moves.refusalOf(order, line);
  const decision = moves.decisionOn(order, line);
  const possible = movesOf(line);
  const isAsked = decision !== null && possible.includes(decision.to);
  return html`<li>
    <p class="what"><bdi>${line.quantity}</bdi> × ${summary} ${numbersOf(line)}</p>
    ${order.lines.length > 1 ? badge(line.status) : nothing}
    ${possible.length > 0 ? moveButtons(order, line, moves) : nothing}
    ${
      isAsked
        ? decisionForm(line, decision, {
            suggest: () => moves.suggest(line),
            decide: (numbers) => moves.decide(order, line, numbers),
            dismiss: () => moves.dismiss(),
          })
        : nothing
    }
    ${refusal ? html`<p class="refusal" role="alert">${refusal}</p>` : nothing}
  </li>`;
}

function numbersOf({ numbers: [first, ...others] }: OrderLine) {
  if (!first) return nothing;
  return html`<small>
    <bdi dir="ltr">${first}</bdi>${others.length > 0 ? ` and ${others.length} more` : nothing}
  </small>`;
}

function moveButtons(order: Order, line: OrderLine, moves: LineMoves): TemplateResult {
  const chosen = moves.decisionOn(order, line)?.to;
  return html`<div class="moves" role="group" aria-label="${order.number}: ${lineSummary(line)}">
    ${movesOf(line).map(
      (to) =>
        html`<button
          type="button"
          aria-expanded=${movesOf({ status: to }).length === 0 ? String(chosen === to) : nothing}
          @click=${() => moves.choose(order, line, to)}
        >
          ${moveWords[to]}
        </button>`,
    )}
  </div>`;
}
