import { type ReactiveController, type ReactiveControllerHost, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Clock } from '../internal/clock.ts';
import type { Localizer } from '../internal/localize.ts';
import type { OrderChange } from './loaded-orders.ts';

/** Milliseconds for which changes are gathered, so that several at once are told in one sentence. */
export const gatherMillis = 600;

/** Milliseconds for which a changed row is marked. */
export const freshMillis = 8_000;

/** As many changes at once are told one by one; more are only counted. */
const toldSingly = 3;

/** Marks the rows that have changed for a while, and says so in words to those who do not see it. */
export class OrderNewsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #clock: () => Clock;
  readonly #texts: () => Localizer;
  readonly #fresh = new Map<string, () => void>();
  #gathered = new Map<string, OrderChange>();
  #callOff: (() => void) | null = null;
  #announcement = { id: 0, text: '' };

  constructor(host: ReactiveControllerHost, clock: () => Clock, texts: () => Localizer) {
    this.#host = host;
    this.#clock = clock;
    this.#texts = texts;
    host.addController(this);
  }

  /** What is to be said, for a live region: a new node each time, so that the same words are said again. */
  get said() {
    return repeat(
      [this.#announcement],
      ({ id }) => id,
      ({ text }) => html`<p>${text}</p>`,
    );
  }

  /** Whether an order's row is to be marked. */
  isFresh(number: string): boolean {
    return this.#fresh.has(number);
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#gathered.clear();
    for (const callOff of this.#fresh.values()) callOff();
    this.#fresh.clear();
  }

  /** Takes in what has just changed. */
  add(changes: readonly OrderChange[]): void {
    for (const change of changes) {
      this.#mark(change);
      this.#gathered.set(change.order.number, change);
    }
    this.#callOff ??= this.#clock().after(gatherMillis, () => this.#announce());
  }

  /** Says something at once. */
  say(text: string): void {
    this.note(text);
    this.#host.requestUpdate();
  }

  /** Says something with the rendering that is under way. */
  note(text: string): void {
    this.#announcement = { id: this.#announcement.id + 1, text };
  }

  #mark({ kind, order: { number } }: OrderChange): void {
    this.#fresh.get(number)?.();
    if (kind === 'left') return void this.#fresh.delete(number);
    const fade = this.#clock().after(freshMillis, () => {
      this.#fresh.delete(number);
      this.#host.requestUpdate();
    });
    this.#fresh.set(number, fade);
  }

  #announce(): void {
    const changes = [...this.#gathered.values()];
    this.#gathered = new Map();
    this.#callOff = null;
    const texts = this.#texts();
    const isMany = changes.length > toldSingly;
    const sentences = isMany
      ? [texts.say('orders.news.many', { count: changes.length })]
      : changes.map((change) => sentence(change, texts));
    this.say(sentences.join(' '));
  }
}

function sentence({ kind, order: { number, status } }: OrderChange, texts: Localizer): string {
  return texts.say(`orders.news.${kind}`, { number, status: texts.term('orders.status', status) ?? status });
}
