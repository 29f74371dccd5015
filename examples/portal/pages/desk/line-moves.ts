import { type Client, isPortalError } from '@numberdesk/core';
import { type Order, type OrderLine, type OrderStatus, orderLineTransitions } from '@numberdesk/core/orders';
import { type Decision, numbersProblem } from './decision.ts';
import type { OrderList } from './order-list.ts';
import { suggestNumbers } from './suggestions.ts';
import { lineSummary, refusalWords, statusWord } from './words.ts';

export const lineKey = (order: Order, line: OrderLine) => `${order.number}/${line.id}`;

/** Moves lines: at once where there is a way back, after a question where there is none. */
export class LineMoves {
  decision: Decision | null = null;
  /** What has just been done, for a screen reader too. */
  said = '';

  readonly #client: Client;
  readonly #list: OrderList;
  readonly #draw: () => void;
  readonly #refusals = new Map<string, string>();

  constructor(client: Client, list: OrderList, draw: () => void) {
    this.#client = client;
    this.#list = list;
    this.#draw = draw;
  }

  refusalOf(order: Order, line: OrderLine): string | undefined {
    return this.#refusals.get(lineKey(order, line));
  }

  decisionOn(order: Order, line: OrderLine): Decision | null {
    return this.decision?.key === lineKey(order, line) ? this.decision : null;
  }

  choose(order: Order, line: OrderLine, to: OrderStatus): void {
    if (orderLineTransitions[to].length > 0) return void this.#move(order, line, to, []);
    const isOpen = this.decisionOn(order, line)?.to === to;
    const suggestion = to === 'completed' ? suggestNumbers(line, 0) : [];
    this.decision = isOpen ? null : { key: lineKey(order, line), to, suggestion, attempt: 0 };
    this.#draw();
  }

  suggest(line: OrderLine): void {
    if (!this.decision) return;
    const attempt = this.decision.attempt + 1;
    this.decision = { ...this.decision, attempt, suggestion: suggestNumbers(line, attempt) };
    this.#draw();
  }

  decide(order: Order, line: OrderLine, numbers: string[]): void {
    const to = this.decision?.to;
    if (to === undefined) return;
    const problem = to === 'completed' ? numbersProblem(line, numbers) : null;
    if (problem === null) return void this.#move(order, line, to, numbers);
    this.#refusals.set(lineKey(order, line), problem);
    this.#draw();
  }

  dismiss(): void {
    this.decision = null;
    this.#draw();
  }

  async #move(order: Order, line: OrderLine, to: OrderStatus, numbers: string[]): Promise<void> {
    const { number, version } = order;
    this.#refusals.delete(lineKey(order, line));
    try {
      const input = { number, id: line.id, status: to, numbers };
      this.#list.put(await this.#client.orders.moveLine(input, { ifMatch: version }));
      this.decision = null;
      this.said = `${number}: ${lineSummary(line)} is now ${statusWord(to)}.`;
    } catch (error) {
      this.#refusals.set(lineKey(order, line), refusalWords(error));
      if (isPortalError(error) && error.code === 'stale') await this.#list.refresh(number);
    }
    this.#draw();
    // The button that was pressed may be gone: whoever uses the keyboard goes on from the order.
    if (document.activeElement === document.body) document.getElementById(`order-${number}`)?.focus();
  }
}
