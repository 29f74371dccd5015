import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type MountedNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const many = Array.from({ length: 10_000 }, (_, index) => sampleNumber(index));

/** Ids of the numbers whose rows a reader sees. */
const seen = ({ root }: MountedNumbers) =>
  [...root.querySelectorAll<HTMLElement>('.item')]
    .filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    })
    .map(({ dataset }) => dataset['key']);

async function scrollTo(table: MountedNumbers, top: number): Promise<void> {
  document.documentElement.scrollTop = top;
  await nextFrame();
  await nextFrame();
  await waitUntil(() => seen(table).length > 3, 'the reader looks at nothing');
  await table.table.updateComplete;
}

describe('<number-table> with ten thousand numbers', () => {
  afterEach(() => void (document.documentElement.scrollTop = 0));

  it('renders what is in view, in rows that know their place', async () => {
    const table = await mountedNumbers({ numbers: many });
    expect(table.ids.length).to.be.lessThan(60);
    expect(table.find('table').getAttribute('aria-rowcount')).to.equal('10001');
    await scrollTo(table, 200_000);
    const [first] = seen(table);
    const row = table.find(`[data-key="${first}"] > tr`);
    expect(row.getAttribute('aria-rowindex')).to.equal(String(Number(first?.slice(2)) + 2));
    expect(table.ids.length).to.be.lessThan(60);
  });

  it('does not know how many there are while there is more, and says how many are shown', async () => {
    const table = await mountedNumbers({ numbers: many.slice(0, 50), next: 'more' });
    expect(table.find('table').getAttribute('aria-rowcount')).to.equal('-1');
    table.connection.answer('numbers', () => ({ data: many.slice(50, 90), next: null, feed: 7 }));
    await table.press('Load more');
    await waitUntil(() => table.ids.length === 90);
    expect(table.asked.at(-1)).to.deep.equal({ sort: '-addedAt', limit: 200, cursor: 'more' });
    await waitUntil(() => table.said === '90 numbers shown');
    expect(table.hasFocusOn('.count')).to.equal(true);
    expect(table.text).not.to.include('Load more');
  });

  it('says when more cannot be had, and lets it be tried again', async () => {
    const table = await mountedNumbers({ numbers: many.slice(0, 50), next: 'more' });
    table.connection.answer('numbers', () => new TypeError('a bug'));
    await table.press('Load more');
    await waitUntil(() => table.text.includes('The rest could not be loaded.'));
    table.connection.answer('numbers', () => ({ data: many.slice(50, 60), next: null, feed: 7 }));
    await table.press('Load more');
    await waitUntil(() => table.ids.length === 60);
  });

  it('stays where it is read when a number comes in above', async () => {
    const table = await mountedNumbers({ numbers: many });
    await scrollTo(table, 100_000);
    const id = seen(table)[2] as string;
    const top = () => Math.round(table.find(`[data-key="${id}"]`).getBoundingClientRect().top);
    const before = top();
    const newest = sampleNumber(-1, { number: '+15013339999', addedAt: '2026-11-22T17:00:00.000Z' });
    await table.tell({ numbers: [newest] }, () => table.text.includes('10,001 numbers shown'));
    expect(top()).to.be.closeTo(before, 1);
  });

  it('keeps an open form wherever the reader scrolls', async () => {
    const table = await mountedNumbers({ numbers: many });
    await table.begin('n-3', 'purpose');
    await table.fill('[data-form] select', 'survey');
    await scrollTo(table, 300_000);
    expect(table.find<HTMLSelectElement>('[data-key=n-3] select').value).to.equal('survey');
    await scrollTo(table, 0);
    expect(table.hasFocusOn('select')).to.equal(true);
  });

  it('goes from row to row by the arrows, in the column, also where rows are not rendered yet', async () => {
    const table = await mountedNumbers({ numbers: many });
    table.find('[data-key=n-0] [data-act=remove]').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(table.hasFocusOn('[data-key=n-1] [data-act=remove]')).to.equal(true);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(table.hasFocusOn('[data-key=n-0] [data-act=remove]')).to.equal(true);
    const last = table.ids.at(-1) as string;
    table.find(`[data-key="${last}"] [data-act=purpose]`).focus({ preventScroll: true });
    await sendKeys({ press: 'ArrowDown' });
    const next = `[data-key="n-${Number(last.slice(2)) + 1}"] [data-act=purpose]`;
    await waitUntil(() => table.hasFocusOn(next), 'the arrow went nowhere');
  });

  it('leaves the arrows to a select', async () => {
    const table = await mountedNumbers({ numbers: many.slice(0, 3) });
    await table.begin('n-0', 'purpose');
    await sendKeys({ press: 'ArrowDown' });
    expect(table.hasFocusOn('[data-key=n-0] select')).to.equal(true);
  });
});
