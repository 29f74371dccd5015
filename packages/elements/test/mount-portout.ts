import type { Session } from '@numberdesk/core/access';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { html } from '@open-wc/testing';
import type { ElementState } from '../src/lib/internal/portal-element.ts';
import { PortOutReview } from '../src/lib/portouts/portout-review.element.ts';
import { MountedWidget, type PageWishes, cameToLife, placed } from './mounted-widget.ts';
import { flat } from './reading.ts';
import { sampleSession } from './sample-orders.ts';
import { portOutNow, samplePortOut } from './sample-portouts.ts';
import { waitUntil } from './wait-until.ts';

PortOutReview.define();

/** Where a request is asked for. */
export const portOutPath = 'portouts/{id}';

/** What a test says of the page that it wants; what it leaves out is the plain case. */
export interface ReviewWishes extends PageWishes {
  detail?: PortOutDetail;
  session?: Partial<Session>;
  portout?: string | null;
  request?: string | null;
}

/** One request's page in a portal. */
export class MountedReview extends MountedWidget<PortOutReview> {
  get review(): PortOutReview {
    return this.widget;
  }

  /** The text of what a selector finds. */
  textOf(selector: string): string {
    return flat(this.find(selector).innerText);
  }

  /** Opens an answer, and waits for its form. */
  async answer(name: 'accept' | 'reject'): Promise<void> {
    this.find(`[data-answer=${name}]`).click();
    await waitUntil(() => this.has('[data-form]'));
    await this.settled();
  }

  /** Puts a value into a control, as a person does. */
  override async fill(selector: string, value: string): Promise<void> {
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

  /** A form in it is rendered once it has been. */
  override async settled(): Promise<void> {
    await super.settled();
    await super.settled();
  }

  /** What is wrong with the control that a selector finds, as a screen reader is told. */
  problemsOf(selector: string): string {
    const ids = this.find(selector).getAttribute('aria-describedby')?.split(' ') ?? [];
    const own = ids.filter((id) => id.endsWith('-problem'));
    return own.map((id) => flat(this.root.getElementById(id)?.innerText ?? '')).join(' ');
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
  const { detail = samplePortOut(), request = null } = wishes;
  const { portout = request === null ? 'po-1' : null } = wishes;
  const permissions = ['portouts:view', 'portouts:modify'];
  const mounted = new MountedReview(
    placed(
      wishes,
      html`<portout-review .portout=${portout} .request=${request}></portout-review>`,
      (connection) =>
        connection
          .answer('session', () => sampleSession({ permissions, ...wishes.session }))
          .answer(portOutPath, () => detail),
      portOutNow,
    ),
  );
  await mounted.review.updateComplete;
  return mounted;
}

/** Puts a request's page onto the page and waits until it shows the request. */
export async function mountedReview(wishes: ReviewWishes = {}): Promise<MountedReview> {
  const mounted = await mountReview(wishes);
  await mounted.shows('data');
  return mounted;
}
