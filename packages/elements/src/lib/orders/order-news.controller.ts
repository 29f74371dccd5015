import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../internal/clock.ts';
import type { Localizer } from '../internal/localize.ts';
import type { OrderChange } from './live-orders.ts';

/** Milliseconds for which changes are gathered, so that several at once are told in one sentence. */
export const gatherMillis = 600;

/** Milliseconds for which a changed row is marked. */
export const freshMillis = 8_000;

/** As many changes at once are told one by one; more are only counted. */
const toldSingly = 3;

/** What the news are told with. */
export interface OrderNewsOptions {
  clock: () => Clock;
  texts: () => Localizer;
  say: (text: string) => void;
}

/** Marks the rows that have changed for a while, and says so in words to those who do not see it. */
export class OrderNewsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: OrderNewsOptions;
  readonly #fresh = new Map<string, () => void>();
  #gathered = new Map<string, OrderChange>();
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: OrderNewsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
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
    this.#callOff ??= this.#options.clock().after(gatherMillis, () => this.#announce());
  }

  #mark({ kind, order: { number } }: OrderChange): void {
    this.#fresh.get(number)?.();
    if (kind === 'left') return void this.#fresh.delete(number);
    const fade = this.#options.clock().after(freshMillis, () => {
      this.#fresh.delete(number);
      this.#host.requestUpdate();
    });
    this.#fresh.set(number, fade);
  }

  #announce(): void {
    const changes = [...this.#gathered.values()];
    this.#gathered = new Map();
    this.#callOff = null;
    const texts = this.#options.texts();
    const isMany = changes.length > toldSingly;
    const sentences = isMany
      ? [texts.say('orders.news.many', { count: changes.length })]
      : changes.map((change) => sentence(change, texts));
    this.#options.say(sentences.join(' '));
  }
}

function sentence({ kind, order: { number, status } }: OrderChange, texts: Localizer): string {
  return texts.say(`orders.news.${kind}`, { number, status: texts.term('orders.status', status) ?? status });
}
