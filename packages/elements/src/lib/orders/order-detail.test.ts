import { type Connection, PortalError } from '@numberdesk/core/http';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import type { MemoryConnection } from '../../../test/memory-connection.ts';
import { type MountedDetail, historyPath, mountDetail, mountedDetail } from '../../../test/mount-detail.ts';
import { flat } from '../../../test/reading.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';
import { OrderDetail } from './order-detail.element.ts';

const numbers = Array.from({ length: 14 }, (_, index) => `+13125550${100 + index}`);
const done = sampleLine({
  id: '3',
  quantity: 14,
  supply: 'in-stock',
  status: 'completed',
  statusChangedAt: '2026-11-21T15:00:00.000Z',
  leadTime: null,
  estimated: null,
  numbers,
});
const pending = sampleLine({
  id: '2',
  type: 'toll-free',
  location: { country: 'US' },
  status: 'pending-docs',
});
const canceled = sampleLine({ id: '4', status: 'canceled', statusChangedAt: '2026-11-21T16:00:00.000Z' });
const mixed = () => sampleOrder('1001', [sampleLine(), pending, done, canceled]);
const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 500, requestId: 'req_42', ...init });
const refused = (error: Error) =>
  mountDetail({ prepare: (connection) => connection.answer(historyPath, () => error) });
const terms = ({ root }: MountedDetail) =>
  Object.fromEntries(
    [...root.querySelectorAll<HTMLElement>('.facts > div')].map((fact) => [
      flat(fact.querySelector('dt')?.innerText ?? ''),
      flat(fact.querySelector('dd')?.innerText ?? ''),
    ]),
  );

/** Takes down what is copied, by the clipboard or, where there is none, by a selection. */
async function copied(act: () => void, hasClipboard: boolean): Promise<string[]> {
  const texts: string[] = [];
  const clipboard = hasClipboard ? { writeText: async (text: string) => void texts.push(text) } : undefined;
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  const exec = document.execCommand.bind(document);
  document.execCommand = () => {
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true });
    document.dispatchEvent(event);
    texts.push(event.clipboardData?.getData('text/plain') ?? '');
    return true;
  };
  act();
  await waitUntil(() => texts.length > 0);
  document.execCommand = exec;
  delete (navigator as { clipboard?: unknown }).clipboard;
  return texts;
}

const unconfirmed = (placedAt: string) => sampleOrder('1001', undefined, { placedAt, confirmedAt: null });

describe('<order-detail>', () => {
  it('ORD-2: says which order it is, who placed it and when, whose it is and that it is confirmed', async () => {
    const page = await mountedDetail();
    expect(page.find('.title').innerText).to.equal('Order 1001');
    expect(terms(page)).to.deep.equal({
      Placed: 'Nov 20, 2026, 9:00 AM Ada Byron',
      'Confirmed by the carrier': 'Nov 20, 2026, 10:00 AM',
      Account: 'Acme Corp',
    });
    expect(page.find('.head .chip').innerText).to.include('Processing');
    expect(page.connection.calls.map(({ path }) => path)).to.deep.equal(['session', historyPath]);
  });

  it('ORD-9: says that an order is not confirmed yet, and how long that can take', async () => {
    const page = await mountedDetail({ order: unconfirmed('2026-11-22T17:00:00.000Z') });
    expect(terms(page)['Confirmed by the carrier']).to.equal('Not yet. This can take up to 24 hours.');
    const soon = await mountedDetail({
      order: unconfirmed('2026-11-22T17:59:00.000Z'),
      session: { policy: { retentionDays: 7, confirmationHours: 1 } },
    });
    expect(terms(soon)['Confirmed by the carrier']).to.equal('Not yet. This can take up to 1 hour.');
  });

  it('ORD-9: says so when a confirmation has not come in its time, from that very moment on', async () => {
    const page = await mountedDetail({
      order: unconfirmed('2026-11-22T16:10:00.000Z'),
      session: { policy: { retentionDays: 7, confirmationHours: 2 } },
    });
    page.clock.advance(10 * 60_000 - 1);
    await page.detail.updateComplete;
    expect(terms(page)['Confirmed by the carrier']).to.equal('Not yet. This can take up to 2 hours.');
    page.clock.advance(1);
    await page.detail.updateComplete;
    expect(terms(page)['Confirmed by the carrier']).to.equal(
      'Not yet, although this takes no more than 2 hours as a rule.',
    );
  });

  it('ORD-8, ORD-7: shows each line with its place, quantity, supply, status and numbers', async () => {
    const page = await mountedDetail({ order: mixed() });
    const lines = page.all('.line').map(({ innerText }) => flat(innerText));
    expect(lines).to.have.length(4);
    expect(lines[1]).to.match(
      /^Toll-free Line 2, United States 1 number|^Toll-free Line 2, United States 2 numbers/,
    );
    expect(lines[1]).to.include('Pending Docs');
    expect(lines[2]).to.include('In stock').and.include('14 numbers delivered').and.include('and 2 more');
    const shown = page.all('.numbers bdi');
    expect(shown.map(({ textContent }) => textContent)).to.deep.equal(numbers);
    expect(shown.every(({ dir }) => dir === 'ltr')).to.equal(true);
  });

  it('ORD-5: tells the lead time of a line that is processed, and of the order in a tip', async () => {
    const page = await mountedDetail();
    expect(page.find('.due').innerText).to.match(/3 to 5 business days\s+Nov 25\s–\s30, 2026/);
    page.find('.head .chip').focus();
    expect(page.find('.tip').matches(':popover-open')).to.equal(true);
    expect(page.find('.tip').innerText).to.include('3 to 5 business days');
    const late = sampleLine({ estimated: { from: '2026-11-10', to: '2026-11-12' } });
    const passed = await mountedDetail({ order: sampleOrder('1001', [late]) });
    expect(passed.find('.due').innerText).to.include('This date has passed.');
  });

  it('ORD-4, ORD-11: names what there is to do and whom to send documents to', async () => {
    const page = await mountedDetail({ order: mixed() });
    expect(page.find('.action').innerText).to.match(
      /Action required\s+Send documents to orders@carrier.example/,
    );
    expect(page.find<HTMLAnchorElement>('.action a').href).to.equal(
      'mailto:orders@carrier.example?subject=1001',
    );
    const other = await mountedDetail();
    expect(other.has('.action')).to.equal(false);
  });

  it('ORD-11: lets the page take the documents in its own way', async () => {
    const page = await mountedDetail({ order: mixed() });
    const numbers: string[] = [];
    page.portal.addEventListener('order-documents-request', (event) => {
      numbers.push(event.order.number);
      event.preventDefault();
    });
    const click = new MouseEvent('click', { cancelable: true, bubbles: true, composed: true });
    page.find('.action a').dispatchEvent(click);
    expect(numbers).to.deep.equal(['1001']);
    expect(click.defaultPrevented).to.equal(true);
  });

  it('ORD-10: offers the contact, with the order’s number filled in, and nothing to cancel with', async () => {
    const contact = { url: 'https://help.example/?order={order}' };
    const page = await mountedDetail({ session: { contact } });
    expect(page.find<HTMLAnchorElement>('.contact a').href).to.equal('https://help.example/?order=1001');
    expect(page.all('button').some(({ innerText }) => /cancel/i.test(innerText))).to.equal(false);
    const without = await mountedDetail({ session: { contact: {} } });
    expect(without.has('.contact')).to.equal(false);
    const ended = await mountedDetail({ order: sampleOrder('1001', [sampleLine({ status: 'completed' })]) });
    expect(ended.has('.contact'), 'nothing of it can be changed any more').to.equal(false);
  });

  it('ORD-6: says when it leaves the active list, and by its own clock that it has', async () => {
    const order = sampleOrder('1001', [{ ...done, statusChangedAt: '2026-11-15T18:00:10.000Z' }]);
    const page = await mountedDetail({ order });
    expect(terms(page)['Leaves the active list']).to.equal('Nov 22, 2026, 12:00 PM');
    expect(page.events[0]).to.equal('Leaves the active list Nov 22, 2026, 12:00 PM');
    page.clock.advance(10_000);
    await page.detail.updateComplete;
    expect(terms(page)['Left the active list']).to.equal('Nov 22, 2026, 12:00 PM');
    expect(page.events[0]).to.include('Left the active list');
  });

  it('ACC-5: tells what happened, the newest first, and whose doing it was as far as it is known', async () => {
    const at = (hour: number) => `2026-11-21T${hour}:00:00.000Z`;
    const by = (side: string, name: string | null = null) => ({ side, name });
    const page = await mountedDetail({
      order: mixed(),
      events: [
        { id: '1', at: at(11), kind: 'placed', by: by('customer', 'Ada Byron') },
        {
          id: '2',
          at: at(16),
          kind: 'moved',
          by: by('provider'),
          line: '3',
          from: 'processing',
          to: 'completed',
          numbers,
        },
        { id: '3', at: at(15), kind: 'moved', by: by('system'), line: '2', to: 'on-hold' },
        { id: '4', at: at(14), kind: 'updated', by: by('customer') },
        { id: '5', at: at(13), kind: 'something-new', by: by('somebody') },
        { id: '6', at: at(12), kind: 'confirmed', by: null },
      ],
    });
    expect(page.events).to.deep.equal([
      'From Processing to Completed Line 3, Local, Chicago, Illinois, United States 14 numbers delivered Nov 21, 2026, 10:00 AM · by your provider',
      'Now on-hold Line 2, Toll-free, United States Nov 21, 2026, 9:00 AM · automatically',
      'Details updated Nov 21, 2026, 8:00 AM',
      'something-new Nov 21, 2026, 7:00 AM',
      'Confirmed by the carrier Nov 21, 2026, 6:00 AM',
      'Order placed Nov 21, 2026, 5:00 AM · by Ada Byron',
    ]);
  });

  it('loads earlier events on demand', async () => {
    const all = Array.from({ length: 60 }, (_, index) => ({
      id: String(index),
      at: new Date(Date.parse(sampleNow) - index * 60_000).toISOString(),
      kind: 'updated',
      by: null,
    }));
    const answer = ({ limit }: Record<string, unknown>) => ({
      ...{ order: sampleOrder('1001'), account: { id: 'acme', name: 'Acme' }, feed: 7 },
      data: all.slice(0, Number(limit)),
      next: Number(limit) < 60 ? 'more' : null,
    });
    const page = await mountedDetail({ prepare: (connection) => connection.answer(historyPath, answer) });
    expect(page.events).to.have.length(50);
    page.find('.history > .button').click();
    await waitUntil(() => page.events.length === 60);
    expect(page.has('.history > .button')).to.equal(false);
  });

  for (const hasClipboard of [true, false]) {
    it(`copies the order’s number and a line’s numbers ${hasClipboard ? 'by' : 'without'} the clipboard`, async () => {
      const page = await mountedDetail({ order: mixed() });
      const [number, all] = page.all('.copy') as [HTMLElement, HTMLElement];
      expect(number.ariaLabel).to.equal('Copy order number 1001');
      expect(await copied(() => number.click(), hasClipboard)).to.deep.equal(['1001']);
      await waitUntil(() => page.said === 'Copied');
      expect(number.innerText.trim()).to.equal('Copied');
      page.clock.advance(3_000);
      await page.detail.updateComplete;
      expect(number.innerText.trim()).to.equal('Copy');
      expect(await copied(() => all.click(), hasClipboard)).to.deep.equal([numbers.join('\n')]);
    });
  }

  it('says so where nothing can be copied', async () => {
    const page = await mountedDetail();
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    const exec = document.execCommand.bind(document);
    document.execCommand = () => false;
    page.find('.copy').click();
    await waitUntil(() => page.said.startsWith('Could not be copied'));
    document.execCommand = exec;
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  it('has headings of the level that the page wants', async () => {
    const page = await mountedDetail();
    const levels = () => page.all('[role=heading]').map(({ ariaLevel }) => ariaLevel);
    expect(levels()).to.deep.equal(['2', '3', '3']);
    page.detail.setAttribute('heading-level', '4');
    await page.detail.updateComplete;
    expect(levels()).to.deep.equal(['4', '5', '5']);
  });
});

describe('<order-detail> in its states', () => {
  it('shows a skeleton while it loads, busy', async () => {
    let release = () => {};
    const page = await mountDetail({ prepare: (connection) => (release = connection.hold()) });
    await page.shows('loading');
    expect(page.find('.frame').ariaBusy).to.equal('true');
    expect(page.text).to.include('Loading the order');
    await expect(page.detail).to.be.accessible();
    release();
    await page.shows('data');
    expect(page.find('.frame').ariaBusy).to.equal('false');
  });

  for (const [what, error] of [
    ['does not exist', refusal('not-found', { status: 404 })],
    ['cannot exist', refusal('bad-request', { status: 400 })],
  ] as const) {
    it(`ACC-1: says so of an order that ${what}, and what to do`, async () => {
      const page = await refused(error);
      await page.shows('empty');
      expect(page.text)
        .to.match(/There is no order .?1001.? here/)
        .and.include('Check the number');
      await expect(page.detail).to.be.accessible();
    });
  }

  it('says so without a number, and asks for nothing', async () => {
    const page = await mountDetail({ number: null });
    await page.shows('empty');
    expect(page.connection.calls.map(({ path }) => path)).to.deep.equal(['session']);
  });

  it('ACC-4: without the permission names it and who can grant it, and asks for nothing', async () => {
    const page = await mountDetail({ session: { permissions: ['numbers:view'] } });
    await page.shows('forbidden');
    expect(page.text).to.include('View orders (orders:view)').and.include('An admin of your account');
    expect(page.connection.calls.map(({ path }) => path)).to.deep.equal(['session']);
    await expect(page.detail).to.be.accessible();
    const told = await refused(refusal('forbidden', { status: 403, permission: 'orders:view' }));
    await told.shows('forbidden');
  });

  it('tells apart what a person can do about a failure, and tries again', async () => {
    const cases: [Error, string][] = [
      [refusal('unreachable', { status: 0 }), 'Check your internet connection'],
      [refusal('too-many-requests', { status: 429, retryAfter: 7 }), 'Wait 7 seconds,'],
      [refusal('session-expired', { status: 401 }), 'Sign in again'],
      [refusal('internal'), 'req_42'],
    ];
    for (const [error, advice] of cases) {
      const page = await refused(error);
      await page.shows('error');
      expect(page.text, String(error)).to.include(advice);
      await expect(page.detail).to.be.accessible();
      page.connection.answer(historyPath, () => {
        throw new Error('asked again');
      });
      const asked = page.connection.calls.length;
      page.find('.button').click();
      expect(page.root.activeElement?.className).to.equal('frame');
      await waitUntil(() => page.connection.calls.length > asked);
      page.portal.remove();
    }
  });

  it('leaves it to a page that cancels session-expired to say so', async () => {
    const cancel = (event: Event) => event.preventDefault();
    document.addEventListener('session-expired', cancel);
    const page = await refused(refusal('session-expired', { status: 401 }));
    await waitUntil(() => page.connection.calls.length === 2);
    await page.shows('loading');
    document.removeEventListener('session-expired', cancel);
    expect(page.text).to.not.include('session');
  });

  it('keeps the order when a reload fails, says so quietly, and reloads on demand', async () => {
    const page = await mountedDetail();
    page.connection.answer(historyPath, () => refusal('unavailable'));
    page.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => page.text.includes('This order could not be refreshed.'));
    expect(page.text).to.include('loaded Nov 22, 12:00 PM').and.include('Nov 20, 2026');
    await expect(page.detail).to.be.accessible();
  });

  it('says when live changes have stopped, and follows them again after a reload', async () => {
    const page = await mountedDetail();
    page.connection.tell(refusal('forbidden', { status: 403 }));
    await waitUntil(() => page.text.includes('Live changes have stopped.'));
    page.find('.notice .button').click();
    await waitUntil(() => page.connection.followed.length === 2);
    await waitUntil(() => !page.has('.notice'));
  });

  it('says when no changes come in for now, until they do', async () => {
    let onLive: ((isLive: boolean) => void) | undefined;
    const prepare = (connection: MemoryConnection) => {
      const follow = connection.events.bind(connection);
      connection.events = (options: Parameters<Connection['events']>[0]) => {
        onLive = options.onLive;
        return follow(options);
      };
    };
    const page = await mountedDetail({ prepare });
    onLive?.(false);
    await waitUntil(() => page.text.includes('The server can’t be reached, so no changes come in.'));
    onLive?.(true);
    await waitUntil(() => !page.has('.notice'));
  });

  it('says since when it may be old while the browser is offline', async () => {
    const page = await mountedDetail();
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => page.text.includes('You are offline. This order was loaded'));
    delete (navigator as { onLine?: unknown }).onLine;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => !page.has('.notice'));
    expect(online.get).to.not.equal(undefined);
  });
});

describe('<order-detail> with an order of the page’s own', () => {
  const mount = async (more: Partial<OrderDetail>) => {
    const detail = fixtureSync<OrderDetail>(html`<order-detail lang="en"></order-detail>`);
    Object.assign(detail, more);
    await detail.updateComplete;
    return detail;
  };
  const textOf = ({ shadowRoot }: OrderDetail) =>
    flat(shadowRoot?.querySelector<HTMLElement>('.frame')?.innerText ?? '');

  it('shows it without asking anybody, with a history where one is given', async () => {
    const detail = await mount({ order: mixed(), contact: { email: 'a@b.example' } });
    expect(textOf(detail)).to.include('Order 1001').and.include('acme').and.not.include('What happened');
    detail.history = [{ id: '1', at: sampleNow, kind: 'placed', by: null }];
    await detail.updateComplete;
    expect(textOf(detail))
      .to.include('What happened')
      .and.include('Order placed')
      .and.include('turn to a@b.example');
  });

  it('ACC-4: shows what the page says of loading, failure and permission', async () => {
    const detail = await mount({ loading: true });
    expect(detail.matches(':state(loading)')).to.equal(true);
    Object.assign(detail, { loading: false, error: new Error('no') });
    await detail.updateComplete;
    expect(detail.matches(':state(error)')).to.equal(true);
    Object.assign(detail, { error: null, order: mixed(), permissions: [] });
    await detail.updateComplete;
    expect(textOf(detail)).to.include('orders:view');
  });
});

describe('<order-detail> for everybody', () => {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1100, 320]) {
      for (const lang of ['en', 'ar']) {
        it(`is accessible with ${width} pixels, in ${scheme} colours, in ${lang}`, async () => {
          const page = await mountedDetail({ order: mixed(), width, lang });
          page.portal.theme = scheme;
          await page.portal.updateComplete;
          expect(page.find('.frame').dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
          expect(page.find('.frame').scrollWidth).to.be.at.most(width);
          await expect(page.detail).to.be.accessible();
        });
      }
    }
  }

  it('stands side by side where there is room, else one below the other', async () => {
    const tops = ({ root }: MountedDetail) =>
      [...root.querySelectorAll<HTMLElement>('.body > *')].map(({ offsetTop }) => offsetTop);
    const [lines, history] = tops(await mountedDetail({ order: mixed() }));
    expect(lines).to.equal(history);
    const [above, below] = tops(await mountedDetail({ order: mixed(), width: 400 }));
    expect(below).to.be.greaterThan(above as number);
  });

  it('speaks Arabic, numbers from left to right', async () => {
    const page = await mountedDetail({ order: mixed(), lang: 'ar-EG' });
    expect(page.text)
      .to.include('ما الذي حدث')
      .and.include('سُلّم ١٤ رقمًا')
      .and.not.match(/Order|Placed|From/);
    expect(getComputedStyle(page.find('.numbers bdi')).direction).to.equal('ltr');
  });
});
