import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { NumberTable } from '../src/lib/numbers/number-table.element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { flat, nameOf } from './mount-table.ts';
import { numberSession, sampleAccounts, sampleNumber } from './sample-numbers.ts';
import { sampleNow } from './sample-orders.ts';
import { waitUntil } from './wait-until.ts';

NumberdeskPortal.define();
NumberTable.define();

/** What a test says of the table that it wants; what it leaves out is the plain case. */
export interface NumbersWishes {
  numbers?: readonly PhoneNumber[];
  accounts?: readonly ReachableAccount[];
  session?: Partial<Session>;
  next?: string | null;
  lang?: string;
  /** Pixels; enough for columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
  /** Has a word with the table before it is shown. */
  set?: Partial<NumberTable>;
  /** What the page puts into the table. */
  content?: unknown;
}

/** A table of numbers in a portal, over a server in memory, at a moment that stands still. */
export class MountedNumbers {
  readonly connection: MemoryConnection;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly table: NumberTable;

  constructor(connection: MemoryConnection, clock: ManualClock, portal: NumberdeskPortal) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.table = portal.querySelector('number-table') as NumberTable;
  }

  get root(): ShadowRoot {
    return this.table.shadowRoot as ShadowRoot;
  }

  /** The text of the widget as a person reads it. */
  get text(): string {
    return flat(this.find('.frame').innerText);
  }

  /** What a live region has said last. */
  get said(): string {
    return flat(this.root.querySelector('[role=status]')?.textContent ?? '');
  }

  /** Ids of the numbers that are shown, from the top. */
  get ids(): (string | undefined)[] {
    return [...this.root.querySelectorAll<HTMLElement>('.item')].map(({ dataset }) => dataset['key']);
  }

  /** What the server was asked for in lists of numbers, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.connection.calls.filter(({ path }) => path === 'numbers').map(({ input }) => input);
  }

  /** Text of one cell of a number's row. */
  cell(id: string, column: string): string {
    const cell = this.root.querySelector<HTMLElement>(`[data-key="${id}"] .${column}`);
    return flat(cell?.innerText ?? '');
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}: ${this.root.innerHTML}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  hasFocusOn(selector: string): boolean {
    return this.root.activeElement?.matches(selector) === true;
  }

  /** The button or link that has this name. */
  button(name: string): HTMLElement {
    const found = [...this.root.querySelectorAll<HTMLElement>('button, a')].find(
      (button) => nameOf(button) === name,
    );
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  /** Presses a button, and waits for what that changes at once. */
  async press(name: string): Promise<void> {
    const button = this.button(name);
    button.focus();
    button.click();
    await this.table.updateComplete;
  }

  /** Begins to do something to a number, and waits for its form. */
  async begin(id: string, act: 'purpose' | 'move' | 'remove'): Promise<void> {
    const opener = this.find(`[data-key="${id}"] [data-act=${act}]`);
    opener.focus();
    opener.click();
    await waitUntil(() => this.has(`[data-key="${id}"] [data-form] form`), `no form to ${act}`);
    await this.table.updateComplete;
  }

  /** Chooses a value in a control. */
  async fill(selector: string, value: string, event = 'change'): Promise<void> {
    const control = this.find<HTMLInputElement | HTMLSelectElement>(selector);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true, composed: event === 'input' }));
    await this.table.updateComplete;
  }

  /** Types into the search; a server is asked once that has come to rest. */
  async type(text: string): Promise<void> {
    await this.fill('input[type=search]', text, 'input');
  }

  /** Tells what has become of numbers of one account. */
  async tell(
    {
      account = 'acme',
      numbers = [],
      removed = [],
    }: {
      account?: string;
      numbers?: readonly PhoneNumber[];
      removed?: readonly PhoneNumber[];
    },
    until: () => boolean,
  ): Promise<void> {
    const gone = removed.map(({ id, number }) => ({ id, number }));
    this.connection.tell({ type: 'numbers.changed', data: { account, numbers, removed: gone } });
    await waitUntil(until);
    await this.table.updateComplete;
  }

  /** Lets time go by. */
  async wait(millis: number): Promise<void> {
    this.clock.advance(millis);
    await this.table.updateComplete;
  }

  /** Waits until the table knows the accounts, and follows what happens. */
  async isLive(): Promise<void> {
    const { calls, followed } = this.connection;
    await waitUntil(
      () => followed.length > 0 && calls.some(({ path }) => path === 'session/accounts'),
      'the table never followed what happens',
    );
    // The answer is there in the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    await this.table.updateComplete;
  }

  /** Waits until the table shows one of its states, or its data. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isThere = () =>
      state === 'data' ? this.ids.length > 0 : state === 'loading' || this.has('.panel');
    const isShown = () => isThere() && (state === 'data' || this.table.matches(`:state(${state})`));
    await waitUntil(isShown, `the table never showed ${state}`);
    await this.table.updateComplete;
  }
}

/** Puts a table onto the page and does not wait for anything. */
export async function mountNumbers(wishes: NumbersWishes = {}): Promise<MountedNumbers> {
  const { numbers = [sampleNumber(1)], accounts = sampleAccounts, next = null } = wishes;
  const connection = new MemoryConnection()
    .answer('session', () => numberSession(wishes.session))
    .answer('session/accounts', () => ({ data: accounts, next: null }))
    .answer('numbers', () => ({ data: numbers, next, feed: 7 }));
  wishes.prepare?.(connection);
  const clock = new ManualClock(sampleNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${wishes.lang ?? 'en'} style="inline-size: ${wishes.width ?? 1200}px">
      <numberdesk-portal .client=${connection} .clock=${clock}
        ><number-table>${wishes.content}</number-table></numberdesk-portal
      >
    </div>`,
  );
  const portal = wrapper.querySelector('numberdesk-portal') as NumberdeskPortal;
  const mounted = new MountedNumbers(connection, clock, portal);
  Object.assign(mounted.table, wishes.set);
  await mounted.table.updateComplete;
  return mounted;
}

/** Puts a table onto the page and waits until it shows its numbers, with the names of their accounts, and follows them. */
export async function mountedNumbers(wishes: NumbersWishes = {}): Promise<MountedNumbers> {
  const mounted = await mountNumbers(wishes);
  await mounted.shows('data');
  await mounted.isLive();
  return mounted;
}
