import type { Session } from '@numberdesk/core/access';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../src/lib/access/numberdesk-portal.element.ts';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { PortOutReview } from '../src/lib/portouts/portout-review.element.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryConnection } from './memory-connection.ts';
import { cameToLife, flat, nameOf } from './mount-table.ts';
import { sampleSession } from './sample-orders.ts';
import { portOutNow, samplePortOut } from './sample-portouts.ts';
import { waitUntil } from './wait-until.ts';

NumberdeskPortal.define();
PortOutReview.define();

/** Where a request is asked for. */
export const portOutPath = 'portouts/{id}';

/** What a test says of the page that it wants; what it leaves out is the plain case. */
export interface ReviewWishes {
  detail?: PortOutDetail;
  session?: Partial<Session>;
  portout?: string | null;
  request?: string | null;
  lang?: string;
  /** Pixels; enough for two columns unless given. */
  width?: number;
  /** Has a word with the connection before anything is asked. */
  prepare?: (connection: MemoryConnection) => void;
}

/** One request's page in a portal, over a server in memory, at a moment that stands still. */
export class MountedReview {
  readonly connection: MemoryConnection;
  readonly clock: ManualClock;
  readonly portal: NumberdeskPortal;
  readonly review: PortOutReview;

  constructor(connection: MemoryConnection, clock: ManualClock, portal: NumberdeskPortal) {
    this.connection = connection;
    this.clock = clock;
    this.portal = portal;
    this.review = portal.querySelector('portout-review') as PortOutReview;
  }

  get root(): ShadowRoot {
    return this.review.shadowRoot as ShadowRoot;
  }

  /** The text as a person reads it. */
  get text(): string {
    return flat(this.find('.frame').innerText);
  }

  /** What a live region has said last. */
  get said(): string {
    return flat(this.find('[role=status]').textContent ?? '');
  }

  /** The text of what a selector finds. */
  textOf(selector: string): string {
    return flat(this.find(selector).innerText);
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

  hasFocusOn(selector: string): boolean {
    return this.root.activeElement?.matches(selector) === true;
  }

  /** Presses the button that has this name. */
  async press(name: string): Promise<void> {
    const found = this.all('button').find((button) => nameOf(button) === name);
    if (!found) throw new Error(`There is no button "${name}": ${this.text}`);
    found.click();
    await this.settled();
  }

  /** Opens an answer, and waits for its form. */
  async answer(name: 'accept' | 'reject'): Promise<void> {
    this.find(`[data-answer=${name}]`).click();
    await waitUntil(() => this.has('[data-form]'));
    await this.settled();
  }

  /** Puts a value into a control, as a person does. */
  async fill(selector: string, value: string): Promise<void> {
    const control = this.find<HTMLInputElement>(selector);
    control.value = value;
    for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    await this.settled();
  }

  /** Sends what is filled in, as the Enter key does. */
  async submit(): Promise<void> {
    this.find<HTMLFormElement>('[data-form]').requestSubmit();
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.review.updateComplete;
    await this.review.updateComplete;
  }

  /** What is wrong with the control that a selector finds, as a screen reader is told. */
  problemsOf(selector: string): string {
    const ids = this.find(selector).getAttribute('aria-describedby')?.split(' ') ?? [];
    const own = ids.filter((id) => id.endsWith('-problem'));
    return own.map((id) => flat(this.root.getElementById(id)?.innerText ?? '')).join(' ');
  }

  /** Lets time go by. */
  async wait(millis: number): Promise<void> {
    this.clock.advance(millis);
    await this.settled();
  }

  /** Tells of the request as it is now, and has the server know it so. */
  async tell(detail: PortOutDetail, until: () => boolean): Promise<void> {
    this.connection.answer(portOutPath, () => detail);
    const { numbers: _, submitted: __, history: ___, ...portout } = detail;
    this.connection.tell({ type: 'portout.changed', data: { at: portOutNow, portout } });
    await waitUntil(until);
    await this.settled();
  }

  /** Waits until the page shows one of its states, or its request. */
  async shows(state: ElementState | 'data'): Promise<void> {
    const isShown = () =>
      state === 'data' ? this.has('.facts') : this.review.matches(`:state(${state})`) && !this.has('.facts');
    await waitUntil(isShown, `the page never showed ${state}`);
    if (state === 'data') await cameToLife(import('../src/lib/portouts/portout-review-later.ts'));
    await this.settled();
  }
}

/** Puts a request's page onto the page and does not wait for anything. */
export async function mountReview(wishes: ReviewWishes = {}): Promise<MountedReview> {
  const { detail = samplePortOut(), lang = 'en', width = 1200, request = null } = wishes;
  const { portout = request === null ? 'po-1' : null } = wishes;
  const permissions = ['portouts:view', 'portouts:modify'];
  const connection = new MemoryConnection()
    .answer('session', () => sampleSession({ permissions, ...wishes.session }))
    .answer(portOutPath, () => detail);
  wishes.prepare?.(connection);
  const clock = new ManualClock(portOutNow);
  const wrapper = fixtureSync<HTMLElement>(
    html`<div lang=${lang} style="inline-size: ${width}px">
      <numberdesk-portal .client=${connection} .clock=${clock}
        ><portout-review .portout=${portout} .request=${request}></portout-review
      ></numberdesk-portal>
    </div>`,
  );
  const portal = wrapper.querySelector('numberdesk-portal') as NumberdeskPortal;
  const mounted = new MountedReview(connection, clock, portal);
  await mounted.review.updateComplete;
  return mounted;
}

/** Puts a request's page onto the page and waits until it shows the request. */
export async function mountedReview(wishes: ReviewWishes = {}): Promise<MountedReview> {
  const mounted = await mountReview(wishes);
  await mounted.shows('data');
  return mounted;
}
