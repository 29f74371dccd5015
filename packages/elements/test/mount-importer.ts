import { type Connection, connect } from '@numberdesk/core/http';
import { type MockOptions, type PortalMock, mockHandlers } from '@numberdesk/msw';
import { fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import { NumberImporter } from '../src/lib/numbers/number-importer.element.ts';
import { ManualClock } from './manual-clock.ts';
import { flat } from './mount-table.ts';
import { sampleNow } from './sample-orders.ts';
import { waitUntil } from './wait-until.ts';

NumberdeskPortal.define();
NumberImporter.define();

/** A business with two units and their programs. */
const accounts = [
  { id: 'acme', name: 'Acme', level: 'business' },
  { id: 'east', name: 'East', level: 'business-unit', parent: 'acme' },
  { id: 'claims', name: 'Claims', level: 'program', parent: 'east' },
  { id: 'west', name: 'West', level: 'business-unit', parent: 'acme' },
  { id: 'field', name: 'Field', level: 'program', parent: 'west' },
] as const;

/** A request as it was sent. */
export interface SentRequest {
  path: string;
  key: string | null;
  body: Record<string, unknown>;
}

/** What a test says of the importer that it wants; what it leaves out is the plain case. */
export interface ImporterWishes {
  mock?: MockOptions;
  /** The account in the attribute. */
  account?: string;
  lang?: string;
  /** Pixels; enough for columns unless given. */
  width?: number;
  /** Loses or holds a request's answer, after the server has done what it asks for. */
  onAnswer?: (request: SentRequest, count: number) => void | Promise<void>;
  /** A connection in place of the mock's. */
  connection?: Connection;
}

/** An importer in a portal, over a mock of the server. */
export class MountedImporter {
  readonly mock: PortalMock;
  readonly sent: SentRequest[];
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly importer: NumberImporter;

  constructor(mock: PortalMock, sent: SentRequest[], clock: ManualClock, portal: NumberdeskPortal) {
    this.mock = mock;
    this.sent = sent;
    this.clock = clock;
    this.portal = portal;
    this.importer = portal.querySelector('number-importer') as NumberImporter;
  }

  get root(): ShadowRoot {
    return this.importer.shadowRoot as ShadowRoot;
  }

  /** The text of the widget as a person reads it. */
  get text(): string {
    return flat(this.find('.frame').innerText);
  }

  /** What the live region has said last. */
  get said(): string {
    return flat(this.root.querySelector('[role=status]')?.textContent ?? '');
  }

  find<E extends HTMLElement = HTMLElement>(selector: string): E {
    const found = this.root.querySelector<E>(selector);
    if (!found) throw new Error(`There is no ${selector}: ${this.root.innerHTML}`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  has(selector: string): boolean {
    return this.root.querySelector(selector) !== null;
  }

  hasFocusOn(selector: string): boolean {
    return this.root.activeElement?.matches(selector) === true;
  }

  /** The button whose text or label begins like this. */
  button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((button) =>
      (button.getAttribute('aria-label') ?? flat(button.textContent ?? '')).startsWith(name),
    );
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  async press(name: string): Promise<void> {
    this.button(name).click();
    await this.importer.updateComplete;
  }

  /** Presses a key where the focus is, and tells whether that is left to the browser. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
    const isLeft = (this.root.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', init),
    );
    await this.importer.updateComplete;
    return isLeft;
  }

  /** Writes into a field, as somebody who types does, without leaving it. */
  async type(text: string, selector = '#number'): Promise<void> {
    const field = this.find<HTMLInputElement>(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await this.importer.updateComplete;
  }

  /** Chooses in a select, or ticks a box. */
  async choose(selector: string, value: string | boolean): Promise<void> {
    const control = this.find<HTMLInputElement>(selector);
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.importer.updateComplete;
  }

  /** Adds a pair to the list by hand. */
  async add(number: string, purpose: string): Promise<void> {
    await this.type(number);
    await this.choose('#number-purpose', purpose);
    await this.press('Add number');
  }

  /** Drops files onto the place for them. */
  async drop(...files: File[]): Promise<void> {
    const data = new DataTransfer();
    for (const file of files) data.items.add(file);
    const init = { bubbles: true, cancelable: true, composed: true, dataTransfer: data };
    this.find('.drop').dispatchEvent(new DragEvent('drop', init));
    await this.importer.updateComplete;
  }

  /** Goes to the batch tab, drops a file of these rows, and waits for its review. */
  async review(rows: readonly string[] | string): Promise<void> {
    if (!this.has('.drop')) this.find('#tab-batch').click();
    await this.importer.updateComplete;
    await this.drop(csv(rows));
    await this.until('.review-head');
  }

  async until(selector: string): Promise<void> {
    await waitUntil(() => this.has(selector), `there never was a ${selector}: ${this.text}`);
    await this.importer.updateComplete;
  }

  /** Waits for the result of a saving. */
  async result(): Promise<void> {
    await this.until('.result-head');
  }

  /** Requests to a path, from the first on. */
  to(path: string): SentRequest[] {
    return this.sent.filter((request) => request.path === path);
  }

  /** Numbers and reasons of the list that a result shows. */
  get rows(): string[] {
    return this.all('.grid-row').map((row) => flat(row.innerText));
  }
}

/** A file with these rows. */
export function csv(rows: readonly string[] | string, name = 'numbers.csv'): File {
  return new File([typeof rows === 'string' ? rows : rows.join('\r\n')], name, { type: 'text/csv' });
}

/** So many rows that can all be added, of Arkansas. */
export function goodRows(count: number, purpose = 'Survey'): string[] {
  return Array.from({ length: count }, (_, index) => `501${2_000_000 + index},${purpose}`);
}

/** Puts an importer onto the page and waits until it can be used, or says why it cannot. */
export async function mountImporter(wishes: ImporterWishes = {}): Promise<MountedImporter> {
  const { lang = 'en', width = 1000, account, onAnswer } = wishes;
  const mock = mockHandlers({
    accounts,
    orders: [],
    numbers: [],
    session: { account: 'acme' },
    ...wishes.mock,
  });
  const sent: SentRequest[] = [];
  const fetchNow: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname.replace('/numberdesk/v1/', '');
    const text = request.method === 'POST' ? await request.clone().text() : '';
    const answer = await mock.fetch(request);
    if (text === '') return answer;
    sent.push({
      path,
      key: request.headers.get('idempotency-key'),
      body: JSON.parse(text) as Record<string, unknown>,
    });
    await onAnswer?.(sent.at(-1) as SentRequest, sent.length);
    return answer;
  };
  const connection =
    wishes.connection ??
    connect({
      baseUrl: '/numberdesk',
      fetchSession: () => Promise.resolve({ token: 't', expiresAt: '2099-01-01T00:00:00.000Z' }),
      fetch: fetchNow,
      retries: 0,
    });
  const clock = new ManualClock(sampleNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${lang} style="inline-size: ${width}px">
      <numberdesk-portal .client=${connection} .clock=${clock}
        ><number-importer .account=${account ?? null}></number-importer
      ></numberdesk-portal>
    </div>`,
  );
  const portal = wrapper.querySelector('numberdesk-portal') as NumberdeskPortal;
  const mounted = new MountedImporter(mock, sent, clock, portal);
  await mounted.importer.updateComplete;
  await waitUntil(() => !mounted.importer.matches(':state(loading)'));
  await mounted.importer.updateComplete;
  return mounted;
}
