import { PortalError } from '@numberdesk/core/http';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { type MountedReview, mountReview, mountedReview, portOutPath } from '../../../test/mount-portout.ts';
import { flat } from '../../../test/reading.ts';
import { acceptedPortOut, rejectedPortOut, samplePortOut } from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { PortOutReview } from './portout-review.element.ts';

const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 500, requestId: 'req_42', ...init });
const refused = (error: Error) =>
  mountReview({ prepare: (connection) => connection.answer(portOutPath, () => error) });
const rows = ({ root }: MountedReview) =>
  [...root.querySelectorAll<HTMLElement>('.row:not(.headings)')].map(({ innerText }) => flat(innerText));
const facts = ({ root }: MountedReview) =>
  [...root.querySelectorAll<HTMLElement>('.facts > div')].map(({ innerText }) => flat(innerText));
const moments = ({ root }: MountedReview) =>
  [...root.querySelectorAll<HTMLElement>('.moments dl > div')].map((row) =>
    flat([...row.children].map((cell) => (cell as HTMLElement).innerText).join(' ')),
  );
const many = (count: number): PortOutDetail['numbers'] =>
  Array.from({ length: count }, (_, index) => ({ tn: `+1312555${1000 + index}`, status: 'pending' }));

describe('<portout-review>', () => {
  it('POR-3: says in one look who asks for how many numbers, when they are to leave and what matches', async () => {
    const page = await mountedReview();
    expect(page.textOf('.head')).to.equal(
      'Port-out PO_624719 Copy Pending Northwind Mobile asks for 3 numbers, to leave on Dec 3, 2026. 1 does not match 3 match 1 is not on file',
    );
    expect(page.connection.calls).to.deep.equal([
      { path: 'session', input: {} },
      { path: portOutPath, input: { id: 'po-1' } },
    ]);
  });

  it('POR-9: shows the time that is left, what happens then, and each clock in the account’s zone', async () => {
    const page = await mountedReview();
    expect(page.textOf('.time')).to.equal(
      '4 h 40 min left If nobody answers by then, the answer is overdue. The request stays pending.',
    );
    expect(moments(page)).to.deep.equal(['Answer due Nov 27, 4:40 PM', 'Port due Dec 3, 5:00 PM']);
    expect(page.textOf('.moments')).to.include('Times in Central Standard Time');
    expect(page.find('.clock').closest('[role=status], [aria-live]')).to.equal(null);
    await page.wait(60_000);
    expect(page.textOf('.big')).to.equal('4 h 39 min left');
    await page.wait(4 * 3_600_000);
    expect(page.find('.clock').className).to.include('soon');
    await page.wait(40 * 60_000);
    expect(page.textOf('.time')).to.equal(
      'Overdue since Nov 27, 4:40 PM Nobody has answered in time. The request stays pending until somebody does. 6 d 0 h left. The numbers are to be ported by then. After that the port is late.',
    );
    expect(moments(page)[0]).to.equal('Answer due Nov 27, 4:40 PM passed');
    expect(page.find('.clock').className).to.include('passed');
  });

  it('POR-9: says when silence authorizes, and takes it as authorized from that moment on', async () => {
    const detail = samplePortOut({ silenceAt: '2026-11-27T19:30:00.000Z' });
    const page = await mountedReview({ detail });
    expect(page.textOf('.time')).to.equal(
      '1 h 30 min left If nobody answers by then, silence authorizes the port: the numbers leave on Dec 3, 2026.',
    );
    await page.answer('accept');
    await page.wait(90 * 60_000);
    expect(page.textOf('.status')).to.equal('Authorized');
    expect(page.textOf('.off')).to.equal(
      'It can no longer be answered: silence authorized it Nov 27, 1:30 PM.',
    );
    expect(page.textOf('.form .notes')).to.include('What you entered is kept here');
    expect(facts(page)).to.include('Agreed date (FOC) Dec 3, 2026');
  });

  it('POR-9: says no date that will have passed when silence authorizes, by the calendar of the request', async () => {
    const late = { silenceAt: '2026-11-27T19:30:00.000Z', requestedFocDate: '2026-11-26' };
    const page = await mountedReview({ detail: samplePortOut({ ...late, timeZone: 'Pacific/Auckland' }) });
    expect(page.textOf('.time')).to.include(
      'silence authorizes the port: the numbers leave on Nov 28, 2026.',
    );
    await page.wait(90 * 60_000);
    expect(facts(page)).to.include('Agreed date (FOC) Nov 28, 2026');
    const near = await mountedReview({ detail: samplePortOut(late) });
    expect(near.textOf('.time')).to.include(
      'silence authorizes the port: the numbers leave on Nov 27, 2026.',
    );
  });

  it('POR-3, POR-5: shows what was submitted beside whether it matches, never by colour alone', async () => {
    const page = await mountedReview();
    expect(facts(page)).to.deep.equal([
      'Winning carrier Northwind Mobile',
      'Port type Not simple',
      'Requested date (FOC) Dec 3, 2026',
      'Received Nov 27, 2026, 8:40 AM',
      'Account Acme',
    ]);
    expect(rows(page)).to.deep.equal([
      'End user ACME Inc. Matches',
      'Service address 12 Main St., Chicago IL Matches',
      'Account number 447189 Does not match',
      'PIN •••• Matches',
      'ZIP code 60601 Not on file',
      'Authorized person Ada Byron',
      'Letter of authorization Signed by Ada Byron on Nov 24, 2026 loa-acme.pdf',
    ]);
    const { submitted, matches } = samplePortOut();
    const loa = { name: null, date: null, file: 'old.pdf' };
    const old = await mountedReview({ detail: samplePortOut({ submitted: { ...submitted, loa } }) });
    expect(rows(old).at(-1)).to.equal('Letter of authorization old.pdf');
    const detail = samplePortOut({
      account: 'elsewhere',
      portType: 'wireless',
      winningCarrier: null,
      submitted: { ...submitted, zip: null, loa: null },
      matches: { ...matches, zip: 'not-submitted', name: 'nearly' },
    });
    const other = await mountedReview({ detail });
    expect(rows(other)).to.include('ZIP code Not submitted Nothing to compare');
    expect(rows(other)[0]).to.equal('End user ACME Inc. nearly');
    expect(facts(other).slice(0, 2)).to.deep.equal(['Winning carrier Not named', 'Port type wireless']);
    expect(facts(other)).to.include('Account elsewhere');
    expect(other.textOf('.asks')).to.include('An unnamed carrier asks for 3 numbers');
  });

  it('POR-6: shows each number with what has become of it, and more of many on demand', async () => {
    const numbers = many(300);
    numbers[0] = { tn: '+13125551000', status: 'ported-out', portedOn: '2026-11-26' };
    numbers[1] = { tn: '+13125551001', status: 'canceled' };
    numbers[2] = { tn: '+13125551002', status: 'on-hold' };
    const page = await mountedReview({ detail: acceptedPortOut('Ada Byron', { numbers }) });
    const shown = () => page.all('.numbers > li').map(({ innerText }) => flat(innerText));
    expect(shown()).to.have.length(12);
    expect(shown().slice(0, 4)).to.deep.equal([
      '+13125551000 Ported Nov 26, 2026',
      '+13125551001 Stays',
      '+13125551002 on-hold',
      '+13125551003',
    ]);
    expect(page.textOf('.numbers-head')).to.include('300 numbers').and.include('1 of 300 ported');
    await page.press('Show 200 more');
    expect(shown()).to.have.length(212);
    expect(page.hasFocusOn('.numbers')).to.equal(true);
    await page.press('Show all 300 numbers');
    expect(shown()).to.have.length(300);
    expect(page.has('.more-numbers')).to.equal(false);
    expect(page.find<HTMLElement>('.numbers bdi').dir).to.equal('ltr');
  });

  it('ACC-5: tells what happened, the newest first, and whose doing it was', async () => {
    const at = (hour: number) => `2026-11-27T${hour}:00:00.000Z`;
    const by = (side: string, name: string | null = null) => ({ side, name });
    const history: PortOutDetail['history'] = [
      { id: '1', at: at(12), kind: 'received', by: by('carrier'), to: 'pending' },
      {
        id: '2',
        at: at(13),
        kind: 'reject',
        by: by('customer', 'Ada Byron'),
        from: 'pending',
        to: 'rejection-in-review',
      },
      {
        id: '3',
        at: at(14),
        kind: 'find-invalid',
        by: by('provider'),
        from: 'rejection-in-review',
        to: 'authorized',
        note: 'As on the bill.',
      },
      {
        id: '4',
        at: at(15),
        kind: 'port',
        by: by('system'),
        from: 'authorized',
        to: 'authorized',
        numbers: ['+1312'],
      },
      { id: '5', at: at(16), kind: 'snapback', by: null },
    ];
    const page = await mountedReview({ detail: acceptedPortOut('x', { history }) });
    expect(page.all('.event').map(({ innerText }) => flat(innerText))).to.deep.equal([
      'snapback Nov 27, 2026, 10:00 AM',
      'Ported 1 number Nov 27, 2026, 9:00 AM · automatically',
      'Rejection found invalid From Rejection in Review to Authorized As on the bill. Nov 27, 2026, 8:00 AM · by your provider',
      'Rejected From Pending to Rejection in Review Nov 27, 2026, 7:00 AM · by Ada Byron',
      'Request received Nov 27, 2026, 6:00 AM · by the winning carrier',
    ]);
  });

  it('ACC-4: says beside the answers why they are off, by whom and how it was decided', async () => {
    const cases: [PortOutDetail, string][] = [
      [
        acceptedPortOut(),
        'The port has been authorized already. Accepted · Nov 27, 2026, 12:00 PM · by Grace Hopper',
      ],
      [
        rejectedPortOut(),
        'It has been rejected already, and your provider is looking at the reason. Rejected · Nov 27, 2026, 12:00 PM · by Ada Byron',
      ],
      [samplePortOut({ status: 'canceled' }), 'The winning carrier has taken it back.'],
      [
        samplePortOut({ status: 'in-npac' }),
        'The carrier reports the status in-npac, in which it cannot be answered here.',
      ],
    ];
    for (const [detail, words] of cases) {
      const page = await mountedReview({ detail });
      expect(page.textOf('.off')).to.equal(words);
      const verb = detail.status === 'canceled' ? 'asked for' : 'asks for';
      expect(page.textOf('.asks')).to.include(`Northwind Mobile ${verb} 3 numbers`);
      for (const button of page.all('[data-answer]')) {
        expect(button.ariaDisabled).to.equal('true');
        expect(button.getAttribute('aria-describedby')).to.equal('off');
        button.click();
      }
      await page.settled();
      expect(page.has('[data-form]')).to.equal(false);
      page.portal.remove();
    }
  });

  it('ACC-4, POR-10: without portouts:modify all can be read, and one line names the permission and who grants it', async () => {
    const detail = samplePortOut({
      notes: [{ id: 'n', at: '2026-11-27T12:00:00.000Z', by: { name: 'Ada Byron' }, text: 'She called.' }],
    });
    const page = await mountedReview({ detail, session: { permissions: ['portouts:view'] } });
    expect(page.textOf('.answers')).to.equal(
      'To answer, you need the permission Answer port-outs (portouts:modify). An admin of your account can grant it.',
    );
    expect(page.has('[data-answer]')).to.equal(false);
    expect(page.has('.note-form')).to.equal(false);
    expect(page.text).to.include('She called.');
    await expect(page.review).to.be.accessible();
    const modifying = await mountedReview({ session: { permissions: ['portouts:modify'] } });
    expect(modifying.has('[data-answer]')).to.equal(true);
  });

  it('ACC-4, POR-10: without portouts:view it asks for nothing, names the permission and who can grant it', async () => {
    const page = await mountReview({ session: { permissions: ['orders:view'] } });
    await page.shows('forbidden');
    expect(page.text).to.include('View port-outs (portouts:view)').and.include('An admin of your account');
    expect(page.connection.calls.map(({ path }) => path)).to.deep.equal(['session']);
    await expect(page.review).to.be.accessible();
  });
});

describe('<portout-review> by the number of a request', () => {
  const found = (data: PortOutDetail[], next: string | null = null) => ({ data, next, feed: 1 });
  const look = (request: string, pages: (cursor: unknown) => unknown) =>
    mountReview({
      request,
      prepare: (connection) => connection.answer('portouts', ({ cursor }) => pages(cursor)),
    });

  it('POR-2: opens the one that has it, whatever its case, and not those whose number only begins so', async () => {
    const page = await look('po_624719', () =>
      found([samplePortOut({ id: 'po-9', request: 'PO_6247190' }), samplePortOut()]),
    );
    await page.shows('data');
    expect(page.connection.calls.slice(1)).to.deep.equal([
      { path: 'portouts', input: { q: 'po_624719', limit: 200 } },
      { path: portOutPath, input: { id: 'po-1' } },
    ]);
  });

  it('says so where there are several, also on later pages, and opens the one that is chosen', async () => {
    const other = samplePortOut({ id: 'po-2', winningCarrier: null });
    const page = await look('PO_624719', (cursor) =>
      cursor ? found([other]) : found([samplePortOut()], 'more'),
    );
    await page.shows('empty');
    expect(page.text).to.include('2 requests have been found.');
    await expect(page.review).to.be.accessible();
    page.find('.hits button').click();
    await page.shows('data');
    expect(page.hasFocusOn('.frame')).to.equal(true);
  });

  it('says so where there is none', async () => {
    const page = await look('PO_1', () => found([]));
    await page.shows('empty');
    expect(page.text).to.include('PO_1').and.include('There is no port-out');
    expect(page.connection.followed).to.deep.equal([]);
  });
});

describe('<portout-review> without a request to show', () => {
  it('keeps the room while it is loading', async () => {
    const page = await mountReview({ prepare: (connection) => connection.hold() });
    await page.shows('loading');
    expect(page.has('.bones')).to.equal(true);
    await expect(page.review).to.be.accessible();
  });

  it('says what failed, and tries again', async () => {
    for (const [error, words] of [
      [refusal('internal'), 'req_42'],
      [refusal('session-expired', { status: 401 }), 'Sign in again'],
      [refusal('unreachable', { status: 0 }), 'Check your internet connection'],
    ] as const) {
      const page = await refused(error);
      await page.shows('error');
      expect(page.text).to.include(words);
      page.connection.answer(portOutPath, () => samplePortOut());
      await page.press('Try again');
      await page.shows('data');
      page.portal.remove();
    }
  });

  it('says that there is none', async () => {
    const page = await refused(refusal('not-found', { status: 404 }));
    await page.shows('empty');
    expect(page.text).to.include('There is no port-out').and.include('po-1');
    const nothing = await mountReview({ portout: '' });
    await nothing.shows('empty');
  });

  it('leaves it to a page that cancels session-expired to say so', async () => {
    const cancel = (event: Event) => event.preventDefault();
    document.addEventListener('session-expired', cancel);
    const page = await refused(refusal('session-expired', { status: 401 }));
    await waitUntil(() => page.connection.calls.length === 2);
    await page.shows('loading');
    document.removeEventListener('session-expired', cancel);
  });
});

describe('<portout-review> with a request of the page’s own', () => {
  const mount = async (more: Partial<PortOutReview>) => {
    const review = fixtureSync<PortOutReview>(html`<portout-review lang="en"></portout-review>`);
    Object.assign(review, more);
    await review.updateComplete;
    return review;
  };

  it('shows it, what the page says of loading, failure and permission, and hands answers to the page', async () => {
    const review = await mount({ loading: true });
    expect(review.matches(':state(loading)')).to.equal(true);
    Object.assign(review, { loading: false, error: new Error('no') });
    await review.updateComplete;
    expect(review.matches(':state(error)')).to.equal(true);
    Object.assign(review, { error: null, detail: samplePortOut({ answerDueAt: null }), permissions: [] });
    await review.updateComplete;
    expect(review.matches(':state(forbidden)')).to.equal(true);
    review.permissions = ['portouts:modify'];
    await review.updateComplete;
    const { promise, resolve } = Promise.withResolvers<string>();
    review.addEventListener('portout-accept-request', ({ focDate }) => resolve(focDate));
    const find = (selector: string) => review.shadowRoot?.querySelector<HTMLElement>(selector);
    find('[data-answer=accept]')?.click();
    await waitUntil(() => Boolean(find('[data-form]')));
    (find('#foc-date') as HTMLInputElement).value = '2031-01-02';
    find('#foc-date')?.dispatchEvent(new Event('change'));
    (find('[data-form]') as HTMLFormElement).requestSubmit();
    expect(await promise).to.equal('2031-01-02');
    await waitUntil(() => !find('[data-form]'));
  });
});

describe('<portout-review> for everybody', () => {
  for (const [scheme, width, lang] of [
    ['light', 1200, 'en'],
    ['dark', 1200, 'ar'],
    ['light', 320, 'de'],
    ['dark', 320, 'es'],
  ] as const) {
    it(`is accessible with ${width} pixels, in ${scheme} colours, in ${lang}`, async () => {
      const detail = samplePortOut({ silenceAt: '2026-11-28T12:00:00.000Z' });
      const page = await mountedReview({ detail, width, lang });
      page.portal.theme = scheme;
      await page.portal.updateComplete;
      expect(page.find('.frame').dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
      expect(page.find('.frame').scrollWidth).to.be.at.most(width);
      await expect(page.review).to.be.accessible();
    });
  }

  it('speaks Arabic, numbers from left to right', async () => {
    const page = await mountedReview({ lang: 'ar-EG' });
    expect(page.text)
      .to.include('ما الذي حدث')
      .and.include('غير مطابق')
      .and.not.match(/Accept|Matches|left/);
    expect(getComputedStyle(page.find('.numbers bdi')).direction).to.equal('ltr');
  });
});
