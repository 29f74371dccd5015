import { connect } from '@numberdesk/core/http';
import { mockHandlers } from '@numberdesk/msw';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { NumberTable } from './number-table.element.ts';

NumberdeskPortal.define();
NumberTable.define();

const patience = { timeout: 8000 };
const serials = Array.from({ length: 60 }, (_, index) => `+1973555${1001 + index}`);

function mount() {
  const mock = mockHandlers({
    orders: [],
    numbers: serials.map((number) => ({ number, status: 'pending' as const })),
    accounts: [
      { id: 'acme', name: 'Acme' },
      { id: 'unit', name: 'Unit', level: 'business-unit', parent: 'acme' },
      { id: 'survey', name: 'Survey', level: 'program', parent: 'unit' },
    ],
  });
  const client = connect({ baseUrl: 'https://portal.example/numberdesk', secretKey: 'x', fetch: mock.fetch });
  const portal = fixtureSync<NumberdeskPortal>(
    html`<numberdesk-portal .client=${client}><number-table></number-table></numberdesk-portal>`,
  );
  const table = portal.querySelector('number-table') as NumberTable;
  const root = table.shadowRoot as ShadowRoot;
  const row = (number: string) =>
    [...root.querySelectorAll<HTMLElement>('.item')].find((row) =>
      row.querySelector('.number')?.textContent?.replace(/\D/g, '').includes(number.slice(1)),
    );
  return { mock, root, row };
}

describe('<number-table> over the client and a mock of the server', () => {
  it('NUM-9: shows two pages, and a verdict of staff without a reload', async () => {
    const { mock, root, row } = mount();
    await waitUntil(() => root.querySelectorAll('.item').length === 50, 'no numbers', patience);
    root.querySelector<HTMLElement>('.more .button')?.click();
    await waitUntil(() => root.querySelectorAll('.item').length === 60, 'no second page', patience);
    mock.numbers.judge(serials[5] as string, { valid: false, note: 'Not yours.' });
    await waitUntil(
      () => row(serials[5] as string)?.innerText.includes('Not yours.'),
      'no verdict',
      patience,
    );
    mock.numbers.put({ number: '+19735559999' });
    await waitUntil(() => row('+19735559999'), 'no new number', patience);
    mock.numbers.remove(serials[5] as string);
    await waitUntil(() => !row(serials[5] as string), 'still there', patience);
  });

  it('NUM-6, NUM-8: changes, moves and removes by the rules of the server', async () => {
    const { mock, root, row } = mount();
    const number = serials.at(-1) as string;
    await waitUntil(() => row(number), 'no numbers', patience);
    const open = async (act: string, value: string | null) => {
      const opener = () => row(number)?.querySelector<HTMLElement>(`[data-act=${act}]:not([aria-disabled])`);
      await waitUntil(opener, 'no accounts', patience);
      opener()?.click();
      await waitUntil(() => row(number)?.querySelector('[data-form] form'), `no form to ${act}`, patience);
      const select = row(number)?.querySelector('select');
      if (select && value !== null) {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }
      await Promise.resolve();
      row(number)?.querySelector<HTMLElement>('[type=submit]')?.click();
    };
    await open('purpose', 'do-not-originate');
    await waitUntil(() => mock.numbers.get(number).purpose === 'do-not-originate', 'not changed', patience);
    await waitUntil(() => !root.querySelector('[data-form]'), 'not closed', patience);
    await open('move', 'survey');
    await waitUntil(() => mock.numbers.get(number).account === 'survey', 'not moved', patience);
    await waitUntil(() => row(number)?.innerText.includes('Survey'), 'not shown', patience);
    await waitUntil(() => !root.querySelector('[data-form]'), 'not closed', patience);
    await open('remove', null);
    await waitUntil(() => !row(number), 'not removed', patience);
    expect(() => mock.numbers.get(number)).to.throw(RangeError);
  });
});
