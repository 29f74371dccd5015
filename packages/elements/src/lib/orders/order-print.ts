import type { Order } from '@numberdesk/core/orders';
import { sheetRows } from './order-sheet.ts';
import type { OrderView } from './order-view.ts';

const style = `
  @page { size: landscape; margin: 12mm; }
  body { margin: 0; color: #000; font: 9pt/1.35 system-ui, sans-serif; }
  h1 { margin: 0 0 2mm; font-size: 14pt; }
  p { margin: 0 0 4mm; color: #444; }
  table { inline-size: 100%; border-collapse: collapse; }
  th, td { padding: 1.2mm 1.6mm; border-block-end: 0.2mm solid #bbb; text-align: start; vertical-align: top; }
  th { border-block-end: 0.4mm solid #000; font-weight: 600; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
`;

/** Prints orders on a sheet of their own: the page around the widget, and what of the list is out of view, do not matter. */
export async function printOrders(orders: readonly Order[], view: OrderView): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  document.body.append(frame);
  try {
    const sheet = frame.contentWindow as Window & typeof globalThis;
    fill(sheet, orders, view);
    const printed = new Promise((resolve) => sheet.addEventListener('afterprint', resolve, { once: true }));
    sheet.focus();
    sheet.print();
    // Where print() does not wait for the dialog, the sheet has to stay until it is closed.
    await Promise.race([printed, new Promise((resolve) => setTimeout(resolve, 60_000))]);
  } finally {
    frame.remove();
  }
}

/** Writes the sheet node by node: no markup from text, and styles that a strict policy lets through. */
function fill(sheet: Window & typeof globalThis, orders: readonly Order[], view: OrderView): void {
  const { texts, formats, now } = view;
  const { document } = sheet;
  const styles = new sheet.CSSStyleSheet();
  styles.replaceSync(style);
  document.adoptedStyleSheets = [styles];
  document.title = texts.say('orders.label');
  document.documentElement.lang = texts.locale;
  document.documentElement.dir = texts.direction;
  const add = (parent: Node, tag: string, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  };
  add(document.body, 'h1', texts.say('orders.label'));
  add(document.body, 'p', formats.moment(now));
  const table = add(document.body, 'table');
  const [head = [], ...rows] = sheetRows(orders, view);
  const headRow = add(add(table, 'thead'), 'tr');
  for (const text of head) add(headRow, 'th', text);
  const body = add(table, 'tbody');
  for (const row of rows) {
    const line = add(body, 'tr');
    for (const text of row) add(add(line, 'td'), 'bdi', text);
  }
}
