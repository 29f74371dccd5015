import type { Connection } from '@numberdesk/core/http';
import { aTimeout, fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import type { ElementState, PortalElement } from '../src/lib/internal/portal-element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { flat, nameOf } from './reading.ts';
import { sampleNow } from './sample-orders.ts';
import { waitUntil } from './wait-until.ts';

NumberdeskPortal.define();

/** What every test may say of the page that its widget is put into. */
export interface PageWishes {
  lang?: string;
  /** Pixels; enough for columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
}

/** A widget in a portal, over a server in memory unless told otherwise, at a moment that stands still. */
export class MountedWidget<Widget extends PortalElement, Server extends Connection = MemoryConnection> {
  readonly connection: Server;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly widget: Widget;

  constructor({ connection, clock, portal, widget }: Placed<Widget, Server>) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.widget = widget;
  }

  get root(): ShadowRoot {
    return this.widget.shadowRoot as ShadowRoot;
  }

  /** The text of the widget as a person reads it: without what is only there for assistive technology. */
  get text(): string {
    return flat(this.find('.frame').innerText);
  }

  /** What a live region has said last. */
  get said(): string {
    return flat(this.root.querySelector('[role=status]')?.textContent ?? '');
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}: ${this.root.innerHTML}`);
    return found;
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  /** Whether the focus is on what a selector finds; elements themselves are nothing to compare in an assertion. */
  hasFocusOn(selector: string): boolean {
    return this.root.activeElement?.matches(selector) === true;
  }

  /** The button or link that has this name. */
  button(name: string): HTMLElement {
    const found = this.all('button, a').find((button) => nameOf(button) === name);
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  /** Presses a button, and waits for what that changes at once. */
  async press(name: string): Promise<void> {
    const button = this.button(name);
    button.focus();
    button.click();
    await this.settled();
  }

  /** Puts a value into a control, as a person does. */
  async fill(selector: string, value: string, event = 'change'): Promise<void> {
    const control = this.find<HTMLInputElement | HTMLSelectElement>(selector);
    control.focus();
    control.value = value;
    control.dispatchEvent(new Event(event, { bubbles: true, composed: event === 'input' }));
    await this.settled();
  }

  /** Lets time go by. */
  async wait(millis: number): Promise<void> {
    this.clock.advance(millis);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.widget.updateComplete;
  }
}

/** A list in a portal. */
export class MountedList<Widget extends PortalElement> extends MountedWidget<Widget> {
  /** Keys of the items that are shown, from the top. */
  get ids(): (string | undefined)[] {
    return this.all('.item').map(({ dataset }) => dataset['key']);
  }

  /** Text of one cell of an item's row. */
  cell(id: string, column: string): string {
    return flat(this.root.querySelector<HTMLElement>(`[data-key="${id}"] .${column}`)?.innerText ?? '');
  }

  /** What the server was asked for under a path, from the first on. */
  askedOf(wanted: string): Record<string, unknown>[] {
    return this.connection.calls.filter(({ path }) => path === wanted).map(({ input }) => input);
  }

  /** Types into the search; a server is asked once that has come to rest. */
  async type(text: string): Promise<void> {
    await this.fill('input[type=search]', text, 'input');
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
    await this.settled();
  }

  /** Waits until the list shows one of its states, or its data. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isThere = () =>
      state === 'data' ? this.ids.length > 0 : state === 'loading' || this.has('.panel');
    const isShown = () => isThere() && (state === 'data' || this.widget.matches(`:state(${state})`));
    await waitUntil(isShown, `the list never showed ${state}`);
    await this.settled();
  }
}

/** Waits for what a widget loads by itself once it shows something, and for the widget to take it in. */
export async function cameToLife(later: Promise<unknown>): Promise<void> {
  await later;
  await aTimeout(0);
}

/** A widget on a page, and all that it stands in. */
export interface Placed<Widget, Server extends Connection = MemoryConnection> {
  connection: Server;
  clock: ManualClock;
  portal: NumberdeskPortal;
  widget: Widget;
}

/** Puts a widget onto a page, inside a portal; the server in memory says what it is told to. */
export function placed<Widget extends PortalElement>(
  wishes: PageWishes,
  widget: unknown,
  answers: (connection: MemoryConnection) => void,
  now = sampleNow,
): Placed<Widget> {
  const connection = new MemoryConnection();
  answers(connection);
  wishes.prepare?.(connection);
  return placedOver(connection, wishes, widget, now);
}

/** Puts a widget onto a page, inside a portal over whatever connection. */
export function placedOver<Widget extends PortalElement, Server extends Connection>(
  connection: Server,
  { lang = 'en', width = 1200 }: PageWishes,
  widget: unknown,
  now = sampleNow,
): Placed<Widget, Server> {
  const clock = new ManualClock(now);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${lang} style="inline-size: ${width}px">
      <numberdesk-portal .client=${connection} .clock=${clock}>${widget}</numberdesk-portal>
    </div>`,
  );
  const portal = wrapper.querySelector('numberdesk-portal') as NumberdeskPortal;
  return { connection, clock, portal, widget: portal.firstElementChild as Widget };
}
