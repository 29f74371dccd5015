import { expect, nextFrame } from '@open-wc/testing';
import { type MountedImporter, goodRows, mountImporter } from '../../../test/mount-importer.ts';
import { flat } from '../../../test/reading.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const mixed = [
  '5013334444,Survey',
  '501 333 4445,Survey',
  '15013334446,Surveys',
  '5013334447,Do Not Originate',
  '5013334444,Charity',
  '5019114448,Charity',
];

const reviewed = async (rows: readonly string[] = mixed, wishes = {}) => {
  const page = await mountImporter({ mock: { policy: { batchMaxRows: 100_000 } }, ...wishes });
  await page.review(rows);
  return page;
};

const cell = (page: MountedImporter, row: number, column: string) =>
  page.find(`[data-key="${row}"] > .${column}`);

/** Where the focus is: row and column. */
function place({ root }: MountedImporter): string {
  const cell = root.activeElement?.closest('[role=gridcell]');
  return `${cell?.parentElement?.dataset['key']} ${cell?.classList[0]}`;
}

const goes = async (page: MountedImporter, key: string, to: string, more: KeyboardEventInit = {}) => {
  await page.key(key, more);
  await waitUntil(() => place(page) === to, `${key} never led to ${to} but to ${place(page)}`);
};

const shown = (page: MountedImporter) => page.all('.grid-row').map(({ dataset }) => Number(dataset['key']));

describe('the review of <number-importer>', () => {
  it('NUM-7: begins with the problems, counts all, and filters', async () => {
    const page = await reviewed();
    expect(flat(page.find('.switch').innerText)).to.equal('All 6 Valid 2 Problems 4 Suggestions 2');
    expect(shown(page)).to.deep.equal([1, 2, 4, 5]);
    await page.press('Suggestions');
    expect(shown(page)).to.deep.equal([1, 2]);
    expect(page.said).to.equal('2 rows shown.');
    await page.press('Valid');
    expect(shown(page)).to.deep.equal([0, 3]);
    await page.press('All');
    expect(shown(page)).to.have.length(6);
    expect(page.text).to.include('The same number as in line 1, but there for Survey.');
  });

  it('is a grid that says of all its rows how many and which', async () => {
    const page = await reviewed();
    const grid = page.find('[role=grid]');
    expect(grid.getAttribute('aria-rowcount')).to.equal('5');
    expect(page.all('[role=row]').map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
    expect(page.all('[role=gridcell][tabindex="0"]')).to.have.length(1);
    await expect(page.importer).to.be.accessible();
  });

  it('NUM-4: accepts one suggestion at a click, keeps the row in view, and says what came of it', async () => {
    const page = await reviewed();
    cell(page, 1, 'number').querySelector<HTMLElement>('.suggestion')?.click();
    await page.importer.updateComplete;
    expect(cell(page, 1, 'number').innerText).to.include('+15013334445');
    expect(page.said).to.equal('Line 2: can be added');
    expect(shown(page), 'nothing vanishes under a hand').to.deep.equal([1, 2, 4, 5]);
    expect(flat(page.find('.switch').innerText)).to.include('Valid 3 Problems 3');
    expect(place(page)).to.equal('1 number');
  });

  it('NUM-4: accepts all of a kind, and undo takes that back', async () => {
    const page = await reviewed(['501 333 4444,Survey', '501 333 4445,Survey', '15013334446,Survey']);
    await page.press('Leave out spaces and punctuation (2)');
    await waitUntil(() => page.said === '2 suggestions taken.');
    await page.importer.updateComplete;
    expect(page.text).to.include('Valid 2').and.include('Save 2 numbers');
    await page.press('Undo');
    await waitUntil(() => page.said === '2 changes taken back.');
    expect(page.text).to.include('Valid 0');
    expect(page.find('.save').getAttribute('aria-disabled')).to.equal('true');
  });

  it('is used by arrow keys, to all ends', async () => {
    const page = await reviewed();
    cell(page, 1, 'number').focus();
    await goes(page, 'ArrowDown', '2 number');
    await goes(page, 'ArrowRight', '2 purpose');
    await goes(page, 'ArrowLeft', '2 number');
    await goes(page, 'ArrowLeft', '2 line');
    await goes(page, 'End', '2 purpose');
    await goes(page, 'Home', '2 line');
    await goes(page, 'End', '5 purpose', { ctrlKey: true });
    await goes(page, 'ArrowDown', '5 purpose');
    await goes(page, 'Home', '1 line', { ctrlKey: true });
    await goes(page, 'PageDown', '5 line');
    expect(await page.key('x'), 'what is no command stays the page’s').to.equal(true);
  });

  it('goes the other way where one reads from right to left', async () => {
    const page = await reviewed(mixed, { lang: 'ar' });
    await waitUntil(() => page.find('.frame').dir === 'rtl');
    cell(page, 1, 'number').focus();
    await goes(page, 'ArrowLeft', '1 purpose');
    await goes(page, 'ArrowRight', '1 number');
  });

  for (const key of ['Enter', 'F2']) {
    it(`edits a cell in place by ${key}, keeps it by Enter, and leaves it by Escape`, async () => {
      const page = await reviewed();
      cell(page, 5, 'number').focus();
      await page.key(key);
      expect(page.hasFocusOn('.cell > input')).to.equal(true);
      await page.type('5013334448', '.cell > input');
      await page.key('Escape');
      expect(cell(page, 5, 'number').innerText).to.include('5019114448');
      expect(place(page)).to.equal('5 number');
      await page.key(key);
      await page.type('5013334448', '.cell > input');
      await page.key('Enter');
      expect(cell(page, 5, 'number').innerText).to.include('5013334448');
      expect(place(page)).to.equal('5 number');
      expect(page.said).to.equal('Line 6: can be added');
      await page.key('z', { ctrlKey: true });
      await waitUntil(() => cell(page, 5, 'number').innerText.includes('5019114448'));
    });
  }

  it('keeps what was written when the field is left, and chooses purposes from a list', async () => {
    const page = await reviewed();
    cell(page, 2, 'purpose').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await page.importer.updateComplete;
    const select = page.find<HTMLSelectElement>('.cell > select');
    expect(select.value).to.equal('Surveys');
    expect(select.options).to.have.length(11);
    select.value = 'Telemarketing';
    select.blur();
    await page.importer.updateComplete;
    expect(cell(page, 2, 'purpose').innerText).to.include('Telemarketing');
    await page.press('Edit Phone number, line 3');
    expect(page.hasFocusOn('.cell > input')).to.equal(true);
  });

  it('NUM-6: asks for one confirmation that names how many before it saves', async () => {
    const page = await reviewed();
    await page.press('Save 2 numbers');
    expect(page.sent).to.deep.equal([]);
    await waitUntil(() => page.hasFocusOn('#confirm'));
    expect(page.text).to.include('I confirm that 1 number is to be marked Do Not Originate');
    await page.choose('#confirm', true);
    await page.press('Save 2 numbers');
    await page.result();
    expect(page.to('numbers/batches')[0]?.body['confirm']).to.deep.equal({ doNotOriginate: 1 });
  });

  it('NUM-7: saves what can be saved, and every other row has its reason and its line', async () => {
    const page = await reviewed();
    const events: Event[] = [];
    for (const name of ['numbers-added', 'numbers-rejected'])
      page.portal.addEventListener(name, (event) => events.push(event));
    await page.choose('#confirm', true);
    await page.press('Save 2 numbers');
    await page.result();
    expect(page.text).to.include('Added 2').and.include('Rejected 4');
    expect(page.rows).to.deep.equal([
      '501 333 4445 Survey Only digits, without spaces or punctuation. (line 2)',
      '15013334446 Surveys Eleven digits that begin with 1 need a + in front. (line 3)',
      '5013334444 Charity The same number as in line 1, but there for Survey. (line 5)',
      '5019114448 Charity The three digits after the area code cannot be a code such as 411 or 911. (line 6)',
    ]);
    const [added, rejected] = events as [
      HTMLElementEventMap['numbers-added'],
      HTMLElementEventMap['numbers-rejected'],
    ];
    expect(added.account).to.equal('acme');
    expect(added.numbers.map(({ number }) => number)).to.deep.equal(['+15013334444', '+15013334447']);
    expect(rejected.rows.map(({ line, code }) => [line, code])).to.deep.equal([
      [2, 'not-digits'],
      [3, 'plus-missing'],
      [5, 'duplicate-in-batch'],
      [6, 'exchange-n11'],
    ]);
    await page.press('Added');
    expect(page.rows[0]).to.equal('+15013334444 Survey Pending');
  });

  it('can be discarded, and the batch tab is there again', async () => {
    const page = await reviewed();
    await page.press('Discard');
    expect(page.has('.drop')).to.equal(true);
    expect(page.hasFocusOn('[role=tab]')).to.equal(true);
  });

  it('of 20,000 rows renders what is in view, and is used by keys from end to end', async () => {
    const page = await reviewed([...goodRows(19_999), '501,Survey']);
    await page.press('All');
    await nextFrame();
    expect(page.all('.grid-row').length).to.be.within(5, 60);
    expect(page.find('[role=grid]').getAttribute('aria-rowcount')).to.equal('20001');
    cell(page, 0, 'number').focus();
    await goes(page, 'End', '19999 purpose', { ctrlKey: true });
    expect(cell(page, 19_999, 'purpose').parentElement?.getAttribute('aria-rowindex')).to.equal('20001');
    expect(page.all('.grid-row').length).to.be.within(5, 60);
    await goes(page, 'ArrowLeft', '19999 number');
    await page.key('Enter');
    await page.type('5012000000', '.cell > input');
    await page.key('Enter');
    expect(page.said).to.equal('Line 20,000: The same number as in line 1.');
    await goes(page, 'Home', '0 line', { ctrlKey: true });
    await expect(page.importer).to.be.accessible();
  });

  it('shows more rows than a browser can lay out in pages', async () => {
    const page = await reviewed(goodRows(45_000));
    expect(page.text).to.include('1 to 20,000 of 45,000');
    const back = page.button('Previous');
    expect(back.getAttribute('aria-disabled')).to.equal('true');
    expect(page.find(`#${back.getAttribute('aria-describedby')}`).innerText).to.include('1 to 20,000');
    await page.press('Previous');
    expect(page.text).to.include('1 to 20,000 of 45,000');
    page.button('Next').focus();
    await page.press('Next');
    expect(page.text).to.include('20,001 to 40,000 of 45,000');
    await waitUntil(() => place(page) === '20000 number', `the focus stayed at ${place(page)}`);
    await goes(page, 'ArrowUp', '19999 number');
    await goes(page, 'End', '44999 purpose', { ctrlKey: true });
    expect(page.button('Next').getAttribute('aria-disabled')).to.equal('true');
  });

  it('says why nothing can be saved', async () => {
    const page = await reviewed(['501,Survey', '502,Survey']);
    const save = page.button('Save 0 numbers');
    expect(save.getAttribute('aria-disabled')).to.equal('true');
    expect(page.find(`#${save.getAttribute('aria-describedby')}`).innerText).to.equal(
      'No row can be added as it is.',
    );
    await page.press('Save 0 numbers');
    expect(page.sent).to.deep.equal([]);
    await expect(page.importer).to.be.accessible();
  });

  it('NUM-4: leaves a cell that somebody has only looked into as it was', async () => {
    const page = await reviewed([' 5013334444,Survey', '501,Survey']);
    cell(page, 0, 'number').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    await page.settled();
    page.find<HTMLInputElement>('.cell > input').dispatchEvent(new FocusEvent('blur'));
    await page.settled();
    expect(page.text).to.include('Valid 0').and.not.include('Undo');
  });
});
