import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { mountPortOuts, mountedPortOuts } from '../../../test/mount-portouts.ts';
import { samplePortOut } from '../../../test/sample-portout-list.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 500, requestId: 'req_42', ...init });

const refused = (error: Error) =>
  mountPortOuts({ prepare: (connection) => connection.answer('portouts', () => error) });

describe('<portout-list> in its states', () => {
  it('shows a skeleton while it loads, busy', async () => {
    let release = () => {};
    const list = await mountPortOuts({ prepare: (connection) => (release = connection.hold()) });
    await list.shows('loading');
    expect(list.find('.frame').getAttribute('aria-busy')).to.equal('true');
    expect(list.text).to.include('Loading port-outs');
    await expect(list.list).to.be.accessible();
    release();
    await list.shows('data');
    expect(list.list.matches(':state(loading)')).to.equal(false);
  });

  it('without requests says what will be here', async () => {
    const list = await mountPortOuts({ portouts: [] });
    await list.shows('empty');
    expect(list.text).to.include('No port-out requests yet').and.include('Questions about a request?');
    await expect(list.list).to.be.accessible();
  });

  it('tells a group without requests from a search that finds none, and leads back from both', async () => {
    for (const [viewState, title, way] of [
      ['filter=incomplete', 'Nothing is open', 'Show all requests'],
      ['filter=complete', 'Nothing is complete yet', 'Show all requests'],
      ['q=9999&filter=complete', 'No requests match', 'Clear search and filters'],
      ['status=pending', 'No requests match', 'Clear search and filters'],
    ]) {
      const list = await mountPortOuts({ portouts: [], set: { viewState: viewState as string } });
      await list.shows('empty');
      expect(list.text, viewState).to.include(title);
      list.connection.answer('portouts', () => ({ data: [samplePortOut(1)], next: null, feed: 8 }));
      await list.press(way as string);
      await list.shows('data');
      expect(list.list.viewState).to.equal('');
      list.portal.remove();
    }
  });

  it('POR-10: without portouts:view names the permission and who grants it, and asks for nothing', async () => {
    const list = await mountPortOuts({ session: { permissions: ['orders:view'] }, set: { portout: 'p-1' } });
    await list.shows('forbidden');
    expect(list.text).to.include('View port-outs (portouts:view)').and.include('An admin of your account');
    expect(list.asked).to.deep.equal([]);
    expect(list.has('.views, .inside, .toolbar')).to.equal(false);
    await expect(list.list).to.be.accessible();
  });

  it('POR-10: who may answer them may see them', async () => {
    const list = await mountPortOuts({ session: { permissions: ['portouts:modify'] } });
    await list.shows('data');
  });

  it('tells apart what a person can do about a failure', async () => {
    const cases: [Error, string][] = [
      [refusal('unreachable', { status: 0 }), 'Check your internet connection'],
      [refusal('session-expired', { status: 401 }), 'Sign in again'],
      [refusal('forbidden', { status: 403, permission: 'portouts:view' }), 'portouts:view'],
    ];
    for (const [error, advice] of cases) {
      const list = await refused(error);
      await waitUntil(() => list.has('.panel'));
      expect(list.text, String(error)).to.include(advice);
      list.portal.remove();
    }
  });

  it('tries again, and keeps whoever asked for it in the widget', async () => {
    const list = await refused(refusal('internal'));
    await list.shows('error');
    expect(list.text).to.include('req_42');
    await expect(list.list).to.be.accessible();
    list.connection.answer('portouts', () => ({ data: [samplePortOut(1)], next: null, feed: 8 }));
    await list.press('Try again');
    expect(list.hasFocusOn('.frame')).to.equal(true);
    await list.shows('data');
  });

  it('keeps the list when it cannot be refreshed or followed, and says how old it is', async () => {
    const list = await mountedPortOuts();
    list.connection.setLive(false);
    await waitUntil(() => list.text.includes('no changes come in'));
    list.connection.setLive(true);
    await waitUntil(() => !list.has('.notice'));
    list.connection.answer('portouts', () => refusal('unavailable', { status: 503 }));
    list.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => list.has('.notice'));
    expect(list.text).to.include('could not be refreshed').and.include('PO_624001');
    await expect(list.list).to.be.accessible();
  });
});

describe('<portout-list> to assistive technology', () => {
  const portouts = [
    samplePortOut(1, { account: 'survey' }),
    samplePortOut(2, { answerDueAt: '2026-11-22T10:00:00.000Z', winningCarrier: null }),
    samplePortOut(3, { status: 'rejection-in-review' }),
    samplePortOut(4, { status: 'ported-out', focDate: '2026-11-20' }),
  ];
  for (const [lang, width] of [
    ['en', 1200],
    ['en', 360],
    ['ar', 768],
  ] as const) {
    it(`is accessible with data in ${lang}, ${width} wide, in light and dark`, async () => {
      const list = await mountedPortOuts({ portouts, lang, width });
      const wrapper = list.portal.parentElement as HTMLElement;
      for (const scheme of ['light', 'dark'] as const) {
        list.portal.theme = scheme;
        wrapper.style.background = scheme === 'dark' ? '#000' : '#fff';
        await list.list.updateComplete;
        await expect(list.list).to.be.accessible();
      }
    });
  }

  for (const tool of ['Filter', 'Export']) {
    it(`is accessible with ${tool} open`, async () => {
      const list = await mountedPortOuts({ portouts });
      await list.press(tool);
      await waitUntil(() => list.has('#panel .button, #panel fieldset'));
      await expect(list.list).to.be.accessible();
    });
  }
});
