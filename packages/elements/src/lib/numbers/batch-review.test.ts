import { type BatchReport, checkNumberRows, validateBatch } from '@numberdesk/core/numbers';
import { expect } from '@open-wc/testing';
import { BatchReview } from './batch-review.ts';
import { reviewFilters } from './batch-review-tally.ts';

const read = (rows: readonly string[]): Promise<BatchReport> =>
  validateBatch(rows.join('\n'), { batchMaxRows: 1_000_000 });

const pause = () => Promise.resolve();

const reviewOf = async (rows: readonly string[], policy = {}) =>
  BatchReview.of(await read(rows), { policy, pause });

/** Codes of what is wrong with each row. */
const codes = (review: BatchReview) =>
  Array.from({ length: review.length }, (_, index) =>
    review
      .at(index)
      .problems.map(({ code }) => code)
      .join(' '),
  );

/** Numbers from 0 up to a limit, always the same ones. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('the review of a batch', () => {
  it('NUM-7: begins with what the report says of each row', async () => {
    const review = await reviewOf([
      '5013334444,Survey',
      '(501) 333-4445,Survey',
      '5013334444,Charity',
      '5013334446,Surveys',
      '5013334447,Do Not Originate',
      '5019114448,Nothing',
    ]);
    expect(review.counts).to.deep.equal({ all: 6, valid: 2, problems: 4, suggestions: 2 });
    expect(review.doNotOriginate).to.equal(1);
    expect(codes(review)).to.deep.equal([
      '',
      'not-digits',
      'duplicate-in-batch',
      'purpose-unknown',
      '',
      'exchange-n11 purpose-unknown',
    ]);
    expect(review.at(2).problems[0]?.firstRow).to.equal(1);
    expect([...review.rows('suggestions')]).to.deep.equal([1, 3]);
    expect([...review.rows('valid')]).to.deep.equal([0, 4]);
  });

  it('a corrected cell changes its row and the counts, and undo brings both back', async () => {
    const review = await reviewOf(['501333,Survey', '5013334445,Survy']);
    review.edit(0, 'number', ' 5013334444 ');
    expect(review.at(0)).to.include({ number: '+15013334444', numberText: '5013334444' });
    expect(review.counts).to.deep.equal({ all: 2, valid: 1, problems: 1, suggestions: 1 });
    review.accept(1, 'purpose');
    expect(review.at(1)).to.include({ purpose: 'survey', purposeText: 'Survey' });
    expect(review.counts.valid).to.equal(2);
    expect(review.lastStep).to.include({ kind: 'accept', rows: 1 });
    expect(await review.undo()).to.deep.equal({ kind: 'accept', rows: 1, index: 1, column: 'purpose' });
    expect(await review.undo()).to.include({ kind: 'edit', index: 0 });
    expect(await review.undo()).to.equal(null);
    expect(review.counts).to.deep.equal({ all: 2, valid: 0, problems: 2, suggestions: 1 });
    expect(review.at(0).numberText).to.equal('501333');
  });

  it('NUM-7: looks for duplicates again as cells change, wherever they are', async () => {
    const review = await reviewOf(['5013334444,Survey', '+15013334444,Survey', '5013334445,Survey']);
    expect(codes(review)).to.deep.equal(['', 'duplicate-in-batch', '']);
    review.edit(0, 'number', '5013334445');
    expect(codes(review), 'the first moved on, and its place is taken').to.deep.equal([
      '',
      '',
      'duplicate-in-batch',
    ]);
    review.edit(1, 'number', '+15013334445');
    expect(codes(review)).to.deep.equal(['', 'duplicate-in-batch', 'duplicate-in-batch']);
    expect(review.at(2).problems[0]?.firstRow).to.equal(1);
    review.edit(0, 'number', 'none');
    expect(codes(review)).to.deep.equal(['not-digits', '', 'duplicate-in-batch']);
    await review.undo();
    await review.undo();
    await review.undo();
    expect(codes(review)).to.deep.equal(['', 'duplicate-in-batch', '']);
  });

  it('NUM-7: says of a duplicate what its number is for in the first row, where that is something else', async () => {
    const review = await reviewOf(['5013334444,Survey', '+15013334444,Charity']);
    const other = () => review.at(1).problems[0]?.firstPurpose;
    expect(other()).to.equal('survey');
    review.edit(0, 'purpose', 'Prison');
    expect(other()).to.equal('prison');
    review.edit(1, 'purpose', 'Prison');
    expect(other()).to.equal(undefined);
  });

  it('NUM-4: accepts all suggestions of one kind in one step, and no other', async () => {
    const review = await reviewOf([
      '15013334444,Survey',
      '15013334445,Survy',
      '501 333 4446,Survey',
      '15019114447,Survey',
    ]);
    expect(review.kinds).to.deep.include({ column: 'number', code: 'plus-missing', count: 2 });
    expect(await review.acceptAll({ column: 'number', code: 'plus-missing' })).to.equal(2);
    expect(codes(review)).to.deep.equal(['', 'purpose-unknown', 'not-digits', 'plus-missing']);
    expect(review.kinds.map(({ code }) => code)).to.not.include('plus-missing');
    expect(await review.undo()).to.include({ rows: 2 });
    expect(codes(review)).to.deep.equal([
      'plus-missing',
      'plus-missing purpose-unknown',
      'not-digits',
      'plus-missing',
    ]);
  });

  it('NUM-6: counts the numbers that never place calls as they come and go', async () => {
    const review = await reviewOf(['5013334444,Do Not Originate', '5013334445,Survey']);
    review.edit(1, 'purpose', 'Do Not Originate');
    expect(review.doNotOriginate).to.equal(2);
    review.edit(1, 'number', '5013334444');
    expect(review.doNotOriginate, 'a duplicate is not added').to.equal(1);
  });

  it('NUM-4: goes by the policy', async () => {
    const review = await reviewOf(['x,Survey'], { areaCodes: ['822'], allowFictionalNumbers: true });
    review.edit(0, 'number', '8222345678');
    expect(review.at(0).warning).to.equal(null);
    review.edit(0, 'number', '2125550123');
    expect(review.counts.valid).to.equal(1);
  });

  it('after any edits and undoings says what core says of the same rows from the beginning', async () => {
    const next = chances(7);
    const pick = <Item>(items: readonly Item[]) =>
      items[Math.floor(next.next().value * items.length)] as Item;
    const numbers = ['5013334444', '+15013334444', '5013334445', '501 333 4446', '15013334447', '501', ''];
    const purposes = ['Survey', 'Charity', 'Do Not Originate', 'SURVEY', 'Nothing'];
    const rows = Array.from({ length: 40 }, () => [pick(numbers), pick(purposes)] as [string, string]);
    const review = await reviewOf(rows.map((row) => row.join(',')));
    const before: string[] = [];
    const state = () => JSON.stringify(Array.from({ length: 40 }, (_, index) => review.at(index)));
    for (let step = 0; step < 400; step++) {
      if (next.next().value < 0.25 && before.length > 0) {
        await review.undo();
        expect(state()).to.equal(before.pop());
      } else {
        before.push(state());
        const column = pick(['number', 'purpose'] as const);
        review.edit(
          Math.floor(next.next().value * 40),
          column,
          pick(column === 'number' ? numbers : purposes),
        );
      }
      const now = Array.from({ length: 40 }, (_, index) => review.at(index));
      const checked = checkNumberRows(
        now.map(({ numberText, purposeText }) => ({ number: numberText, purpose: purposeText })),
      );
      expect(now.map(({ problems }) => problems[0]?.code ?? null)).to.deep.equal(
        checked.map((row) => (row.ok ? null : row.code)),
      );
      const valid = now.filter(({ problems }) => problems.length === 0);
      expect(review.counts).to.deep.equal({
        all: 40,
        valid: valid.length,
        problems: 40 - valid.length,
        suggestions: now.filter(({ problems }) => problems.some(({ suggestion }) => suggestion)).length,
      });
      expect(review.doNotOriginate).to.equal(
        valid.filter(({ purpose }) => purpose === 'do-not-originate').length,
      );
      for (const filter of reviewFilters) expect(review.rows(filter)).to.have.length(review.counts[filter]);
    }
  });

  it('NUM-4: takes back a change as it was written, blanks and all', async () => {
    const review = await reviewOf([' 5013334444,Survey', '5013334445, survey']);
    const before = [review.at(0), review.at(1)];
    expect(review.counts.valid).to.equal(0);
    review.accept(0, 'number');
    review.edit(1, 'purpose', '  Charity ');
    expect([review.at(0).numberText, review.at(1).purposeText]).to.deep.equal(['+15013334444', 'Charity']);
    await review.undo();
    await review.undo();
    expect([review.at(0), review.at(1)]).to.deep.equal(before);
    expect(review.counts.valid).to.equal(0);
  });

  it('NUM-7: knows the first of many rows with one number at once, however they come and go', async () => {
    const rows = 30_000;
    const review = await reviewOf(
      Array.from({ length: rows }, (_, index) =>
        `${1_501_333_4444},Survey`.replace('', index % 2 ? '' : '+'),
      ),
    );
    expect(review.counts).to.include({ valid: 1, problems: rows - 1 });
    expect(await review.acceptAll({ column: 'number', code: 'plus-missing' })).to.equal(rows / 2);
    expect(review.counts).to.include({ valid: 1, suggestions: 0 });
    for (const index of [1, 2, rows - 1])
      expect(review.at(index).problems).to.deep.include({
        column: 'number',
        code: 'duplicate-in-batch',
        firstRow: 1,
      });
    review.edit(0, 'number', '5013339999');
    expect(review.at(rows - 1).problems[0]?.firstRow).to.equal(2);
    expect(review.counts.valid).to.equal(2);
    await review.undo();
    await review.undo();
    expect(review.counts).to.include({ valid: 1, suggestions: rows / 2 });
  });

  it('takes in many rows without holding up the page, and can be called off', async () => {
    const report = await read(Array.from({ length: 30_000 }, (_, index) => `501${2_000_000 + index},Survey`));
    let pauses = 0;
    const stop = new AbortController();
    const review = await BatchReview.of(report, { policy: {}, pause: async () => void pauses++ });
    expect(review.counts.valid).to.equal(30_000);
    expect(pauses).to.be.greaterThan(1);
    const made = BatchReview.of(report, {
      policy: {},
      signal: stop.signal,
      pause: async () => stop.abort(new Error('enough')),
    });
    expect(await made.catch((error: Error) => error.message)).to.equal('enough');
  });
});
