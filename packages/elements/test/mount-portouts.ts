import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PortOut } from '@numberdesk/core/portouts';
import { fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { PortOutList } from '../src/lib/portouts/portout-list.element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { flat, nameOf } from './mount-table.ts';
import { sampleAccounts } from './sample-numbers.ts';
import { sampleNow } from './sample-orders.ts';
import { portOutSession, sampleCharges, samplePortOut } from './sample-portout-list.ts';
import { waitUntil } from './wait-until.ts';

NumberdeskPortal.define();
PortOutList.define();

/** What a test says of the list that it wants; what it leaves out is the plain case. */
export interface PortOutWishes {
  portouts?: readonly PortOut[];
  accounts?: readonly ReachableAccount[];
  session?: Partial<Session>;
  next?: string | null;
  lang?: string;
  /** Pixels; enough for columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
  /** Has a word with the list before it is shown. */
  set?: Partial<PortOutList>;
}

/** A list of port-outs in a portal, over a server in memory, at a moment that stands still. */
export class MountedPortOuts {
  readonly connection: MemoryConnection;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly list: PortOutList;

  constructor(connection: MemoryConnection, clock: ManualClock, portal: NumberdeskPortal) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.list = portal.querySelector('portout-list') as PortOutList;
  }

  get root(): ShadowRoot {
    return this.list.shadowRoot as ShadowRoot;
  }

  /** The text of the widget as a person reads it. */
  get text(): string {
    return flat((this.root.firstElementChild as HTMLElement).innerText);
  }

  /** What the live regions have said last. */
  get said(): string {
    const regions = [...this.root.querySelectorAll('[role=status]')];
    return flat(regions.map(({ textContent }) => textContent).find((text) => flat(text ?? '') !== '') ?? '');
  }

  /** Ids of the requests that are shown, from the top. */
  get ids(): (string | undefined)[] {
    return [...this.root.querySelectorAll<HTMLElement>('.item')].map(({ dataset }) => dataset['key']);
  }

  /** What the server was asked for in lists of requests, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.askedOf('portouts');
  }

  /** What the server was asked for under a path, from the first on. */
  askedOf(wanted: string): Record<string, unknown>[] {
    return this.connection.calls.filter(({ path }) => path === wanted).map(({ input }) => input);
  }

  /** The review that is open. */
  get review(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('.inside > :not(.way)');
  }

  /** Text of one cell of a request's row. */
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
      (button) => nameOf(button).replace(/[\u2068\u2069]/g, '') === name,
    );
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  /** Presses a button, and waits for what that changes at once. */
  async press(name: string): Promise<void> {
    const button = this.button(name);
    button.focus();
    button.click();
    await this.list.updateComplete;
  }

  /** Chooses a value in a control. */
  async fill(selector: string, value: string, event = 'change'): Promise<void> {
    const control = this.find<HTMLInputElement | HTMLSelectElement>(selector);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true, composed: event === 'input' }));
    await this.list.updateComplete;
  }

  /** Types into the search; a server is asked once that has come to rest. */
  async type(text: string): Promise<void> {
    await this.fill('input[type=search]', text, 'input');
  }

  /** Tells what a request is now. */
  async tell(portout: PortOut, until: () => boolean = () => true): Promise<void> {
    this.connection.tell({ type: 'portout.changed', data: { at: sampleNow, portout } });
    await waitUntil(until);
    await this.list.updateComplete;
  }

  /** Lets time go by. */
  async wait(millis: number): Promise<void> {
    this.clock.advance(millis);
    await this.list.updateComplete;
  }

  /** Waits until the list knows the accounts, and follows what happens. */
  async isLive(): Promise<void> {
    const { followed } = this.connection;
    await waitUntil(
      () => followed.length > 0 && this.askedOf('session/accounts').length > 0,
      'the list never followed what happens',
    );
    // The answer is there in the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    await this.list.updateComplete;
  }

  /** Waits until the list shows one of its states, or its data. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isThere = () =>
      state === 'data' ? this.ids.length > 0 : state === 'loading' || this.has('.panel');
    const isShown = () => isThere() && (state === 'data' || this.list.matches(`:state(${state})`));
    await waitUntil(isShown, `the list never showed ${state}`);
    await this.list.updateComplete;
  }
}

/** Puts a list onto the page and does not wait for anything. */
export async function mountPortOuts(wishes: PortOutWishes = {}): Promise<MountedPortOuts> {
  const { portouts = [samplePortOut(1)], accounts = sampleAccounts, next = null } = wishes;
  const connection = new MemoryConnection()
    .answer('session', () => portOutSession(wishes.session))
    .answer('session/accounts', () => ({ data: accounts, next: null }))
    .answer('portouts', () => ({ data: portouts, next, feed: 7 }))
    .answer('portout-charges', () => sampleCharges());
  wishes.prepare?.(connection);
  const clock = new ManualClock(sampleNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${wishes.lang ?? 'en'} style="inline-size: ${wishes.width ?? 1200}px">
      <numberdesk-portal .client=${connection} .clock=${clock}
        ><portout-list></portout-list
      ></numberdesk-portal>
    </div>`,
  );
  const portal = wrapper.querySelector('numberdesk-portal') as NumberdeskPortal;
  const mounted = new MountedPortOuts(connection, clock, portal);
  Object.assign(mounted.list, wishes.set);
  await mounted.list.updateComplete;
  return mounted;
}

/** Puts a list onto the page and waits until it shows its requests, and follows them. */
export async function mountedPortOuts(wishes: PortOutWishes = {}): Promise<MountedPortOuts> {
  const mounted = await mountPortOuts(wishes);
  await mounted.shows('data');
  await mounted.isLive();
  return mounted;
}
