import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { mountNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 500, requestId: 'req_42', ...init });

const refused = (error: Error) =>
  mountNumbers({ prepare: (connection) => connection.answer('numbers', () => error) });

describe('<number-table> in its states', () => {
  it('shows a skeleton while it loads, busy', async () => {
    let release = () => {};
    const table = await mountNumbers({ prepare: (connection) => (release = connection.hold()) });
    await table.shows('loading');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('true');
    expect(table.text).to.include('Loading numbers');
    await expect(table.table).to.be.accessible();
    release();
    await table.shows('data');
    expect(table.find('.frame').getAttribute('aria-busy')).to.equal('false');
    expect(table.table.matches(':state(loading)')).to.equal(false);
  });

  it('without numbers says what will be here, and leads to where they are added', async () => {
    const table = await mountNumbers({ numbers: [], set: { importHref: '#add' } });
    await table.shows('empty');
    expect(table.text).to.include('No numbers yet').and.include('Questions about your numbers?');
    let asked = 0;
    table.table.addEventListener('number-import-request', (event) => {
      asked++;
      event.preventDefault();
    });
    table.find('.panel .button').click();
    expect(asked).to.equal(1);
    await expect(table.table).to.be.accessible();
  });

  it('without a way to add numbers offers none', async () => {
    const table = await mountNumbers({ numbers: [] });
    await table.shows('empty');
    expect(table.has('.panel .button')).to.equal(false);
  });

  it('says when nothing matches, and takes search and filters back', async () => {
    const table = await mountNumbers({ numbers: [], set: { viewState: 'q=9999&status=pending' } });
    await table.shows('empty');
    expect(table.text).to.include('No numbers match');
    table.connection.answer('numbers', () => ({ data: [sampleNumber(1)], next: null, feed: 8 }));
    await table.press('Clear search and filters');
    await table.shows('data');
    expect(table.table.viewState).to.equal('');
    expect(table.asked.at(-1)).to.deep.equal({ sort: '-addedAt', limit: 50 });
  });

  it('tells apart what a person can do about a failure, and has whoever helps in reach', async () => {
    const cases: [Error, string][] = [
      [refusal('unreachable', { status: 0 }), 'Check your internet connection'],
      [refusal('too-many-requests', { status: 429, retryAfter: 1 }), 'Wait 1 second,'],
      [refusal('session-expired', { status: 401 }), 'Sign in again'],
      [refusal('internal'), 'Try again in a moment'],
    ];
    for (const [error, advice] of cases) {
      const table = await refused(error);
      await table.shows('error');
      expect(table.text, String(error)).to.include(advice).and.include('orders@carrier.example');
      table.portal.remove();
    }
  });

  it('tries again, and keeps whoever asked for it in the widget', async () => {
    const table = await refused(refusal('internal'));
    await table.shows('error');
    expect(table.text).to.include('req_42');
    await expect(table.table).to.be.accessible();
    table.connection.answer('numbers', () => ({ data: [sampleNumber(1)], next: null, feed: 8 }));
    await table.press('Try again');
    expect(table.hasFocusOn('.frame')).to.equal(true);
    await table.shows('data');
  });

  it('leaves the end of the session to a page that says so', async () => {
    const table = await mountNumbers({
      prepare: (connection) => connection.answer('numbers', () => refusal('session-expired')),
      set: {},
    });
    table.portal.addEventListener('session-expired', (event) => event.preventDefault());
    await waitUntil(() => table.has('.bones'));
    expect(table.has('.panel')).to.equal(false);
  });

  it('keeps the list when it cannot be refreshed, and says how old it is', async () => {
    const table = await mountedNumbers();
    table.connection.answer('numbers', () => refusal('unavailable', { status: 503 }));
    table.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => table.has('.notice'));
    expect(table.text).to.include('could not be refreshed').and.include('+1 501 333 4001');
    table.connection.setLive(false);
    await expect(table.table).to.be.accessible();
  });

  it('says when the server cannot be reached any more, and when live changes have stopped', async () => {
    const table = await mountedNumbers();
    table.connection.setLive(false);
    await waitUntil(() => table.text.includes('no changes come in'));
    table.connection.setLive(true);
    await waitUntil(() => !table.has('.notice'));
    table.connection.tell(refusal('forbidden', { status: 403, permission: 'numbers:view' }));
    await waitUntil(() => table.text.includes('Live changes have stopped'));
    expect(table.ids).to.deep.equal(['n-1']);
  });

  it('an account of a kept address that is not there is nothing that matches', async () => {
    const table = await mountNumbers({
      set: { viewState: 'account=gone' },
      prepare: (connection) =>
        connection.answer('numbers', ({ account }) =>
          account ? refusal('not-found', { status: 404 }) : { data: [sampleNumber(1)], next: null, feed: 7 },
        ),
    });
    await table.shows('empty');
    expect(table.text).to.include('No numbers match');
    await table.press('Clear search and filters');
    await table.shows('data');
  });
});

describe('<number-table> to assistive technology', () => {
  const numbers = [
    sampleNumber(1, { status: 'pending', warning: 'area-code-unknown' }),
    sampleNumber(2, { account: 'survey', order: 'NV1', purpose: null }),
    sampleNumber(3, { status: 'rejected', note: 'No.' }),
  ];
  for (const [lang, width] of [
    ['en', 1200],
    ['en', 360],
    ['ar', 768],
  ] as const) {
    it(`is accessible with data in ${lang}, ${width} wide, in light and dark`, async () => {
      for (const scheme of ['light', 'dark']) {
        const table = await mountedNumbers({ numbers, lang, width, set: { importHref: '#add' } });
        table.portal.theme = scheme as 'light';
        const wrapper = table.portal.parentElement as HTMLElement;
        wrapper.style.background = scheme === 'dark' ? '#000' : '#fff';
        await waitUntil(() => table.find('.number bdi').offsetWidth > 0);
        await expect(table.table).to.be.accessible();
      }
    });
  }

  for (const act of ['purpose', 'move', 'remove'] as const) {
    it(`is accessible while somebody is about to ${act}`, async () => {
      const table = await mountedNumbers({ numbers });
      await table.begin('n-2', act);
      if (act === 'purpose') await table.fill('[data-form] select', 'do-not-originate');
      if (act === 'move') await table.fill('[data-form] select', 'helpline');
      await expect(table.table).to.be.accessible();
    });
  }

  for (const tool of ['Filter', 'Export']) {
    it(`is accessible with ${tool} open`, async () => {
      const table = await mountedNumbers({ numbers });
      await table.press(tool);
      await waitUntil(() => table.has('#panel .button, #panel fieldset'));
      await expect(table.table).to.be.accessible();
    });
  }
});
