import { PortalError } from '@numberdesk/core/http';
import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { SessionExpiredEvent } from '../internal/portal.events.ts';
import { type MountedTable, mountTable, mountedTable } from '../../../test/mount-table.ts';
import { flat } from '../../../test/reading.ts';
import { sampleOrder, sampleSession } from '../../../test/sample-orders.ts';

const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 500, requestId: 'req_42', ...init });

/** A table whose list is refused. */
const refused = (error: Error) =>
  mountTable({ prepare: (connection) => connection.answer('orders', () => error) });

const hasButton = ({ root }: MountedTable, name: string) =>
  [...root.querySelectorAll('button')].some((button) => button.innerText === name);

describe('<order-table> in its states', () => {
  it('shows a skeleton while it loads, busy, and as high as the rows that come', async () => {
    let release = () => {};
    const table = await mountTable({
      orders: Array.from({ length: 6 }, (_, index) => sampleOrder(String(index))),
      prepare: (connection) => (release = connection.hold()),
    });
    await table.shows('loading');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('true');
    expect(table.find('table').getAttribute('aria-hidden')).to.equal('true');
    expect(table.text).to.include('Loading orders');
    const height = table.find('tbody tr').offsetHeight;
    release();
    await table.shows('data');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('false');
    expect(table.find('.order tr').offsetHeight).to.be.closeTo(height, 12);
    expect(table.table.matches(':state(loading)')).to.equal(false);
  });

  it('ORD-1, ORD-6: without orders says what will appear here and how long it stays', async () => {
    const table = await mountTable({ orders: [], session: { policy: { retentionDays: 14 } } });
    await table.shows('empty');
    expect(table.text).to.include('No orders yet').and.include('for 14 days');
    expect(table.has('[part=empty]')).to.equal(true);
  });

  it('ORD-9: without orders says all the same how long a new one may take', async () => {
    const syncedAt = '2026-11-22T17:42:00.000Z';
    const session = { policy: { retentionDays: 7, confirmationHours: 48 } };
    const table = await mountTable({ orders: [], syncedAt, session });
    await table.shows('empty');
    expect(flat(table.find('.synced').innerText)).to.include('can take up to 48 hours to appear');
    table.table.viewState = 'q=77';
    await waitUntil(() => table.text.includes('No orders match'));
    expect(table.has('.synced')).to.equal(true);
  });

  it('ORD-9: before the first synchronization says so where there are no orders yet', async () => {
    const table = await mountTable({
      orders: [],
      session: { policy: { retentionDays: 7, confirmationHours: 1 } },
    });
    await table.shows('empty');
    expect(flat(table.find('.synced').innerText)).to.equal(
      'Not synchronized with the carrier yet. A new order can take up to 1 hour to appear.',
    );
    const lost = await mountTable({
      prepare: (connection) =>
        connection
          .answer('session/accounts', () => ({ data: [], next: null }))
          .answer('orders', () => refusal('not-found')),
    });
    lost.table.viewState = 'account=gone';
    await lost.shows('empty');
    expect(lost.has('.synced')).to.equal(false);
  });

  it('says what happened, offers to try again, and gives a number to quote', async () => {
    const table = await refused(refusal('internal'));
    await table.shows('error');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('false');
    expect(table.text).to.include('Something went wrong on our side').and.include('req_42');
    table.connection.answer('orders', () => ({
      data: [sampleOrder('5')],
      next: null,
      syncedAt: null,
      feed: 1,
    }));
    table.find('.panel .button').click();
    expect(table.hasFocusOn('.frame')).to.equal(true);
    await table.shows('data');
    expect(table.numbers).to.deep.equal(['5']);
  });

  it('asks anew when something else is asked for after a failure', async () => {
    const table = await refused(refusal('internal'));
    await table.shows('error');
    const page = { data: [sampleOrder('5')], next: null, syncedAt: null, feed: 1 };
    table.connection.answer('orders', () => page);
    table.table.viewState = 'sort=number';
    await table.shows('data');
    expect(table.numbers).to.deep.equal(['5']);
  });

  it('tells apart what a person can do about a failure', async () => {
    const cases: [Error, string][] = [
      [refusal('unreachable', { status: 0 }), 'Check your internet connection'],
      [refusal('timed-out', { status: 0 }), 'Check your internet connection'],
      [refusal('too-many-requests', { status: 429 }), 'Wait 60 seconds,'],
      [refusal('too-many-requests', { status: 429, retryAfter: 1 }), 'Wait 1 second,'],
      [refusal('session-expired', { status: 401 }), 'Sign in again'],
      [refusal('origin-not-allowed', { status: 403 }), 'Open the portal at its usual address'],
      [refusal('something-new', { status: 418 }), 'Try again in a moment'],
      [new TypeError('a bug'), 'Try again in a moment'],
    ];
    for (const [error, advice] of cases) {
      const table = await refused(error);
      await table.shows('error');
      expect(table.text, String(error)).to.include(advice);
      expect(hasButton(table, 'Try again')).to.equal(true);
      table.portal.remove();
    }
  });

  it('ACC-4: without the permission names it and who can grant it, and asks the server for nothing', async () => {
    const table = await mountTable({ session: { permissions: ['numbers:view'] } });
    await table.shows('forbidden');
    expect(table.text).to.include('View orders (orders:view)');
    expect(table.text).to.include('An admin of your account can grant it.');
    expect(table.has('button')).to.equal(false);
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('false');
    expect(table.connection.calls.map(({ path }) => path)).to.deep.equal(['session']);
  });

  it('ACC-4: shows the same where it is the server that refuses', async () => {
    const table = await refused(refusal('forbidden', { status: 403, permission: 'orders:manage' }));
    await table.shows('forbidden');
    expect(table.text).to.include('orders:manage').and.include('Only your provider can grant it.');
  });

  it('asks for the session again where it was the session that failed', async () => {
    let failures = 1;
    const table = await mountTable({
      prepare: (connection) =>
        connection.answer('session', () => (failures-- > 0 ? refusal('unavailable') : sampleSession())),
    });
    await table.shows('error');
    table.find('.panel .button').click();
    await table.shows('data');
  });

  it('tells the page once that the session is over', async () => {
    const events: SessionExpiredEvent[] = [];
    const listen = (event: Event) => events.push(event as SessionExpiredEvent);
    document.addEventListener('session-expired', listen);
    const table = await refused(refusal('session-expired', { status: 401 }));
    await table.shows('error');
    table.table.requestUpdate();
    await table.table.updateComplete;
    document.removeEventListener('session-expired', listen);
    expect(events).to.have.length(1);
    expect(events[0]?.error.code).to.equal('session-expired');
    expect(table.text).to.include('Your session has ended');
  });

  it('leaves it to a page that cancels to say so', async () => {
    const cancel = (event: Event) => event.preventDefault();
    document.addEventListener('session-expired', cancel);
    const told = oneEvent(document, 'session-expired');
    const table = await refused(refusal('unauthenticated', { status: 401 }));
    await told;
    await table.shows('loading');
    document.removeEventListener('session-expired', cancel);
    expect(table.text).to.not.include('Your session has ended');
  });

  it('keeps the list when a reload fails, says so quietly, and reloads on demand', async () => {
    const table = await mountedTable();
    const answer = () => ({ data: [sampleOrder('2000')], next: null, syncedAt: null, feed: 9 });
    table.connection.answer('orders', () => refusal('unavailable'));
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.text.includes('The list could not be refreshed.'));
    expect(table.text).to.include('loaded Nov 22, 12:00 PM').and.include('req_42');
    expect(table.numbers).to.deep.equal(['1001']);
    expect(table.table.matches(':state(error)')).to.equal(false);
    table.connection.answer('orders', answer);
    table.find('.notice .button').click();
    await waitUntil(() => table.numbers[0] === '2000');
    expect(table.has('.notice')).to.equal(false);
  });

  it('keeps the list when the live changes are refused, and follows again after a reload', async () => {
    const table = await mountedTable();
    table.connection.tell(refusal('forbidden', { status: 403 }));
    await waitUntil(() => table.text.includes('Live changes have stopped.'));
    expect(table.numbers).to.deep.equal(['1001']);
    table.find('.notice .button').click();
    await waitUntil(() => !table.has('.notice'));
    expect(table.connection.followed).to.deep.equal([7, 7]);
  });

  it('says so when the browser is offline', async () => {
    const table = await mountedTable();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => table.text.includes('You are offline.'));
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => !table.text.includes('You are offline.'));
  });

  it('is accessible in every state', async () => {
    const pending = refusal('too-many-requests', { status: 429, retryAfter: 3 });
    const held = await mountTable({ prepare: (connection) => void connection.hold() });
    await held.shows('loading');
    await expect(held.table).to.be.accessible();
    for (const table of [
      await mountTable({ orders: [] }),
      await refused(pending),
      await mountTable({ session: { permissions: [] } }),
    ]) {
      await waitUntil(() => !table.table.matches(':state(loading)'));
      await table.table.updateComplete;
      await expect(table.table).to.be.accessible();
    }
  });
});
