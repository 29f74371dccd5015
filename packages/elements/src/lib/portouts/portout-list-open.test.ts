import { PortalError } from '@numberdesk/core/http';
import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type MountedPortOuts, mountPortOuts, mountedPortOuts } from '../../../test/mount-portouts.ts';
import { samplePortOut, samplePortOutDetail } from '../../../test/sample-portout-list.ts';
import { waitUntil } from '../../../test/wait-until.ts';

type Told = [type: string, id: string];

/** What the list tells its page of what is open. */
function toldBy({ list }: MountedPortOuts): Told[] {
  const told: Told[] = [];
  list.addEventListener('portout-open-request', ({ portout }) => told.push(['request', portout.id]));
  list.addEventListener('portout-opened', ({ portout }) => told.push(['opened', portout.id]));
  list.addEventListener('portout-closed', ({ id }) => told.push(['closed', id]));
  return told;
}

const withDetails: Parameters<typeof mountPortOuts>[0] = {
  portouts: [samplePortOut(1), samplePortOut(2)],
  prepare: (connection) =>
    connection.answer('portouts/{id}', ({ id }) =>
      samplePortOutDetail(samplePortOut(Number(String(id).slice(2))), ['+15013334001']),
    ),
};

/** Waits until the heading of the review has the focus. */
const isLedIn = ({ review }: MountedPortOuts) =>
  review?.shadowRoot?.activeElement?.matches('[role=heading]') === true;

describe('a request that is opened inside <portout-list>', () => {
  it('is there in the place of the list: the focus goes to its heading, and back to the row', async () => {
    const list = await mountedPortOuts(withDetails);
    const told = toldBy(list);
    await list.press('Answer PO_624002');
    await waitUntil(() => isLedIn(list), 'the heading never had the focus');
    expect(list.list.portout).to.equal('p-2');
    expect(list.find('.frame').checkVisibility()).to.equal(false);
    await list.press('Back to the list');
    await waitUntil(() => list.hasFocusOn('[data-key="p-2"] .details > *'));
    expect(list.list.portout).to.equal(null);
    expect(list.review).to.equal(null);
    expect(told).to.deep.equal([
      ['request', 'p-2'],
      ['opened', 'p-2'],
      ['closed', 'p-2'],
    ]);
  });

  it('leaves it to a page that opens it in its own way', async () => {
    const list = await mountedPortOuts(withDetails);
    const told = toldBy(list);
    list.list.addEventListener('portout-open-request', (event) => event.preventDefault());
    await list.press('Answer PO_624001');
    expect(list.list.portout).to.equal(null);
    expect(told).to.deep.equal([['request', 'p-1']]);
  });

  it('names the account below whose request it is, as the list does', async () => {
    const list = await mountedPortOuts({
      portouts: [samplePortOut(1, { account: 'east' })],
      prepare: (connection) =>
        connection.answer('portouts/{id}', () =>
          samplePortOutDetail(samplePortOut(1, { account: 'east' }), ['+15013334001']),
        ),
    });
    await list.press('Answer PO_624001');
    await waitUntil(() => list.review?.shadowRoot?.querySelector('.facts'));
    expect(list.review?.shadowRoot?.querySelector<HTMLElement>('.facts')?.innerText).to.include('Acme East');
  });

  it('opens by the attribute, without a word and without taking anybody’s focus', async () => {
    const list = await mountPortOuts({ ...withDetails, set: { portout: 'p-2' } });
    const told = toldBy(list);
    await waitUntil(() => list.review !== null);
    await list.isLive();
    expect(list.root.activeElement).to.equal(null);
    expect(list.has('.views')).to.equal(false);
    list.list.removeAttribute('portout');
    list.list.portout = null;
    await waitUntil(() => list.review === null);
    expect(list.ids).to.deep.equal(['p-1', 'p-2']);
    expect(told).to.deep.equal([]);
  });

  it('stands on the widget’s own surface with all that leads to it and back, whatever the page has behind it', async () => {
    const list = await mountedPortOuts(withDetails);
    const surface = list.find('.surface');
    expect(getComputedStyle(surface).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(surface.contains(list.find('.views'))).to.equal(true);
    list.list.portout = 'p-1';
    await waitUntil(() => list.review !== null);
    expect(surface.contains(list.find('.back'))).to.equal(true);
    const frame = list.review?.shadowRoot?.querySelector('.frame') as HTMLElement;
    expect(getComputedStyle(frame).borderStyle).to.equal('none');
  });

  it('POR-2: `request` opens the one that a carrier’s number finds, in any case', async () => {
    const list = await mountPortOuts({
      set: { request: 'po_624001' },
      prepare: (connection) =>
        connection.answer('portouts', ({ q }) => ({
          data: q ? [samplePortOut(1), samplePortOut(12, { request: 'PO_6240015' })] : [samplePortOut(2)],
          next: null,
          feed: 7,
        })),
    });
    const told = toldBy(list);
    await waitUntil(() => list.list.portout === 'p-1');
    expect(told).to.deep.equal([['opened', 'p-1']]);
    await waitUntil(() => list.review !== null);
    await list.press('Back to the list');
    expect(list.list.portout).to.equal(null);
  });

  it('`request` shows what it finds where that is none, several, or not to be had', async () => {
    for (const answer of [
      { data: [], next: null, feed: 7 },
      { data: [samplePortOut(1), { ...samplePortOut(1), id: 'other' }], next: null, feed: 7 },
      new PortalError('internal', 'No.', { status: 500 }),
    ]) {
      const list = await mountPortOuts({
        set: { request: 'PO_624001' },
        prepare: (connection) => connection.answer('portouts', () => answer),
      });
      await waitUntil(() => list.list.viewState === 'q=PO_624001');
      expect(list.list.portout).to.equal(null);
      list.portal.remove();
    }
  });

  it('has links where the page has addresses, and leaves a click for a new tab to the browser', async () => {
    const list = await mountedPortOuts({
      ...withDetails,
      set: { portoutHref: ({ id }) => `#/portouts/${id}` },
    });
    const link = list.find<HTMLAnchorElement>('[data-key="p-1"] .details > a');
    expect(link.getAttribute('href')).to.equal('#/portouts/p-1');
    const told = toldBy(list);
    const stop = (event: Event) => event.preventDefault();
    document.addEventListener('click', stop);
    link.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ctrlKey: true }),
    );
    document.removeEventListener('click', stop);
    expect(told).to.deep.equal([]);
    link.click();
    await list.list.updateComplete;
    expect(list.list.portout).to.equal('p-1');
    expect(location.hash).to.equal('');
  });

  it('is of this copy’s own class, whatever the page calls its reviews, and has the list’s client', async () => {
    const list = await mountPortOuts({ ...withDetails, set: { portout: 'p-1' } });
    await waitUntil(() => list.review !== null);
    expect(list.review?.localName).to.match(/^portout-review-inside-\d+$/);
    await expect(list.list).to.be.accessible();
  });
});

describe('<portout-list> with ten thousand requests', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => samplePortOut(index));
  afterEach(() => void (document.documentElement.scrollTop = 0));

  it('renders what is in view, and is where it was when a request that was open is closed', async () => {
    const list = await mountedPortOuts({ ...withDetails, portouts: many });
    expect(list.ids.length).to.be.lessThan(60);
    expect(list.find('table').getAttribute('aria-rowcount')).to.equal('10001');
    document.documentElement.scrollTop = 200_000;
    await nextFrame();
    await nextFrame();
    await waitUntil(() => Number(list.ids[5]?.slice(2)) > 1000, 'the reader looks at nothing');
    const seen = [...list.root.querySelectorAll<HTMLElement>('.item')].find(
      (row) => row.getBoundingClientRect().top > 100,
    ) as HTMLElement;
    const { top } = seen.getBoundingClientRect();
    const control = seen.querySelector<HTMLElement>('.details > *');
    const { key } = seen.dataset;
    control?.focus({ preventScroll: true });
    control?.click();
    await waitUntil(() => isLedIn(list));
    await list.press('Back to the list');
    await waitUntil(() => list.hasFocusOn(`[data-key="${key}"] .details > *`));
    await nextFrame();
    const back = list.find(`[data-key="${key}"]`).getBoundingClientRect();
    expect(Math.abs(back.top - top)).to.be.lessThan(4);
  });

  it('is walked through by the arrows, and loads more by a button', async () => {
    const list = await mountedPortOuts({ portouts: many.slice(0, 2), next: 'more' });
    list.find('[data-key="p-0"] .details > *').focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => list.hasFocusOn('[data-key="p-1"] .details > *'));
    list.connection.answer('portouts', () => ({ data: many.slice(2, 4), next: null, feed: 7 }));
    await list.press('Load more');
    await waitUntil(() => list.ids.length === 4);
    expect(list.asked.at(-1)).to.deep.equal({ sort: '-receivedAt', limit: 200, cursor: 'more' });
    await waitUntil(() => list.said === '4 requests shown');
  });
});
