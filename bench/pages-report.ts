// Prints page 1 beside page 200.
import { pgliteDatabase, postgresDatabase } from './databases.ts';
import { measurePages, orderCount } from './pages.ts';
import { median, row } from './report.ts';

export async function printPages(databases = [pgliteDatabase, postgresDatabase]): Promise<void> {
  for (const open of databases) {
    const database = await open();
    try {
      const { loadSeconds, figures } = await measurePages(database);
      console.log(
        `\nPages of 50 of ${orderCount.toLocaleString('en')} orders of one tenant on ${database.name}, median of ` +
          `${figures[0]?.first.length} pairs by turns (loaded in ${loadSeconds.toFixed(0)} s)`,
      );
      row('', 'page 1 ms', 'page 200 ms', 'ratio', 'rows read');
      for (const { list, first, deep, rows } of figures) {
        const [one, other] = [median(first), median(deep)];
        const read = `${rows.first}, ${rows.deep}`;
        row(list, one.toFixed(2), other.toFixed(2), (other / one).toFixed(2), read);
      }
    } finally {
      await database.remove();
    }
  }
}
