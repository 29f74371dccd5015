import { expect, fixtureSync, html } from '@open-wc/testing';
import { KitCopies } from '../../../test/kit-copies.ts';
import { ManualClock } from '../../../test/manual-clock.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { flat } from '../../../test/reading.ts';
import { sampleSession } from '../../../test/sample-orders.ts';
import { portOutNow, samplePortOut } from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const copies = new KitCopies(/portout-(?:review-later|reject-form|case)\.ts$/);

/** A request's page from a copy of the kit that has loaded nothing yet. */
async function freshCopy(name: string): Promise<HTMLElement> {
  await copies.define(name, 'portouts/portout-review');
  const permissions = ['portouts:view', 'portouts:modify'];
  const client = new MemoryConnection()
    .answer('session', () => sampleSession({ permissions }))
    .answer('portouts/{id}', () => samplePortOut());
  const element = document.createElement(`${name}-portal`);
  Object.assign(element, { client, clock: new ManualClock(portOutNow) });
  element.innerHTML = `<${name}-widget portout="po-1"></${name}-widget>`;
  fixtureSync<HTMLElement>(html`<div lang="en">${element}</div>`);
  return element.firstElementChild as HTMLElement;
}

const find = ({ shadowRoot }: HTMLElement, selector: string) =>
  shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const text = (review: HTMLElement) => flat(find(review, '.frame')?.innerText ?? '');

/** Firefox keeps to it, for as long as a page is there, that a module could not be loaded. */
const again = navigator.userAgent.includes('Firefox') ? it.skip : it;

describe('what <portout-review> loads after a request can be read', () => {
  before(() => copies.start());
  after(() => copies.stop());

  again(
    'is said to be missing where it cannot be had, and asked for again when somebody turns to it',
    async () => {
      copies.isAway = true;
      const review = await freshCopy('cut');
      await waitUntil(() => text(review).includes('This part could not be loaded.'));
      expect(text(review)).to.include('4 h 40 min left').and.include('Does not match');
      await expect(review).to.be.accessible();
      copies.isAway = false;
      find(review, '[data-answer]')?.focus();
      await waitUntil(() => find(review, '.tools') !== null);
      expect(text(review)).to.not.include('This part could not be loaded.');

      copies.isAway = true;
      find(review, '[data-tool=print]')?.click();
      await waitUntil(() => find(review, '.tool-note .failed') !== null);
      expect(text(review)).to.include(
        'This part could not be loaded. Check your connection, then try again.',
      );
      find(review, '[data-answer=reject]')?.click();
      await waitUntil(() => find(review, '.part-failed') !== null);
      copies.isAway = false;
      for (const _ of ['closed', 'opened']) find(review, '[data-answer=reject]')?.click();
      await waitUntil(() => find(review, '#reason') !== null);
    },
  );
});
