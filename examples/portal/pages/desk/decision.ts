import { type OrderLine, type OrderStatus, lineMoveProblem } from '@numberdesk/core/orders';
import { type TemplateResult, html } from 'lit';

/** A move that ends a line, and therefore is asked about first. */
export interface Decision {
  /** Order number and line. */
  key: string;
  to: OrderStatus;
  suggestion: readonly string[];
  /** How often other numbers were asked for. */
  attempt: number;
}

export interface DecisionActs {
  suggest: () => void;
  decide: (numbers: string[]) => void;
  dismiss: () => void;
}

/** What stands in the way of a completion, in words; `null` when nothing does (ORD-7). */
export function numbersProblem(line: OrderLine, numbers: readonly string[]): string | null {
  const problem = lineMoveProblem(line, 'completed', numbers);
  switch (problem?.code) {
    case 'numbers-needed':
      return `This line takes ${problem.quantity} numbers; ${problem.given} given.`;
    case 'numbers-repeated':
      return `${problem.number} is there twice.`;
    default:
      return null;
  }
}

const numbersIn = (form: HTMLFormElement) =>
  String(new FormData(form).get('numbers') ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean);

export function decisionForm(line: OrderLine, decision: Decision, acts: DecisionActs): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.decide(numbersIn(event.currentTarget as HTMLFormElement));
  };
  const leaveByEscape = ({ key }: KeyboardEvent) => key === 'Escape' && acts.dismiss();
  return html`<form class="decision" @submit=${submit} @keydown=${leaveByEscape}>
    ${decision.to === 'completed' ? completion(line, decision, acts) : cancellation}
    <button type="button" @click=${acts.dismiss}>Leave it</button>
  </form>`;
}

const cancellation = html`<p>A canceled line stays canceled.</p>
  <button class="primary">Cancel the line</button>`;

const completion = ({ quantity }: OrderLine, { suggestion }: Decision, { suggest }: DecisionActs) => html`
  <label>
    <span>${quantity === 1 ? 'The number' : `The ${quantity} numbers, one on each row`}</span>
    <textarea
      name="numbers"
      dir="ltr"
      spellcheck="false"
      rows=${Math.min(quantity, 6)}
      .value=${suggestion.join('\n')}
    ></textarea>
  </label>
  <button class="primary">Complete the line</button>
  <button type="button" @click=${suggest}>Other numbers</button>
`;
