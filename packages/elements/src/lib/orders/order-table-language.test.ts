import { expect } from '@open-wc/testing';
import { waitUntil } from '../../../test/wait-until.ts';
import { mountedTable } from '../../../test/mount-table.ts';
import { flat } from '../../../test/reading.ts';
import { sampleLine, sampleNow, sampleOrder } from '../../../test/sample-orders.ts';

const every = () => [
  sampleOrder('5', [sampleLine({ id: '1' }), sampleLine({ id: '2', type: 'toll-free' })]),
  sampleOrder('4', [sampleLine({ status: 'pending-docs', supply: 'in-stock', quantity: 12_000 })]),
  sampleOrder('3', [sampleLine({ type: 'mobile', status: 'completed', statusChangedAt: sampleNow })]),
  sampleOrder('2', [sampleLine({ type: 'national', status: 'canceled', statusChangedAt: sampleNow })]),
  sampleOrder('1', undefined, { confirmedAt: null }),
];

/** What a reader of each language finds: words, a count, a day, a moment, and two days that belong together. */
const readings = {
  de: {
    statuses: ['In Bearbeitung', 'Unterlagen fehlen', 'Abgeschlossen', 'Storniert'],
    quantity: '12.000',
    placed: 'Ada Byron, 20. Nov. 2026',
    leaves: 'In dieser Liste bis 29. Nov., 12:00 Uhr',
    place: 'Chicago, Illinois, Vereinigte Staaten',
    leadTime: '3 bis 5 Arbeitstage',
    estimated: '25.–30. Nov. 2026',
  },
  es: {
    statuses: ['En proceso', 'Faltan documentos', 'Completado', 'Cancelado'],
    quantity: '12.000',
    placed: 'Ada Byron, 20 nov 2026',
    leaves: 'En esta lista hasta el 29 nov, 12:00',
    place: 'Chicago, Illinois, Estados Unidos',
    leadTime: '3 a 5 días hábiles',
    estimated: '25–30 nov 2026',
  },
};

describe('<order-table> in other languages', () => {
  for (const [language, reading] of Object.entries(readings)) {
    it(`TIM-1: shows words, numbers and dates as ${language} writes them`, async () => {
      const table = await mountedTable({ lang: language, orders: every() });
      await waitUntil(() => table.find('.frame').lang === language);
      const chips = ['5', '4', '3', '2'].map((number) => table.cell(number, 'chip'));
      expect(chips).to.deep.equal(reading.statuses);
      expect(table.cell('4', 'quantity')).to.equal(reading.quantity);
      expect(table.cell('3', 'number .sub')).to.equal(reading.placed);
      expect(table.cell('3', 'status .sub')).to.equal(reading.leaves);
      expect(table.cell('3', 'summary .sub')).to.equal(reading.place);
      const tip = flat(table.find('.tip').textContent ?? '');
      expect(tip).to.include(reading.leadTime).and.include(reading.estimated);
    });
  }

  for (const language of ['en', 'ar', 'de', 'es']) {
    for (const width of [320, 764, 900]) {
      it(`finds room for what its rows say in ${language} in ${width} pixels`, async () => {
        const table = await mountedTable({ lang: language, width, orders: every(), syncedAt: sampleNow });
        await waitUntil(() => table.find('.frame').lang === language);
        table.find('.lines').click();
        await table.table.updateComplete;
        const places = [...table.root.querySelectorAll('th, td, button, .chip')];
        const tight = places.filter(
          ({ clientWidth, scrollWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1,
        );
        expect(places.length).to.be.greaterThan(20);
        expect(
          tight.map(
            ({ className, scrollWidth, clientWidth }) => `${className}: ${scrollWidth} in ${clientWidth}`,
          ),
        ).to.deep.equal([]);
      });
    }
  }
});
