import { PortalError } from '@numberdesk/core/http';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import { expect } from '@open-wc/testing';
import { type MountedNumbers, mountNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { gatherNewsMillis } from '../internal/news.controller.ts';

const numbers = [sampleNumber(1), sampleNumber(2, { account: 'east' }), sampleNumber(3)];
const changing = 'patch numbers/{id}';
const removing = 'delete numbers/{id}';

const refusal = (code: string, init: ConstructorParameters<typeof PortalError>[2] = {}) =>
  new PortalError(code, `refused: ${code}`, { status: 409, requestId: 'req_42', ...init });

/** A table whose server does as it is told, unless it is to answer something else. */
const table = (
  answer?: (input: Record<string, unknown>) => unknown,
  more: readonly PhoneNumber[] = numbers,
) =>
  mountedNumbers({
    numbers: more,
    prepare: (connection) => {
      const now = ({ id, purpose, account }: Record<string, unknown>) => {
        const number = more.find((each) => each.id === id) as PhoneNumber;
        return {
          ...number,
          ...(purpose ? { purpose } : {}),
          ...(account ? { account } : {}),
          version: number.version + 1,
        };
      };
      connection.answer(changing, answer ?? now);
      connection.answer(removing, answer ?? (({ id }) => ({ id, number: '' })));
      connection.answer('get numbers/{id}', ({ id }) => more.find((each) => each.id === id));
    },
  });

/** Takes down the events of a table. */
function heard(mounted: MountedNumbers): Event[] {
  const events: Event[] = [];
  const names = ['number-change-request', 'number-changed', 'number-remove-request', 'number-removed'];
  for (const name of names) mounted.table.addEventListener(name, (event) => events.push(event));
  return events;
}

const submit = (mounted: MountedNumbers) => mounted.find('[data-form] [type=submit]').click();
const note = (mounted: MountedNumbers) => mounted.find('[data-form] .notes').innerText;

describe('the purpose of a number', () => {
  it('NUM-5: is changed in its place, with the version that was seen', async () => {
    const shown = await table();
    const events = heard(shown);
    await shown.begin('n-1', 'purpose');
    expect(shown.hasFocusOn('select')).to.equal(true);
    expect(shown.find<HTMLSelectElement>('select:focus').options.length).to.equal(10);
    await shown.fill('[data-form] select', 'survey');
    submit(shown);
    await waitUntil(() => shown.cell('n-1', 'purpose') === 'Survey');
    expect(shown.connection.acts).to.deep.equal([
      { name: changing, input: { id: 'n-1', purpose: 'survey' }, ifMatch: 1 },
    ]);
    expect(shown.said).to.equal('Purpose of +1 501 333 4001: Survey.');
    expect(events.map(({ type }) => type)).to.deep.equal(['number-change-request', 'number-changed']);
    expect(shown.hasFocusOn('[data-act=purpose]')).to.equal(true);
    expect(shown.find('.item').classList.contains('fresh')).to.equal(true);
  });

  it('is not shown as changed before the server has said so', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    const release = shown.connection.hold();
    submit(shown);
    await waitUntil(() => shown.text.includes('Saving…'));
    expect(shown.find('[data-form] [type=submit]').getAttribute('aria-disabled')).to.equal('true');
    submit(shown);
    expect(shown.connection.acts.length).to.equal(1);
    expect(shown.has('[data-form]')).to.equal(true);
    release();
    await waitUntil(() => shown.cell('n-1', 'purpose') === 'Survey');
  });

  it('NUM-6: Do Not Originate warns, asks once, and says so to the server', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'do-not-originate');
    expect(shown.find('[data-form] [role=alert]').innerText)
      .to.include('never place calls')
      .and.include('Other carriers will block');
    expect(shown.connection.acts).to.deep.equal([]);
    await shown.press('Save: it never places calls');
    await waitUntil(() => shown.cell('n-1', 'purpose') === 'Do Not Originate');
    expect(shown.connection.acts[0]?.input).to.deep.equal({
      id: 'n-1',
      purpose: 'do-not-originate',
      confirm: { doNotOriginate: 1 },
    });
  });

  it('NUM-6: another purpose takes the warning back', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'do-not-originate');
    await shown.fill('[data-form] select', 'survey');
    expect(shown.has('.warns')).to.equal(false);
    expect(shown.find('[data-form] [type=submit]').innerText.trim()).to.equal('Save');
  });

  it('left as it was sends nothing; Escape and Cancel leave it too, and give the focus back', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    submit(shown);
    await shown.table.updateComplete;
    expect(shown.has('[data-form]')).to.equal(false);
    await shown.begin('n-1', 'purpose');
    const key = new KeyboardEvent('keydown', {
      key: 'Escape',
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    shown.find('select:focus').dispatchEvent(key);
    await shown.table.updateComplete;
    expect(key.defaultPrevented).to.equal(true);
    expect(shown.has('[data-form]')).to.equal(false);
    expect(shown.hasFocusOn('[data-act=purpose]')).to.equal(true);
    await shown.begin('n-1', 'purpose');
    await shown.press('Cancel');
    expect(shown.hasFocusOn('[data-act=purpose]')).to.equal(true);
    expect(shown.connection.acts).to.deep.equal([]);
  });

  it('is chosen for a number that an order brought without one', async () => {
    const shown = await table(undefined, [sampleNumber(1, { purpose: null, order: 'NV1' })]);
    await shown.begin('n-1', 'purpose');
    expect(shown.find<HTMLSelectElement>('[data-form] select').value).to.equal('');
    expect(shown.find<HTMLFormElement>('[data-form] form').checkValidity()).to.equal(false);
  });

  it('that is none of ours stays until another is chosen', async () => {
    const shown = await table(undefined, [sampleNumber(1, { purpose: 'weather' })]);
    await shown.begin('n-1', 'purpose');
    expect(shown.find<HTMLSelectElement>('[data-form] select').value).to.equal('weather');
  });

  it('is not sent where the page calls it off', async () => {
    const shown = await table();
    shown.table.addEventListener('number-change-request', (event) => event.preventDefault());
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    submit(shown);
    await shown.table.updateComplete;
    expect(shown.connection.acts).to.deep.equal([]);
    expect(shown.has('[data-form]')).to.equal(false);
  });

  it('a stale answer shows what it is now, and the next attempt goes by that', async () => {
    const current = sampleNumber(1, { purpose: 'political', version: 5 });
    let isFirst = true;
    const shown = await table((input) => {
      if (!isFirst) return { ...current, purpose: input['purpose'], version: 6 };
      isFirst = false;
      return refusal('stale', { status: 412, current });
    });
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    submit(shown);
    await waitUntil(() => note(shown).includes('Somebody else changed this number first.'));
    expect(shown.find<HTMLSelectElement>('[data-form] select').value).to.equal('survey');
    submit(shown);
    await waitUntil(() => shown.cell('n-1', 'purpose') === 'Survey');
    expect(shown.connection.acts.map(({ ifMatch }) => ifMatch)).to.deep.equal([1, 5]);
  });

  it('a change that comes while the form is open is said in it', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    const news = sampleNumber(1, { version: 2, status: 'rejected' });
    await shown.tell({ numbers: [news] }, () => shown.cell('n-1', 'status').includes('Rejected'));
    expect(note(shown)).to.include('has changed meanwhile');
    expect(shown.find<HTMLSelectElement>('[data-form] select').value).to.equal('survey');
    submit(shown);
    await waitUntil(() => shown.connection.acts.length === 1);
    expect(shown.connection.acts[0]?.ifMatch).to.equal(2);
  });

  it('a lost answer is not known to be done, and the row is read anew', async () => {
    const shown = await table(() => refusal('unreachable', { status: 0 }));
    shown.connection.answer('get numbers/{id}', () => sampleNumber(1, { purpose: 'prison', version: 2 }));
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    submit(shown);
    await waitUntil(() => note(shown).includes('not known whether this was done'));
    expect(shown.connection.calls.at(-1)?.path).to.equal('numbers/{id}');
    await shown.press('Cancel');
    expect(shown.cell('n-1', 'purpose')).to.equal('Prison');
  });

  it('a refusal says what, why and whom to ask', async () => {
    const cases: [PortalError, string][] = [
      [
        refusal('invalid', { errors: [{ path: '/purpose', code: 'x', detail: 'No such purpose.' }] }),
        'No such purpose.',
      ],
      [refusal('confirmation-needed'), 'refused: confirmation-needed'],
      [
        refusal('forbidden', { permission: 'numbers:add' }),
        'Add numbers. An admin of your account can grant it.',
      ],
      [refusal('too-many-requests', { retryAfter: 3 }), 'Wait 3 seconds'],
      [refusal('internal'), 'Try again in a moment'],
    ];
    for (const [error, words] of cases) {
      const shown = await table(() => error);
      await shown.begin('n-1', 'purpose');
      await shown.fill('[data-form] select', 'survey');
      submit(shown);
      await waitUntil(() => note(shown).includes(words), `${error.code}: ${note(shown)}`);
      expect(shown.cell('n-2', 'purpose')).to.equal('Customer Service');
      shown.portal.remove();
    }
  });

  it('what is told of an own change is no news', async () => {
    const shown = await table();
    await shown.begin('n-1', 'purpose');
    await shown.fill('[data-form] select', 'survey');
    const release = shown.connection.hold();
    submit(shown);
    await shown.tell({ numbers: [sampleNumber(1, { purpose: 'survey', version: 2 })] }, () => true);
    release();
    await waitUntil(() => shown.said === 'Purpose of +1 501 333 4001: Survey.');
    await shown.wait(gatherNewsMillis);
    expect(shown.said).to.equal('Purpose of +1 501 333 4001: Survey.');
  });
});

describe('moving a number', () => {
  it('NUM-8: goes to a program in reach, and says before which account loses it', async () => {
    const shown = await table();
    const events = heard(shown);
    await shown.begin('n-2', 'move');
    const options = [...shown.find<HTMLSelectElement>('[data-form] select').options].map(({ text }) => text);
    expect(options).to.deep.equal(['Choose an account', 'Reader Survey', 'Night Helpline']);
    await shown.fill('[data-form] select', 'helpline');
    expect(shown.find('#consequence').innerText).to.equal(
      '+1 501 333 4002 leaves Acme East and belongs to Night Helpline from then on. Acme East loses it.',
    );
    expect(shown.connection.acts).to.deep.equal([]);
    await shown.press('Move the number');
    await waitUntil(() => shown.cell('n-2', 'account').includes('Night Helpline'));
    expect(shown.connection.acts).to.deep.equal([
      { name: changing, input: { id: 'n-2', account: 'helpline' }, ifMatch: 1 },
    ]);
    expect(shown.said).to.equal('+1 501 333 4002 now belongs to Night Helpline.');
    expect(events.map(({ type }) => type)).to.deep.equal(['number-change-request', 'number-changed']);
    expect(shown.hasFocusOn('[data-act=move]')).to.equal(true);
  });

  it('is a row of its own to a reader, and moves those below it on', async () => {
    const shown = await table();
    await shown.begin('n-2', 'move');
    const rows = [...shown.root.querySelectorAll('[data-key] > [role=row]')];
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).to.deep.equal(['2', '3', '4', '5']);
    expect(shown.find('table').getAttribute('aria-rowcount')).to.equal('5');
    expect(shown.find('[data-key=n-2] [data-act=move]').getAttribute('aria-expanded')).to.equal('true');
  });

  it('one thing is done at a time: another opener closes the first', async () => {
    const shown = await table();
    await shown.begin('n-2', 'move');
    await shown.begin('n-1', 'remove');
    expect(shown.root.querySelectorAll('[data-form]').length).to.equal(1);
    shown.find('[data-key=n-1] [data-act=remove]').click();
    await waitUntil(() => !shown.has('[data-form]'));
  });
});

describe('removing a number', () => {
  it('names it, says what it means and that there is no way back, and then does it', async () => {
    const shown = await table();
    const events = heard(shown);
    await shown.begin('n-2', 'remove');
    const form = shown.find('[data-form]').innerText;
    expect(form).to.include('Remove +1 501 333 4002?').and.include('the numbers of Acme East');
    expect(form).to.include('This cannot be undone');
    expect(shown.hasFocusOn('[role=group]')).to.equal(true);
    await shown.press('Yes, remove +1 501 333 4002');
    await waitUntil(() => shown.ids.length === 2);
    expect(shown.connection.acts).to.deep.equal([{ name: removing, input: { id: 'n-2' }, ifMatch: 1 }]);
    expect(shown.said).to.equal('+1 501 333 4002 has been removed.');
    expect(events.map(({ type }) => type)).to.deep.equal(['number-remove-request', 'number-removed']);
    expect(shown.hasFocusOn('[data-key=n-3] .number button')).to.equal(true);
  });

  it('the last of the list leaves the focus on the one before, the only one in the widget', async () => {
    const shown = await table();
    await shown.begin('n-3', 'remove');
    submit(shown);
    await waitUntil(() => shown.ids.length === 2);
    expect(shown.hasFocusOn('[data-key=n-2] .number button')).to.equal(true);
    const alone = await table(undefined, [sampleNumber(1)]);
    await alone.begin('n-1', 'remove');
    submit(alone);
    await alone.shows('empty');
    expect(alone.hasFocusOn('.frame')).to.equal(true);
  });

  it('does not show it as gone before the server has said so', async () => {
    const shown = await table(() =>
      refusal('stale', { status: 412, current: sampleNumber(2, { version: 3 }) }),
    );
    await shown.begin('n-2', 'remove');
    submit(shown);
    await waitUntil(() => note(shown).includes('Somebody else changed'));
    expect(shown.ids).to.deep.equal(['n-1', 'n-2', 'n-3']);
  });

  it('is done as well where somebody else was first, or an answer was lost and it is gone', async () => {
    for (const code of ['not-found', 'unreachable']) {
      const shown = await table(() => refusal(code));
      shown.connection.answer('get numbers/{id}', () => refusal('not-found', { status: 404 }));
      await shown.begin('n-2', 'remove');
      submit(shown);
      await waitUntil(() => shown.ids.length === 2, code);
      expect(shown.said).to.equal('+1 501 333 4002 is no longer among your numbers.');
      shown.portal.remove();
    }
  });

  it('the event that comes before the answer is no news, and takes the form away', async () => {
    const shown = await table();
    await shown.begin('n-2', 'remove');
    const release = shown.connection.hold();
    submit(shown);
    await shown.tell({ account: 'east', removed: [numbers[1] as PhoneNumber] }, () => shown.ids.length === 2);
    expect(shown.hasFocusOn('[data-key=n-3] .number button')).to.equal(true);
    release();
    await waitUntil(() => shown.said === '+1 501 333 4002 has been removed.');
  });

  it('is not sent where the page calls it off', async () => {
    const shown = await table();
    shown.table.addEventListener('number-remove-request', (event) => event.preventDefault());
    await shown.begin('n-1', 'remove');
    submit(shown);
    await shown.table.updateComplete;
    expect(shown.connection.acts).to.deep.equal([]);
    expect(shown.ids.length).to.equal(3);
  });
});

it('a number that something is being done to is held in the list until that is over', async () => {
  const pending = [sampleNumber(1, { status: 'pending' })];
  const shown = await mountNumbers({ numbers: pending, set: { viewState: 'status=pending' } });
  await shown.isLive();
  await shown.begin('n-1', 'purpose');
  const news = sampleNumber(1, { version: 2 });
  await shown.tell({ numbers: [news] }, () => shown.cell('n-1', 'status') === 'Approved');
  await shown.press('Cancel');
  shown.find('input[type=search]').focus();
  await shown.wait(0);
  await shown.shows('empty');
});
