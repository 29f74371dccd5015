import { PortalError } from '@numberdesk/core/http';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { LitElement } from 'lit';
import { type Portal, PortalConsumer } from '../internal/portal-context.ts';
import { MemoryConnection } from '../../../test/memory-connection.ts';
import { OrderTable } from '../orders/order-table.element.ts';
import { sampleOrder, sampleSession } from '../../../test/sample-orders.ts';
import { NumberdeskPortal } from './numberdesk-portal.element.ts';

/** Keeps whatever portal it is in. */
class PortalProbe extends LitElement {
  readonly consumer = new PortalConsumer(this);
}
customElements.define('portal-probe', PortalProbe);
NumberdeskPortal.define();
OrderTable.define();

const portalOf = (element: Element) =>
  (element.querySelector('portal-probe') as PortalProbe).consumer.value as Portal;

const memory = (number = '1') =>
  new MemoryConnection()
    .answer('session', () => sampleSession())
    .answer('orders', () => ({ data: [sampleOrder(number)], next: null, syncedAt: null, feed: 1 }));

async function mountPortal(properties: Partial<NumberdeskPortal>): Promise<NumberdeskPortal> {
  const portal = fixtureSync<NumberdeskPortal>(
    html`<numberdesk-portal><portal-probe></portal-probe></numberdesk-portal>`,
  );
  await Object.assign(portal, properties).updateComplete;
  return portal;
}

describe('<numberdesk-portal>', () => {
  it('has no box, and shows the page that is in it', async () => {
    const portal = await mountPortal({ client: memory() });
    expect(getComputedStyle(portal).display).to.equal('contents');
    expect(portal.shadowRoot?.querySelector('slot') !== null).to.equal(true);
  });

  it('loads the session once for all widgets inside, and hands it to them', async () => {
    const client = memory();
    const portal = await mountPortal({ client });
    await waitUntil(() => portalOf(portal).session.state === 'data');
    expect(portalOf(portal).session.data?.user.name).to.equal('Ada Byron');
    expect(portalOf(portal).connection === client).to.equal(true);
    expect(client.calls.map(({ path }) => path)).to.deep.equal(['session']);
  });

  it('says that the session failed, and asks again when told to', async () => {
    let failures = 1;
    const client = memory().answer('session', () =>
      failures-- > 0 ? new PortalError('internal', 'x') : sampleSession(),
    );
    const portal = await mountPortal({ client });
    await waitUntil(() => portalOf(portal).session.state === 'error');
    portalOf(portal).retrySession();
    await waitUntil(() => portalOf(portal).session.state === 'data');
  });

  it('makes a connection of base-url and fetchSession, and another when they change', async () => {
    const portal = await mountPortal({});
    await portal.updateComplete;
    expect(portalOf(portal).connection).to.equal(null);
    portal.setAttribute('base-url', '/numberdesk');
    portal.fetchSession = () => Promise.reject(new Error('no session today'));
    await waitUntil(() => portalOf(portal).connection !== null);
    const first = portalOf(portal).connection;
    await waitUntil(() => portalOf(portal).session.state === 'error');
    portal.requestUpdate();
    await portal.updateComplete;
    expect(portalOf(portal).connection === first).to.equal(true);
    portal.baseUrl = '/elsewhere';
    await portal.updateComplete;
    expect(portalOf(portal).connection === first).to.equal(false);
  });

  it('lets go of the request for the session with the page', async () => {
    let signal: AbortSignal | undefined;
    const client = memory();
    const call = client.call.bind(client);
    client.call = (operation, input, options) => {
      signal = options?.signal;
      return call(operation, input, options);
    };
    const release = client.hold();
    const portal = await mountPortal({ client });
    const parent = portal.parentElement as HTMLElement;
    await waitUntil(() => signal !== undefined);
    portal.remove();
    expect(signal?.aborted).to.equal(true);
    release();
    parent.append(portal);
    await waitUntil(() => portalOf(portal).session.state === 'data');
  });

  it('sets the colour scheme of what is inside, and leaves it to the page without a theme', async () => {
    const portal = await mountPortal({ client: memory() });
    const scheme = () => getComputedStyle(portal.querySelector('portal-probe') as Element).colorScheme;
    const pages = scheme();
    for (const [theme, expected] of [
      ['dark', 'dark'],
      ['light', 'light'],
      ['auto', 'light dark'],
      [null, pages],
    ] as const) {
      portal.theme = theme;
      await portal.updateComplete;
      expect(scheme()).to.equal(expected);
    }
  });

  it('serves widgets that were there before it was defined', async () => {
    OrderTable.define('early-table');
    const wrapper = fixtureSync(html`<late-portal><early-table></early-table></late-portal>`);
    const table = wrapper.querySelector('early-table') as OrderTable;
    await table.updateComplete;
    expect(table.matches(':state(loading)')).to.equal(true);
    NumberdeskPortal.define('late-portal');
    (document.querySelector('late-portal') as NumberdeskPortal).client = memory();
    await waitUntil(() => table.shadowRoot?.querySelector('.order') !== null);
  });

  it('gives way to a nearer one that wakes up later, and takes over again when that goes', async () => {
    const wrapper = fixtureSync(
      html`<numberdesk-portal .client=${memory('1')}>
        <inner-portal><order-table></order-table></inner-portal>
      </numberdesk-portal>`,
    );
    const table = wrapper.querySelector('order-table') as OrderTable;
    const shown = () => table.shadowRoot?.querySelector<HTMLElement>('.order')?.dataset['key'];
    await waitUntil(() => shown() === '1');
    NumberdeskPortal.define('inner-portal');
    (wrapper.querySelector('inner-portal') as NumberdeskPortal).client = memory('2');
    await waitUntil(() => shown() === '2');
    wrapper.append(table);
    await waitUntil(() => shown() === '1');
  });

  it('two of them on one page keep to themselves', async () => {
    const both = fixtureSync(
      html`<div>
        <numberdesk-portal .client=${memory('1')}><order-table></order-table></numberdesk-portal>
        <numberdesk-portal .client=${memory('2')}><order-table></order-table></numberdesk-portal>
      </div>`,
    );
    const shown = () =>
      [...both.querySelectorAll('order-table')].map(
        (table) => table.shadowRoot?.querySelector<HTMLElement>('.order')?.dataset['key'],
      );
    await waitUntil(() => shown().every(Boolean));
    expect(shown()).to.deep.equal(['1', '2']);
  });

  it('is defined again under its own tag without a word', () => {
    const before = customElements.get('numberdesk-portal');
    NumberdeskPortal.define();
    expect(customElements.get('numberdesk-portal') === before).to.equal(true);
  });
});
