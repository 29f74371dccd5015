import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { mountedTable } from '../../../test/mount-table.ts';

/** The lines of the guide that keep the choice in the page's address. */
async function exampleOfGuide(): Promise<string> {
  const guide = await (await fetch('/docs/guides/embed-the-order-table.md')).text();
  const blocks = [...guide.matchAll(/^```js\n([^]*?)^```/gm)].map(([, code]) => code ?? '');
  const [example = ''] = blocks.filter((code) => code.includes("'view-state-changed'"));
  return example;
}

describe('the guide’s way to keep the choice in the address', () => {
  const before = location.href;
  afterEach(() => history.replaceState(null, '', before));

  it('writes it, and reads it when the reader goes back', async () => {
    const example = await exampleOfGuide();
    expect(example.trim().split('\n').length).to.be.within(5, 12);
    const mounted = await mountedTable();
    new Function(example)();
    await mounted.press('History');
    const kept = () => new URLSearchParams(location.search).get('orders');
    expect(kept()).to.equal('view=history');
    expect(new URL(location.href).pathname).to.equal(new URL(before).pathname);
    const gone = oneEvent(window, 'popstate');
    history.back();
    await gone;
    expect(kept()).to.equal(null);
    await waitUntil(() => mounted.table.viewState === '');
    await mounted.table.updateComplete;
    expect(mounted.button('Active').getAttribute('aria-pressed')).to.equal('true');
  });

  it('begins with what a link says', async () => {
    history.replaceState(null, '', '?orders=status%3Dpending-docs');
    const mounted = await mountedTable();
    new Function(await exampleOfGuide())();
    const statuses = () => mounted.asked.flatMap(({ status }) => status ?? []);
    await waitUntil(() => statuses().length > 0);
    expect(statuses()).to.deep.equal(['pending-docs']);
  });
});
