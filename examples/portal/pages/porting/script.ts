import { createClient } from '@numberdesk/core';
import type { PortOut } from '@numberdesk/core/portouts';
import { html, nothing, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ClockStep } from '../../demo-clock.ts';
import { readClock, tellClock } from '../clock.ts';
import { followChoices } from '../look.ts';
import { sessionFrom } from '../session.ts';
import { clockForm } from './clock-form.ts';
import { OpenPortOuts } from './open-portouts.ts';
import { portOutCard } from './portout-card.ts';
import { recordForm } from './record-form.ts';

const root = document.querySelector('#desk') as HTMLElement;
const client = createClient({ baseUrl: '/numberdesk', fetchSession: sessionFrom('/desk/session') });
let ahead = 0;
const now = () => Date.now() + ahead;
const open = new OpenPortOuts(client, draw, now);
/** Id of the request that is looked into, and of the one whose overruling is being written. */
let looked: string | null = null;
let overruling: string | null = null;
let turn = Math.floor(Date.now() / 1000) % 100_000;

async function forward(step: ClockStep): Promise<void> {
  const answer = await fetch('/desk/clock', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ step }),
  });
  ahead = ((await answer.json()) as { ahead: number }).ahead;
  tellClock(ahead);
  draw();
}

const inDays = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(now() + days * 86_400_000);

const card = (portout: PortOut) => {
  const { id } = portout;
  return portOutCard(portout, {
    now: now(),
    detail: open.detailOf(portout),
    isOpen: looked === id,
    isOverruling: overruling === id,
    afterInvalidRejection: open.state.afterInvalidRejection,
    refusal: open.refusalOf(id),
    toggle() {
      looked = looked === id ? null : id;
      draw();
      if (looked) void open.open(id);
    },
    overrule() {
      overruling = overruling === id ? null : id;
      draw();
    },
    async judge(valid, note) {
      if (await open.judge(portout, valid, note)) overruling = null;
      draw();
    },
    cancel: () => void open.cancel(portout),
    port: (numbers) => void open.port(portout, numbers),
  });
};

function draw(): void {
  const { portouts, state } = open;
  const form = recordForm({
    inDays,
    turn,
    refusal: open.refusalOf('new'),
    async record(input) {
      if (await open.record(input)) turn++;
      draw();
    },
  });
  const failure = html`<p class="refusal" role="alert">
    ${state.failure} <button type="button" @click=${() => void open.load()}>Try again</button>
  </p>`;
  render(
    html`${clockForm(now(), (step) => void forward(step))}
      <details class="sheet">
        <summary>Record a request</summary>
        ${form}
      </details>
      <p class="said" role="status">${state.said}</p>
      ${state.failure === null ? nothing : failure} ${repeat(portouts, ({ id }) => id, card)}
      ${state.isLoaded && portouts.length === 0 ? html`<p class="sheet">No request is open.</p>` : nothing}
      ${
        state.hasMore
          ? html`<button type="button" @click=${() => void open.more()}>Load more</button>`
          : nothing
      }`,
    root,
  );
}

followChoices(document.querySelector('form.strip') as HTMLFormElement);
draw();
void readClock().then((found) => {
  ahead = found;
  draw();
});
void open.load();
