import { PortalError } from '@numberdesk/core/http';
import { expect } from '@open-wc/testing';
import { mountNumbers, mountedNumbers } from '../../../test/mount-numbers.ts';
import { sampleNumber } from '../../../test/sample-numbers.ts';

describe('who may do what in <number-table>', () => {
  it('ACC-4: without numbers:view names it and who can grant it, and asks for nothing', async () => {
    const table = await mountNumbers({ session: { permissions: ['orders:view'] } });
    await table.shows('forbidden');
    expect(table.text).to.include('View numbers (numbers:view)').and.include('An admin of your account');
    expect(table.connection.calls.map(({ path }) => path)).to.deep.equal(['session']);
    await expect(table.table).to.be.accessible();
  });

  it('ACC-4: believes the server that the permission is missing', async () => {
    const error = new PortalError('forbidden', 'No.', { status: 403, permission: 'numbers:view' });
    const table = await mountNumbers({ prepare: (connection) => connection.answer('numbers', () => error) });
    await table.shows('forbidden');
    expect(table.text).to.include('numbers:view');
  });

  it('ACC-4: without numbers:add says in one line who can grant it, and has no dead control', async () => {
    const table = await mountedNumbers({
      session: { permissions: ['numbers:view'] },
      set: { importHref: '#add' },
    });
    expect(table.text)
      .to.include('you need the permission Add numbers (numbers:add).')
      .and.include('An admin of your account can grant it.');
    expect(table.root.querySelectorAll('[data-act], .add').length).to.equal(0);
    expect(table.root.querySelectorAll('thead th').length).to.equal(5);
    await expect(table.table).to.be.accessible();
  });

  it('ACC-3, ACC-4: with numbers:add there is nothing to say', async () => {
    const table = await mountedNumbers();
    expect(table.text).not.to.include('permission');
  });

  it('NUM-8, ACC-4: a number that can move nowhere keeps the control, disabled, with its reason', async () => {
    const table = await mountedNumbers({
      accounts: [{ id: 'acme', name: 'Acme', level: 'business', parent: null }],
    });
    const move = table.find('[data-act=move]');
    expect(move.getAttribute('aria-disabled')).to.equal('true');
    move.focus();
    await table.table.updateComplete;
    const reason = table.find('#nowhere');
    expect(reason.matches(':popover-open')).to.equal(true);
    expect(reason.innerText).to.include('no other account');
    expect(move.getAttribute('aria-describedby')).to.equal('nowhere');
    move.click();
    await table.table.updateComplete;
    expect(table.has('[data-form]')).to.equal(false);
  });

  it('POR-7, ACC-4: a number whose port-out is open keeps its controls, disabled, with the reason, until that ends', async () => {
    const table = await mountedNumbers({ numbers: [sampleNumber(1, { leaving: true }), sampleNumber(2)] });
    const controls = () => ['move', 'remove'].map((name) => table.find(`[data-key=n-1] [data-act=${name}]`));
    const other = table.find('[data-key=n-2] [data-act=remove]');
    expect(other.hasAttribute('aria-disabled')).to.equal(false);
    for (const control of controls()) {
      expect(control.getAttribute('aria-disabled')).to.equal('true');
      expect(control.getAttribute('aria-describedby')).to.equal('leaving');
      control.focus();
      await table.table.updateComplete;
      expect(table.find('#leaving').matches(':popover-open')).to.equal(true);
      expect(table.find('#leaving').innerText).to.include('A port-out of this number is open.');
      control.click();
      await table.table.updateComplete;
      expect(table.has('[data-form]')).to.equal(false);
    }
    expect(table.find('[data-key=n-1] [data-act=purpose]').hasAttribute('aria-disabled')).to.equal(false);
    await expect(table.table).to.be.accessible();
    await table.tell({ numbers: [sampleNumber(1, { leaving: false, version: 2 })] }, () =>
      controls().every((control) => !control.hasAttribute('aria-disabled')),
    );
  });

  it('NUM-8: a number of the only program has nowhere to go, one beside it has', async () => {
    const table = await mountedNumbers({
      accounts: [
        { id: 'acme', name: 'Acme', level: 'business', parent: null },
        { id: 'survey', name: 'Survey', level: 'program', parent: 'acme' },
      ],
      numbers: [sampleNumber(1), sampleNumber(2, { account: 'survey' })],
    });
    const isDisabled = (id: string) =>
      table.find(`[data-key=${id}] [data-act=move]`).hasAttribute('aria-disabled');
    expect([isDisabled('n-1'), isDisabled('n-2')]).to.deep.equal([false, true]);
  });
});
