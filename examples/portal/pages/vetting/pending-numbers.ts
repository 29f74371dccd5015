import { type Client, isPortalError } from '@numberdesk/core';
import { type NumbersChanged, type PhoneNumber, compareNumbers } from '@numberdesk/core/numbers';
import { refusalWords } from '../desk/words.ts';

/** What the desk shows besides the numbers. */
export interface DeskState {
  failure: string | null;
  isLoaded: boolean;
  hasMore: boolean;
  /** What has just been done, for a screen reader too. */
  said: string;
}

const isPending = ({ status }: PhoneNumber) => status === 'pending';

/** The numbers that wait for staff, the oldest first, kept up to date by the event stream (NUM-9). */
export class PendingNumbers {
  numbers: readonly PhoneNumber[] = [];
  state: DeskState = { failure: null, isLoaded: false, hasMore: false, said: '' };
  readonly #client: Client;
  readonly #draw: () => void;
  readonly #refusals = new Map<string, string>();
  #next: string | null = null;

  constructor(client: Client, draw: () => void) {
    this.#client = client;
    this.#draw = draw;
  }

  refusalOf({ id }: PhoneNumber): string | undefined {
    return this.#refusals.get(id);
  }

  /** Reads the first page anew and follows what happens from there on. */
  async load(): Promise<void> {
    try {
      const page = await this.#client.numbers.list(query);
      this.#show(page.data, page.next);
      for await (const event of this.#client.events({ after: page.feed, signal: forever })) {
        if (event.type === 'reset') return await this.load();
        if (event.type === 'numbers.changed') this.#take(event.data as unknown as NumbersChanged);
      }
    } catch (error) {
      this.#set({ failure: refusalWords(error, 'number') });
    }
  }

  async more(): Promise<void> {
    if (this.#next === null) return;
    try {
      const page = await this.#client.numbers.list({ ...query, cursor: this.#next });
      this.#show([...this.numbers, ...page.data], page.next);
    } catch (error) {
      this.#set({ failure: refusalWords(error, 'number') });
    }
  }

  /** Records what staff finds of a number; it leaves once the server has said so. */
  async judge({ id, number, version }: PhoneNumber, valid: boolean, note: string): Promise<boolean> {
    this.#refusals.delete(id);
    try {
      const verdict = { id, valid, ...(note ? { note } : {}) };
      const judged = await this.#client.numbers.judge(verdict, { ifMatch: version });
      this.#put([judged]);
      this.#set({ said: `${number} is now ${valid ? 'approved' : 'rejected'}.` });
      return true;
    } catch (error) {
      this.#refusals.set(id, refusalWords(error, 'number'));
      if (isPortalError(error) && error.code === 'stale') this.#put([error.current as PhoneNumber]);
      this.#draw();
      return false;
    }
  }

  #take({ account, numbers, removed }: NumbersChanged): void {
    const gone = new Set(removed.map(({ id }) => id));
    this.numbers = this.numbers.filter((number) => !(gone.has(number.id) && number.account === account));
    this.#put(numbers);
  }

  #put(numbers: readonly PhoneNumber[]): void {
    const byId = new Map(this.numbers.map((number) => [number.id, number]));
    for (const number of numbers) {
      if ((byId.get(number.id)?.version ?? 0) <= number.version) byId.set(number.id, number);
    }
    this.#show([...byId.values()], this.#next);
  }

  #show(numbers: readonly PhoneNumber[], next: string | null): void {
    const known = new Map(numbers.filter(isPending).map((number) => [number.id, number]));
    this.numbers = [...known.values()].sort(compareNumbers('addedAt'));
    this.#next = next;
    this.#set({ failure: null, isLoaded: true, hasMore: next !== null });
  }

  #set(state: Partial<DeskState>): void {
    this.state = { ...this.state, ...state };
    this.#draw();
  }
}

const query = { status: ['pending' as const], sort: 'addedAt' as const, limit: 100 };
const forever = new AbortController().signal;
