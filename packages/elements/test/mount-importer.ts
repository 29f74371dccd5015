import { type Connection, connect } from '@numberdesk/core/http';
import { type MockOptions, type PortalMock, mockHandlers } from '@numberdesk/msw';
import { html } from '@open-wc/testing';
import { NumberImporter } from '../src/lib/numbers/number-importer.element.ts';
import { MountedWidget, type PageWishes, type Placed, placedOver } from './mounted-widget.ts';
import { flat } from './reading.ts';
import { waitUntil } from './wait-until.ts';

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
export interface ImporterWishes extends Omit<PageWishes, 'prepare'> {
  mock?: MockOptions;
  /** The server of an importer before, in place of a new one: the page was loaded anew. */
  server?: PortalMock;
  /** The account in the attribute. */
  account?: string;
  /** Loses or holds a request's answer, after the server has done what it asks for. */
  onAnswer?: (request: SentRequest, count: number) => void | Promise<void>;
  /** A connection in place of the mock's. */
  connection?: Connection;
}

/** An importer in a portal, over a mock of the server. */
export class MountedImporter extends MountedWidget<NumberImporter, Connection> {
  readonly mock: PortalMock;
  readonly sent: SentRequest[];

  constructor(place: Placed<NumberImporter, Connection>, mock: PortalMock, sent: SentRequest[]) {
    super(place);
    this.mock = mock;
    this.sent = sent;
  }

  get importer(): NumberImporter {
    return this.widget;
  }

  /** The button whose text or label begins like this. */
  override button(name: string): HTMLButtonElement {
    const found = [...this.root.querySelectorAll('button')].find((button) =>
      (button.getAttribute('aria-label') ?? flat(button.textContent ?? '')).startsWith(name),
    );
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    return found;
  }

  override async press(name: string): Promise<void> {
    this.button(name).click();
    await this.settled();
  }

  /** Presses a key where the focus is, and tells whether that is left to the browser. */
  async key(key: string, more: KeyboardEventInit = {}): Promise<boolean> {
    const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
    const isLeft = (this.root.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent('keydown', init),
    );
    await this.settled();
    return isLeft;
  }

  /** Writes into a field, as somebody who types does, without leaving it. */
  async type(text: string, selector = '#number'): Promise<void> {
    const field = this.find<HTMLInputElement>(selector);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await this.settled();
  }

  /** Chooses in a select, or ticks a box. */
  async choose(selector: string, value: string | boolean): Promise<void> {
    const control = this.find<HTMLInputElement>(selector);
    if (typeof value === 'boolean') control.checked = value;
    else control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await this.settled();
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
    await this.settled();
  }

  /** Goes to the batch tab, drops a file of these rows, and waits for its review. */
  async review(rows: readonly string[] | string): Promise<void> {
    if (!this.has('.drop')) this.find('#tab-batch').click();
    await this.settled();
    await this.drop(csv(rows));
    await this.comes('.review-head');
  }

  async until(selector: string): Promise<void> {
    await waitUntil(() => this.has(selector), `there never was a ${selector}: ${this.text}`);
    await this.settled();
  }

  /** Waits for what comes in place of something else, and for the focus that it gets with the next frame. */
  async comes(selector: string): Promise<void> {
    await this.until(selector);
    await waitUntil(() => this.hasFocusOn(selector), `${selector} never got the focus`);
  }

  /** Waits for the result of a saving. */
  async result(): Promise<void> {
    await this.comes('.result-head');
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
  const mock =
    wishes.server ??
    mockHandlers({
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
  const widget = html`<number-importer .account=${account ?? null}></number-importer>`;
  const mounted = new MountedImporter(placedOver(connection, { lang, width }, widget), mock, sent);
  await mounted.settled();
  await waitUntil(() => !mounted.importer.matches(':state(loading)'));
  await mounted.settled();
  return mounted;
}
