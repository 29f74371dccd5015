import { expect, fixtureSync, html } from '@open-wc/testing';
import { NumberdeskPortal } from '../access/numberdesk-portal.element.ts';
import { goodRows, mountImporter } from '../../../test/mount-importer.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import { NumberImporter } from './number-importer.element.ts';

const mixed = [
  '5013334444,Survey',
  '501 333 4445,Surveys',
  '8222345678,Do Not Originate',
  '5013334444,Charity',
];

describe('<number-importer> in its states', () => {
  it('shows a skeleton while the session is on its way, busy', async () => {
    NumberdeskPortal.define();
    NumberImporter.define();
    const portal = fixtureSync<NumberdeskPortal>(
      html`<numberdesk-portal><number-importer></number-importer></numberdesk-portal>`,
    );
    const importer = portal.querySelector('number-importer') as NumberImporter;
    await importer.updateComplete;
    expect(importer.matches(':state(loading)')).to.equal(true);
    expect(importer.shadowRoot?.querySelector('.frame')?.getAttribute('aria-busy')).to.equal('true');
    await expect(importer).to.be.accessible();
  });

  it('ACC-4: without the permission names it and who can grant it', async () => {
    const page = await mountImporter({ mock: { permissions: ['numbers:view'] } });
    expect(page.importer.matches(':state(forbidden)')).to.equal(true);
    expect(page.text)
      .to.include('Add numbers (numbers:add)')
      .and.include('An admin of your account can grant it.');
    expect(page.has('button')).to.equal(false);
    await expect(page.importer).to.be.accessible();
  });

  it('NUM-10: keeps the way to help in reach where nothing can be added', async () => {
    const contact = { email: 'help@carrier.example' };
    const forbidden = await mountImporter({ mock: { permissions: ['numbers:view'], policy: { contact } } });
    expect(forbidden.find('.help a').getAttribute('href')).to.match(/^mailto:help@carrier\.example/);
    const failed = await mountImporter({ mock: { fail: 'internal' } });
    failed.importer.contact = contact;
    await failed.settled();
    expect(failed.find('.help a').getAttribute('href')).to.match(/^mailto:help@carrier\.example/);
  });

  it('says what failed, and tries again', async () => {
    const page = await mountImporter({ mock: { fail: 'internal' } });
    expect(page.importer.matches(':state(error)')).to.equal(true);
    expect(page.text).to.include('Something went wrong on our side');
    await expect(page.importer).to.be.accessible();
    page.mock.fail = null;
    await page.press('Try again');
    expect(page.hasFocusOn('.frame')).to.equal(true);
    await page.until('#number');
  });

  it('keeps working where the accounts cannot be had, and asks for them again', async () => {
    const page = await mountImporter({
      mock: { fail: { code: 'unavailable', on: 'access.reachableAccounts', times: 1 } },
    });
    await page.until('.account.failed');
    await page.press('Try again');
    await page.until('select#account');
    await page.add('5013334444', 'survey');
    await page.press('Save 1 number');
    await page.result();
  });

  for (const [lang, theme] of [
    ['en', 'light'],
    ['de', 'dark'],
    ['es', 'light'],
    ['ar', 'dark'],
  ] as const) {
    it(`is accessible in every stage, by the words of ${lang}, ${theme}`, async () => {
      const page = await mountImporter({ lang });
      page.portal.theme = theme;
      await waitUntil(() => page.find('.frame').lang === lang);
      const check = async () => {
        await page.importer.updateComplete;
        expect(page.root.innerHTML, 'a key stands for a text').to.not.match(/>\s*(?:import|purpose)\.[a-z]/);
        await expect(page.importer).to.be.accessible();
      };
      await page.type('501 333 4444');
      page.find('#number').dispatchEvent(new Event('change'));
      await page.choose('#number-purpose', 'do-not-originate');
      await check();
      await page.type('5013334444');
      page.find('.add').click();
      await page.importer.updateComplete;
      page.find('.edit').click();
      await check();
      await page.review(mixed);
      page.all('.switch > button')[0]?.click();
      await check();
      page.find('[data-key="1"] > .purpose').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
      await check();
      await page.key('Escape');
      await page.choose('#confirm', true);
      page.find('.save').click();
      await page.result();
      await check();
      page.find('.switch > .added').click();
      await check();
      page.portal.remove();
    });
  }

  it('does without what it has no room for on a phone', async () => {
    for (const width of [320, 360]) {
      const page = await mountImporter({ width });
      const fits = () => {
        const { left, right } = page.find('.frame').getBoundingClientRect();
        const boxes = page
          .all('.frame :is(button, select, input, p, .cell)')
          .map((one) => one.getBoundingClientRect());
        return boxes.every((box) => box.width <= 1 || (box.left >= left && box.right <= right));
      };
      await page.until('#account');
      expect(fits(), 'manual').to.equal(true);
      await page.add('5013334444', 'informational-notification');
      expect(fits(), 'a list').to.equal(true);
      await page.review(mixed);
      page.all('.switch > button')[0]?.click();
      await page.importer.updateComplete;
      expect(fits(), 'a review').to.equal(true);
      await page.choose('#confirm', true);
      page.find('.save').click();
      await page.result();
      expect(fits(), 'a result').to.equal(true);
      page.portal.remove();
    }
  });

  it('stands twice on a page, each with its own', async () => {
    const one = await mountImporter();
    const other = await mountImporter();
    await one.add('5013334444', 'survey');
    await other.review(goodRows(2));
    expect(one.all('.listing')).to.have.length(1);
    expect(other.text).to.include('Save 2 numbers');
    expect(one.has('.review-head')).to.equal(false);
  });

  it('the ways are tabs that arrows go between', async () => {
    const page = await mountImporter();
    page.find('#tab-manual').focus();
    await page.key('ArrowRight');
    expect(page.hasFocusOn('#tab-batch')).to.equal(true);
    expect(page.find('[role=tabpanel]').getAttribute('aria-labelledby')).to.equal('tab-batch');
    await page.key('End');
    expect(page.hasFocusOn('#tab-batch')).to.equal(true);
    await page.key('Home');
    expect(page.hasFocusOn('#tab-manual')).to.equal(true);
    await page.key('Home');
    expect(page.hasFocusOn('#tab-manual')).to.equal(true);
    expect(page.has('#number')).to.equal(true);
  });
});
