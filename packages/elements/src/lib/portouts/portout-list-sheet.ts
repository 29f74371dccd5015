import { type CsvProfile, toCsv } from '@numberdesk/core/csv';
import type { PortOut } from '@numberdesk/core/portouts';
import type { MessageKey } from '../internal/locales/en.ts';
import { type PortOutListView, portOutAccount } from './portout-list-view.ts';

interface Column {
  /** Name in a file for machines, which no language changes. */
  name: string;
  head: MessageKey;
  value: (portout: PortOut) => string | null;
  /** For a reader, in place of the plain value. */
  shown?: (portout: PortOut, view: PortOutListView) => string | null;
}

/** A moment, as it is and as a reader has it. */
const moment = (
  name: 'receivedAt' | 'answerDueAt' | 'portDueAt' | 'silenceAt',
  head: MessageKey,
): Column => ({
  name,
  head,
  value: (portout) => portout[name],
  shown: (portout, { formats }) => portout[name] && formats.exactly(portout[name]),
});

const day = (name: 'requestedFocDate' | 'focDate', head: MessageKey): Column => ({
  name,
  head,
  value: (portout) => portout[name],
  shown: (portout, { formats }) => portout[name] && formats.dates(portout[name], portout[name]),
});

/** The columns of an export (POR-2, POR-9). */
const columns: readonly Column[] = [
  { name: 'request', head: 'portouts.request', value: ({ request }) => request },
  {
    name: 'status',
    head: 'portouts.status',
    value: ({ status }) => status,
    shown: ({ status }, { texts }) => texts.term('portouts.status', status) ?? status,
  },
  moment('receivedAt', 'portouts.sheet.received'),
  {
    name: 'portType',
    head: 'portouts.sheet.type',
    value: ({ portType }) => portType,
    shown: ({ portType }, { texts }) => texts.term('portouts.sheet.type', portType) ?? portType,
  },
  day('requestedFocDate', 'portouts.sheet.requested'),
  day('focDate', 'portouts.sheet.agreed'),
  { name: 'quantity', head: 'portouts.quantity', value: ({ quantity }) => String(quantity) },
  { name: 'winningCarrier', head: 'portouts.carrier', value: ({ winningCarrier }) => winningCarrier },
  moment('answerDueAt', 'portouts.sheet.answer-due'),
  moment('portDueAt', 'portouts.sheet.port-due'),
  moment('silenceAt', 'portouts.sheet.silence'),
  {
    name: 'account',
    head: 'list.account',
    value: ({ account }) => account,
    shown: portOutAccount,
  },
  // Links carry it; a reader has the request number.
  { name: 'id', head: 'portouts.request', value: ({ id }) => id },
];

const read = columns.filter(({ name }) => name !== 'id');

/** Head and rows as a reader sees them. */
export function portOutSheet(portouts: readonly PortOut[], view: PortOutListView) {
  return {
    head: read.map(({ head }) => view.texts.say(head)),
    rows: portouts.map((portout) => read.map(({ value, shown = value }) => shown(portout, view) ?? '')),
  };
}

/** The requests as CSV: in the reader's words for a spreadsheet, in those of the interface for machines. */
export function portOutsCsv(
  portouts: readonly PortOut[],
  profile: CsvProfile,
  view: PortOutListView,
): string {
  if (profile === 'spreadsheet') {
    const { head, rows } = portOutSheet(portouts, view);
    return toCsv([head, ...rows], profile);
  }
  const rows = portouts.map((portout) => columns.map(({ value }) => value(portout) ?? ''));
  return toCsv([columns.map(({ name }) => name), ...rows], profile);
}
