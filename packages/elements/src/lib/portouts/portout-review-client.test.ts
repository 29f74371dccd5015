import { connect } from '@numberdesk/core/http';
import { mockHandlers } from '@numberdesk/msw';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { flat } from '../../../test/reading.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { PortOutReview } from './portout-review.element.ts';

NumberdeskPortal.define();
PortOutReview.define();

const patience = { timeout: 8000 };
const numbers = ['+19735552001', '+19735552002'];

/** A request's page over the client and a mock of the server; every attempt to reach it is taken down. */
function mount(attempt: (request: Request, send: () => Promise<Response>) => Promise<Response>) {
  const mock = mockHandlers({
    orders: [],
    numbers: [],
    portouts: [{ request: 'PO_1', winningCarrier: 'Northwind Mobile', numbers }],
  });
  const fetch = (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    return attempt(request, () => mock.fetch(request));
  };
  const client = connect({ baseUrl: 'https://portal.example/numberdesk', secretKey: 'x', fetch, retries: 0 });
  const portal = fixtureSync<NumberdeskPortal>(
    html`<numberdesk-portal .client=${client} lang="en"
      ><portout-review request="po_1"></portout-review
    ></numberdesk-portal>`,
  );
  const root = portal.querySelector('portout-review')?.shadowRoot as ShadowRoot;
  const find = <E extends HTMLElement = HTMLElement>(selector: string) => root.querySelector<E>(selector);
  const text = (selector: string) => flat(find(selector)?.innerText ?? '');
  return { mock, portal, find, text };
}

type Page = ReturnType<typeof mount>;

async function rejecting({ find }: Page): Promise<void> {
  await waitUntil(() => find('.tools'), 'no request', patience);
  find('[data-answer=reject]')?.click();
  await waitUntil(() => find('#reason'), 'no form', patience);
  const choose = find<HTMLSelectElement>('#reason');
  if (choose) choose.value = 'pin-mismatch';
  choose?.dispatchEvent(new Event('change'));
  find<HTMLFormElement>('[data-form]')?.requestSubmit();
  await waitUntil(() => find('.summary'), 'no summary', patience);
}

describe('<portout-review> over the client and a mock of the server', () => {
  it('POR-5: rejects, shows the verdict when it comes, and a number that is ported then', async () => {
    const page = mount((_, send) => send());
    const { mock, find, text } = page;
    await rejecting(page);
    find<HTMLFormElement>('[data-form]')?.requestSubmit();
    await waitUntil(() => text('.status') === 'Rejection in Review', 'not rejected', patience);
    mock.portouts.judge('PO_1', { valid: false, note: 'It matches.' });
    await waitUntil(() => text('.rejections').includes('It matches.'), 'no verdict', patience);
    expect(text('.status')).to.equal('Authorized');
    mock.portouts.port('PO_1', numbers[0] as string);
    await waitUntil(() => text('.numbers-head').includes('1 of 2 ported'), 'not ported', patience);
  });

  it('POR-6: of two clerks the second is shown what the first did', async () => {
    const page = mount((_, send) => send());
    const { mock, find, text } = page;
    await rejecting(page);
    mock.portouts.accept('PO_1');
    find<HTMLFormElement>('[data-form]')?.requestSubmit();
    await waitUntil(() => text('.form .notes').includes('by Grace Hopper'), 'not told', patience);
    expect(text('.status')).to.equal('Authorized');
    expect(text('.summary')).to.include('PIN or passcode does not match');
  });

  it('counts once what was sent twice because the answer was lost on the way', async () => {
    let isLost = true;
    const keys: (string | null)[] = [];
    const page = mount(async (request, send) => {
      if (!request.url.endsWith('/reject')) return send();
      keys.push(request.headers.get('idempotency-key'));
      const response = await send();
      if (isLost) throw new TypeError('connection lost');
      return response;
    });
    const { mock, portal, find, text } = page;
    const rejected: string[] = [];
    portal.addEventListener('portout-rejected', ({ portout }) => rejected.push(portout.status));
    await rejecting(page);
    find<HTMLFormElement>('[data-form]')?.requestSubmit();
    await waitUntil(() => text('.form .notes').includes('it counts only once'), 'not told', patience);
    expect(mock.portouts.get('PO_1').status).to.equal('rejection-in-review');
    isLost = false;
    find<HTMLFormElement>('[data-form]')?.requestSubmit();
    await waitUntil(() => rejected.length === 1, 'not rejected', patience);
    expect(new Set(keys).size).to.equal(1);
    expect(rejected).to.deep.equal(['rejection-in-review']);
    expect(find('[data-form]') === null).to.equal(true);
  });
});
