import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { v7 as uuidv7 } from 'uuid';
import { connectPglite } from '../src/lib/db/connection.ts';
import { databaseOver } from '../src/lib/db/open-database.ts';

/** Writes down an empty PGlite whose schema is up to date. */
export async function writePgliteSnapshot(file: string): Promise<void> {
  const pglite = await PGlite.create('memory://');
  const connections = connectPglite(pglite);
  const database = await databaseOver(
    { ...connections, close: async () => undefined },
    { clock: Date.now, ids: () => uuidv7() },
  );
  await database.close();
  const dump = await pglite.dumpDataDir('none');
  await writeFile(file, Buffer.from(await dump.arrayBuffer()));
  await pglite.close();
}

/** Opens a PGlite in memory as it was written down. */
export async function loadPgliteSnapshot(file: string): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await openAsBlob(file) });
}
