import { openAsBlob } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { v7 as uuidv7 } from 'uuid';
import { connectPglite } from '../src/lib/db/connection.ts';
import { databaseOver } from '../src/lib/db/open-database.ts';
import { openQueue } from '../src/lib/jobs/queue.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL to make databases in; `null` where there is none. */
    postgresUrl: string | null;
    /** The name of an empty, migrated database on it, to be copied and never opened. */
    postgresTemplate: string;
    /** A copy takes a tenth of the time of making one. */
    pgliteCopies: PgliteCopies;
  }
}

/** Where PGlites lie to copy from. */
export interface PgliteCopies {
  /** The file of one without anything, to be loaded. */
  empty: string;
  /** The file of one whose schema is up to date and whose tables are empty. */
  migrated: string;
  /** The same as the folder that a server keeps its data in. */
  folder: string;
}

const dump = async (pglite: PGlite, file: string) =>
  writeFile(file, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));

/** Writes PGlites into a folder, to copy from. */
export async function writePgliteCopies(place: string): Promise<PgliteCopies> {
  const copies = {
    empty: join(place, 'empty.tar'),
    migrated: join(place, 'migrated.tar'),
    folder: join(place, 'data'),
  };
  const pglite = await PGlite.create('memory://');
  await dump(pglite, copies.empty);
  const connections = connectPglite(pglite);
  const database = await databaseOver(
    { ...connections, close: async () => undefined },
    { clock: Date.now, ids: () => uuidv7() },
  );
  await (await openQueue(database, (error) => Promise.reject(error))).stop(0);
  await database.close();
  await dump(pglite, copies.migrated);
  await pglite.close();
  await mkdir(copies.folder);
  const loadDataDir = await openAsBlob(copies.migrated);
  await (await PGlite.create(join(copies.folder, 'database'), { loadDataDir })).close();
  return copies;
}

/** Makes a folder ready to be a server's, as if one had been started in it before. */
export async function copyDataFolder({ folder }: PgliteCopies, to: string): Promise<void> {
  await cp(folder, to, { recursive: true });
}

/** Opens a PGlite in memory as it was written down. */
export async function loadPglite(file: string): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await openAsBlob(file) });
}
