import { type CsvProfile, toCsv } from '@numberdesk/core/csv';
import type { ShownChargeLine } from '@numberdesk/core/portouts';
import type { MessageKey } from '../internal/locales/en.ts';
import { plainAmount } from './money-text.ts';
import { type PortOutListView, portOutAccount } from './portout-list-view.ts';

interface Column {
  /** Name in a file for machines, which no language changes. */
  name: string;
  head: MessageKey | null;
  value: (line: ShownChargeLine) => string;
  /** For a reader, in place of the plain value. */
  shown?: (line: ShownChargeLine, view: PortOutListView) => string;
}

/** An amount on its side: charges and credits stand apart, since a spreadsheet takes a minus for a formula's. */
const side =
  (isCredit: boolean) =>
  ({ amount }: ShownChargeLine) =>
    isCredit === amount.amountMinor < 0 ? plainAmount(amount) : '';

/** The columns of an export; those without a head are for machines alone, those without a name for readers (POR-8). */
const columns: readonly Column[] = [
  { name: 'month', head: 'charges.month', value: ({ month }) => month },
  {
    name: 'kind',
    head: 'charges.what',
    value: ({ kind }) => kind,
    shown: ({ kind }, { texts }) => texts.term('charges.kind', kind) ?? kind,
  },
  { name: 'number', head: 'charges.number', value: ({ tn }) => tn },
  { name: 'request', head: 'portouts.request', value: ({ request }) => request },
  {
    name: 'account',
    head: 'list.account',
    value: ({ account }) => account,
    shown: portOutAccount,
  },
  {
    name: 'at',
    head: 'charges.when',
    value: ({ at }) => at,
    shown: ({ at }, { formats }) => formats.exactly(at),
  },
  { name: '', head: 'charges.amount', value: side(false) },
  { name: '', head: 'charges.credit', value: side(true) },
  { name: 'amountMinor', head: null, value: ({ amount }) => String(amount.amountMinor) },
  { name: 'currency', head: 'charges.currency', value: ({ amount }) => amount.currency },
  { name: 'note', head: 'charges.note', value: ({ note }) => note ?? '' },
  { name: 'id', head: null, value: ({ id }) => id },
  { name: 'corrects', head: null, value: ({ corrects }) => corrects ?? '' },
  { name: 'portout', head: null, value: ({ portout }) => portout },
];

/** Head and rows as a reader sees them. */
export function chargesSheet(lines: readonly ShownChargeLine[], view: PortOutListView) {
  const read = columns.flatMap((column) => (column.head === null ? [] : [{ ...column, head: column.head }]));
  return {
    head: read.map(({ head }) => view.texts.say(head)),
    rows: lines.map((line) => read.map(({ value, shown = value }) => shown(line, view))),
  };
}

/** The lines as CSV: in the reader's words for a spreadsheet, in those of the interface for machines. */
export function chargesCsv(
  lines: readonly ShownChargeLine[],
  profile: CsvProfile,
  view: PortOutListView,
): string {
  if (profile === 'spreadsheet') {
    const { head, rows } = chargesSheet(lines, view);
    return toCsv([head, ...rows], profile);
  }
  const named = columns.filter(({ name }) => name !== '');
  const rows = lines.map((line) => named.map(({ value }) => value(line)));
  return toCsv([named.map(({ name }) => name), ...rows], profile);
}
