import type { Localizer } from './localize.ts';
import { printPage } from './print-page.ts';

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
  table { inline-size: 100%; border-collapse: collapse; font: inherit; }
  th, td { padding: 1.2mm 1.6mm; border-block-end: 0.2mm solid #bbb; text-align: start; vertical-align: top; }
  th { border-block-end: 0.4mm solid #000; font-weight: 600; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
`;

/** Prints a table on a sheet of its own. */
export const printSheet = ({ title, about, head, rows }: Sheet, texts: Localizer): Promise<void> =>
  printPage(
    {
      title,
      style,
      write(page, add) {
        add(page, 'h1', title);
        add(page, 'p', about);
        const table = add(page, 'table');
        const headRow = add(add(table, 'thead'), 'tr');
        for (const text of head) add(headRow, 'th', text);
        const body = add(table, 'tbody');
        for (const row of rows) {
          const line = add(body, 'tr');
          for (const text of row) add(add(line, 'td'), 'bdi', text);
        }
      },
    },
    texts,
  );
