import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { type MountedReview, mountedReview, portOutPath } from '../../../test/mount-portout.ts';
import { flat } from '../../../test/reading.ts';
import {
  acceptedPortOut,
  portOutNow,
  rejectedPortOut,
  samplePortOut,
} from '../../../test/sample-portouts.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { gatherNewsMillis } from '../internal/news.controller.ts';

const evidencePath = 'portouts/{id}/evidence';
const notePath = 'post portouts/{id}/notes';
const note = { id: 'n1', at: portOutNow, by: { name: 'Ada Byron' }, text: 'She called.' };
const verdict = (valid: boolean, words: string | null = null) => ({
  valid,
  note: words,
  at: '2026-11-27T17:00:00.000Z',
});
const evidence = () => ({
  madeAt: portOutNow,
  account: { id: 'acme', name: 'Acme Corp', timeZone: 'America/Chicago' },
  portout: rejectedPortOut(verdict(false, 'As on the bill.'), { notes: [note] }),
  mails: [
    {
      id: 'm1',
      kind: 'received',
      to: 'a@b.example',
      subject: 'PO',
      queuedAt: portOutNow,
      sentAt: null,
      problem: null,
    },
  ],
});

/** Takes down the files that are saved while something is done. */
async function saved(act: () => void): Promise<{ name: string; type: string; text: string }> {
  const { promise, resolve } = Promise.withResolvers<{ name: string; type: string; text: string }>();
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob = new Blob();
  URL.createObjectURL = (given) => {
    blob = given as Blob;
    return createObjectURL(given);
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    void blob.text().then((text) => resolve({ name: this.download, type: blob.type, text }));
  };
  act();
  const file = await promise;
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
  return file;
}

/** Takes down what is on paper while something is done. */
async function printed(act: () => void): Promise<Document> {
  const { promise, resolve } = Promise.withResolvers<Document>();
  const append = document.body.append.bind(document.body);
  document.body.append = (...nodes) => {
    append(...nodes);
    const paper = (nodes[0] as HTMLIFrameElement).contentWindow as Window;
    paper.print = () => {
      resolve(paper.document.cloneNode(true) as Document);
      paper.dispatchEvent(new Event('afterprint'));
    };
  };
  act();
  const page = await promise;
  document.body.append = append;
  return page;
}

const textOf = (page: Document) =>
  flat(
    [...page.body.querySelectorAll('*')]
      .filter(({ children }) => children.length === 0)
      .map(({ textContent }) => textContent)
      .join(' '),
  );

describe('<portout-review> live', () => {
  it('POR-6: shows a change at once, marks it and says so, and follows from the moment that it was loaded at', async () => {
    const page = await mountedReview();
    expect(page.connection.followed).to.deep.equal([7]);
    const release = page.connection.hold();
    page.connection.answer(portOutPath, () => acceptedPortOut());
    const { numbers: _, history: __, ...portout } = acceptedPortOut();
    page.connection.tell({ type: 'portout.changed', data: { at: portOutNow, portout } });
    await waitUntil(() => page.textOf('.status') === 'Authorized');
    expect(page.all('.event')).to.have.length(1);
    release();
    await waitUntil(() => page.all('.event').length === 2);
    expect(page.has('.event.fresh')).to.equal(true);
    await page.wait(gatherNewsMillis);
    expect(page.said).to.equal('Port-out PO_624719: now Authorized.');
    await page.wait(8_000);
    expect(page.has('.fresh')).to.equal(false);
  });

  it('takes no notice of other requests, old versions and what it does not know', async () => {
    const page = await mountedReview({ detail: samplePortOut({ version: 5 }) });
    const { length } = page.connection.calls;
    const tell = (data: Record<string, unknown>) => page.connection.tell({ type: 'portout.changed', data });
    tell({ at: portOutNow, portout: { ...acceptedPortOut(), id: 'po-2', version: 9 } });
    tell({ at: portOutNow, portout: acceptedPortOut('x', { version: 5 }) });
    tell({ at: portOutNow });
    page.connection.tell({ type: 'order.changed', data: {} });
    await page.tell(acceptedPortOut('x', { version: 6 }), () => page.textOf('.status') === 'Authorized');
    await waitUntil(() => page.connection.calls.length === length + 1);
  });

  it('shows another request when it is given another id, with nothing of the one before', async () => {
    const page = await mountedReview();
    await page.answer('accept');
    page.connection.answer(portOutPath, ({ id }) => samplePortOut({ id: String(id), request: 'PO_2' }));
    page.review.portout = 'po-2';
    await waitUntil(() => page.has('.title') && page.textOf('.title') === 'Port-out PO_2');
    expect(page.has('[data-form]')).to.equal(false);
    expect(page.connection.feeds.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
  });

  it('ends its stream and its clock when it leaves the page, and reads anew when it comes back', async () => {
    const page = await mountedReview();
    expect(page.clock.pending).to.equal(1);
    page.review.remove();
    expect(page.connection.feeds[0]?.aborted).to.equal(true);
    expect(page.clock.pending).to.equal(0);
    page.connection.answer(portOutPath, () => acceptedPortOut());
    page.portal.append(page.review);
    await waitUntil(() => page.connection.feeds.length === 2);
    await waitUntil(() => page.textOf('.status') === 'Authorized');
  });

  it('says what is no longer fresh, and reloads on demand', async () => {
    const page = await mountedReview();
    page.connection.setLive(false);
    await waitUntil(() => page.text.includes('so no changes come in'));
    page.connection.setLive(true);
    await waitUntil(() => !page.has('.frame > .notice'));
    page.connection.tell(new PortalError('forbidden', 'no', { status: 403 }));
    await waitUntil(() => page.text.includes('Live changes have stopped.'));
    await page.press('Reload');
    await waitUntil(() => page.connection.followed.length === 2);
    page.connection.answer(portOutPath, () => new PortalError('unavailable', 'no', { status: 503 }));
    page.connection.tell({ type: 'reset', data: {} });
    await waitUntil(() => page.text.includes('This request could not be refreshed.'));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    await waitUntil(() => page.text.includes('You are offline.'));
    delete (navigator as { onLine?: unknown }).onLine;
    window.dispatchEvent(new Event('online'));
  });
});

describe('the verdict on a rejection', () => {
  it('POR-5: is shown when it comes, and a reason that was overruled is kept beside it', async () => {
    const page = await mountedReview({ detail: rejectedPortOut() });
    const shown = () => page.all('.rejections li').map(({ innerText }) => flat(innerText));
    expect(page.textOf('.clock')).to.include('There is nothing for you to do meanwhile.');
    expect(shown()).to.deep.equal([
      'Account number does not match What was submitted 447189 Rejected Nov 27, 2026, 12:00 PM In review by your provider',
    ]);
    const overruled = rejectedPortOut(verdict(false, 'It is as on the bill.'), { version: 3 });
    await page.tell(overruled, () => page.textOf('.status') === 'Authorized');
    await waitUntil(() => shown()[0]?.includes('invalid') === true);
    expect(shown()[0]).to.match(
      /^Account number does not match .* Found invalid: the port goes on It is as on the bill\. Nov 27, 2026, 11:00 AM$/,
    );
    await expect(page.review).to.be.accessible();
  });

  it('POR-5: says of one that was sent back that it is to be answered again, not that the port goes on', async () => {
    const found = verdict(false, 'It is as on the bill.');
    const by = { side: 'provider', name: null };
    const judged = { id: 'e9', at: found.at, kind: 'find-invalid', by, to: 'pending' };
    const page = await mountedReview({ detail: rejectedPortOut(found, { history: [judged] }) });
    expect(page.textOf('.rejections li')).to.include('Found invalid: to be answered again');
  });

  it('POR-5: keeps every rejection, and says of one that was never judged that it was not', async () => {
    const [latest] = rejectedPortOut(verdict(true)).rejections;
    const other = {
      reason: 'number-inactive',
      details: {
        numbers: ['+13125550101', '+13125550102'],
        evidence: { date: '2026-11-20', text: 'In a ticket.' },
      },
      at: portOutNow,
      verdict: null,
    };
    const rejections = latest ? [latest, other] : [];
    const page = await mountedReview({ detail: rejectedPortOut(verdict(true), { rejections }) });
    const [first, second] = page.all('.rejections li').map(({ innerText }) => flat(innerText));
    expect(first).to.include('Found valid: the numbers stay');
    expect(second).to.include('+13125550101, +13125550102').and.include('No verdict was given');
    expect(second).to.include('In a ticket. Nov 20, 2026');
  });
});

describe('internal notes', () => {
  it('are read and added, under one key if the answer was lost', async () => {
    const page = await mountedReview();
    expect(page.text).to.include('No notes yet.');
    await page.press('Save the note');
    expect(page.problemsOf('#note')).to.equal('Write something first.');
    page.connection.answer(notePath, () => new PortalError('unreachable', 'no'));
    await page.fill('#note', 'She\n called.');
    await page.press('Save the note');
    await waitUntil(() => page.has('.note-form .failed'));
    expect(page.find<HTMLTextAreaElement>('#note').value).to.equal('She\n called.');
    page.connection.answer(notePath, () => samplePortOut({ notes: [note] }));
    await page.press('Save the note');
    await waitUntil(() => page.has('.notes-list'));
    expect(page.textOf('.notes-list')).to.equal('She called. Nov 27, 2026, 12:00 PM · Ada Byron');
    expect(page.find<HTMLTextAreaElement>('#note').value).to.equal('');
    expect(page.said).to.equal('Note saved.');
    const input = { id: 'po-1', text: 'She called.' };
    expect(page.connection.acts).to.deep.equal([
      { name: notePath, input, ifMatch: undefined },
      { name: notePath, input, ifMatch: undefined },
    ]);
    expect(page.connection.keys[0]).to.equal(page.connection.keys[1]);
  });

  it('POR-3: that hold the PIN are refused in the reader’s language, and what was typed stays', async () => {
    const errors = [{ path: '/text', code: 'holds-pin', detail: 'This holds the PIN.' }];
    const page = await mountedReview({
      prepare: (connection) =>
        connection.answer(notePath, () => new PortalError('invalid', 'Not right: /text.', { errors })),
    });
    await page.fill('#note', 'It is 2580.');
    await page.press('Save the note');
    await waitUntil(() => page.has('.note-form .failed'));
    expect(page.textOf('.note-form .failed')).to.equal(
      'This was not accepted. Leave the PIN out: it is never told to anybody.',
    );
    expect(page.find<HTMLTextAreaElement>('#note').value).to.equal('It is 2580.');
  });

  it('can be added to a request that is decided', async () => {
    const page = await mountedReview({
      detail: acceptedPortOut(),
      prepare: (connection) => connection.answer(notePath, () => acceptedPortOut('x', { notes: [note] })),
    });
    await page.fill('#note', 'Done.');
    expect(page.has('.note-form .failed')).to.equal(false);
    await page.press('Save the note');
    await waitUntil(() => page.has('.notes-list'));
  });
});

describe('a case on paper, as a file and in a calendar', () => {
  const withEvidence = () =>
    mountedReview({ prepare: (connection) => connection.answer(evidencePath, evidence) });
  const tool = (page: MountedReview, kind: string) => () => page.find(`[data-tool=${kind}]`).click();

  it('is saved as the evidence that the server keeps', async () => {
    const page = await withEvidence();
    const { name, type, text } = await saved(tool(page, 'json'));
    expect(name).to.equal('PO_624719-evidence.json');
    expect(type).to.equal('application/json;charset=utf-8');
    expect(JSON.parse(text)).to.deep.equal(evidence());
  });

  it('is printed whole on one page, without what is internal', async () => {
    const page = await withEvidence();
    const paper = await printed(tool(page, 'print'));
    expect(paper.title).to.equal('Port-out PO_624719');
    const text = textOf(paper);
    for (const words of [
      'Authorized · Acme Corp (acme)',
      'Account number 447189 (Does not match)',
      'Letter of authorization Signed by Ada Byron on Nov 24, 2026 · loa-acme.pdf',
      'Account number does not match · What was submitted: 447189 · Found invalid: the port goes on',
      'As on the bill.',
      'Rejected · Rejection in Review · in time, it was due Nov 27, 2026, 4:40 PM · Ada Byron',
      'a@b.example · PO · not sent',
      '3 numbers +13125550101',
    ])
      expect(text).to.include(words);
    expect(text).to.not.include('She called.');
    await waitUntil(() => document.querySelector('iframe[aria-hidden]') === null);
  });

  it('POR-5: says on paper what was asked once more and confirmed', async () => {
    const { portout, ...rest } = evidence();
    const confirmed = ['not-for-simple-port', 'unpaid-bill', 'new-one'];
    const rejections = portout.rejections.map((rejection) => ({ ...rejection, confirmed }));
    const asked = () => ({ ...rest, portout: { ...portout, rejections } });
    const page = await mountedReview({ prepare: (connection) => connection.answer(evidencePath, asked) });
    const paper = await printed(tool(page, 'print'));
    expect(textOf(paper)).to.include(
      '447189 · Asked once more, and confirmed: no ground for a simple port, sounds like an unpaid bill, new-one · Found',
    );
  });

  it('POR-8, POR-9: has the times of the account whose case it is on paper, and the day of each port', async () => {
    const { account, portout, ...rest } = evidence();
    const numbers = [{ tn: '+13125550101', status: 'ported-out', portedOn: '2026-11-26' }];
    const elsewhere = {
      ...rest,
      account: { ...account, timeZone: 'Asia/Tokyo' },
      portout: { ...portout, numbers },
    };
    const page = await mountedReview({
      prepare: (connection) => connection.answer(evidencePath, () => elsewhere),
    });
    const text = textOf(await printed(tool(page, 'print')));
    expect(text).to.include('it was due Nov 28, 2026, 7:40 AM').and.include('Asia/Tokyo');
    expect(text).to.include('+13125550101 Ported Nov 26, 2026');
  });

  it('POR-9: says on paper that an answer was late', async () => {
    const { portout, ...rest } = evidence();
    const history = portout.history.map((event) =>
      event.kind === 'reject'
        ? { ...event, answerDueAt: '2026-11-27T17:59:00.000Z', wasInTime: false }
        : event,
    );
    const late = () => ({ ...rest, portout: { ...portout, history } });
    const page = await mountedReview({ prepare: (connection) => connection.answer(evidencePath, late) });
    const paper = await printed(tool(page, 'print'));
    expect(textOf(paper)).to.include('late, it was due Nov 27, 2026, 11:59 AM');
  });

  it('POR-9: has its next deadline as an entry for a calendar', async () => {
    const page = await mountedReview({ detail: samplePortOut({ answerDueAt: '2026-11-27T17:00:00.000Z' }) });
    const button = page.find('.moments button');
    const { name, type, text } = await saved(() => button.click());
    expect([name, type]).to.deep.equal(['PO_624719-port.ics', 'text/calendar;charset=utf-8']);
    expect(text).to.include('DTSTART:20261203T230000Z\r\n');
    expect(text).to.include('UID:po-1-port@numberdesk\r\n');
    expect(text).to.include('SUMMARY:Port PO_624719 due\r\n');
    expect(text).to.include('DESCRIPTION:Northwind Mobile\\, 3 numbers\r\n');
  });

  it('copies the number of the request and all of its numbers', async () => {
    const page = await mountedReview();
    const copied: string[] = [];
    const clipboard = { writeText: async (text: string) => void copied.push(text) };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    await page.press('Copy request number PO_624719');
    await page.press('Copy all numbers');
    await waitUntil(() => copied.length === 2);
    delete (navigator as { clipboard?: unknown }).clipboard;
    expect(copied).to.deep.equal(['PO_624719', '+13125550101\n+13125550102\n+13125550103']);
    await waitUntil(() => page.said === 'Copied');
  });

  it('names whom to turn to, about that request', async () => {
    const page = await mountedReview();
    expect(page.find<HTMLAnchorElement>('.tools a').href).to.equal(
      'mailto:orders@carrier.example?subject=PO_624719',
    );
  });
});
