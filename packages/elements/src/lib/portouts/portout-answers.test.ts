import { PortalError } from '@numberdesk/core/http';
import { type PortOutDetail, type RejectionDetail, rejectionReasons } from '@numberdesk/core/portouts';
import { expect } from '@open-wc/testing';
import {
  type MountedReview,
  type ReviewWishes,
  mountedReview,
  portOutPath,
} from '../../../test/mount-portout.ts';
import { flat } from '../../../test/reading.ts';
import {
  acceptedPortOut,
  portOutNow,
  rejectedPortOut,
  samplePortOut,
} from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';

const acceptName = 'post portouts/{id}/accept';
const rejectName = 'post portouts/{id}/reject';
const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 409, requestId: 'req_42', ...init });

/** What each detail is told by, as somebody fills it in; the numbers of the request itself are ticked. */
const fills: Record<RejectionDetail, (page: MountedReview, reason: string) => Promise<void>> = {
  field: (page) => page.fill('#detail-field', 'loa'),
  value: (page) => page.fill('#detail-value', ' 4471 '),
  numbers: async (page, reason) => {
    if (reason === 'numbers-incomplete') return page.fill('#detail-numbers', '(312) 555-0199\n+13125550198');
    page.find('#detail-numbers').click();
    await page.settled();
  },
  evidence: async (page) => {
    await page.fill('#detail-evidence-date', '2026-11-26');
    await page.fill('#detail-evidence', 'By phone:\n she said so.');
  },
  reference: (page) => page.fill('#detail-reference', 'File 12'),
  date: (page) => page.fill('#detail-date', '2026-12-10'),
  text: (page) => page.fill('#detail-text', 'The end user has died.'),
};
const told: Record<RejectionDetail, unknown> = {
  field: 'loa',
  value: '4471',
  numbers: ['+13125550101'],
  evidence: { date: '2026-11-26', text: 'By phone: she said so.' },
  reference: 'File 12',
  date: '2026-12-10',
  text: 'The end user has died.',
};

/** The form that rejects, with a reason chosen in it. */
async function rejecting(reason: string, wishes: ReviewWishes = {}): Promise<MountedReview> {
  const page = await mountedReview(wishes);
  await page.answer('reject');
  await page.fill('#reason', reason);
  return page;
}

/** Fills in what "the customer has withdrawn it" needs, and goes on to the summary. */
async function summarized(wishes: ReviewWishes = {}): Promise<MountedReview> {
  const page = await rejecting('withdrawn', wishes);
  await fills.evidence(page, 'withdrawn');
  await page.submit();
  expect(page.has('.summary')).to.equal(true);
  return page;
}

const answersWith = (name: string, answer: () => unknown): ReviewWishes => ({
  prepare: (connection) => connection.answer(name, answer),
});

describe('accepting a port-out', () => {
  it('POR-4: says what it means, accepts for the requested date and tells the page', async () => {
    const page = await mountedReview(answersWith(acceptName, () => acceptedPortOut('Ada Byron')));
    const events: string[] = [];
    page.portal.addEventListener('portout-accept-request', ({ focDate, portout }) =>
      events.push(`${portout.request} for ${focDate}`),
    );
    page.portal.addEventListener('portout-accepted', ({ portout }) => events.push(portout.status));
    await page.answer('accept');
    expect(page.hasFocusOn('[data-form]')).to.equal(true);
    expect(page.textOf('.form')).to.include(
      '3 numbers leave Acme and go to Northwind Mobile. Once they are ported, they are no longer in your inventory',
    );
    expect(page.textOf('.form .warns')).to.equal('1 detail does not match what is on file: Account number.');
    await expect(page.review).to.be.accessible();
    await page.press('Yes, 3 numbers leave on Dec 3, 2026');
    await waitUntil(() => !page.has('[data-form]'));
    expect(page.connection.acts).to.deep.equal([
      { name: acceptName, input: { id: 'po-1', focDate: '2026-12-03' }, ifMatch: 1 },
    ]);
    expect(events).to.deep.equal(['PO_624719 for 2026-12-03', 'authorized']);
    expect(page.said).to.equal('PO_624719 accepted: the numbers leave on Dec 3, 2026.');
    expect(page.textOf('.status')).to.equal('Authorized');
    expect(page.hasFocusOn('[data-answer=accept]')).to.equal(true);
  });

  it('POR-4: takes another date, but none before today, by the request’s own zone', async () => {
    // It is Saturday already in Auckland.
    const detail = samplePortOut({ requestedFocDate: '2026-11-26', timeZone: 'Pacific/Auckland' });
    const page = await mountedReview({ detail, ...answersWith(acceptName, () => acceptedPortOut()) });
    await page.answer('accept');
    expect(page.find<HTMLInputElement>('#foc-date').value).to.equal('2026-11-28');
    for (const [date, words] of [
      ['2026-11-27', 'This date has passed. Today is Nov 28, 2026.'],
      ['', 'Choose a date.'],
    ] as const) {
      await page.fill('#foc-date', date);
      await page.submit();
      expect(page.problemsOf('#foc-date')).to.equal(words);
      expect(page.find('#foc-date').ariaInvalid).to.equal('true');
      expect(page.hasFocusOn('#foc-date')).to.equal(true);
    }
    expect(page.connection.acts).to.deep.equal([]);
    await page.fill('#foc-date', '2026-12-24');
    await page.submit();
    expect(page.connection.acts[0]?.input).to.deep.equal({ id: 'po-1', focDate: '2026-12-24' });
  });

  it('sends nothing if the page calls it off, and keeps the form', async () => {
    const page = await mountedReview();
    page.portal.addEventListener('portout-accept-request', (event) => event.preventDefault());
    await page.answer('accept');
    await page.submit();
    expect(page.connection.acts).to.deep.equal([]);
    expect(page.has('[data-form]')).to.equal(true);
  });

  it('is closed by Escape and by its button, gives the focus back and keeps what was entered', async () => {
    const page = await mountedReview();
    await page.answer('accept');
    await page.fill('#foc-date', '2026-12-24');
    const escape = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    page.find('#foc-date').dispatchEvent(escape);
    await page.settled();
    expect(escape.defaultPrevented).to.equal(true);
    expect(page.has('[data-form]')).to.equal(false);
    expect(page.hasFocusOn('[data-answer=accept]')).to.equal(true);
    await page.answer('accept');
    expect(page.find<HTMLInputElement>('#foc-date').value).to.equal('2026-12-24');
    await page.press('Cancel');
    expect(page.hasFocusOn('[data-answer=accept]')).to.equal(true);
  });
});

describe('rejecting a port-out', () => {
  for (const { code, needs } of rejectionReasons) {
    it(`POR-5: asks for ${needs.join(', ') || 'nothing more'} with "${code}", shows a summary and sends it`, async () => {
      const page = await rejecting(
        code,
        answersWith(rejectName, () => rejectedPortOut()),
      );
      // What was submitted is known already, where it is compared; else nothing passes without what is needed.
      const isKnown = needs.every((need) => need === 'value');
      if (!isKnown) {
        await page.submit();
        expect(page.has('.summary'), 'without its details').to.equal(false);
        const wrong = page.find('[data-form] [aria-invalid=true]');
        expect(page.root.activeElement === wrong).to.equal(true);
        if (wrong.getAttribute('aria-describedby'))
          expect(page.problemsOf(`#${wrong.id}`)).to.match(/\w+\.$/);
      }
      for (const need of needs) await fills[need](page, code);
      await page.submit();
      expect(page.has('.summary')).to.equal(true);
      expect(page.hasFocusOn('[data-form]')).to.equal(true);
      expect(page.connection.acts).to.deep.equal([]);
      await page.press('Send the rejection');
      await waitUntil(() => !page.has('[data-form]'));
      const details = Object.fromEntries(needs.map((need) => [need, told[need]]));
      if (code === 'numbers-incomplete') details['numbers'] = ['+13125550199', '+13125550198'];
      const input = { id: 'po-1', reason: code, details, confirm: [] };
      expect(page.connection.acts).to.deep.equal([{ name: rejectName, input, ifMatch: 1 }]);
      page.portal.remove();
    });
  }

  it('POR-5: offers what does not match first, with what was submitted, and tells the page', async () => {
    const page = await mountedReview(answersWith(rejectName, () => rejectedPortOut()));
    const events: unknown[] = [];
    page.portal.addEventListener('portout-reject-request', ({ rejection }) => events.push(rejection));
    page.portal.addEventListener('portout-rejected', ({ portout, rejection }) =>
      events.push([portout.status, rejection.reason]),
    );
    await page.answer('reject');
    const groups = page.all('optgroup').map((group) => (group as HTMLOptGroupElement).label);
    expect(groups).to.deep.equal(['Does not match here', 'Other reasons']);
    expect(flat(page.find('optgroup').textContent ?? '')).to.equal('Account number does not match');
    await page.submit();
    expect(page.problemsOf('#reason')).to.equal('Choose a reason.');
    await page.fill('#reason', 'account-number-mismatch');
    expect(page.find<HTMLInputElement>('#detail-value').value).to.equal('447189');
    await expect(page.review).to.be.accessible();
    await page.submit();
    expect(page.textOf('.summary')).to.equal(
      'Reason Account number does not match What was submitted 447189',
    );
    expect(page.textOf('.form')).to.include(
      'If it is valid, the numbers stay. If it is not, the port goes on.',
    );
    await page.press('Send the rejection');
    await waitUntil(() => events.length === 2);
    expect(events).to.deep.equal([
      { reason: 'account-number-mismatch', details: { value: '447189' } },
      ['rejection-in-review', 'account-number-mismatch'],
    ]);
    expect(page.said).to.equal('PO_624719 rejected. Your provider looks at the reason now.');
    expect(page.hasFocusOn('[data-answer=reject]')).to.equal(true);
  });

  it('POR-5: shows the carrier’s own reasons in its own words, and where an invalid one leads', async () => {
    const reasons = [
      { code: 'X1', label: 'Wrong <b>SPID</b>', needs: ['text' as const], fault: 'x', source: 'x' },
    ];
    const policy = { retentionDays: 7, afterInvalidRejection: 'pending' };
    const page = await rejecting('X1', { detail: samplePortOut({ reasons }), session: { policy } });
    await page.fill('#detail-text', 'It is 1234.');
    await page.submit();
    expect(page.textOf('.summary')).to.include('Wrong <b>SPID</b>');
    expect(page.textOf('.form')).to.include('the request comes back to you');
    await page.press('Change');
    expect(page.find<HTMLTextAreaElement>('#detail-text').value).to.equal('It is 1234.');
    expect(page.hasFocusOn('#reason')).to.equal(true);
  });

  it('POR-5: stops a ground that is never valid as "other", with why', async () => {
    const page = await rejecting('other');
    await page.fill('#detail-text', 'The customer has an unpaid bill.');
    await page.submit();
    expect(page.problemsOf('#detail-text')).to.equal(
      'An unpaid bill never keeps a number. What is owed stays owed after the port. The number belongs to its user, and a rejection on this ground is unlawful. Choose another reason, or accept.',
    );
    expect(page.has('.summary')).to.equal(false);
    await expect(page.review).to.be.accessible();
  });

  it('POR-5: asks once more of any other reason, and of a name for a simple port, and sends what was confirmed', async () => {
    const page = await rejecting('name-mismatch', {
      detail: samplePortOut({ portType: 'simple' }),
      ...answersWith(rejectName, () => rejectedPortOut()),
    });
    expect(page.textOf('.asks-again')).to.include('no ground to reject');
    await page.fill('#detail-value', 'Unpaid bill Ltd.');
    await page.submit();
    expect(page.all('.asks-again')).to.have.length(2);
    expect(page.hasFocusOn('#confirm-not-for-simple-port')).to.equal(true);
    expect(page.problemsOf('#confirm-unpaid-bill')).to.equal('Confirm this, or choose another reason.');
    await expect(page.review).to.be.accessible();
    for (const box of page.all('.asks-again input')) box.click();
    await page.submit();
    expect(page.textOf('.form .warns')).to.include('You were asked 2 times');
    await page.press('Send the rejection');
    await waitUntil(() => !page.has('[data-form]'));
    expect(page.connection.acts[0]?.input).to.deep.include({
      confirm: ['not-for-simple-port', 'unpaid-bill'],
    });
  });

  it('POR-5: says what is wrong with numbers and dates, beside them', async () => {
    const page = await rejecting('numbers-incomplete');
    await page.fill('#detail-numbers', '312 555 0101');
    await page.submit();
    expect(page.problemsOf('#detail-numbers')).to.match(/\+13125550101.* is in the request/);
    await page.fill('#detail-numbers', '12');
    expect(page.problemsOf('#detail-numbers')).to.include('each whole, with its area code');
    await page.fill('#reason', 'withdrawn');
    await page.fill('#detail-evidence-date', '2026-11-28');
    await page.submit();
    expect(page.problemsOf('#detail-evidence-date')).to.equal(
      'The customer cannot have said it in the future.',
    );
    expect(page.problemsOf('#detail-evidence')).to.equal('Write what the customer said.');
    await page.fill('#reason', 'numbers-incomplete');
    expect(page.find<HTMLTextAreaElement>('#detail-numbers').value).to.equal('12');
  });

  it('of many numbers, those that are meant are typed', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => ({
      tn: `+1312555${1000 + index}`,
      status: 'pending',
    }));
    const page = await rejecting('number-inactive', { detail: samplePortOut({ numbers }) });
    await page.fill('#detail-numbers', '3125551029, 3125559999');
    await page.submit();
    expect(page.problemsOf('#detail-numbers')).to.match(/\+13125559999.* is not in this request/);
  });
});

describe('two clerks, lost answers and refusals', () => {
  it('POR-6: shows what the other did and keeps what was typed, when the answer comes too late', async () => {
    for (const [code, current] of [
      ['already-decided', undefined],
      ['stale', acceptedPortOut()],
    ] as const) {
      const page = await summarized();
      page.connection
        .answer(rejectName, () => refusal(code, { current }))
        .answer(portOutPath, () => acceptedPortOut());
      await page.press('Send the rejection');
      await waitUntil(() => page.textOf('.status') === 'Authorized');
      await page.settled();
      expect(page.textOf('.form .notes')).to.equal(
        'The port has been authorized already. Accepted · Nov 27, 2026, 12:00 PM · by Grace Hopper What you entered is kept here and has not been sent.',
      );
      expect(page.textOf('.summary')).to.include('By phone: she said so.');
      expect(page.find('[type=submit]').ariaDisabled).to.equal('true');
      await page.submit();
      expect(page.connection.acts).to.have.length(1);
      await expect(page.review).to.be.accessible();
      page.portal.remove();
    }
  });

  it('asks to look again where another has changed it and it can still be answered, then sends the new version', async () => {
    const page = await summarized();
    const current = samplePortOut({ version: 5 });
    page.connection
      .answer(rejectName, () => refusal('stale', { current }))
      .answer(portOutPath, () => current);
    await page.press('Send the rejection');
    await waitUntil(() => page.has('.form .failed'));
    expect(page.textOf('.form .notes')).to.include('Somebody else changed this request first.');
    page.connection.answer(rejectName, () => rejectedPortOut(null, { version: 6 }));
    await page.press('Send the rejection');
    await waitUntil(() => !page.has('[data-form]'));
    expect(page.connection.acts.map(({ ifMatch }) => ifMatch)).to.deep.equal([1, 5]);
    expect(new Set(page.connection.keys).size).to.equal(2);
  });

  it('a change that comes in while somebody types keeps the text and the focus, and says who was first', async () => {
    const page = await rejecting('withdrawn');
    await fills.evidence(page, 'withdrawn');
    page.find('#detail-evidence').focus();
    await page.tell(acceptedPortOut(), () => page.textOf('.status') === 'Authorized');
    await waitUntil(() => page.all('.event').length === 2);
    expect(page.hasFocusOn('#detail-evidence')).to.equal(true);
    expect(page.find<HTMLTextAreaElement>('#detail-evidence').value).to.include('she said so');
    expect(page.textOf('.form .notes')).to.include('by Grace Hopper');
    expect(page.find('[type=submit]').ariaDisabled).to.equal('true');
  });

  it('sends the same again under the same key and version when no answer came, also after the request moved on', async () => {
    const page = await summarized();
    page.connection.answer(rejectName, () => refusal('unreachable', { status: 0 }));
    await page.press('Send the rejection');
    await waitUntil(() => page.has('.form .failed'));
    expect(page.textOf('.form .notes')).to.include('Send it again: it counts only once.');
    // It had arrived: the request is rejected by now, and the same answer is handed out once more.
    await page.tell(rejectedPortOut(), () => page.textOf('.status') === 'Rejection in Review');
    page.connection.answer(rejectName, () => rejectedPortOut());
    await page.press('Send the rejection');
    await waitUntil(() => !page.has('[data-form]'));
    expect(page.connection.acts.map(({ ifMatch }) => ifMatch)).to.deep.equal([1, 1]);
    expect(page.connection.keys[0]).to.have.length(32);
    expect(page.connection.keys[1]).to.equal(page.connection.keys[0]);
  });

  it('is another act once something else is sent', async () => {
    const page = await summarized(answersWith(rejectName, () => refusal('timed-out', { status: 0 })));
    await page.press('Send the rejection');
    await waitUntil(() => page.has('.form .failed'));
    await page.press('Change');
    await page.fill('#detail-evidence', 'By mail.');
    await page.submit();
    await page.press('Send the rejection');
    await waitUntil(() => page.connection.acts.length === 2);
    expect(page.connection.keys[1]).to.not.equal(page.connection.keys[0]);
  });

  it('says why an answer was refused, and keeps it', async () => {
    const cases: [PortalError, string][] = [
      [
        refusal('forbidden', { status: 403, permission: 'portouts:modify' }),
        'You need the permission Answer port-outs. An admin of your account can grant it.',
      ],
      [refusal('session-expired', { status: 401 }), 'Your session has ended. Sign in again'],
      [refusal('internal', { status: 500 }), 'req_42'],
      [
        refusal('invalid', {
          status: 422,
          errors: [{ path: '/x', code: 'x', detail: 'The reason is gone.' }],
        }),
        'This was not accepted. The reason is gone.',
      ],
      [
        refusal('invalid', {
          status: 422,
          errors: [{ path: '/reason', code: 'reason-unknown', detail: 'In the words of the server.' }],
        }),
        'This was not accepted. This reason is not offered for this request: choose another.',
      ],
    ];
    for (const [error, words] of cases) {
      const page = await summarized(answersWith(rejectName, () => error));
      const ends: string[] = [];
      page.portal.addEventListener('session-expired', ({ type }) => ends.push(type));
      await page.press('Send the rejection');
      await waitUntil(() => page.has('.form .failed'));
      expect(page.textOf('.form .notes')).to.include(words);
      expect(page.has('.summary')).to.equal(true);
      expect(ends).to.have.length(error.code === 'session-expired' ? 1 : 0);
      page.portal.remove();
    }
  });

  it('sends once, however often it is pressed, and is no news to whoever sent it', async () => {
    const page = await summarized(answersWith(rejectName, () => rejectedPortOut()));
    const release = page.connection.hold();
    await page.press('Send the rejection');
    expect(page.textOf('[type=submit]')).to.equal('Sending…');
    await page.submit();
    page.connection.tell({
      type: 'portout.changed',
      data: { at: portOutNow, portout: rejectedPortOut() as PortOutDetail },
    });
    await page.settled();
    release();
    await waitUntil(() => !page.has('[data-form]'));
    expect(page.connection.acts).to.have.length(1);
    await page.wait(1000);
    expect(page.said).to.include('PO_624719 rejected.');
  });
});
