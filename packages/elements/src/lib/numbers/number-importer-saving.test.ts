import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { type ImporterWishes, csv, goodRows, mountImporter } from '../../../test/mount-importer.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { NumbersAddRequestEvent } from './number-importer.events.ts';

const roomy: ImporterWishes['mock'] = { policy: { batchMaxRows: 100_000 } };

/** An importer that saves these rows as soon as it has read them. */
async function saving(rows: readonly string[], wishes: ImporterWishes = {}) {
  const page = await mountImporter({ ...wishes, mock: { ...roomy, ...wishes.mock } });
  await page.review(rows);
  page.find('.save').click();
  await page.importer.updateComplete;
  return page;
}

/** Goes on where saving has paused. */
const goOn = async (page: Awaited<ReturnType<typeof saving>>) => {
  await waitUntil(() => page.text.includes('Saving has paused'), `it never paused: ${page.text}`);
  await page.importer.updateComplete;
  await page.press('Continue');
};

const gone = () => Promise.reject(new TypeError('The network is gone.'));

describe('saving in <number-importer>', () => {
  it('NUM-3: sends 500 rows in one request', async () => {
    const page = await saving(goodRows(500));
    await page.result();
    const requests = page.to('numbers/batches');
    expect(requests).to.have.length(1);
    expect((requests[0]?.body['rows'] as unknown[]).length).to.equal(500);
    expect(page.to('numbers/imports')).to.have.length(0);
    expect(page.said).to.equal('500 added, 0 rejected.');
    expect(page.hasFocusOn('.result-head')).to.equal(true);
    expect(page.all('.grid-row').length).to.be.lessThan(100);
  });

  it('NUM-7: sends more as an import of several pieces, each with a key of its own', async () => {
    const page = await saving(goodRows(4_500));
    await page.result();
    expect(page.to('numbers/imports')[0]?.body).to.deep.equal({
      account: 'acme',
      rows: 4_500,
      name: 'numbers.csv',
    });
    const pieces = page.to('numbers/batches');
    expect(pieces.map(({ key }) => key)).to.deep.equal(['import-1-0', 'import-1-2000', 'import-1-4000']);
    expect(pieces.map(({ body }) => (body['import'] as { from: number }).from)).to.deep.equal([
      0, 2000, 4000,
    ]);
    expect(page.mock.numbers.all()).to.have.length(4_500);
    expect(page.text).to.include('Added 4,500').and.include('Rejected 0');
  });

  it('NUM-7: goes on where it was after the answer of a piece was lost, nothing twice and nothing left out', async () => {
    let lost = 0;
    const page = await saving([...goodRows(4_400), '5013330000,Charity'], {
      mock: { ...roomy, numbersOfOthers: ['+15013330000'] },
      onAnswer: ({ key }) => (key === 'import-1-2000' && lost++ < 1 ? gone() : undefined),
    });
    await goOn(page);
    await page.result();
    expect(lost).to.be.greaterThan(1);
    expect(page.to('numbers/batches').map(({ key }) => key)).to.deep.equal([
      'import-1-0',
      'import-1-2000',
      'import-1-2000',
      'import-1-4000',
    ]);
    expect(page.mock.numbers.all()).to.have.length(4_400);
    expect(page.text).to.include('Added 4,400').and.include('Rejected 1').and.include('(line 4,401)');
  });

  it('NUM-7: goes on after the page was loaded anew, where the same file is brought, until it has come to its end', async () => {
    const rows = [...goodRows(4_400), '5013330000,Charity'];
    const mock = { ...roomy, numbersOfOthers: ['+15013330000'] };
    const left = await saving(rows, {
      mock,
      onAnswer: ({ key }) => (key === 'import-1-2000' ? gone() : undefined),
    });
    await waitUntil(() => left.text.includes('Saving has paused'));
    left.portal.remove();
    const page = await saving(rows, { server: left.mock });
    await page.result();
    const pieces = page.to('numbers/batches').map(({ key }) => key);
    expect(pieces).to.deep.equal(['import-1-0', 'import-1-2000', 'import-1-4000']);
    expect(page.mock.numbers.all()).to.have.length(4_400);
    expect(page.text).to.include('Added 4,400').and.include('Rejected 1').and.include('(line 4,401)');
    page.portal.remove();
    const again = await saving(rows, { server: left.mock });
    await again.result();
    expect(again.to('numbers/batches')[0]?.key).to.equal('import-5-0');
    expect(again.text).to.include('Added 0').and.include('Rejected 4,401');
  });

  it('NUM-7: says that a file had been begun, and has another import for other rows, account or name', async () => {
    let release = () => {};
    const hold = { onAnswer: () => new Promise<void>((resolve) => (release = resolve)) };
    const left = await saving(goodRows(4_100), {
      onAnswer: ({ key }) => (key === 'import-1-2000' ? gone() : undefined),
    });
    await waitUntil(() => left.text.includes('Saving has paused'));
    left.portal.remove();
    const other = await saving(goodRows(4_099), { server: left.mock });
    await other.result();
    expect(other.to('numbers/batches')[0]?.key).not.to.equal('import-1-0');
    other.portal.remove();
    const page = await saving(goodRows(4_100), { server: left.mock, ...hold });
    await waitUntil(() => page.to('numbers/imports').length > 0);
    release();
    await waitUntil(() => page.text.includes('Begun before: nothing is added twice.'));
    await expect(page.importer).to.be.accessible();
    release();
  });

  it('NUM-7: does not take a refusal for an answer that was kept of the same rows, but asks anew', async () => {
    const fail = { code: 'invalid', on: 'numbers.startImport', times: 1 } as const;
    const page = await saving(goodRows(600), { mock: { ...roomy, fail } });
    await page.result();
    expect(page.text).to.include('Added 600');
    const keys = page.to('numbers/imports').map(({ key }) => key);
    expect([keys.length, new Set(keys).size]).to.deep.equal([2, 2]);
  });

  it('NUM-7: one request whose answer was lost is sent again under its key', async () => {
    let lost = 0;
    const page = await saving(goodRows(3), { onAnswer: () => (lost++ < 1 ? gone() : undefined) });
    await waitUntil(() => page.text.includes('Saving has paused.'));
    expect(page.text).to.include('3 numbers have not been confirmed yet.');
    expect(page.text).to.include('nothing is added twice');
    await expect(page.importer).to.be.accessible();
    await goOn(page);
    await page.result();
    const keys = page.to('numbers/batches').map(({ key }) => key);
    expect(keys).to.have.length(2);
    expect(new Set(keys)).to.have.length(1);
    expect(page.text).to.include('Added 3').and.include('Rejected 0');
  });

  it('goes back from a saving that never began to the review as it was', async () => {
    const page = await saving(goodRows(3), {
      mock: { ...roomy, fail: { code: 'network', on: 'numbers.addBatch' } },
    });
    await waitUntil(() => page.text.includes('Saving has paused.'));
    await page.press('Back');
    expect(page.text).to.include('Review numbers.csv').and.include('Save 3 numbers');
    page.mock.fail = null;
    await page.press('Save 3 numbers');
    await page.result();
    expect(page.text).to.include('Added 3');
  });

  it('can be stopped on the way, and says what was not sent', async () => {
    let release = () => {};
    const page = await saving(goodRows(4_100), {
      onAnswer: ({ key }) =>
        key === 'import-1-2000' ? new Promise<void>((resolve) => (release = resolve)) : undefined,
    });
    await waitUntil(() => page.text.includes('2,000 of 4,100'));
    await page.press('Stop');
    release();
    await page.result();
    expect(page.text)
      .to.include('Saving was stopped: 2,100 numbers are not confirmed as saved.')
      .and.include('Added 2,000')
      .and.include('Rejected 2,100');
    expect(page.rows[0]).to.equal(
      '5012002000 Survey Saving was stopped before this number was confirmed. (line 2,001)',
    );
  });

  it('NUM-7: tells of what was left once, however often it is stopped', async () => {
    const rejected: string[] = [];
    const page = await saving([...goodRows(4_100), '501,Survey'], {
      onAnswer: ({ key }) => (key === 'import-1-2000' ? new Promise<void>(() => {}) : undefined),
    });
    page.importer.addEventListener('numbers-rejected', ({ rows }) =>
      rejected.push(...rows.map(({ number }) => number)),
    );
    await waitUntil(() => page.text.includes('2,000 of 4,100'));
    const stop = page.button('Stop');
    for (let press = 0; press < 3; press++) stop.click();
    await page.result();
    expect(rejected).to.deep.equal(['501']);
    expect(page.text).to.include('Rejected 2,101');
  });

  it('NUM-7: an import bears its file’s name as far as that can be shown', async () => {
    const page = await mountImporter({ mock: roomy });
    const name = `\u202anumbers ${'x'.repeat(190)}\u{1f4de}.csv`;
    page.find('#tab-batch').click();
    await page.settled();
    await page.drop(csv(goodRows(501), name));
    await page.comes('.review-head');
    page.find('.save').click();
    await page.result();
    expect(page.to('numbers/imports')[0]?.body['name']).to.equal(`numbers ${'x'.repeat(190)}\u{1f4de}`);
    expect(page.text).to.include('Added 501');
  });

  it('waits as long as the server asks, and goes on by itself', async () => {
    const fail = { code: 'too-many-requests', on: 'numbers.addBatch', times: 1, retryAfter: 20 } as const;
    const page = await saving(goodRows(2), { mock: { ...roomy, fail } });
    await waitUntil(() => page.text.includes('goes on by itself in 20 seconds'));
    await expect(page.importer).to.be.accessible();
    page.clock.advance(19_000);
    expect(page.to('numbers/batches')).to.have.length(1);
    page.clock.advance(1_000);
    await page.result();
    expect(page.text).to.include('Added 2');
  });

  for (const code of ['invalid', 'not-found'] as const) {
    it(`says what the server says where it does not take the rows (${code}), and offers no second try`, async () => {
      const page = await saving(goodRows(2), { mock: { ...roomy, fail: { code, on: 'numbers.addBatch' } } });
      await waitUntil(() => page.text.includes('The server does not accept these rows. '));
      expect(page.text).to.not.match(/paused|nothing is added twice|Continue/);
      await expect(page.importer).to.be.accessible();
      page.mock.fail = null;
      await page.press('Back');
      expect(page.text).to.not.include('may have saved');
      await page.press('Save 2 numbers');
      await page.result();
      const [first, second] = page.to('numbers/batches');
      expect(second?.key).to.not.equal(first?.key);
      expect(page.text).to.include('Added 2');
    });
  }

  it('says that nobody knows what became of rows that are called off on their way', async () => {
    const page = await saving(goodRows(2), { onAnswer: () => new Promise<void>(() => {}) });
    await waitUntil(() => page.mock.numbers.all().length === 2);
    await page.press('Cancel');
    expect(page.text).to.include('The server may have saved these numbers all the same.');
    await expect(page.importer).to.be.accessible();
  });

  it('ACC-4: tells the permission that has been taken away meanwhile', async () => {
    const page = await mountImporter();
    await page.review(goodRows(2));
    page.mock.permissions = ['numbers:view'];
    await page.press('Save 2 numbers');
    await waitUntil(() => page.text.includes('You need the permission Add numbers.'));
    expect(page.text).to.include('An admin of your account can grant it.');
  });

  it('says that the session is over, tells the page once, and goes on when it is renewed', async () => {
    const page = await mountImporter();
    const events: Event[] = [];
    page.portal.addEventListener('session-expired', (event) => events.push(event));
    await page.review(goodRows(2));
    page.mock.fail = { code: 'session-expired', on: 'numbers.addBatch' };
    await page.press('Save 2 numbers');
    await waitUntil(() => page.text.includes('Sign in again'));
    expect(events).to.have.length(1);
    page.mock.fail = null;
    await page.press('Continue');
    await page.result();
  });

  it('waits with a Continue button while the browser is offline', async () => {
    const page = await mountImporter();
    await page.review(goodRows(2));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    page.mock.fail = 'network';
    await page.importer.updateComplete;
    expect(page.text).to.include('You are offline.');
    await page.press('Save 2 numbers');
    await waitUntil(() => page.text.includes('Saving has paused'));
    await expect(page.importer).to.be.accessible();
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    page.mock.fail = null;
    await goOn(page);
    await page.result();
    expect(page.text).to.not.include('You are offline.');
  });

  it('rests when the widget leaves the page, and goes on when it is back', async () => {
    let release = () => {};
    const page = await saving(goodRows(4_100), {
      onAnswer: ({ key }) =>
        key === 'import-1-2000' && page !== undefined
          ? new Promise<void>((resolve) => (release = resolve))
          : undefined,
    });
    await waitUntil(() => page.text.includes('2,000 of 4,100'));
    page.importer.remove();
    release();
    page.portal.append(page.importer);
    await goOn(page);
    release();
    await waitUntil(() => (release(), page.has('.result-head')));
    expect(page.mock.numbers.all()).to.have.length(4_100);
    expect(page.text).to.include('Added 4,100');
  });

  it('does not take a broken answer for a success', async () => {
    const page = await saving(goodRows(2), {
      onAnswer: () => Promise.reject(new PortalError('unreadable-answer', 'Not JSON.')),
    });
    await waitUntil(() => page.text.includes('Saving has paused'));
    expect(page.has('.result-head')).to.equal(false);
  });

  it('NUM-9: shows the statuses of what was added as they change', async () => {
    const page = await saving(goodRows(2));
    await page.result();
    expect(page.rows).to.deep.equal(['+15012000000 Survey Pending', '+15012000001 Survey Pending']);
    page.mock.numbers.judge('+15012000001', { valid: true });
    await waitUntil(() => page.rows[1]?.includes('Approved'));
    expect(page.said).to.equal('1 number is now Approved.');
    page.mock.numbers.judge('+15012000000', { valid: false, note: 'Not yours.' });
    await waitUntil(() => page.rows[0]?.includes('Rejected Not yours.'));
  });

  it('NUM-9: says why staff looks at a number first', async () => {
    const page = await saving(['8222345678,Survey']);
    await page.result();
    expect(page.rows[0]).to.include('Pending').and.include('staff will look at it before it is approved');
  });

  it('NUM-9: shows what became of the numbers while the widget was off the page', async () => {
    const page = await saving(goodRows(2));
    await page.result();
    const home = page.importer.parentElement as HTMLElement;
    page.importer.remove();
    page.mock.numbers.judge('+15012000001', { valid: true });
    home.append(page.importer);
    await waitUntil(() => page.rows[1]?.includes('Approved'));
    page.mock.numbers.judge('+15012000000', { valid: true });
    await waitUntil(() => page.rows[0]?.includes('Approved'));
  });

  it('NUM-9: shows them too where they could not be asked for while the numbers were saved', async () => {
    const page = await mountImporter();
    await page.review(goodRows(2));
    page.mock.fail = { code: 'network', on: 'numbers.list' };
    await page.press('Save 2 numbers');
    await page.result();
    page.mock.numbers.judge('+15012000001', { valid: true });
    page.mock.fail = null;
    page.clock.advance(5_000);
    await waitUntil(() => page.rows[1]?.includes('Approved'));
    page.mock.fail = { code: 'unavailable', on: 'numbers.list', times: 1 };
    page.mock.events.forget();
    page.mock.events.cut();
    page.mock.numbers.judge('+15012000000', { valid: true });
    await waitUntil(() => (page.clock.advance(5_000), page.rows[0]?.includes('Approved')));
  });

  it('NUM-9: reads the statuses anew where the events of them are gone', async () => {
    const page = await saving(goodRows(450));
    await page.result();
    page.importer.remove();
    page.mock.numbers.judge('+15012000000', { valid: true });
    page.mock.events.forget();
    page.portal.append(page.importer);
    await waitUntil(() => page.said === '1 number is now Approved.');
    expect(page.rows[0]).to.include('Approved');
    page.mock.numbers.judge('+15012000001', { valid: true });
    await waitUntil(() => page.rows[1]?.includes('Approved'));
  });
});

describe('numbers of other accounts in <number-importer>', () => {
  const numbers = [
    { number: '+15012000000', account: 'claims', purpose: 'survey' },
    { number: '+15012000001', account: 'claims', purpose: 'survey' },
    { number: '+15012000002', account: 'west', purpose: 'survey' },
  ];

  it('NUM-8: says who loses what before anything is moved, and moves only what was chosen', async () => {
    const page = await saving([...goodRows(4), '5013330000,Survey'], {
      account: 'field',
      mock: { ...roomy, numbers, numbersOfOthers: ['+15013330000'] },
    });
    await page.result();
    expect(page.text).to.include('3 numbers are in other accounts of yours and can be moved.');
    expect(page.all('.grid-row input')).to.have.length(3);
    expect(page.rows[3], 'what others have is not offered').to.equal(
      '5013330000 Survey This number is held elsewhere. (line 5)',
    );
    expect(page.has('.move > .button')).to.equal(false);
    page
      .all('.grid-row input')
      .slice(0, 2)
      .forEach((box) => box.click());
    await page.importer.updateComplete;
    expect(page.find('.losses').innerText.trim()).to.equal('Claims loses 2 numbers.');
    await expect(page.importer).to.be.accessible();
    const asked: NumbersAddRequestEvent[] = [];
    const ask = (event: NumbersAddRequestEvent) => {
      asked.push(event);
      event.refuse('Ask your manager first.');
    };
    page.importer.addEventListener('numbers-add-request', ask, { once: true });
    await page.press('Move 2 numbers to Field');
    expect(asked.map(({ account, reassign, rows }) => [account, reassign, rows.length])).to.deep.equal([
      ['field', true, 2],
    ]);
    expect(page.text).to.include('Ask your manager first.');
    expect(page.to('numbers/batches')).to.have.length(1);
    expect(page.find('.losses').innerText.trim()).to.equal('Claims loses 2 numbers.');
    await page.press('Move 2 numbers to Field');
    await waitUntil(() => page.text.includes('Added 3'));
    expect(page.text).to.not.include('Ask your manager first.');
    const { body, key } = page.to('numbers/batches')[1] ?? {};
    expect(body).to.deep.equal({
      account: 'field',
      rows: [
        { number: '5012000000', purpose: 'survey', reassign: true, from: 'claims' },
        { number: '5012000001', purpose: 'survey', reassign: true, from: 'claims' },
      ],
    });
    expect(key).to.not.equal(page.to('numbers/batches')[0]?.key);
    expect(page.mock.numbers.get('+15012000000').account).to.equal('field');
    expect(page.mock.numbers.get('+15012000002').account).to.equal('west');
    expect(page.text).to.include('Rejected 2').and.include('1 number is in another account of yours');
  });

  it('NUM-6, NUM-8: moves all at once, confirmed where they will place no calls', async () => {
    const page = await saving(goodRows(3, 'Do Not Originate'), {
      account: 'field',
      mock: { ...roomy, numbers },
    });
    await page.choose('#confirm', true);
    await page.press('Save 3 numbers');
    await page.result();
    page.find('.move .choice input').click();
    await page.importer.updateComplete;
    expect(page.find<HTMLInputElement>('#confirm').checked).to.equal(false);
    await page.press('Move 3 numbers to Field');
    expect(page.to('numbers/batches')).to.have.length(1);
    await page.choose('#confirm', true);
    await page.press('Move 3 numbers to Field');
    await waitUntil(() => page.text.includes('Added 3'));
    expect(page.text).to.include('Rejected 0');
    expect(page.to('numbers/batches')[1]?.body['confirm']).to.deep.equal({ doNotOriginate: 3 });
  });

  it('NUM-8: takes no number from an account that was not named', async () => {
    const page = await saving(goodRows(1), { account: 'field', mock: { ...roomy, numbers } });
    await page.result();
    page.find('.move .choice input').click();
    await page.importer.updateComplete;
    page.mock.numbers.put({ number: '+15012000000', account: 'east', purpose: 'survey' });
    await page.press('Move 1 number to Field');
    await page.result();
    expect(page.rows.map((row) => row.replace(/[\u2068\u2069]/g, ''))).to.deep.equal([
      '5012000000 Survey East has this number. (line 1) Move 5012000000 out of East',
    ]);
    expect(page.mock.numbers.get('+15012000000').account).to.equal('east');
  });

  it('NUM-8: a move that did not get through leaves all as it was', async () => {
    const page = await saving(goodRows(3), { account: 'field', mock: { ...roomy, numbers } });
    await page.result();
    page.mock.fail = { code: 'unavailable', on: 'numbers.addBatch' };
    page.find('.move .choice input').click();
    await page.importer.updateComplete;
    await page.press('Move 3 numbers to Field');
    await waitUntil(() => page.text.includes('Saving has paused'));
    await page.press('Back');
    expect(page.text).to.include('Rejected 3').and.include('3 numbers are in other accounts');
    expect(page.mock.numbers.get('+15012000002').account).to.equal('west');
  });
});
