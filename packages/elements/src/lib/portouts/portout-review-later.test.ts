import { expect, fixtureSync, html } from '@open-wc/testing';
import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { ManualClock } from '../../../test/manual-clock.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { flat } from '../../../test/mount-table.ts';
import { sampleSession } from '../../../test/sample-orders.ts';
import { portOutNow, samplePortOut } from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { PortOutReview } from './portout-review.element.ts';

let isAway = false;

/** Serves the kit under addresses of its own, and loses what comes later as long as it is away. */
const worker = setupWorker(
  http.get('*/packages/*', async ({ request }) => {
    const url = new URL(request.url);
    const copy = url.searchParams.get('copy');
    if (!copy) return passthrough();
    if (isAway && /portout-(?:review-later|reject-form|case)\.ts$/.test(url.pathname))
      return Response.error();
    const original = await fetch(url.origin + url.pathname);
    const source = (await original.text()).replace(/(["'])(\.{1,2}\/[^"']+\.ts)\1/g, `$1$2?copy=${copy}$1`);
    return new Response(source, { headers: { 'content-type': 'text/javascript' } });
  }),
);

/** A request's page from a copy of the kit that has loaded nothing yet. */
async function freshCopy(name: string): Promise<HTMLElement> {
  const [review, portal] = (await Promise.all(
    ['./portout-review.element.ts', '../access/numberdesk-portal.element.ts'].map(
      (path) => import(new URL(`${path}?copy=${name}`, import.meta.url).href),
    ),
  )) as [{ PortOutReview: typeof PortOutReview }, { NumberdeskPortal: typeof PortOutReview }];
  review.PortOutReview.define(`${name}-review`);
  portal.NumberdeskPortal.define(`${name}-portal`);
  const permissions = ['portouts:view', 'portouts:modify'];
  const client = new MemoryConnection()
    .answer('session', () => sampleSession({ permissions }))
    .answer('portouts/{id}', () => samplePortOut());
  const element = document.createElement(`${name}-portal`);
  Object.assign(element, { client, clock: new ManualClock(portOutNow) });
  element.innerHTML = `<${name}-review portout="po-1"></${name}-review>`;
  fixtureSync<HTMLElement>(html`<div lang="en">${element}</div>`);
  return element.firstElementChild as HTMLElement;
}

const find = ({ shadowRoot }: HTMLElement, selector: string) =>
  shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const text = (review: HTMLElement) => flat(find(review, '.frame')?.innerText ?? '');

/** Firefox keeps to it, for as long as a page is there, that a module could not be loaded. */
const again = navigator.userAgent.includes('Firefox') ? it.skip : it;

describe('what <portout-review> loads after a request can be read', () => {
  before(() => worker.start({ quiet: true, serviceWorker: { url: '/mockServiceWorker.js' } }));
  after(() => worker.stop());

  again(
    'is said to be missing where it cannot be had, and asked for again when somebody turns to it',
    async () => {
      isAway = true;
      const review = await freshCopy('cut');
      await waitUntil(() => text(review).includes('This part could not be loaded.'));
      expect(text(review)).to.include('4 h 40 min left').and.include('Does not match');
      await expect(review).to.be.accessible();
      isAway = false;
      find(review, '[data-answer]')?.focus();
      await waitUntil(() => find(review, '.tools') !== null);
      expect(text(review)).to.not.include('This part could not be loaded.');

      isAway = true;
      find(review, '[data-answer=reject]')?.click();
      await waitUntil(() => find(review, '.part-failed') !== null);
      isAway = false;
      for (const _ of ['closed', 'opened']) find(review, '[data-answer=reject]')?.click();
      await waitUntil(() => find(review, '#reason') !== null);
    },
  );
});
