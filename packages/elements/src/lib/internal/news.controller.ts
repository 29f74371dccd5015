import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from './clock.ts';
import type { LiveChange } from './live-changes.ts';

/** Milliseconds for which changes are gathered, so that several at once are told in one sentence. */
export const gatherNewsMillis = 600;

/** Milliseconds for which a changed row is marked. */
export const freshNewsMillis = 8_000;

/** As many changes at once are told one by one; more are only counted. */
const toldSingly = 3;

/** What is told, of what. */
export interface NewsOptions<Item> {
  clock: () => Clock;
  keyOf: (item: Item) => string;
  sentence: (change: LiveChange<Item>) => string;
  /** A sentence on many changes. */
  count: (count: number) => string;
  /** Says it to those who do not see it. */
  say: (text: string) => void;
}

/** Marks the rows that have changed for a while, and says so in words to those who do not see it. */
export class NewsController<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: NewsOptions<Item>;
  readonly #fresh = new Map<string, () => void>();
  #gathered = new Map<string, LiveChange<Item>>();
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: NewsOptions<Item>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether an item's row is to be marked. */
  isFresh(key: string): boolean {
    return this.#fresh.has(key);
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
    this.#gathered.clear();
    for (const callOff of this.#fresh.values()) callOff();
    this.#fresh.clear();
  }

  /** Takes in what has just changed. */
  add(changes: readonly LiveChange<Item>[]): void {
    for (const change of changes) {
      const key = this.#options.keyOf(change.item);
      const before = this.#gathered.get(key);
      this.mark(change);
      // Gone from one account and come to another is one change.
      const isMove = before?.kind === 'removed' && change.kind === 'added';
      this.#gathered.set(key, isMove ? { kind: 'updated', item: change.item } : change);
    }
    if (changes.length > 0)
      this.#callOff ??= this.#options.clock().after(gatherNewsMillis, () => this.#announce());
  }

  /** Marks a row without a word. */
  mark({ kind, item }: LiveChange<Item>): void {
    const { clock, keyOf } = this.#options;
    const key = keyOf(item);
    this.#fresh.get(key)?.();
    if (kind === 'left' || kind === 'removed') return void this.#fresh.delete(key);
    const fade = clock().after(freshNewsMillis, () => {
      this.#fresh.delete(key);
      this.#host.requestUpdate();
    });
    this.#fresh.set(key, fade);
  }

  #announce(): void {
    const changes = [...this.#gathered.values()];
    this.#gathered = new Map();
    this.#callOff = null;
    const { sentence, count } = this.#options;
    const sentences = changes.length > toldSingly ? [count(changes.length)] : changes.map(sentence);
    this.#options.say(sentences.join(' '));
  }
}
