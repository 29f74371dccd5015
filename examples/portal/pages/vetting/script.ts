import { createClient } from '@numberdesk/core';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';
import { numberCard } from './number-card.ts';
import { PendingNumbers } from './pending-numbers.ts';

const root = document.querySelector('#desk') as HTMLElement;
const client = createClient({ baseUrl: '/numberdesk', fetchSession: sessionFrom('/desk/session') });
const pending = new PendingNumbers(client, draw);
/** Id of the number whose note is being written. */
let rejecting: string | null = null;

async function judge(number: PhoneNumber, valid: boolean, note = ''): Promise<void> {
  const { numbers } = pending;
  const after = numbers[numbers.indexOf(number) + 1] ?? numbers[numbers.indexOf(number) - 1];
  if (await pending.judge(number, valid, note)) rejecting = null;
  draw();
  // The button that was pressed may be gone: whoever uses the keyboard goes on from the next number.
  if (document.activeElement === document.body) document.getElementById(`number-${after?.id}`)?.focus();
}

const card = (number: PhoneNumber) =>
  numberCard(number, {
    isRejecting: rejecting === number.id,
    refusal: pending.refusalOf(number),
    accept: () => void judge(number, true),
    reject: (note) => void judge(number, false, note),
    toggle: () => {
      rejecting = rejecting === number.id ? null : number.id;
      draw();
    },
  });

function draw(): void {
  const { numbers, state } = pending;
  const failure = html`<p class="refusal" role="alert">
    ${state.failure} <button type="button" @click=${() => void pending.load()}>Try again</button>
  </p>`;
  render(
    html`<p class="said" role="status">${state.said}</p>
      ${state.failure === null ? nothing : failure} ${repeat(numbers, ({ id }) => id, card)}
      ${state.isLoaded && numbers.length === 0 ? html`<p class="sheet">No number waits.</p>` : nothing}
      ${
        state.hasMore
          ? html`<button type="button" @click=${() => void pending.more()}>Load more</button>`
          : nothing
      }`,
    root,
  );
}

followChoices(document.querySelector('form.strip') as HTMLFormElement);
draw();
void pending.load();
