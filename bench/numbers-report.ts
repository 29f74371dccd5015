// Prints how fast files of numbers are read, beside what others would put together for it.
import { numbersBundles } from './bundle-size.ts';
import { files, measureReaders } from './numbers.ts';
import { row } from './report.ts';

export async function printNumbers(): Promise<void> {
  for (const file of files) {
    const figures = measureReaders(file);
    const [ours] = figures;
    const least = (values: readonly number[]) => Math.min(...values);
    const speed = ({ next }: { next: readonly number[] }) => (file.rows / least(next)) * 1000;
    console.log(
      `\n${file.rows.toLocaleString('en')} rows of numbers, parsed, checked and searched for duplicates; best of ` +
        `${ours?.next.length} processes each, by turns`,
    );
    row('', 'rows/s', 'ours ÷ it', 'first ms', 'peak MiB', 'accepted');
    for (const figure of figures)
      row(
        figure.name,
        Math.round(speed(figure)).toLocaleString('en'),
        ours ? (speed(ours) / speed(figure)).toFixed(2) : '',
        least(figure.first).toFixed(1),
        (least(figure.peak) / 2 ** 20).toFixed(1),
        figure.accepted.toLocaleString('en'),
      );
  }
  console.log();
  row('What of @numberdesk/core/numbers a page loads', 'KiB gzip');
  for (const { name, weigh } of numbersBundles) row(name, (await weigh()).toFixed(1));
}
