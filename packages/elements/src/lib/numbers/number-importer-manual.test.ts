import { expect } from '@open-wc/testing';
import { csv, mountImporter } from '../../../test/mount-importer.ts';
import { waitUntil } from '../../../test/wait-until.ts';

describe('<number-importer>, one by one', () => {
  it('NUM-2: begins there, and confirms a number as it is typed, to eyes and ears', async () => {
    const page = await mountImporter();
    expect(page.find('[role=tab][aria-selected=true]').innerText).to.equal('Manual');
    const field = page.find('#number');
    await page.type('501333444');
    expect(page.has('.confirmed')).to.equal(false);
    expect(field.getAttribute('aria-invalid')).to.equal('false');
    await page.type('5013334444');
    expect(page.has('.confirmed')).to.equal(true);
    expect(page.said).to.equal('Well-formed number');
    const about = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(about.map((id) => page.find(`#${id}`).textContent).join(' ')).to.include('Well-formed number');
  });

  it('NUM-4: says why when the clerk leaves the field, and offers a fix that waits for a click', async () => {
    const page = await mountImporter();
    await page.type('(501) 333-44');
    expect(page.text).to.not.include('Only digits');
    await page.type('(501) 333-4444');
    page.find('#number').dispatchEvent(new Event('change'));
    await page.importer.updateComplete;
    expect(page.text).to.include('Only digits, without spaces or punctuation.');
    expect(page.find<HTMLInputElement>('#number').value).to.equal('(501) 333-4444');
    await page.press('Use +15013334444');
    expect(page.find<HTMLInputElement>('#number').value).to.equal('+15013334444');
    expect(page.has('.confirmed')).to.equal(true);
  });

  it('NUM-2: adds by Enter to a list that can be changed, emptied and brought back', async () => {
    const page = await mountImporter();
    await page.type('5013334444');
    await page.choose('#number-purpose', 'survey');
    page.find<HTMLFormElement>('form.entry').requestSubmit();
    await page.importer.updateComplete;
    expect(page.hasFocusOn('#number')).to.equal(true);
    expect(page.find<HTMLInputElement>('#number').value).to.equal('');
    expect(page.said).to.equal('+15013334444 is in your list: 1 in all.');
    await page.add('5013334445', 'charity');
    expect(page.find('.listed').innerText).to.include('Numbers to add').and.include('2');

    await page.press('Edit +15013334444');
    expect(page.hasFocusOn('#edited')).to.equal(true);
    await page.type('5013334445', '#edited');
    await page.press('Apply');
    expect(page.text).to.include('This number is in your list already.');
    await page.type('5013334446', '#edited');
    await page.press('Apply');
    expect(page.all('.listing .number').map((one) => one.innerText)).to.deep.equal([
      '+15013334446',
      '+15013334445',
    ]);
    expect(page.hasFocusOn('.edit')).to.equal(true);

    await page.press('Remove all');
    expect(page.said).to.equal('2 numbers removed.');
    expect(page.hasFocusOn('.undo')).to.equal(true);
    await page.press('Undo');
    expect(page.all('.listing')).to.have.length(2);
    await page.press('Remove +15013334446');
    expect(page.all('.listing')).to.have.length(1);
  });

  it('a change can be called off by Escape, and nothing around the widget hears of that', async () => {
    const page = await mountImporter();
    await page.add('5013334444', 'survey');
    await page.press('Edit +15013334444');
    await page.type('5013339999', '#edited');
    let heard = 0;
    const listen = () => heard++;
    document.addEventListener('keydown', listen);
    await page.key('Escape');
    document.removeEventListener('keydown', listen);
    expect(heard).to.equal(0);
    expect(page.find('.listing .number').innerText).to.equal('+15013334444');
    expect(page.hasFocusOn('.edit')).to.equal(true);
  });

  it('shows what is missing where somebody adds too early', async () => {
    const page = await mountImporter();
    await page.press('Add number');
    expect(page.text).to.include('There is no number.').and.include('Choose what calls');
    expect(page.hasFocusOn('#number')).to.equal(true);
    await page.type('5013334444');
    await page.press('Add number');
    expect(page.hasFocusOn('#number-purpose')).to.equal(true);
    expect(page.find('#number-purpose').getAttribute('aria-invalid')).to.equal('true');
    await page.choose('#number-purpose', 'survey');
    await page.press('Add number');
    await page.type('+15013334444');
    expect(page.text).to.include('This number is in your list already.');
  });

  it('NUM-6: warns of Do Not Originate, and asks for one confirmation that names how many', async () => {
    const page = await mountImporter();
    await page.type('5013334444');
    await page.choose('#number-purpose', 'do-not-originate');
    expect(page.find('#number-purpose-state').innerText).to.include('will block every call');
    await page.press('Add number');
    expect(page.find<HTMLSelectElement>('#number-purpose').value, 'it is chosen anew each time').to.equal('');
    await page.add('5013334445', 'do-not-originate');
    await page.press('Save 2 numbers');
    expect(page.sent).to.deep.equal([]);
    expect(page.hasFocusOn('#confirm')).to.equal(true);
    expect(page.text).to.include('I confirm that 2 numbers').and.include('Confirm this before you save.');
    await page.choose('#confirm', true);
    await page.press('Remove +15013334445');
    expect(page.find<HTMLInputElement>('#confirm').checked, 'another count is confirmed anew').to.equal(
      false,
    );
    await page.choose('#confirm', true);
    await page.press('Save 1 number');
    await page.result();
    expect(page.to('numbers/batches')[0]?.body).to.deep.equal({
      account: 'acme',
      rows: [{ number: '+15013334444', purpose: 'do-not-originate' }],
      confirm: { doNotOriginate: 1 },
    });
  });

  it('NUM-7: keeps in the list what was rejected, with its reason', async () => {
    const page = await mountImporter({ mock: { numbersOfOthers: ['+15013334445'] } });
    await page.add('5013334444', 'survey');
    await page.add('5013334445', 'survey');
    await page.press('Save 2 numbers');
    await page.result();
    expect(page.text).to.include('Added 1').and.include('Rejected 1').and.include('held elsewhere');
    await page.press('Add more numbers');
    expect(page.all('.listing')).to.have.length(1);
    expect(page.find('.listing').innerText).to.include('+15013334445').and.include('held elsewhere');
    expect(page.hasFocusOn('[role=tab]')).to.equal(true);
  });

  it('NUM-7: keeps in the list what was rejected, also where a corrected file is dropped meanwhile', async () => {
    const page = await mountImporter({ mock: { numbersOfOthers: ['+15013334445'] } });
    await page.add('5013334444', 'survey');
    await page.add('5013334445', 'survey');
    await page.press('Save 2 numbers');
    await page.result();
    await page.drop(csv(['5013334446,Survey']));
    await page.comes('.review-head');
    await page.press('Discard');
    expect(page.all('.listing')).to.have.length(1);
    expect(page.find('.listing').innerText).to.include('+15013334445').and.include('held elsewhere');
  });

  it('takes several pasted lines as a batch where somebody wants that', async () => {
    const page = await mountImporter();
    const paste = (text: string) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      // Firefox takes no content into a paste that nobody has made.
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
      return page.find('#number').dispatchEvent(event);
    };
    expect(paste('5013334444'), 'one number is pasted as ever').to.equal(true);
    expect(paste('5013334444\r\n5013334445\r\n')).to.equal(false);
    await page.importer.updateComplete;
    expect(page.text).to.include('You pasted 2 lines.').and.include('They have no purpose.');
    expect(page.button('Review them as a batch').getAttribute('aria-disabled')).to.equal('true');
    await page.choose('#number-purpose', 'charity');
    await page.press('Review them as a batch');
    await page.until('.review-head');
    expect(page.text).to.include('Review Pasted lines').and.include('Save 2 numbers');
  });

  it('NUM-1: offers the accounts in reach as a tree, and adds where somebody chooses', async () => {
    const page = await mountImporter();
    await page.until('#account');
    const options = page.all('#account option').map(({ textContent: text }) => ({
      text: (text ?? '').trim(),
      depth: (text ?? '').split('\u2003').length - 1,
    }));
    expect(options).to.deep.equal([
      { text: 'Acme, Business', depth: 0 },
      { text: 'East, Business unit', depth: 1 },
      { text: 'Claims, Program', depth: 2 },
      { text: 'West, Business unit', depth: 1 },
      { text: 'Field, Program', depth: 2 },
    ]);
    await page.choose('#account', 'claims');
    await page.add('5013334444', 'survey');
    await page.press('Save 1 number');
    await page.result();
    expect(page.to('numbers/batches')[0]?.body['account']).to.equal('claims');
    expect(page.text).to.include('Result for Claims');
  });

  it('NUM-1: begins with the account of its attribute, and follows it', async () => {
    const page = await mountImporter({ account: 'field' });
    await page.until('#account');
    expect(page.find<HTMLSelectElement>('#account').value).to.equal('field');
    page.importer.account = 'east';
    await page.importer.updateComplete;
    expect(page.find<HTMLSelectElement>('#account').value).to.equal('east');
  });

  it('NUM-1: staff, who act in no account, choose one first', async () => {
    const page = await mountImporter({ mock: { session: { account: null, permissionSet: 'staff' } } });
    await page.until('select#account');
    await page.add('5013334444', 'survey');
    await page.press('Save 1 number');
    await waitUntil(() => page.hasFocusOn('#account'));
    expect(page.text).to.include('Choose where the numbers are to be added.');
    expect(page.sent).to.deep.equal([]);
  });

  it('NUM-1: says that accounts are on their way, or that there is none', async () => {
    const session = { account: null, permissionSet: 'staff' } as const;
    const fail = { code: 'unavailable', on: 'access.reachableAccounts', times: 1 } as const;
    const waiting = await mountImporter({ mock: { session, fail } });
    await waitUntil(() => waiting.has('.account.failed'));
    waiting.mock.delay = Infinity;
    await waiting.press('Try again');
    expect(waiting.find('#account').innerText).to.equal('Loading');
    const page = await mountImporter({ mock: { session, accounts: [] } });
    await waitUntil(() => page.text.includes('You have no account that numbers can be added to.'));
    await page.add('5013334444', 'survey');
    await page.press('Save 1 number');
    await waitUntil(() => page.hasFocusOn('#account'));
    expect(page.sent).to.deep.equal([]);
    await expect(page.importer).to.be.accessible();
  });

  it('NUM-3: a list holds no more than may be saved, and says so before it is full of what is lost', async () => {
    const page = await mountImporter({ mock: { policy: { batchMaxRows: 2 } } });
    await page.add('5013334444', 'survey');
    await page.add('5013334445', 'survey');
    await page.type('5013334446');
    expect(page.text).to.include('The list holds up to 2 numbers: save these first.');
    await page.press('Add number');
    expect(page.all('.listing')).to.have.length(2);
    expect(page.hasFocusOn('#number')).to.equal(true);
    await page.press('Edit +15013334445');
    await page.type('5013334447', '#edited');
    await page.press('Apply');
    await page.press('Save 2 numbers');
    await page.result();
    expect(page.text).to.include('Added 2');
  });

  it('lets the page have its say before anything is sent', async () => {
    const page = await mountImporter();
    await page.add('5013334444', 'survey');
    page.importer.addEventListener(
      'numbers-add-request',
      (event) => {
        expect(event.account).to.equal('acme');
        expect(event.rows).to.deep.equal([{ number: '+15013334444', purpose: 'survey' }]);
        event.refuse('Your contract has no room for more numbers.');
      },
      { once: true },
    );
    await page.press('Save 1 number');
    await waitUntil(() => page.text.includes('no room for more numbers'));
    expect(page.sent).to.deep.equal([]);
    expect(page.all('.listing')).to.have.length(1);
    await page.press('Save 1 number');
    await page.result();
  });

  it('NUM-10: has a way to help, the page’s own where it gives one', async () => {
    const page = await mountImporter({ mock: { policy: { contact: { email: 'help@carrier.example' } } } });
    expect(page.find<HTMLAnchorElement>('.help a').href).to.equal('mailto:help@carrier.example');
    page.importer.contact = { phone: '+1 501 555 0100' };
    await page.importer.updateComplete;
    expect(page.find<HTMLAnchorElement>('.help a').href).to.equal('tel:+15015550100');
  });
});
