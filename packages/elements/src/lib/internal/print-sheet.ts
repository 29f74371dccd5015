import type { Localizer } from './localize.ts';

/** What is printed: a heading, a line below it, a head and rows. */
export interface Sheet {
  title: string;
  about: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

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

/** Prints a sheet of its own: the page around the widget, and what of the list is out of view, do not matter. */
export async function printSheet(sheet: Sheet, texts: Localizer): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  document.body.append(frame);
  try {
    const paper = frame.contentWindow as Window & typeof globalThis;
    fill(paper, sheet, texts);
    const printed = new Promise((resolve) => paper.addEventListener('afterprint', resolve, { once: true }));
    paper.focus();
    paper.print();
    // Where print() does not wait for the dialog, the sheet has to stay until it is closed.
    await Promise.race([printed, new Promise((resolve) => setTimeout(resolve, 60_000))]);
  } finally {
    frame.remove();
  }
}

/** Writes the sheet node by node: no markup from text, and styles that a strict policy lets through. */
function fill(paper: Window & typeof globalThis, sheet: Sheet, texts: Localizer): void {
  const { document } = paper;
  const styles = new paper.CSSStyleSheet();
  styles.replaceSync(style);
  document.adoptedStyleSheets = [styles];
  document.title = sheet.title;
  document.documentElement.lang = texts.locale;
  document.documentElement.dir = texts.direction;
  const add = (parent: Node, tag: string, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  };
  add(document.body, 'h1', sheet.title);
  add(document.body, 'p', sheet.about);
  const table = add(document.body, 'table');
  const headRow = add(add(table, 'thead'), 'tr');
  for (const text of sheet.head) add(headRow, 'th', text);
  const body = add(table, 'tbody');
  for (const row of sheet.rows) {
    const line = add(body, 'tr');
    for (const text of row) add(add(line, 'td'), 'bdi', text);
  }
}
