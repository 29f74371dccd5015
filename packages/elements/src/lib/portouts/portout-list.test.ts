import { expect } from '@open-wc/testing';
import { mountedPortOuts } from '../../../test/mount-portouts.ts';
import { samplePortOut } from '../../../test/sample-portout-list.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('<portout-list>', () => {
  it('POR-2: shows number, status, FOC date, how many numbers, winning carrier and time left', async () => {
    const list = await mountedPortOuts({
      portouts: [
        samplePortOut(1),
        samplePortOut(2, {
          status: 'authorized',
          focDate: '2026-12-02',
          winningCarrier: null,
          quantity: 1200,
        }),
        samplePortOut(3, { status: 'on-hold', account: 'survey' }),
      ],
    });
    expect(list.cell('p-1', 'request')).to.equal('PO_624001');
    expect(list.cell('p-1', 'status')).to.equal('Pending');
    expect(list.cell('p-1', 'due')).to.equal('3 h 30 min left then the answer is overdue');
    expect(list.cell('p-1', 'foc')).to.equal('Nov 30, 2026 requested');
    expect(list.cell('p-1', 'quantity')).to.equal('2');
    expect(list.cell('p-1', 'carrier')).to.equal('Bright Wireless');
    expect(list.cell('p-2', 'foc')).to.equal('Dec 2, 2026 agreed');
    expect(list.cell('p-2', 'quantity')).to.equal('1,200');
    expect(list.cell('p-2', 'carrier')).to.equal('Carrier not known');
    expect(list.cell('p-3', 'status')).to.equal('on-hold');
    expect(list.cell('p-3', 'request')).to.equal('PO_624003 Reader Survey');
    expect(list.asked).to.deep.equal([{ sort: '-receivedAt', limit: 50 }]);
  });

  it('has the winning carrier beneath the request’s number where there is no room for columns', async () => {
    const list = await mountedPortOuts({ width: 360 });
    expect(list.cell('p-1', 'request')).to.equal('PO_624001 Bright Wireless');
    expect(list.find('.beneath').getAttribute('aria-hidden')).to.equal('true');
  });

  it('POR-9: the time left steps by the minute, is no live region, and what is late stands out in words', async () => {
    const list = await mountedPortOuts({ portouts: [samplePortOut(1), samplePortOut(2)] });
    await list.wait(minute + 1);
    expect(list.cell('p-1', 'due')).to.include('3 h 29 min left');
    await list.wait(3 * hour);
    expect(list.find('[data-key="p-1"] .deadline').className).to.include('soon');
    await list.wait(hour);
    expect(list.cell('p-1', 'due')).to.include('Overdue since Nov 22, 3:30 PM');
    expect(list.find('[data-key="p-1"] .deadline').className).to.include('passed');
    expect(list.find('[data-key="p-1"] .left .icon') !== null).to.equal(true);
    expect(list.find('.due').closest('[aria-live], [role=status], [role=timer]')).to.equal(null);
    expect(list.said).to.equal('');
    list.portal.remove();
    expect(list.clock.pending).to.equal(0);
  });

  it('POR-9: a request that silence has authorized is shown so from that moment on', async () => {
    const silenceAt = '2026-11-22T18:30:00.000Z';
    const list = await mountedPortOuts({ portouts: [samplePortOut(1, { silenceAt })] });
    expect(list.cell('p-1', 'due')).to.equal('30 min left then silence authorizes the port');
    await list.wait(30 * minute + 1);
    expect(list.cell('p-1', 'status')).to.equal('Authorized');
    expect(list.cell('p-1', 'foc')).to.equal('Nov 30, 2026 agreed');
    expect(list.cell('p-1', 'due')).to.include('then the port is late');
    expect(list.button('Details of PO_624001') !== null).to.equal(true);
  });

  it('leads to the answer where one can be given, else to the details', async () => {
    const portouts = [samplePortOut(1), samplePortOut(2, { status: 'rejected' })];
    const list = await mountedPortOuts({ portouts });
    expect(list.cell('p-1', 'details')).to.equal('Answer');
    expect(list.cell('p-2', 'details')).to.equal('Details');
    const viewer = await mountedPortOuts({ portouts, session: { permissions: ['portouts:view'] } });
    expect(viewer.cell('p-1', 'details')).to.equal('Details');
  });

  it('says whom to turn to', async () => {
    const list = await mountedPortOuts();
    expect(list.text).to.include('Questions about a request? Turn to orders@carrier.example.');
  });

  it('is read in other languages, from right to left too', async () => {
    const list = await mountedPortOuts({ lang: 'ar' });
    expect(list.find('.frame').dir).to.equal('rtl');
    expect(list.cell('p-1', 'status')).to.equal('قيد الانتظار');
    expect(list.find('.request bdi').textContent).to.equal('PO_624001');
    const german = await mountedPortOuts({ lang: 'de' });
    expect(german.cell('p-1', 'due')).to.equal('noch 3 Std. 30 Min. dann ist die Antwort überfällig');
    const spanish = await mountedPortOuts({ lang: 'es' });
    expect(spanish.cell('p-1', 'details')).to.equal('Responder');
  });
});
